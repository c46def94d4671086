import type { Instant, TimeZone } from '../calendar';
import type { Decision } from '../decision';
import type { FollowUp } from '../followUp';
import type { Initiative } from '../initiative';
import type { Meeting, MeetingDetails } from '../meeting';
import type { ObsInMonth } from '../overview';
import type { PaperTemplate } from '../paperTemplate';
import type { Period } from '../period';
import type { StatusReport, StatusTexts } from '../statusReport';
import type { StrategicEffort } from '../strategicEffort';

/** Says what the file is, to people and to programs that meet it without its name. */
export const recordFormat = 'udmoentningsplan-month';

/** Counts up when the shape changes; every earlier one must stay readable. */
export const recordVersion = 1;

/**
 * What the board was shown in a month: `record.json`. Screen, annex, paper and journal package of a locked month are made
 * from this alone, so that no later edit of a list changes them. Every row carries its id and ETag: the versions used.
 * Texts are those that had been submitted; a draft is in it nowhere.
 */
export interface MonthRecord {
  format: typeof recordFormat;
  schemaVersion: typeof recordVersion;
  /** `A` at the lock; a correction is `B`, `C` …; empty: not locked, a preview. */
  revision: string;
  /** Why there is a revision after A. */
  reason: string;
  madeAt: Instant;
  /** The role that made it; never a name. */
  madeBy: string;
  siteUrl: string;
  siteTitle: string;
  timeZone: TimeZone;
  planYear: string;
  period: Period;
  meeting: MeetingDetails;
  /** The board meeting of the plan year that took the plan up. */
  firstMeeting?: Meeting;
  nextMeeting?: Meeting;
  /** The round that the month is compared with. */
  previousPeriod?: Period;
  /** The whole plan in its order. */
  initiatives: InitiativeInRecord[];
  /** Those valid in the month, in their order. */
  efforts: EffortInRecord[];
  /** Every OBS point of the month in the order that directors gave them. */
  obs: ObsInMonth[];
  decisions: Decision[];
  followUps: FollowUp[];
  /** Letters of the marks with their meaning. */
  legend: Record<string, string>;
  /** The municipality's own phrases of the paper as they were then; an empty one means: the standard phrase. */
  template: PaperTemplate;
}

/** How a subject's status stood. */
export interface StatusInRecord {
  report?: StatusReport;
  received: boolean;
  late: boolean;
  /** A status was expected of it. */
  expected: boolean;
  /** What it said in the previous round, where it said anything. */
  previous?: StatusTexts;
}

export interface InitiativeInRecord extends StatusInRecord {
  initiative: Initiative;
}

export interface EffortInRecord extends StatusInRecord {
  effort: StrategicEffort;
}

/** `A` → `B` … `Z` → `AA`. */
export function nextRevision(revision: string): string {
  const last = revision.charCodeAt(revision.length - 1);
  if (revision === '') {
    return 'A';
  }
  return last < 'Z'.charCodeAt(0) ? revision.slice(0, -1) + String.fromCharCode(last + 1) : `${nextRevision(revision.slice(0, -1))}A`;
}
