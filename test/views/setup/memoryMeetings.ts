import { decisionWritingOf, isTakenBack, type Decision } from '../../../src/plan/decision';
import type { DecisionRows } from '../../../src/plan/decisionHistory';
import { followUpWritingOf, type FollowUp } from '../../../src/plan/followUp';
import { meetingWritingOf, type MeetingDetails } from '../../../src/plan/meeting';
import type { MeetingStore } from '../../../src/plan/ports/meetingStore';
import { PlanError, type WriteOutcome } from '../../../src/plan/problem';
import type { Stored } from '../../../src/plan/stored';
import { meetingDetails } from '../../plan/support/samples';
import type { MemoryStore } from './memoryStore';

/** Meetings, decisions and follow-ups kept in memory beside the plan's store, whose bad days they share. */
export interface MemoryMeetings extends MeetingStore {
  rows_: DecisionRows;
  details_: MeetingDetails[];
}

export function createMemoryMeetings(store: MemoryStore, rows: DecisionRows = { decisions: [], followUps: [] }): MemoryMeetings {
  let saves = 0;
  const keys = new Map<string, number>();
  const answer = async <T>(value: T): Promise<T> => {
    if (store.failReads) {
      throw new PlanError(store.failReads);
    }
    return value;
  };
  /** Writes a row into its list; `put` keeps the list. The same key is the same row. */
  const write = async <Row extends Stored, Texts>(list: readonly Row[], row: Row, put: (rows: readonly Row[]) => void, key?: string): Promise<WriteOutcome<Row, Texts>> => {
    if (store.failWrites) {
      return { kind: 'refused', problem: store.failWrites };
    }
    const id = key === undefined ? row.id : keys.get(key) ?? 8000 + saves;
    if (key !== undefined) {
      keys.set(key, id);
    }
    const saved = { ...row, id, etag: `"m${++saves}"` };
    put(list.some((each) => each.id === id) ? list.map((each) => (each.id === id ? saved : each)) : [...list, saved]);
    return { kind: 'saved', row: saved };
  };
  const putDecisions = (decisions: readonly Decision[]): void => { meetings.rows_ = { ...meetings.rows_, decisions }; };
  const putFollowUps = (followUps: readonly FollowUp[]): void => { meetings.rows_ = { ...meetings.rows_, followUps }; };
  const fresh = { id: 0, etag: '', problems: [] };
  const meetings: MemoryMeetings = {
    rows_: rows,
    details_: store.site_.meetings.map((meeting) => ({ ...meetingDetails(meeting.period), ...meeting })),
    decisions: () => answer({ ...meetings.rows_, decisions: meetings.rows_.decisions.filter((decision) => !isTakenBack(decision)) }),
    focus: () => answer(meetings.details_.map(({ id, focusInitiativeIds }) => ({ meetingId: id, initiativeIds: focusInitiativeIds })).filter(({ initiativeIds }) => initiativeIds.length > 0)),
    details: async (meetingId) => {
      const found = meetings.details_.find(({ id }) => id === meetingId);
      return found ? answer(found) : Promise.reject(new PlanError({ kind: 'notFound' }));
    },
    saveDetails: (base, texts) => write(meetings.details_, { ...base, ...meetingWritingOf(texts) }, (rows_) => { meetings.details_ = [...rows_]; }),
    placeObs: (base, sortOrder) => write(store.month_.obsPoints, { ...base, sortOrder }, (obsPoints) => { store.month_ = { ...store.month_, obsPoints: [...obsPoints] }; }),
    addDecision: (meetingId, texts, clientKey) => write(meetings.rows_.decisions, { ...fresh, ...decisionWritingOf(texts), title: texts.text, meetingId, clientKey }, putDecisions, clientKey),
    saveDecision: (base, texts) => write(meetings.rows_.decisions, { ...base, ...decisionWritingOf(texts) }, putDecisions),
    addFollowUp: (texts, clientKey, decisionKey) => write(meetings.rows_.followUps, {
      ...fresh, ...followUpWritingOf(texts), decisionId: texts.decisionId ?? (decisionKey === undefined ? undefined : keys.get(decisionKey))
    }, putFollowUps, clientKey),
    saveFollowUp: (base, texts) => write(meetings.rows_.followUps, { ...base, ...followUpWritingOf(texts) }, putFollowUps)
  };
  return meetings;
}
