import type { TimeZone } from '../../plan/calendar';
import type { NewerRows } from '../../plan/ports/annexStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { isSameVersion, type Stored } from '../../plan/stored';
import type { Connection } from '../connection';
import { obsPointOf, reportOf } from '../mapping/rows';
import { obsFilter, quoted, rowsOf } from '../readMonth';

/**
 * Counts the rows that a locked month's lists hold in another version than its record. Versions are compared, not times:
 * a clock that is a little wrong hides nothing. Two requests that bring only ids.
 */
export async function readNewerRows(connection: Connection, record: MonthRecord, timeZone: TimeZone): Promise<NewerRows> {
  const [reports, obsPoints] = await Promise.all([
    rowsOf(connection, 'StatusReports', { columns: ['Id', 'ReportKey'], filter: `Period eq ${quoted(record.period)}` }),
    rowsOf(connection, 'ObsPoints', { columns: ['Id'], filter: obsFilter(record.period) })
  ]);
  const filedReports = [...record.initiatives, ...record.efforts].flatMap(({ report }) => report ?? []);
  return {
    statuses: differing(filedReports, reports.map((row) => reportOf(row, timeZone))),
    obsPoints: differing(record.obs.map(({ point }) => point), obsPoints.map((row) => obsPointOf(row, timeZone)))
  };
}

/** Rows that are new, changed or gone. */
function differing(filed: readonly Stored[], now: readonly Stored[]): number {
  const filedById = new Map(filed.map((row) => [row.id, row]));
  const same = now.filter((row) => isSameVersion(filedById.get(row.id)?.etag ?? '', row.etag)).length;
  return now.length - same + filed.filter((row) => !now.some(({ id }) => id === row.id)).length;
}
