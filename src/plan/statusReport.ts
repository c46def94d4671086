import { dayOf, type CalendarDate, type Instant, type TimeZone } from './calendar';
import type { MergeRules } from './merge/mergeFields';
import type { Period } from './period';
import type { RowProblem, Stored } from './stored';

/** Progress (*fremdrift*), in the order it is offered. Never shown in red: red is OBS. */
export const progressValues = ['NotStarted', 'OnTrack', 'Attention', 'OffTrack', 'Paused', 'Completed'] as const;
export type Progress = (typeof progressValues)[number];

/** How the economy of an initiative is expected to end. */
export const economyOutlooks = ['AsPlanned', 'AtRisk', 'OffPlan', 'Realised', 'TooEarly', 'NotRelevant'] as const;
export type EconomyOutlook = (typeof economyOutlooks)[number];

/** The state of a report row; it never goes back. */
export const reportStates = ['Missing', 'Draft', 'Submitted', 'NotReceived'] as const;
export type ReportState = (typeof reportStates)[number];

/** What a report is about. */
export type Subject = { kind: 'initiative'; id: number } | { kind: 'effort'; id: number };

/** One subject's status in one month. */
export interface StatusReport extends Stored, StatusTexts {
  /** `I12:2025-03` or `S3:2025-03`, unique. */
  reportKey: string;
  subject: Subject;
  period: Period;
  responsibleId?: number;
  responsibleRole: string;
  state: ReportState;
  submittedAt?: Instant;
  /** Role or name of the one it was written for, when somebody else held the pen. */
  onBehalfOf: string;
  problems: RowProblem[];
}

/** The part of a report that people write. */
export interface StatusTexts {
  progress?: Progress;
  economyOutlook?: EconomyOutlook;
  statusText: string;
  nextSteps: string;
  /** undefined: the question is not answered. */
  needsCoordination?: boolean;
  coordinationText: string;
}

/** The unique key of a subject's report in a month. */
export function reportKeyOf(subject: Subject, period: Period): string {
  return `${subject.kind === 'initiative' ? 'I' : 'S'}${subject.id}:${period}`;
}

/** Handed in: the board may read it. */
export function isReceived(report: StatusReport | undefined): report is StatusReport {
  return report !== undefined && report.state === 'Submitted';
}

/** Submitted after the end of the deadline day in the web's time zone. */
export function isLate(report: StatusReport, deadline: CalendarDate | undefined, timeZone: TimeZone): boolean {
  return deadline !== undefined && report.submittedAt !== undefined && dayOf(report.submittedAt, timeZone) > deadline;
}

/** The fields of a status that hold words of one's own. */
export const writtenTexts = ['statusText', 'nextSteps', 'coordinationText'] as const;

/** What keeps a status from being submitted, by field; empty when nothing does. */
export function missingInStatus(texts: StatusTexts): (keyof StatusTexts)[] {
  const missing: (keyof StatusTexts)[] = [];
  if (!texts.progress) {
    missing.push('progress');
  }
  if (!texts.statusText.trim()) {
    missing.push('statusText');
  }
  if (texts.needsCoordination === undefined) {
    missing.push('needsCoordination');
  }
  if (texts.needsCoordination && !texts.coordinationText.trim()) {
    missing.push('coordinationText');
  }
  return missing;
}

/** The texts of a report alone, as the start of an edit. */
export function textsOf(report: StatusTexts): StatusTexts {
  const { progress, economyOutlook, statusText, nextSteps, needsCoordination, coordinationText } = report;
  return { progress, economyOutlook, statusText, nextSteps, needsCoordination, coordinationText };
}

/** What a status says differently from an earlier one. A difference of white space alone is none. */
export function changesBetween(earlier: StatusTexts, later: StatusTexts): (keyof StatusTexts)[] {
  const plain = (value: StatusTexts[keyof StatusTexts]): unknown => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value);
  return statusFields.filter((field) => plain(earlier[field]) !== plain(later[field]));
}

const statusFields = ['progress', 'economyOutlook', 'statusText', 'nextSteps', 'needsCoordination', 'coordinationText'] as const;

/** How two people's edits of a status are joined. */
export const statusRules: MergeRules<StatusTexts> = {
  kinds: { progress: 'value', economyOutlook: 'value', statusText: 'text', nextSteps: 'text', needsCoordination: 'value', coordinationText: 'text' },
  together: [['needsCoordination', 'coordinationText']]
};

/** Undo of a saved status is offered where the one before was handed in whole: a received status never becomes an empty one. */
export function mayUndoStatus(before: StatusReport | undefined): before is StatusReport {
  return isReceived(before) && missingInStatus(before).length === 0;
}

/** The texts of a subject nobody has written about yet. */
export const noTexts: StatusTexts = { statusText: '', nextSteps: '', coordinationText: '' };
