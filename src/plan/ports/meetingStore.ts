import type { Decision, DecisionWriting } from '../decision';
import type { DecisionRows } from '../decisionHistory';
import type { FollowUp, FollowUpWriting } from '../followUp';
import type { MeetingDetails, MeetingWriting } from '../meeting';
import type { ObsPoint } from '../obsPoint';
import type { WriteOutcome } from '../problem';

/** The part of an OBS point that says where it stands. */
export type ObsPlace = Pick<ObsPoint, 'sortOrder'>;

export type DecisionOutcome = WriteOutcome<Decision, DecisionWriting>;
export type DetailsOutcome = WriteOutcome<MeetingDetails, MeetingWriting>;
export type FollowUpOutcome = WriteOutcome<FollowUp, FollowUpWriting>;

/** What a meeting looks at in particular. */
export interface MeetingFocus {
  meetingId: number;
  initiativeIds: number[];
}

/** The work around the meetings: what they decide, what follows, and what their papers say. Loaded when somebody first needs it. */
export interface MeetingStore {
  /** Every decision and follow-up: two requests, whatever the number of meetings. */
  decisions(): Promise<DecisionRows>;
  /** The whole row of a meeting. Rejects with `notFound` when it is gone. */
  details(meetingId: number): Promise<MeetingDetails>;
  /** Which initiatives each meeting has in focus: one request, whatever the number of meetings. */
  focus(): Promise<MeetingFocus[]>;
  /** Saves what is written on a meeting; its day and its state stay. */
  saveDetails(base: MeetingDetails, writing: MeetingWriting): Promise<DetailsOutcome>;
  /** Gives an OBS point its place among the others. What somebody else has written in it meanwhile stays. */
  placeObs(base: ObsPoint, sortOrder: number): Promise<WriteOutcome<ObsPoint, ObsPlace>>;
  /** `clientKey` (a GUID) makes a second attempt after a lost answer find the first one's row: typed once, made once. */
  addDecision(meetingId: number, writing: DecisionWriting, clientKey: string): Promise<DecisionOutcome>;
  saveDecision(base: Decision, writing: DecisionWriting): Promise<DecisionOutcome>;
  /** @param decisionKey the client key of the decision that it follows from, where its id is not known; refused with `notFound` when that does not stand */
  addFollowUp(writing: FollowUpWriting, clientKey: string, decisionKey?: string): Promise<FollowUpOutcome>;
  saveFollowUp(base: FollowUp, writing: FollowUpWriting): Promise<FollowUpOutcome>;
}
