import { dayName, type CalendarDate } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import { periodName, type Period } from '../../plan/period';
import type { Message } from '../../plan/rounds/messageLinks';
import { readAddress, writeAddress } from '../app/address';
import { locale, text } from '../shared/texts';

export const messageKinds = ['request', 'remind', 'overdue'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The address of Min status for a month, on this page and without anybody's filters. */
export function linkToMyStatus(period: Period): string {
  return `${window.location.origin}${window.location.pathname}${writeAddress({ ...readAddress(''), view: 'myStatus', period }, '')}`;
}

/** The text that asks somebody for what they miss. Without titles it speaks of all of the reader's own. */
export function messageFor(kind: MessageKind, round: Meeting, to: readonly string[], titles: readonly string[] | undefined): Message {
  const day = (date: CalendarDate | undefined): string => (date === undefined ? '' : dayName(date, locale()));
  const deadline = day(round.statusDeadline);
  const few = titles === undefined ? text('mail.yourInitiatives') : titles.length === 1 ? text('mail.yourStatus') : text('mail.yourStatuses', titles.length);
  const body = (what: string): string => text(`mail.${kind}.body` as const, day(round.meetingDate), what, deadline, linkToMyStatus(round.period));
  return { to, subject: text(`mail.${kind}.subject` as const, periodName(round.period, locale()), deadline), body: body(titles ? listOf(titles) : few), shortBody: body(few) };
}

/** `A, B og C`, each in quotation marks: titles hold commas themselves. */
function listOf(titles: readonly string[]): string {
  const quoted = titles.map((title) => text('common.quoted', title));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${text('common.and')} ${quoted[quoted.length - 1]}`;
}
