import type { CalendarDate } from './calendar';
import type { Decision } from './decision';
import { isOverdue, type FollowUp } from './followUp';
import { isNamed, isReportedOn } from './initiative';
import { isLocked, roundOf, type Meeting } from './meeting';
import { isOpenIn, type ObsPoint, type ObsSubjects, type ObsType } from './obsPoint';
import { effortsIn } from './overview';
import type { Period } from './period';
import type { MonthRows } from './ports/planStore';
import { isReceived, reportKeyOf, type ReportState, type StatusReport } from './statusReport';

/** Why a matter is put before the directors; each with what it was found in. */
export type SuggestionReason =
  /** The head of department answered yes to the board's question. */
  | { kind: 'asksForHelp'; words: string }
  /** Progress is "off plan". */
  | { kind: 'offPlan'; words: string }
  /** Neither this round's status nor the one before was handed in. */
  | { kind: 'missingTwice'; before: Period }
  | { kind: 'overdueFollowUp'; title: string; dueDate: CalendarDate; responsibleRole: string };

/** A matter of the round that may deserve an OBS point: the director decides. */
export interface ObsSuggestion {
  /** `I12`, `S3`, or `F7` for a follow-up on the whole plan. */
  key: string;
  subjects: ObsSubjects;
  /** The subject's title as the paper writes it; of a follow-up on the whole plan its own. */
  title: string;
  reasons: SuggestionReason[];
  type: ObsType;
}

export interface SuggestionSource {
  month: MonthRows;
  meetings: readonly Meeting[];
  /** The round before, when there was one: which reports it had, and in which state. */
  previous?: { period: Period; reports: readonly { reportKey: string; state: ReportState }[] };
  decisions: readonly Decision[];
  followUps: readonly FollowUp[];
  today: CalendarDate;
}

/** What the round suggests. Matters that an open point already covers are counted, not suggested again. */
export interface ObsSuggestions {
  suggestions: ObsSuggestion[];
  covered: number;
}

const none: ObsSuggestions = { suggestions: [], covered: 0 };

/** Goes through the open round: requests for help, what is off plan, who was silent twice, what is overdue. */
export function suggestObs(source: SuggestionSource): ObsSuggestions {
  const { month, meetings } = source;
  const round = roundOf(meetings, month.period);
  if (!round || isLocked(round)) {
    return none;
  }
  const found = [...fromInitiatives(source, round), ...fromEfforts(source, round), ...fromPlanFollowUps(source)].filter(({ reasons }) => reasons.length > 0);
  const open = month.obsPoints.filter((point) => isOpenIn(point, month.period));
  const suggestions = found.filter((suggestion) => !open.some((point) => covers(point, suggestion)));
  return { suggestions, covered: found.length - suggestions.length };
}

function fromInitiatives(source: SuggestionSource, round: Meeting): ObsSuggestion[] {
  const { month } = source;
  const reports = new Map(month.reports.map((report) => [report.reportKey, report]));
  return [...month.initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id).map((initiative) => {
    const keyIn = (period: Period): string => reportKeyOf({ kind: 'initiative', id: initiative.id }, period);
    const report = reports.get(keyIn(month.period));
    return suggestion(`I${initiative.id}`, { initiativeIds: [initiative.id] }, initiative.originalText, [
      ...reasonsIn(report),
      ...(report || isReportedOn(initiative) ? silence(source, round, report, keyIn) : []),
      ...overdue(source, (followUp, decision) => isNamed(initiative, followUp.initiativeId === undefined ? decision?.initiativeIds ?? [] : [followUp.initiativeId]))
    ]);
  });
}

function fromEfforts(source: SuggestionSource, round: Meeting): ObsSuggestion[] {
  return effortsIn(source.month).map(({ effort, report }) => suggestion(`S${effort.id}`, { initiativeIds: [], effortId: effort.id }, effort.title, [
    ...reasonsIn(report),
    ...silence(source, round, report, (period) => reportKeyOf({ kind: 'effort', id: effort.id }, period))
  ]));
}

/** Overdue follow-ups of decisions on the whole plan have no subject to stand under. */
function fromPlanFollowUps(source: SuggestionSource): ObsSuggestion[] {
  return source.followUps
    .filter((followUp) => isOverdue(followUp, source.today) && followUp.initiativeId === undefined && (decisionOf(followUp, source.decisions)?.initiativeIds ?? []).length === 0)
    .map((followUp) => suggestion(`F${followUp.id}`, { initiativeIds: [] }, followUp.title, overdue({ ...source, followUps: [followUp] }, () => true)));
}

function suggestion(key: string, subjects: ObsSubjects, title: string, reasons: SuggestionReason[]): ObsSuggestion {
  return { key, subjects, title, reasons, type: reasons.some(({ kind }) => kind === 'asksForHelp') ? 'Help' : 'Info' };
}

function reasonsIn(report: StatusReport | undefined): SuggestionReason[] {
  if (!isReceived(report)) {
    return [];
  }
  const reasons: SuggestionReason[] = [];
  if (report.needsCoordination) {
    reasons.push({ kind: 'asksForHelp', words: report.coordinationText });
  }
  if (report.progress === 'OffTrack') {
    reasons.push({ kind: 'offPlan', words: report.statusText });
  }
  return reasons;
}

/** Silence counts once the deadline has passed, and only of a subject that the round before asked as well. */
function silence({ previous, today }: SuggestionSource, round: Meeting, report: StatusReport | undefined, keyIn: (period: Period) => string): SuggestionReason[] {
  const deadlinePassed = round.statusDeadline !== undefined && round.statusDeadline < today;
  const earlier = previous?.reports.find(({ reportKey }) => reportKey === keyIn(previous.period));
  const silentBefore = earlier !== undefined && earlier.state !== 'Submitted';
  return previous && deadlinePassed && silentBefore && !isReceived(report) ? [{ kind: 'missingTwice', before: previous.period }] : [];
}

function overdue({ followUps, decisions, today }: SuggestionSource, isAbout: (followUp: FollowUp, decision: Decision | undefined) => boolean): SuggestionReason[] {
  return followUps
    .filter((followUp) => isOverdue(followUp, today) && isAbout(followUp, decisionOf(followUp, decisions)))
    .map(({ title, dueDate, responsibleRole }) => ({ kind: 'overdueFollowUp', title, dueDate: dueDate ?? today, responsibleRole }));
}

function decisionOf(followUp: FollowUp, decisions: readonly Decision[]): Decision | undefined {
  return decisions.find((decision) => decision.id === followUp.decisionId);
}

/** An open point on the same subject covers it. A point on the whole plan covers the follow-up that it names. */
function covers(point: ObsPoint, { subjects, title }: ObsSuggestion): boolean {
  if (subjects.effortId !== undefined) {
    return point.effortId === subjects.effortId;
  }
  return subjects.initiativeIds.length > 0
    ? point.initiativeIds.some((id) => subjects.initiativeIds.includes(id))
    : point.initiativeIds.length === 0 && point.effortId === undefined && point.text.includes(title);
}
