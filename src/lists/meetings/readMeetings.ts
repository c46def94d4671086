import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { TimeZone } from '../../plan/calendar';
import type { Decision } from '../../plan/decision';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { MeetingDetails } from '../../plan/meeting';
import type { MeetingFocus } from '../../plan/ports/meetingStore';
import { PlanError } from '../../plan/problem';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { decisionColumns, decisionOf, followUpColumns, followUpOf } from '../mapping/decisions';
import { meetingDetailColumns, meetingDetailsOf } from '../mapping/meetings';
import { RowReader, type Row } from '../mapping/reader';
import { rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';

/** Both lists stay small for decades: they are read whole and joined here, as filters by lookup have no index. */
export function readDecisions(connection: Connection, timeZone: TimeZone): Promise<DecisionRows> {
  return reading(async () => {
    const [decisions, followUps] = await Promise.all([rowsOf(connection, 'Decisions', { columns: decisionColumns }), rowsOf(connection, 'FollowUps', { columns: followUpColumns })]);
    return {
      decisions: decisions.map((row) => decisionOf(row, timeZone)).filter((decision): decision is Decision => decision !== undefined),
      followUps: followUps.map((row) => followUpOf(row, timeZone))
    };
  });
}

export function readFocus(connection: Connection, timeZone: TimeZone): Promise<MeetingFocus[]> {
  return reading(async () => (await rowsOf(connection, 'Meetings', { columns: ['Id', 'FocusInitiativesId'] }))
    .map((row) => new RowReader(row, timeZone)).map((read) => ({ meetingId: read.id, initiativeIds: read.ids('FocusInitiativesId') })).filter(({ initiativeIds }) => initiativeIds.length > 0));
}

export function readMeetingDetails({ sp, sitePath }: Connection, meetingId: number, timeZone: TimeZone): Promise<MeetingDetails> {
  return reading(async () => {
    const row = await sp.web.getList(listUrl(sitePath, 'Meetings')).items.getById(meetingId).select(...meetingDetailColumns)<Row>();
    const details = meetingDetailsOf(row, timeZone);
    if (!details) {
      throw new PlanError({ kind: 'unreadable', list: 'UplMeetings', column: 'MeetingDate' });
    }
    return details;
  });
}
