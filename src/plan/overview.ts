import { dayOf, type CalendarDate, type TimeZone } from './calendar';
import { isNamed, isReportedOn, type Initiative } from './initiative';
import { isLocked, boardMeetingOf, nextBoardMeeting, roundOf, type Meeting } from './meeting';
import { isObsIn, isOpenIn, obsAge, type ObsPoint } from './obsPoint';
import type { Period } from './period';
import type { MonthRows, PlanSite, Rights } from './ports/planStore';
import { isLate, isReceived, reportKeyOf, type StatusReport } from './statusReport';
import { isValidIn, type StrategicEffort } from './strategicEffort';

/** An OBS point as a month shows it. */
export interface ObsInMonth {
  point: ObsPoint;
  /** Months in a row, 1 = raised this month. */
  age: number;
  /** Still open at the end of the month: looked back upon, a point closed later was open then. */
  open: boolean;
}

/** How the person looking may write a row's status. */
export type StatusEditing = 'own' | 'onBehalf' | 'none';

/** One initiative in a month, everything joined. */
export interface OverviewRow {
  initiative: Initiative;
  /** The month's report row, whatever its state. */
  report?: StatusReport;
  /** Handed in, so that its texts may be shown. */
  received: boolean;
  late: boolean;
  /** A status is expected of it in this month's round. */
  expected: boolean;
  /** In the order that directors gave them. */
  obs: ObsInMonth[];
  /** The person looking is the responsible head or the deputy. */
  mine: boolean;
  editing: StatusEditing;
}

export interface OverviewCounts {
  expected: number;
  received: number;
  missing: number;
  effortsExpected: number;
  effortsReceived: number;
  openObs: number;
  needsHelp: number;
}

/** The month as every screen and document shows it. */
export interface Overview {
  planYear: string;
  period: Period;
  /** The board meeting of the month, if it has one. */
  meeting?: Meeting;
  /** The month's round, once it has been opened. */
  round?: Meeting;
  nextMeeting?: Meeting;
  /** The round is locked: nobody edits the month. */
  locked: boolean;
  mayRaiseObs: boolean;
  mayEditObs: boolean;
  rows: OverviewRow[];
  counts: OverviewCounts;
  /** OBS points of the month that name no initiative shown: they must not fall out of sight. */
  otherObs: ObsInMonth[];
  /** The first and the last month that can be chosen. */
  firstPeriod: Period;
  lastPeriod: Period;
}

export interface OverviewRequest {
  site: PlanSite;
  month: MonthRows;
  /** The day it is, in the web's time zone. */
  today: CalendarDate;
  /** The whole plan instead of the cross-cutting initiatives. */
  wholePlan: boolean;
}

/** Joins a month's rows into the one view that screen, annex and paper are made from. */
export function overview({ site, month, today, wholePlan }: OverviewRequest): Overview {
  const { period } = month;
  const meeting = boardMeetingOf(site.meetings, period);
  const round = roundOf(site.meetings, period);
  const locked = isLocked(meeting);
  const reports = new Map(month.reports.map((report) => [report.reportKey, report]));
  const obs = obsOf(month.obsPoints, period);
  const shown = month.initiatives
    .filter((initiative) => wholePlan || initiative.crossCutting)
    .sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const rows = shown.map((initiative): OverviewRow => {
    const report = reports.get(reportKeyOf({ kind: 'initiative', id: initiative.id }, period));
    const mine = initiative.chiefId === site.me.id || initiative.deputyId === site.me.id || (report?.responsibleId === site.me.id);
    const expected = round !== undefined && (report !== undefined || (!locked && isReportedOn(initiative)));
    return {
      initiative,
      report,
      received: isReceived(report),
      late: report !== undefined && isLate(report, round?.statusDeadline, site.timeZone),
      expected,
      obs: obsOn(initiative, obs),
      mine,
      editing: expected && !locked ? editingOf(mine, report !== undefined, site.rights) : 'none'
    };
  });
  return {
    planYear: month.planYear,
    period,
    meeting,
    round,
    nextMeeting: nextBoardMeeting(site.meetings, today),
    locked,
    mayRaiseObs: site.rights.addObs && !locked,
    mayEditObs: site.rights.editObs && !locked,
    rows,
    counts: countsOf(rows, effortsIn(month), obs),
    otherObs: obsOnOthers(rows, obs),
    ...monthsToChoose(site, month, today)
  };
}

/** Today as the web's calendar has it. */
export function todayIn(now: Date, timeZone: TimeZone): CalendarDate {
  return dayOf(now, timeZone);
}

/** Whether and how somebody may write a status. @param hasRow its row has been made */
export function editingOf(mine: boolean, hasRow: boolean, rights: Rights): StatusEditing {
  if (!(hasRow ? rights.editReports : rights.addReports)) {
    return 'none';
  }
  return mine ? 'own' : 'onBehalf';
}

/** The month's OBS points in the order that directors gave them. */
export function obsOf(points: readonly ObsPoint[], period: Period): ObsInMonth[] {
  return points
    .filter((point) => isObsIn(point, period))
    .sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id)
    .map((point) => ({ point, age: obsAge(point, period), open: isOpenIn(point, period) }));
}

/** The OBS points that name an initiative. */
export function obsOn(initiative: Pick<Initiative, 'id' | 'predecessorId'>, obs: readonly ObsInMonth[]): ObsInMonth[] {
  return obs.filter(({ point }) => isNamed(initiative, point.initiativeIds));
}

/** The OBS points that name none of the rows. */
export function obsOnOthers(rows: readonly OverviewRow[], obs: readonly ObsInMonth[]): ObsInMonth[] {
  return obs.filter(({ point }) => !rows.some(({ initiative }) => isNamed(initiative, point.initiativeIds)));
}

/** The strategic efforts valid in the month, in their order, each with its report. */
export function effortsIn({ efforts, reports, period }: MonthRows): { effort: StrategicEffort; report?: StatusReport; received: boolean }[] {
  return efforts
    .filter((effort) => isValidIn(effort, period))
    .sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id)
    .map((effort) => {
      const key = reportKeyOf({ kind: 'effort', id: effort.id }, period);
      const report = reports.find(({ reportKey }) => reportKey === key);
      return { effort, report, received: isReceived(report) };
    });
}

/** What the page counts, of the rows it shows. */
export function countsOf(rows: readonly Pick<OverviewRow, 'expected' | 'received' | 'report'>[], efforts: readonly { received: boolean }[], obs: readonly ObsInMonth[]): OverviewCounts {
  const expected = rows.filter((row) => row.expected);
  const received = expected.filter((row) => row.received).length;
  return {
    expected: expected.length,
    received,
    missing: expected.length - received,
    effortsExpected: efforts.length,
    effortsReceived: efforts.filter((effort) => effort.received).length,
    openObs: obs.filter(({ open }) => open).length,
    needsHelp: rows.filter((row) => row.received && row.report?.needsCoordination === true).length
  };
}

/** The months that the page leads to: the plan year's meetings, the month itself, today. */
export function monthsToChoose(site: PlanSite, shown: { planYear: string; period: Period }, today: CalendarDate): { firstPeriod: Period; lastPeriod: Period } {
  const ofPlan = site.meetings.map((meeting) => meeting.period).filter((period) => period.startsWith(`${shown.planYear}-`));
  const periods = [...ofPlan, shown.period, `${shown.planYear}-01`, today.slice(0, 7)].sort();
  return { firstPeriod: periods[0], lastPeriod: periods[periods.length - 1] };
}
