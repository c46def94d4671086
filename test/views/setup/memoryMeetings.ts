import type { DecisionRows } from '../../../src/plan/decisionHistory';
import type { MeetingDetails } from '../../../src/plan/meeting';
import type { MeetingStore } from '../../../src/plan/ports/meetingStore';
import { PlanError } from '../../../src/plan/problem';
import { meetingDetails } from '../../plan/support/samples';
import type { MemoryStore } from './memoryStore';

/** Meetings, decisions and follow-ups kept in memory beside the plan's store, whose bad days they share. */
export interface MemoryMeetings extends MeetingStore {
  rows_: DecisionRows;
  details_: MeetingDetails[];
}

export function createMemoryMeetings(store: MemoryStore, rows: DecisionRows = { decisions: [], followUps: [] }): MemoryMeetings {
  let saves = 0;
  const answer = async <T>(value: T): Promise<T> => {
    if (store.failReads) {
      throw new PlanError(store.failReads);
    }
    return value;
  };
  const meetings: MemoryMeetings = {
    rows_: rows,
    details_: store.site_.meetings.map((meeting) => ({ ...meetingDetails(meeting.period), ...meeting })),
    decisions: () => answer(meetings.rows_),
    details: async (meetingId) => {
      const found = meetings.details_.find(({ id }) => id === meetingId);
      return found ? answer(found) : Promise.reject(new PlanError({ kind: 'notFound' }));
    },
    placeObs: async (base, sortOrder) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row = { ...base, sortOrder, etag: `"place-${++saves}"` };
      store.month_ = { ...store.month_, obsPoints: store.month_.obsPoints.map((each) => (each.id === base.id ? row : each)) };
      return { kind: 'saved', row };
    }
  };
  return meetings;
}
