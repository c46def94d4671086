import type { TimeZone } from '../../plan/calendar';
import { isRound } from '../../plan/meeting';
import type { RecordSource } from '../../plan/record/makeRecord';
import type { Connection } from '../connection';
import { reportColumns, reportOf } from '../mapping/rows';
import { readDecisions, readMeetingDetails } from '../meetings/readMeetings';
import { legendOf, quoted, readMonth, rowsOf } from '../readMonth';
import { readSite } from '../readSite';
import { readTemplate } from './template';

/** Everything that a month's record is made from, as it stands in the lists now. */
export async function readRecordSource(connection: Connection, planYear: string, meetingId: number, timeZone: TimeZone): Promise<RecordSource> {
  const [site, meeting] = await Promise.all([readSite(connection, planYear), readMeetingDetails(connection, meetingId, timeZone)]);
  const before = site.meetings.filter((other) => isRound(other) && other.period < meeting.period).sort((a, b) => b.period.localeCompare(a.period))[0];
  const [month, decided, legend, template, reports] = await Promise.all([
    readMonth(connection, planYear, meeting.period, timeZone),
    readDecisions(connection, timeZone),
    rowsOf(connection, 'Settings', { columns: ['SettingKey', 'Value'], filter: `SettingKey eq ${quoted('markLegend')}` }),
    readTemplate(connection),
    before ? rowsOf(connection, 'StatusReports', { columns: reportColumns, filter: `Period eq ${quoted(before.period)}` }) : []
  ]);
  const dates = new Map(site.meetings.map(({ id, meetingDate }) => [id, meetingDate]));
  // The year up to the meeting: what was decided long ago is in the records of its own time.
  const since = `${Number(planYear) - 1}-07-01`;
  const decisions = decided.decisions.filter((decision) => (dates.get(decision.meetingId) ?? '') >= since && (dates.get(decision.meetingId) ?? '') <= meeting.meetingDate);
  const kept = new Set(decisions.map(({ id }) => id));
  return {
    site, month, meeting,
    previous: before && { period: before.period, reports: reports.map((row) => reportOf(row, timeZone)) },
    decisions,
    followUps: decided.followUps.filter(({ decisionId }) => decisionId === undefined || kept.has(decisionId)),
    legend: legendOf(legend[0]), template
  };
}
