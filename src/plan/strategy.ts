import type { Initiative } from './initiative';
import { isLocked, boardMeetingOf, roundOf } from './meeting';
import { editingOf, effortsIn, obsOf, type ObsInMonth, type StatusEditing } from './overview';
import type { MonthRows, PlanSite } from './ports/planStore';
import { isLate, type StatusReport } from './statusReport';
import { isValidIn, type StrategicEffort } from './strategicEffort';

/** A strategic effort as its month shows it. */
export interface EffortInMonth {
  effort: StrategicEffort;
  report?: StatusReport;
  received: boolean;
  late: boolean;
  /** The month's round asks for its status. */
  expected: boolean;
  editing: StatusEditing;
  obs: ObsInMonth[];
  /** Its initiatives in the plan year, in the order of the plan. */
  initiatives: Initiative[];
  /** How many more it is coupled to, in other plan years. */
  elsewhere: number;
}

/** The link (*kobling*) between the board's strategic efforts and the initiatives, seen from both sides. */
export interface Strategy {
  locked: boolean;
  /** Couplings and efforts are the plan of today: a month that is locked shows them, and takes no edits. */
  mayEdit: boolean;
  /** Valid in the month, in their order. */
  efforts: EffortInMonth[];
  /** Those that are over, or have not begun. */
  otherEfforts: StrategicEffort[];
  /** What the matrix lists, in the order of the plan. */
  initiatives: Initiative[];
  /** Efforts that no initiative of the plan year carries. */
  withoutInitiatives: StrategicEffort[];
  /** Initiatives that carry no effort. */
  withoutEffort: Initiative[];
}

/** @param wholePlan all initiatives of the year instead of the cross-cutting ones */
export function strategyOf({ site, month, wholePlan }: { site: PlanSite; month: MonthRows; wholePlan: boolean }): Strategy {
  const { period } = month;
  const locked = isLocked(boardMeetingOf(site.meetings, period));
  const round = roundOf(site.meetings, period);
  const ofYear = [...month.initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const initiatives = ofYear.filter(({ crossCutting }) => wholePlan || crossCutting);
  const obs = obsOf(month.obsPoints, period);
  const efforts = effortsIn(month).map(({ effort, report, received }): EffortInMonth => {
    const mine = effort.ownerId === site.me.id || report?.responsibleId === site.me.id;
    const expected = round !== undefined && (report !== undefined || !locked);
    const ofEffort = ofYear.filter(({ id }) => effort.initiativeIds.includes(id));
    return {
      effort, report, received, expected, late: report !== undefined && isLate(report, round?.statusDeadline, site.timeZone),
      editing: expected && !locked ? editingOf(mine, report !== undefined, site.rights) : 'none',
      obs: obs.filter(({ point }) => point.effortId === effort.id), initiatives: ofEffort, elsewhere: effort.initiativeIds.length - ofEffort.length
    };
  });
  return {
    locked, mayEdit: site.rights.editEfforts && !locked, efforts, initiatives,
    otherEfforts: month.efforts.filter((effort) => !isValidIn(effort, period)),
    withoutInitiatives: efforts.filter((each) => each.initiatives.length === 0).map(({ effort }) => effort),
    withoutEffort: initiatives.filter(({ id }) => !efforts.some(({ effort }) => effort.initiativeIds.includes(id)))
  };
}

/** The efforts that an initiative carries in a month. */
export function effortsOfInitiative(efforts: readonly StrategicEffort[], initiativeId: number): StrategicEffort[] {
  return efforts.filter(({ initiativeIds }) => initiativeIds.includes(initiativeId));
}
