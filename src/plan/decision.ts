import type { RowProblem, Stored } from './stored';

/** How a meeting disposed of a matter; the code values of the DecisionKind choices. */
export const decisionKinds = ['Decided', 'Approved', 'Noted', 'Discussed', 'Postponed', 'ToOEK', 'ToCommittee'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What a meeting decided (*beslutning*). What it sets in motion is a FollowUp. */
export interface Decision extends Stored {
  title: string;
  meetingId: number;
  /** Empty: the decision is about the whole plan. */
  initiativeIds: number[];
  obsPointId?: number;
  kind: DecisionKind;
  text: string;
  problems: RowProblem[];
}

/** The decisions of one meeting, in the order they fell. */
export function decisionsOf(decisions: readonly Decision[], meetingId: number): Decision[] {
  return decisions.filter((decision) => decision.meetingId === meetingId).sort((a, b) => a.id - b.id);
}
