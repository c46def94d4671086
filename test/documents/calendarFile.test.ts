import fc from 'fast-check';
import { calendarFile, followUpEntry, meetingEntry, outlookLink, type CalendarEntry } from '../../src/documents/calendar/calendarFile';
import { aFollowUp, meetingDetails } from '../plan/support/samples';
import { danish } from './support/texts';

const site = 'https://kommune.example/sites/direktionen';
const page = `${site}/SitePages/Plan.aspx?view=meeting`;
const now = '2025-03-01T08:00:00Z';

/** Content lines, unfolded: RFC 5545, 3.1. */
function linesOf(file: string): string[] {
  return file.replace(/\r\n[ \t]/g, '').split('\r\n');
}

function valueOf(file: string, name: string): string | undefined {
  return linesOf(file).find((line) => line.startsWith(name))?.slice(name.length);
}

/** A text value without its escapes: RFC 5545, 3.3.11. */
function unescaped(value: string | undefined): string | undefined {
  return value?.replace(/\\([\\;,nN])/g, (_match, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
}

const entry: CalendarEntry = { uid: 'DIR:2025-03@kommune.example', sequence: 3, day: '2025-03-26', title: 'Møde', description: '', url: page, cancelled: false };

test('a meeting fills its day, with focus, invited and attending', () => {
  const meeting = meetingDetails('2025-03', { etag: '"3"', title: 'Direktionsmøde', invitedText: 'Fagchef, Ejendomme', attendingText: 'Økonomichef' });
  const file = calendarFile([meetingEntry(meeting, ['Flådestyring R003(I)(B)'], site, page, danish)], now);
  expect(linesOf(file)).toEqual(expect.arrayContaining([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:PUBLISH', 'UID:DIR:2025-03@kommune.example', 'SEQUENCE:3', 'DTSTAMP:20250301T080000Z', 'DTSTART;VALUE=DATE:20250326', 'DTEND;VALUE=DATE:20250327',
    'SUMMARY:Direktionsmøde', 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR'
  ]));
  expect(unescaped(valueOf(file, 'DESCRIPTION:'))).toBe('Fokusområde: Flådestyring R003(I)(B)\nIndkaldt til punktet: Fagchef, Ejendomme\nDeltager i punktet: Økonomichef');
});

test('a meeting that is cancelled cancels its entry', () => {
  const file = calendarFile([meetingEntry(meetingDetails('2025-03', { state: 'Cancelled', etag: '"abc,12"' }), [], site, page, danish)], now);
  expect(linesOf(file)).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:12']));
});

test('a follow-up stands on its date; without one there is no entry', () => {
  const entries = [aFollowUp(7, { title: 'Undersøg', dueDate: '2025-12-31', note: 'Husk det' })].map((followUp) => followUpEntry(followUp, site, page, danish));
  expect(entries[0]).toMatchObject({ uid: 'followup-7@kommune.example', day: '2025-12-31', title: 'Frist for opfølgning: Undersøg', description: 'Ansvarlig: Fagchef\nHusk det' });
  expect(calendarFile(entries.flatMap((each) => each ?? []), now)).toContain('DTEND;VALUE=DATE:20260101');
  expect(followUpEntry(aFollowUp(8), site, page, danish)).toBeUndefined();
});

test('whatever the texts hold, lines are short, and unfolded and unescaped they are the texts', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abæø,;\\:"😀 \n') }).filter((value) => value === value.trim());
  fc.assert(fc.property(text, text, (title, description) => {
    const file = calendarFile([{ ...entry, title: `t${title.replace(/\n/g, '')}`, description }], now);
    expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    expect(unescaped(valueOf(file, 'SUMMARY:'))).toBe(`t${title.replace(/\n/g, '')}`);
    expect(unescaped(valueOf(file, 'DESCRIPTION:')) ?? '').toBe(description);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  }));
});

test('the link to Outlook carries day and texts', () => {
  const link = new URL(outlookLink({ ...entry, title: 'A & B + C', description: 'Linje 1\nLinje 2' }));
  expect(link.origin).toBe('https://outlook.office.com');
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ subject: 'A & B + C', body: `Linje 1\nLinje 2\n\n${page}`, startdt: '2025-03-26', enddt: '2025-03-27', allday: 'true' });
  expect(link.search).not.toContain('+');
});
