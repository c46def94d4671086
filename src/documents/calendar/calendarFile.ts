import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, type CalendarDate, type Instant } from '../../plan/calendar';
import type { FollowUp } from '../../plan/followUp';
import { rolesOf, type MeetingDetails } from '../../plan/meeting';
import { xmlText } from '../model/xmlText';
import type { Text } from '../texts';

/** Something with a day of its own. The plan has days, no times: entries fill their day. */
export interface CalendarEntry {
  /** The same entry sent again replaces the one in the calendar. */
  uid: string;
  /** Counts up with every change of the row. */
  sequence: number;
  day: CalendarDate;
  title: string;
  description: string;
  url: string;
  cancelled: boolean;
}

/** The invitation of a meeting: its day, focus, who is called in and who attends. `focus` are titles as the paper writes them. */
export function meetingEntry(meeting: MeetingDetails, focus: readonly string[], siteUrl: string, pageUrl: string, text: Text): CalendarEntry {
  const lines: [string, string][] = [
    [text('meet.focus'), [...focus, meeting.focusText.trim()].filter(Boolean).join('; ')],
    [text('doc.invited'), rolesOf(meeting.invitedText).join('; ')],
    [text('meet.attending'), rolesOf(meeting.attendingText).join('; ')],
    [text('exp.caseNo'), meeting.caseNumber]
  ];
  return {
    uid: uidOf(meeting.meetingKey, siteUrl), sequence: versionOf(meeting.etag), day: meeting.meetingDate, title: meeting.title,
    description: lines.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`).join('\n'), url: pageUrl, cancelled: meeting.state === 'Cancelled'
  };
}

/** The date of a follow-up; undefined when it has none. */
export function followUpEntry(followUp: FollowUp, siteUrl: string, pageUrl: string, text: Text): CalendarEntry | undefined {
  const { id, etag, title, dueDate, responsibleRole, note, state } = followUp;
  return dueDate === undefined ? undefined : {
    uid: uidOf(`followup-${id}`, siteUrl), sequence: versionOf(etag), day: dueDate, title: text('doc.calendar.followUp', title),
    description: [responsibleRole && `${text('act.owner')}: ${responsibleRole}`, note].filter(Boolean).join('\n'), url: pageUrl, cancelled: state === 'Dropped'
  };
}

/** An .ics file (RFC 5545) for any calendar. `now` is when it was made. */
export function calendarFile(entries: readonly CalendarEntry[], now: Instant): string {
  const calendar = ical({ prodId: { company: 'Udmøntningsplan', product: 'Udmøntningsplan', language: 'DA' }, method: ICalCalendarMethod.PUBLISH });
  for (const { uid, sequence, day, title, description, url, cancelled } of entries) {
    calendar.createEvent({
      id: uid, sequence, stamp: now, start: midnight(day), end: midnight(addDays(day, 1)), allDay: true, timezone: 'UTC', summary: xmlText(title), description: xmlText(description), url,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** A link that opens the entry as a new appointment in Outlook on the web. */
export function outlookLink({ day, title, description, url }: CalendarEntry): string {
  const fields = { path: '/calendar/action/compose', rru: 'addevent', allday: 'true', startdt: day, enddt: addDays(day, 1), subject: title, body: [description, url].filter(Boolean).join('\n\n') };
  // Outlook reads + as a plus, not as a space.
  return `https://outlook.office.com/calendar/0/deeplink/compose?${Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function midnight(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function uidOf(key: string, siteUrl: string): string {
  return `${key}@${new URL(siteUrl).host}`;
}

/** The number of a version in its ETag, `"3"` or `"<guid>,3"`. */
function versionOf(etag: string): number {
  return Number(/(\d+)"?$/.exec(etag)?.[1] ?? 0);
}
