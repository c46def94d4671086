import type { CalendarDate } from './calendar';
import type { Decision } from './decision';
import { isOpenFollowUp, type FollowUp } from './followUp';
import { isNamed, type Initiative } from './initiative';
import { isRound, type Meeting } from './meeting';
import { effortsIn, overview, type StatusEditing } from './overview';
import type { Period } from './period';
import type { MonthRows, PlanSite } from './ports/planStore';
import { isLate, isReceived, missingInStatus, reportKeyOf, textsOf, type StatusReport, type StatusTexts, type Subject } from './statusReport';

/** One subject that the person looking answers for. */
export interface MyStatusItem {
  reportKey: string;
  subject: Subject;
  /** The plain title, for what is said aloud and for the row that may have to be made. */
  title: string;
  /** As the paper writes it, with code and marks. */
  originalText: string;
  report?: StatusReport;
  received: boolean;
  late: boolean;
  editing: StatusEditing;
  responsibleId?: number;
  responsibleRole: string;
  /** What was handed in for the round before; undefined when nothing was, or there was none. */
  before?: StatusTexts;
  /** The round before says everything that is demanded, so that it can be confirmed as it stands. */
  mayConfirm: boolean;
  /** Decisions on it since the round before. */
  decisions: Decision[];
  /** What it still owes, and what the new decisions set in motion. */
  followUps: FollowUp[];
}

/** Everything that one person is asked for in a month. */
export interface MyStatus {
  period: Period;
  /** The board meeting of the month. */
  meeting?: Meeting;
  /** Its round, once it has been opened. */
  round?: Meeting;
  locked: boolean;
  previousPeriod?: Period;
  /** What has not been handed in comes first, in the plan's order; strategic efforts after initiatives. */
  items: MyStatusItem[];
  /** What the person owes that belongs to none of the items. */
  otherFollowUps: FollowUp[];
}

export interface MyStatusRequest {
  site: PlanSite;
  month: MonthRows;
  /** Reports of the previous round. */
  previous: readonly StatusReport[];
  decisions: readonly Decision[];
  followUps: readonly FollowUp[];
  /** The day it is, in the web's time zone. */
  today: CalendarDate;
}

/** The rounds before a month, the newest first. */
export function roundsBefore(meetings: readonly Meeting[], period: Period): Meeting[] {
  return meetings.filter((meeting) => isRound(meeting) && meeting.period < period).sort((a, b) => b.period.localeCompare(a.period));
}

/** What the person looking is asked for: own initiatives as responsible head or deputy, own strategic efforts. */
export function myStatus({ site, month, previous, decisions, followUps, today }: MyStatusRequest): MyStatus {
  const view = overview({ site, month, today, wholePlan: true });
  const [lastRound] = roundsBefore(site.meetings, month.period);
  const before = new Map(previous.filter(isReceived).map((report) => [report.reportKey, textsOf(report)]));
  const since = decisionsSince(decisions, site.meetings, lastRound, month.period);
  const mayEdit = (report: StatusReport | undefined): boolean => !view.locked && (report ? site.rights.editReports : site.rights.addReports);
  const itemOf = (subject: Subject, part: Pick<MyStatusItem, 'title' | 'originalText' | 'report' | 'received' | 'responsibleId' | 'responsibleRole'> & Pick<Initiative, 'predecessorId'>): MyStatusItem => {
    const { predecessorId, ...item } = part;
    const names = (ids: readonly number[]): boolean => isNamed({ id: subject.id, predecessorId }, ids);
    const lastOf = (id: number | undefined): StatusTexts | undefined => (lastRound && id !== undefined ? before.get(reportKeyOf({ kind: subject.kind, id }, lastRound.period)) : undefined);
    const last = lastOf(subject.id) ?? lastOf(predecessorId);
    const concerns = (decision: Decision): boolean => (subject.kind === 'initiative'
      ? names(decision.initiativeIds)
      : month.obsPoints.some((point) => point.id === decision.obsPointId && point.effortId === subject.id));
    const decided = new Set(decisions.filter(concerns).map(({ id }) => id));
    const news = since.filter(concerns);
    return {
      ...item, subject, reportKey: reportKeyOf(subject, month.period), before: last, mayConfirm: last !== undefined && missingInStatus(last).length === 0,
      late: part.report !== undefined && isLate(part.report, view.round?.statusDeadline, site.timeZone), editing: mayEdit(part.report) ? 'own' : 'none', decisions: news,
      followUps: followUps.filter((followUp) => {
        const about = subject.kind === 'initiative' && followUp.initiativeId !== undefined ? names([followUp.initiativeId]) : followUp.decisionId !== undefined && decided.has(followUp.decisionId);
        return about && (isOpenFollowUp(followUp) || news.some(({ id }) => id === followUp.decisionId));
      })
    };
  };
  const initiatives = view.rows.filter((row) => row.mine && row.expected).map(({ initiative, report, received }) => itemOf({ kind: 'initiative', id: initiative.id }, {
    title: initiative.title, originalText: initiative.originalText, report, received, responsibleId: initiative.chiefId, responsibleRole: report?.responsibleRole || initiative.chiefRole, predecessorId: initiative.predecessorId
  }));
  const efforts = effortsIn(month).filter(({ effort, report }) => view.round !== undefined && (report !== undefined || !view.locked) && (effort.ownerId === site.me.id || report?.responsibleId === site.me.id))
    .map(({ effort, report, received }) => itemOf({ kind: 'effort', id: effort.id }, {
      title: effort.title, originalText: effort.title, report, received, responsibleId: effort.ownerId, responsibleRole: report?.responsibleRole || effort.ownerRole
    }));
  const items = [...initiatives, ...efforts];
  const shown = new Set(items.flatMap((item) => item.followUps.map(({ id }) => id)));
  return {
    period: month.period, meeting: view.meeting, round: view.round, locked: view.locked, previousPeriod: lastRound?.period,
    items: [...items.filter((item) => !item.received), ...items.filter((item) => item.received)],
    otherFollowUps: followUps.filter((followUp) => followUp.responsibleId === site.me.id && isOpenFollowUp(followUp) && !shown.has(followUp.id))
  };
}

/** The next item after one that has not been handed in, going round; undefined when none is left. */
export function nextMissing(items: readonly MyStatusItem[], after: string): MyStatusItem | undefined {
  const at = items.findIndex((item) => item.reportKey === after);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find((item) => !item.received && item.editing !== 'none');
}

/** Decisions that fell from the previous round's meeting on; before there was any round, all of them. */
function decisionsSince(decisions: readonly Decision[], meetings: readonly Meeting[], lastRound: Meeting | undefined, period: Period): Decision[] {
  const since = new Set(meetings.filter((meeting) => meeting.period <= period && (!lastRound || meeting.meetingDate >= lastRound.meetingDate)).map(({ id }) => id));
  return decisions.filter((decision) => since.has(decision.meetingId)).sort((a, b) => b.id - a.id);
}
