import type { TimeZone } from '../../plan/calendar';
import type { MeetingDetails } from '../../plan/meeting';
import { RowReader, type Row } from './reader';
import { anyMeetingOf, meetingColumns } from './rows';

/** The whole row: what its paper, its annex and its invitations are made from. */
export const meetingDetailColumns = [
  ...meetingColumns, 'FocusInitiativesId', 'FocusText', 'InvitedId', 'InvitedText', 'AttendingId', 'AttendingText', 'Presenters', 'CaseOwners', 'CaseNumber', 'Background',
  'CasePresentation', 'Recommendation', 'IsClosedItem'
];

/** undefined for a meeting without a date, as meetingOf. */
export function meetingDetailsOf(row: Row, timeZone: TimeZone): MeetingDetails | undefined {
  const details = anyMeetingDetailsOf(row, timeZone);
  return details.meetingDate === '' ? undefined : details;
}

/** The same for one whose row is being written, as anyMeetingOf. */
export function anyMeetingDetailsOf(row: Row, timeZone: TimeZone): MeetingDetails {
  const read = new RowReader(row, timeZone);
  return {
    ...anyMeetingOf(row, timeZone), focusInitiativeIds: read.ids('FocusInitiativesId'), focusText: read.text('FocusText'), invitedIds: read.ids('InvitedId'), invitedText: read.text('InvitedText'),
    attendingIds: read.ids('AttendingId'), attendingText: read.text('AttendingText'), presenters: read.text('Presenters'), caseOwners: read.text('CaseOwners'),
    caseNumber: read.text('CaseNumber'), background: read.text('Background'), casePresentation: read.text('CasePresentation'), recommendation: read.text('Recommendation'),
    closedItem: read.flag('IsClosedItem')
  };
}
