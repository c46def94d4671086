import type { Meeting } from '../../../src/plan/meeting';
import type { MeetingOutcome, RoundStore } from '../../../src/plan/ports/roundStore';
import { usualDaysBefore } from '../../../src/plan/rounds/roundDates';
import { missingRows, planOf } from '../../../src/plan/rounds/rounds';
import { noTexts, reportKeyOf, type StatusReport } from '../../../src/plan/statusReport';
import type { MemoryStore } from './memoryStore';

/** The rounds over the same memory as the plan. A round that is opened can be made to stop after so many rows. */
export function createMemoryRounds(store: MemoryStore, stopAfter: { rows: number } = { rows: Infinity }): RoundStore {
  const put = (meeting: Meeting): MeetingOutcome => {
    store.site_ = { ...store.site_, meetings: [...store.site_.meetings.filter(({ id }) => id !== meeting.id), meeting] };
    return { kind: 'saved', row: meeting };
  };
  const write = async (base: Meeting, changes: Partial<Meeting>): Promise<MeetingOutcome> => {
    if (store.failWrites) {
      return { kind: 'refused', problem: store.failWrites };
    }
    const theirs = store.site_.meetings.find(({ id }) => id === base.id);
    return theirs && theirs.etag !== base.etag
      ? { kind: 'merged', theirs, merge: { texts: planOf(theirs), fromTheirs: ['meetingDate'], conflicts: [] } }
      : put({ ...base, ...changes, etag: `"${Number(base.etag.replace(/"/g, '')) + 1}"` });
  };
  const rounds: RoundStore = {
    createMeeting: (forum, meetingKey, period, plan) => write({
      ...plan, id: 100 + store.site_.meetings.length, etag: '"0"', meetingKey, forum, period, state: 'Planned'
    }, {}),
    changeMeeting: (base, plan) => write(base, plan),
    cancelMeeting: (base) => write(base, { state: 'Cancelled' }),
    holdMeeting: (base) => write(base, { state: 'Held' }),
    addMissingRows: async (planYear, period, { onProgress }) => {
      if (store.failWrites) {
        return { kind: 'interrupted', problem: store.failWrites, done: 0, total: 0 };
      }
      const month = { ...store.month_, planYear, period, reports: store.month_.reports.filter((report) => report.period === period) };
      const rows = missingRows(month);
      const made = rows.slice(0, stopAfter.rows).map((row, index): StatusReport => ({
        ...noTexts, id: 9000 + store.month_.reports.length + index, etag: '"1"', reportKey: reportKeyOf(row.subject, period), subject: row.subject, period, responsibleId: row.responsibleId,
        responsibleRole: row.responsibleRole, state: 'Missing', onBehalfOf: '', problems: []
      }));
      store.month_ = { ...store.month_, reports: [...store.month_.reports, ...made] };
      onProgress({ done: made.length, total: rows.length });
      return made.length < rows.length ? { kind: 'interrupted', problem: { kind: 'offline' }, done: made.length, total: rows.length } : { kind: 'done', made: made.length };
    },
    open: async (meeting, deadline, planYear, watch) => {
      const rows = await rounds.addMissingRows(planYear, meeting.period, watch);
      if (rows.kind === 'interrupted') {
        return rows;
      }
      const outcome = await write(meeting, { state: 'Open', openedAt: '2025-04-25T07:00:00Z', statusDeadline: deadline });
      return outcome.kind === 'saved' ? { kind: 'opened', meeting: outcome.row, made: rows.made } : { kind: 'changed', theirs: meeting };
    },
    daysBefore: async () => usualDaysBefore,
    people: async (ids) => ids.map((id) => ({ id, name: `Person ${id}`, loginName: `person${id}`, email: `person${id}@example.invalid` }))
  };
  return rounds;
}
