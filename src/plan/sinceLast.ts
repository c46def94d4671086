import { isRound, type Meeting } from './meeting';
import type { Overview } from './overview';
import { addMonths, type Period } from './period';
import { isReceived, noTexts, reportKeyOf, type EconomyOutlook, type Progress, type ReportState, type StatusReport, type StatusTexts } from './statusReport';

/** What is read of an earlier month's report: its progress, and the texts where they are to be compared. */
export interface EarlierReport {
  reportKey: string;
  period: Period;
  state: ReportState;
  progress?: Progress;
  texts?: StatusTexts;
}

/** An earlier month to be read. */
export interface EarlierMonth {
  period: Period;
  withTexts: boolean;
}

/** One month of a strip of progress. */
export interface StripMonth {
  period: Period;
  /** `none`: no status was asked for. */
  status: 'received' | 'notReceived' | 'none';
  progress?: Progress;
}

/** A row beside the months before it. Derived whenever it is shown, never stored. */
export interface SinceLast {
  /** Twelve months, the oldest first and the month shown last. */
  strip: StripMonth[];
  /** The previous round's status, when it was received. */
  before?: StatusTexts;
  /** Both this round's and the previous one's have been received, and say the same. */
  unchanged: boolean;
  /** Months in a row that repeat the month before, as far back as the texts were read. */
  unchangedMonths: number;
}

/** From this month in a row on, directors are told that nothing changes. */
export const unchangedMonthsToNotice = 3;

const stripLength = 12;

/** The texts of a status that are compared word by word. */
export const comparedTexts = ['statusText', 'nextSteps', 'coordinationText'] as const;
export type ComparedText = (typeof comparedTexts)[number];

interface Change<Value> {
  before: Value | undefined;
  after: Value | undefined;
}

/** What is different in a status; a key is absent where nothing is. */
export interface StatusChanges {
  progress?: Change<Progress>;
  economyOutlook?: Change<EconomyOutlook>;
  needsCoordination?: Change<boolean>;
  texts: ({ field: ComparedText } & Record<'before' | 'after', string>)[];
}

/** The same words: spaces and line breaks alone make no new text. */
export function isSameText(before: string, after: string): boolean {
  return normalised(before) === normalised(after);
}

export function changesSince(before: StatusTexts, after: StatusTexts): StatusChanges {
  return {
    progress: changed(before.progress, after.progress),
    economyOutlook: changed(before.economyOutlook, after.economyOutlook),
    needsCoordination: changed(before.needsCoordination, after.needsCoordination),
    texts: comparedTexts
      .map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) }))
      .filter((text) => !isSameText(text.before, text.after))
  };
}

export function isUnchanged(before: StatusTexts, after: StatusTexts): boolean {
  const { texts, ...choices } = changesSince(before, after);
  return texts.length === 0 && Object.values(choices).every((choice) => choice === undefined);
}

/**
 * How many months in a row, counted back from the newest, repeat the month before: 0 when the newest says something new.
 * A month whose status was not received ends the row.
 * @param history the reports of one subject, in any order
 */
export function unchangedMonths(history: readonly (StatusTexts & Pick<StatusReport, 'period' | 'state'>)[]): number {
  const newestFirst = [...history].sort((a, b) => b.period.localeCompare(a.period));
  const repeats = newestFirst.slice(1).map((before, index) => before.state === 'Submitted' && newestFirst[index].state === 'Submitted' && isUnchanged(before, newestFirst[index]));
  const end = repeats.indexOf(false);
  return end < 0 ? repeats.length : end;
}

/**
 * The months that a month is seen beside: the eleven before it, texts only of as many rounds as are compared.
 * @param comparedRounds 1 for what changed since last; as many as are to be counted for months in a row
 */
export function earlierMonths(meetings: readonly Meeting[], period: Period, comparedRounds: number): EarlierMonth[] {
  const compared = roundsBefore(meetings, period).slice(0, comparedRounds);
  return Array.from({ length: stripLength - 1 }, (_each, index) => {
    const month = addMonths(period, index + 1 - stripLength);
    return { period: month, withTexts: compared.includes(month) };
  });
}

/** Every row of a month beside its earlier months, by the initiative's id. */
export function sinceLast(view: Overview, meetings: readonly Meeting[], months: readonly EarlierMonth[], reports: readonly EarlierReport[]): Map<number, SinceLast> {
  const byKey = new Map(reports.map((report) => [report.reportKey, report]));
  const withTexts = months.filter((month) => month.withTexts).map((month) => month.period);
  const rounds = roundsBefore(meetings, view.period).filter((round) => withTexts.includes(round));
  return new Map(view.rows.map(({ initiative, report }) => {
    const reportIn = (period: Period, id: number | undefined): EarlierReport | undefined => (id === undefined ? undefined : byKey.get(reportKeyOf({ kind: 'initiative', id }, period)));
    // The months of last year's plan stand on the row that this one was carried on from.
    const earlier = (period: Period): EarlierReport | undefined => reportIn(period, initiative.id) ?? reportIn(period, initiative.predecessorId);
    const strip = [...months.map(({ period }) => stripMonth(period, earlier(period))), stripMonth(view.period, report)];
    const previous = rounds.length > 0 ? earlier(rounds[0]) : undefined;
    const before = previous?.state === 'Submitted' ? previous.texts : undefined;
    const history = rounds.map((period) => ({ ...noTexts, ...earlier(period)?.texts, period, state: earlier(period)?.state ?? 'Missing' }));
    const repeated = isReceived(report) ? unchangedMonths([report, ...history]) : 0;
    return [initiative.id, { strip, before, unchanged: repeated > 0, unchangedMonths: repeated }];
  }));
}

/** Months of a strip that follow each other and are alike, for saying them in one breath. Months without a status are left out. */
export function runsOf(strip: readonly StripMonth[]): { from: Period; to: Period; progress?: Progress; received: boolean }[] {
  const runs: ReturnType<typeof runsOf> = [];
  strip.forEach(({ period, status, progress }, index) => {
    const last = runs[runs.length - 1];
    const before = strip[index - 1];
    if (status === 'none') {
      return;
    }
    if (last && before.status === status && before.progress === progress) {
      last.to = period;
    } else {
      runs.push({ from: period, to: period, progress, received: status === 'received' });
    }
  });
  return runs;
}

function stripMonth(period: Period, report: Pick<StatusReport, 'state' | 'progress'> | undefined): StripMonth {
  return report?.state === 'Submitted' ? { period, status: 'received', progress: report.progress } : { period, status: report ? 'notReceived' : 'none' };
}

/** Periods that had a round, the newest first. */
function roundsBefore(meetings: readonly Meeting[], period: Period): Period[] {
  return Array.from(new Set(meetings.filter((meeting) => isRound(meeting) && meeting.period < period).map((meeting) => meeting.period))).sort().reverse();
}

/** What was asked for counts only where help was asked for. */
function textOf(texts: StatusTexts, field: ComparedText): string {
  return field === 'coordinationText' && texts.needsCoordination !== true ? '' : texts[field];
}

function changed<Value>(before: Value | undefined, after: Value | undefined): Change<Value> | undefined {
  return before === after ? undefined : { before, after };
}

function normalised(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
