import type { TimeZone } from '../../plan/calendar';
import { isObsIn } from '../../plan/obsPoint';
import type { NewerRows } from '../../plan/ports/annexStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { isSameVersion, type Stored } from '../../plan/stored';
import type { Connection } from '../connection';
import { obsPointOf, reportOf } from '../mapping/rows';
import { obsFilter, quoted, rowsOf } from '../readMonth';

/**
 * Counts the rows that a locked month's lists hold in another version than its record. Versions are compared, not times:
 * a clock that is a little wrong hides nothing. Two requests that bring few columns.
 */
export async function readNewerRows(connection: Connection, record: MonthRecord, timeZone: TimeZone): Promise<NewerRows> {
  const [reports, obsPoints] = await Promise.all([
    rowsOf(connection, 'StatusReports', { columns: ['Id', 'ReportKey'], filter: `Period eq ${quoted(record.period)}` }),
    rowsOf(connection, 'ObsPoints', { columns: ['Id', 'ObsState', 'RaisedPeriod', 'ClosedPeriod'], filter: obsFilter(record.period) })
  ]);
  const filedReports = [...record.initiatives, ...record.efforts].flatMap(({ report }) => report ?? []);
  const filedObs = record.obs.map(({ point }) => point);
  // One that had been withdrawn before the lock is in no month: the record lacks it, and nothing is newer.
  const obsNow = obsPoints.map((row) => obsPointOf(row, timeZone)).filter((point) => isObsIn(point, record.period) || filedObs.some(({ id }) => id === point.id));
  return {
    statuses: differing(filedReports, reports.map((row) => reportOf(row, timeZone))),
    obsPoints: differing(filedObs, obsNow)
  };
}

/** Rows that are new, changed or gone. */
function differing(filed: readonly Stored[], now: readonly Stored[]): number {
  const filedById = new Map(filed.map((row) => [row.id, row]));
  const same = now.filter((row) => isSameVersion(filedById.get(row.id)?.etag ?? '', row.etag)).length;
  return now.length - same + filed.filter((row) => !now.some(({ id }) => id === row.id)).length;
}
