import type { Initiative } from '../../plan/initiative';
import { isRound } from '../../plan/meeting';
import { expectedStatuses } from '../../plan/rounds/rounds';
import { meetingColumns, anyMeetingOf } from '../mapping/rows';
import { rowsOf } from '../readMonth';
import { addRows } from '../rounds/addRows';
import type { Writing } from '../write/listWriter';

/**
 * Makes the row of an initiative in each open round of its year. Where that fails the initiative is saved all the same:
 * the overview shows it as missing, its first status makes the row, and the view of rounds offers to.
 */
export async function giveRowInOpenRounds(writing: Writing, initiative: Initiative): Promise<void> {
  try {
    const meetings = (await rowsOf(writing.connection, 'Meetings', { columns: meetingColumns })).map((row) => anyMeetingOf(row, writing.timeZone));
    const open = meetings.filter((meeting) => isRound(meeting) && meeting.state === 'Open' && meeting.period.startsWith(`${initiative.planYear}-`));
    const rows = open.flatMap(({ period }) => expectedStatuses({ planYear: initiative.planYear, period, initiatives: [initiative], efforts: [], reports: [], obsPoints: [] }));
    await addRows(writing, rows, { onProgress: () => undefined, stop: () => false });
  } catch {
    // See above: nothing is lost, and nobody waits for it.
  }
}
