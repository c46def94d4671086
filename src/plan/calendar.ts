/** A day without a time, `2025-03-26`. Sorts as text. */
export type CalendarDate = string;

/** A point in time, ISO 8601 in UTC: `2025-03-25T23:00:00Z`. */
export type Instant = string;

/** An IANA name, for example `Europe/Copenhagen`. */
export type TimeZone = string;

/** The day that an instant falls on in a time zone. */
export function dayOf(instant: Instant | Date, timeZone: TimeZone): CalendarDate {
  return inZone(instant, timeZone).slice(0, 10);
}

/** The instant at which a day begins in a time zone: how SharePoint writes a DateOnly value. */
export function startOfDay(day: CalendarDate, timeZone: TimeZone): Instant {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`);
  // Twice, because the offset at the first guess may be that of the other side of a summer-time change.
  let guess = asIfUtc;
  for (let round = 0; round < 2; round++) {
    guess = asIfUtc - (Date.parse(`${inZone(new Date(guess), timeZone)}Z`) - guess);
  }
  return new Date(guess).toISOString().replace('.000Z', 'Z');
}

/** The day that lies `days` after (or, negative, before) the given one. */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
}

/** `26. marts 2025` or `March 26, 2025`; without the year when `year` is false. */
export function dayName(day: CalendarDate, locale: string, year: boolean = true): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', year: year ? 'numeric' : undefined, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and time of an instant in a time zone, `26. marts 2025 kl. 14.05`. */
export function instantName(instant: Instant, locale: string, timeZone: TimeZone): string {
  return dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(instant));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format, made once: the first of a kind takes as long as hundreds of dates, and a page names hundreds. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

function inZone(instant: Instant | Date, timeZone: TimeZone): string {
  // The Swedish locale writes ISO order: 2025-03-26 00:00:00.
  const format = dateFormat('sv-SE', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return format.format(typeof instant === 'string' ? new Date(instant) : instant).replace(' ', 'T');
}
