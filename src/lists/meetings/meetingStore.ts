import type { TimeZone } from '../../plan/calendar';
import type { MeetingStore } from '../../plan/ports/meetingStore';
import type { Connection } from '../connection';
import type { Writing } from '../write/listWriter';
import { placeObs } from './placeObs';
import { readDecisions, readFocus, readMeetingDetails } from './readMeetings';
import { addDecision, addFollowUp, saveDecision, saveFollowUp } from './writeDecisions';
import { saveDetails } from './writeDetails';

/** Meetings, decisions and follow-ups in SharePoint lists. */
export function createMeetingStore(connection: Connection, timeZone: TimeZone): MeetingStore {
  const writing: Writing = { connection, timeZone };
  return {
    decisions: () => readDecisions(connection, timeZone),
    details: (meetingId) => readMeetingDetails(connection, meetingId, timeZone),
    focus: () => readFocus(connection, timeZone),
    saveDetails: (base, texts) => saveDetails(writing, base, texts),
    placeObs: (base, sortOrder) => placeObs(writing, base, sortOrder),
    addDecision: (meetingId, texts, clientKey) => addDecision(writing, meetingId, texts, clientKey),
    saveDecision: (base, texts) => saveDecision(writing, base, texts),
    addFollowUp: (texts, clientKey, decisionKey) => addFollowUp(writing, texts, clientKey, decisionKey),
    saveFollowUp: (base, texts) => saveFollowUp(writing, base, texts)
  };
}
