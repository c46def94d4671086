import '@pnp/sp/batching';
import '@pnp/sp/webs';
import { SPQueryable } from '@pnp/sp';
import type { CalendarDate, TimeZone } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import type { Period } from '../../plan/period';
import type { Person } from '../../plan/person';
import type { OpenOutcome, RoundStore, RowsOutcome, RowWatch } from '../../plan/ports/roundStore';
import { usualDaysBefore, type DaysBefore } from '../../plan/rounds/roundDates';
import { missingRows } from '../../plan/rounds/rounds';
import type { Connection } from '../connection';
import { problemFrom, reading } from '../errors';
import { personColumns, personOf, type PersonRow } from '../mapping/person';
import { quoted, readMonth, rowsOf } from '../readMonth';
import type { Writing } from '../write/listWriter';
import { addRows } from './addRows';
import { changeMeeting, createMeeting, endMeeting, markOpened } from './plannedMeetings';

/** The board's meetings and their rounds in SharePoint lists. */
export function createRoundStore(connection: Connection, timeZone: TimeZone, now: () => Date): RoundStore {
  const writing: Writing = { connection, timeZone };
  const addMissing = async (planYear: string, period: Period, watch: RowWatch): Promise<RowsOutcome> => {
    try {
      return await addRows(writing, missingRows(await readMonth(connection, planYear, period, timeZone)), watch);
    } catch (error) {
      return { kind: 'interrupted', problem: await problemFrom(error), done: 0, total: 0 };
    }
  };
  return {
    createMeeting: (forum, meetingKey, period, plan) => createMeeting(writing, forum, meetingKey, period, plan),
    changeMeeting: (base, plan) => changeMeeting(writing, base, plan),
    cancelMeeting: (base) => endMeeting(writing, base, 'Cancelled'),
    holdMeeting: (base) => endMeeting(writing, base, 'Held'),
    open: async (meeting, deadline, planYear, watch) => {
      const rows = await addMissing(planYear, meeting.period, watch);
      return rows.kind === 'done' ? opened(writing, meeting, deadline, rows.made, now) : rows;
    },
    addMissingRows: addMissing,
    daysBefore: () => reading(() => readDaysBefore(connection)),
    people: (ids) => reading(() => readPeople(connection, ids))
  };
}

/** Rows first, the meeting last: nobody meets a round that is half made. */
async function opened(writing: Writing, meeting: Meeting, deadline: CalendarDate, made: number, now: () => Date): Promise<OpenOutcome> {
  const outcome = await markOpened(writing, meeting, deadline, `${now().toISOString().slice(0, 19)}Z`);
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'opened', meeting: outcome.row, made };
    case 'refused':
      return { kind: 'interrupted', problem: outcome.problem, done: made, total: made };
    default:
      return { kind: 'changed', theirs: outcome.theirs };
  }
}

async function readDaysBefore(connection: Connection): Promise<DaysBefore> {
  const [row] = await rowsOf(connection, 'Settings', { columns: ['SettingKey', 'Value'], filter: `SettingKey eq ${quoted('daysBeforeMeeting')}` });
  try {
    const stored = JSON.parse(String(row?.Value ?? '{}')) as Partial<Record<keyof DaysBefore, unknown>>;
    const days = (key: keyof DaysBefore): number => (Number.isInteger(stored[key]) ? Number(stored[key]) : usualDaysBefore[key]);
    return { open: days('open'), deadline: days('deadline'), lock: days('lock') };
  } catch {
    // A setting that somebody broke by hand: the days are only suggestions, and the usual ones will do.
    return usualDaysBefore;
  }
}

const peopleInBatch = 100;

async function readPeople(connection: Connection, ids: readonly number[]): Promise<Person[]> {
  if (ids.length === 0) {
    return [];
  }
  const [batched, execute] = connection.sp.batched({ maxRequests: peopleInBatch });
  const answers = ids.map((id) => SPQueryable(batched.web, `getUserById(${id})`).select(...personColumns)<PersonRow>().then(personOf, async (error: unknown) => {
    // Somebody who was deleted from the site is asked for by the role alone; what SharePoint answers then differs by version [A].
    if (['forbidden', 'signedOut', 'throttled', 'offline'].includes((await problemFrom(error)).kind)) {
      throw error;
    }
    return undefined;
  }));
  // Listened to below, after the batch has been sent.
  answers.forEach((answer) => { answer.catch(() => undefined); });
  await execute();
  return (await Promise.all(answers)).filter((person): person is Person => person !== undefined);
}
