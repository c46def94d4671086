import type { MergeRules } from './merge/mergeFields';
import { monthsBetween, type Period } from './period';
import type { RowProblem, Stored } from './stored';

/** Who is to look: the executive board or corporate management (*koncernledelse*). */
export const obsLevels = ['Executive', 'Corporate'] as const;
export type ObsLevel = (typeof obsLevels)[number];

/** What is asked for. */
export const obsTypes = ['Help', 'Coordination', 'Decision', 'Info'] as const;
export type ObsType = (typeof obsTypes)[number];

export const obsStates = ['Open', 'Closed', 'Withdrawn'] as const;
export type ObsState = (typeof obsStates)[number];

/** The part of an OBS point that people write. */
export interface ObsTexts {
  level: ObsLevel;
  type?: ObsType;
  text: string;
  proposedAction: string;
}

/** What an OBS point is about. Nothing: the whole plan. */
export interface ObsSubjects {
  initiativeIds: number[];
  effortId?: number;
}

/** Everything of an OBS point that is written after it was raised: what it is about, its texts, and how it ended. */
export interface ObsWriting extends ObsTexts, ObsSubjects {
  state: ObsState;
  closedPeriod?: Period;
  closingText: string;
}

/** How two people's edits of an OBS point are joined. */
export const obsRules: MergeRules<ObsWriting> = {
  kinds: { initiativeIds: 'set', effortId: 'value', text: 'text', proposedAction: 'text', level: 'value', type: 'value', state: 'value', closedPeriod: 'value', closingText: 'text' },
  together: [['state', 'closedPeriod', 'closingText']]
};

/** A point that nobody has written in yet. */
export const unwrittenObs: ObsWriting = { initiativeIds: [], level: 'Executive', text: '', proposedAction: '', state: 'Open', closingText: '' };

/** The written part of a point alone. */
export function writingOf({ initiativeIds, effortId, level, type, text, proposedAction, state, closedPeriod, closingText }: ObsWriting): ObsWriting {
  return { initiativeIds, effortId, level, type, text, proposedAction, state, closedPeriod, closingText };
}

/** An attention point: one row from raising to closing, written by directors and the head of finance alone. */
export interface ObsPoint extends Stored, ObsWriting {
  title: string;
  raisedPeriod: Period;
  sortOrder: number;
  problems: RowProblem[];
}

/** Shown in a month: raised by then and still open, or closed in that month or later. Withdrawn: never. */
export function isObsIn(point: ObsPoint, period: Period): boolean {
  if (point.state === 'Withdrawn' || point.raisedPeriod > period) {
    return false;
  }
  return point.state === 'Open' || (point.closedPeriod !== undefined && point.closedPeriod >= period);
}

/** Open at the end of a month that shows it: not closed yet, or closed in a later month. */
export function isOpenIn(point: ObsPoint, period: Period): boolean {
  return isObsIn(point, period) && (point.state === 'Open' || (point.closedPeriod !== undefined && point.closedPeriod > period));
}

/** How many months in a row the point has stood, 1 in the month it was raised. */
export function obsAge(point: ObsPoint, period: Period): number {
  return monthsBetween(point.raisedPeriod, period) + 1;
}
