import type { DecisionRows } from '../decisionHistory';
import type { MeetingDetails } from '../meeting';
import type { ObsPoint } from '../obsPoint';
import type { WriteOutcome } from '../problem';

/** The part of an OBS point that says where it stands. */
export type ObsPlace = Pick<ObsPoint, 'sortOrder'>;

/** The work around the meetings: what they decide, what follows, and what their papers say. Loaded when somebody first needs it. */
export interface MeetingStore {
  /** Every decision and follow-up: two requests, whatever the number of meetings. */
  decisions(): Promise<DecisionRows>;
  /** The whole row of a meeting. Rejects with `notFound` when it is gone. */
  details(meetingId: number): Promise<MeetingDetails>;
  /** Gives an OBS point its place among the others. What somebody else has written in it meanwhile stays. */
  placeObs(base: ObsPoint, sortOrder: number): Promise<WriteOutcome<ObsPoint, ObsPlace>>;
}
