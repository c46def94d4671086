import type { TimeZone } from '../../plan/calendar';
import type { MeetingDetails } from '../../plan/meeting';
import { addMonths, type Period } from '../../plan/period';
import type { ExtractRows } from '../../plan/ports/annexStore';
import type { Connection } from '../connection';
import { meetingDetailColumns, meetingDetailsOf } from '../mapping/meetings';
import { initiativeColumns, initiativeOf, obsColumns, obsPointOf, reportColumns, reportOf } from '../mapping/rows';
import { readDecisions } from '../meetings/readMeetings';
import { quoted, rowsOf } from '../readMonth';

/** Everything that an extract of some months can be made from. A filter on the indexed month each: a list past the threshold answers too. */
export async function readExtractRows(connection: Connection, from: Period, to: Period, timeZone: TimeZone): Promise<ExtractRows> {
  const periods: Period[] = [];
  for (let period = from; period <= to; period = addMonths(period, 1)) {
    periods.push(period);
  }
  const [initiatives, obsPoints, meetings, { decisions }, ...months] = await Promise.all([
    rowsOf(connection, 'Initiatives', { columns: initiativeColumns }),
    rowsOf(connection, 'ObsPoints', { columns: obsColumns }),
    rowsOf(connection, 'Meetings', { columns: meetingDetailColumns }),
    readDecisions(connection, timeZone),
    ...periods.map((period) => rowsOf(connection, 'StatusReports', { columns: reportColumns, filter: `Period eq ${quoted(period)}` }))
  ]);
  return {
    initiatives: initiatives.map((row) => initiativeOf(row, timeZone)),
    obsPoints: obsPoints.map((row) => obsPointOf(row, timeZone)),
    meetings: meetings.map((row) => meetingDetailsOf(row, timeZone)).filter((meeting): meeting is MeetingDetails => meeting !== undefined),
    decisions: [...decisions],
    reports: months.flat().map((row) => reportOf(row, timeZone))
  };
}
