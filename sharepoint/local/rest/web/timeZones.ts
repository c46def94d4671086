/** A time zone by SharePoint's id; biases in minutes, as REST shows them. */
export interface ZoneFacts {
  id: number;
  /** Name for Intl. */
  iana: string;
  description: string;
  bias: number;
  standardBias: number;
  daylightBias: number;
}

const zone = (id: number, iana: string, description: string, bias: number, daylightBias: number = -60): ZoneFacts =>
  ({ id, iana, description, bias, standardBias: 0, daylightBias });

export const zones: readonly ZoneFacts[] = [
  zone(2, 'Europe/London', '(UTC) Dublin, Edinburgh, Lisbon, London', 0),
  zone(3, 'Europe/Copenhagen', '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', -60),
  zone(4, 'Europe/Berlin', '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', -60),
  zone(10, 'America/New_York', '(UTC-05:00) Eastern Time (US and Canada)', 300),
  zone(13, 'America/Los_Angeles', '(UTC-08:00) Pacific Time (US and Canada)', 480),
  zone(93, 'UTC', '(UTC) Coordinated Universal Time', 0, 0)
];

/** @throws Error for an id that is not in the table: the configuration is wrong. */
export function zoneFacts(id: number): ZoneFacts {
  const facts = zones.find((candidate) => candidate.id === id);
  if (!facts) {
    throw new Error(`Time zone ${id} is not known here. Known are ${zones.map((known) => known.id).join(', ')}.`);
  }
  return facts;
}

export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in a zone. */
export function localTime(time: number, iana: string): LocalTime {
  const format = formats.get(iana) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: iana, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric'
  });
  formats.set(iana, format);
  const parts = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  return { year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute, second: parts.second };
}

/** The moment at which a zone's clock shows the given local time (written as if it were UTC). */
export function fromLocal(local: number, iana: string): number {
  const offsetAt = (time: number): number => {
    const { year, month, day, hour, minute, second } = localTime(time, iana);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  };
  // The offset at the guess may be that of the other side of a change of clocks; the second guess is right.
  const guess = local - offsetAt(local);
  return local - offsetAt(guess);
}

/** Midnight, in the zone, of the day the moment is in. */
export function localMidnight(time: number, iana: string): number {
  const { year, month, day } = localTime(time, iana);
  return fromLocal(Date.UTC(year, month - 1, day), iana);
}
