import * as React from 'react';
import { boardMeetingOf, isLocked } from '../../plan/meeting';
import type { Period } from '../../plan/period';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { monthRowsOf } from '../../plan/record/monthRowsOf';
import type { RecordProblem } from '../../plan/record/readRecord';
import { useFiled } from './annexQueries';
import { useMonth } from './queries';

/** A month as it is to be shown: from its record once it is locked, else live from the lists. */
export interface ShownMonth {
  /** The rows, of the record where there is one; undefined until they are known. */
  rows?: MonthRows;
  record?: MonthRecord;
  /** Why a record that is filed is not shown: the rows are live instead. */
  unreadable?: RecordProblem;
  isFetching: boolean;
  error: unknown;
  retry: () => void;
}

export function useShownMonth(site: PlanSite, planYear: string, period: Period): ShownMonth {
  const meeting = boardMeetingOf(site.meetings, period);
  // A meeting that was held without a round has nothing filed.
  const key = isLocked(meeting) && meeting?.openedAt !== undefined ? meeting.meetingKey : undefined;
  const filed = useFiled(site.timeZone, key);
  const reading = key === undefined ? undefined : filed.data?.reading;
  const record = reading?.kind === 'record' && reading.record.planYear === planYear ? reading.record : undefined;
  const problem = filed.error ? problemOf(filed.error) : undefined;
  // Whoever may not open the library is shown the lists, and told so; a record that did not come just now is waited for.
  const live = key === undefined || problem?.kind === 'forbidden' || (filed.data !== undefined && record === undefined);
  const month = useMonth(planYear, period, live);
  const shown = live ? month : filed;
  const filedRows = React.useMemo(() => record && monthRowsOf(record), [record]);
  return {
    rows: live ? month.data : filedRows, record, unreadable: reading?.kind === 'unreadable' ? reading.problem : undefined,
    isFetching: shown.isFetching, error: shown.error,
    retry: () => { (live ? month.refetch() : filed.refetch()).catch(() => undefined); }
  };
}
