import type { MergeRules } from './merge/mergeFields';
import type { RowProblem, Stored } from './stored';

/** How a meeting disposed of a matter; the code values of the DecisionKind choices. */
export const decisionKinds = ['Decided', 'Approved', 'Noted', 'Discussed', 'Postponed', 'ToOEK', 'ToCommittee'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** The part of a decision that people write. */
export interface DecisionWriting {
  /** Empty: the decision is about the whole plan. */
  initiativeIds: number[];
  obsPointId?: number;
  kind: DecisionKind;
  text: string;
}

/** What a meeting decided (*beslutning*). What it sets in motion is a FollowUp. */
export interface Decision extends Stored, DecisionWriting {
  title: string;
  meetingId: number;
  /** The key that it was made with; undefined for one that was made in the plain list. */
  clientKey?: string;
  problems: RowProblem[];
}

/** Nobody may delete here: a decision that was taken back is one without words, and is shown nowhere. */
export function isTakenBack({ text }: Pick<DecisionWriting, 'text'>): boolean {
  return text.trim() === '';
}

/** The decisions of one meeting, in the order they fell. */
export function decisionsOf(decisions: readonly Decision[], meetingId: number): Decision[] {
  return decisions.filter((decision) => decision.meetingId === meetingId).sort((a, b) => a.id - b.id);
}

/** What a decision begins with. */
export const unwrittenDecision: DecisionWriting = { initiativeIds: [], kind: 'Decided', text: '' };

/** How two people's edits of a decision are joined. */
export const decisionRules: MergeRules<DecisionWriting> = { kinds: { initiativeIds: 'set', obsPointId: 'value', kind: 'value', text: 'text' } };

/** The written part of a decision alone. */
export function decisionWritingOf({ initiativeIds, obsPointId, kind, text }: DecisionWriting): DecisionWriting {
  return { initiativeIds, obsPointId, kind, text };
}
