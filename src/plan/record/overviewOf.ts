import type { CalendarDate } from '../calendar';
import { isRound } from '../meeting';
import { countsOf, monthsToChoose, obsOn, obsOnOthers, type Overview, type OverviewRow } from '../overview';
import type { PlanSite } from '../ports/planStore';
import type { MonthRecord } from './monthRecord';

/** Who looks at the record, and when. Nothing of the month itself is taken from here. */
export interface RecordViewer {
  /** Whose initiatives are "mine", and which months the page leads to. */
  site: PlanSite;
  today: CalendarDate;
  wholePlan: boolean;
}

/** The record as every screen and document shows a month: the same shape as a month read from the lists. */
export function overviewOf(record: MonthRecord, { site, today, wholePlan }: RecordViewer): Overview {
  const { planYear, period, meeting, nextMeeting, obs } = record;
  const rows = record.initiatives
    .filter(({ initiative }) => wholePlan || initiative.crossCutting)
    .map(({ initiative, report, received, late, expected }): OverviewRow => ({
      initiative, report, received, late, expected, obs: obsOn(initiative, obs), editing: 'none',
      mine: [initiative.chiefId, initiative.deputyId, report?.responsibleId].includes(site.me.id)
    }));
  return {
    planYear, period, meeting, nextMeeting, rows, round: isRound(meeting) ? meeting : undefined, locked: true, mayRaiseObs: false, mayEditObs: false,
    counts: countsOf(rows, record.efforts, obs), otherObs: obsOnOthers(rows, obs), ...monthsToChoose(site, record, today)
  };
}
