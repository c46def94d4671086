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
  zone(5, 'Europe/Athens', '(UTC+02:00) Athens, Bucharest, Istanbul', -120),
  zone(6, 'Europe/Prague', '(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague', -60),
  zone(8, 'America/Sao_Paulo', '(UTC-03:00) Brasilia', 180),
  zone(9, 'America/Halifax', '(UTC-04:00) Atlantic Time (Canada)', 240),
  zone(10, 'America/New_York', '(UTC-05:00) Eastern Time (US and Canada)', 300),
  zone(11, 'America/Chicago', '(UTC-06:00) Central Time (US and Canada)', 360),
  zone(12, 'America/Denver', '(UTC-07:00) Mountain Time (US and Canada)', 420),
  zone(13, 'America/Los_Angeles', '(UTC-08:00) Pacific Time (US and Canada)', 480),
  zone(14, 'America/Anchorage', '(UTC-09:00) Alaska', 540),
  zone(15, 'Pacific/Honolulu', '(UTC-10:00) Hawaii', 600),
  zone(17, 'Pacific/Auckland', '(UTC+12:00) Auckland, Wellington', -720),
  zone(18, 'Australia/Brisbane', '(UTC+10:00) Brisbane', -600),
  zone(19, 'Australia/Adelaide', '(UTC+09:30) Adelaide', -570),
  zone(20, 'Asia/Tokyo', '(UTC+09:00) Osaka, Sapporo, Tokyo', -540),
  zone(21, 'Asia/Singapore', '(UTC+08:00) Kuala Lumpur, Singapore', -480),
  zone(22, 'Asia/Bangkok', '(UTC+07:00) Bangkok, Hanoi, Jakarta', -420),
  zone(23, 'Asia/Kolkata', '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', -330),
  zone(24, 'Asia/Dubai', '(UTC+04:00) Abu Dhabi, Muscat', -240),
  zone(25, 'Asia/Tehran', '(UTC+03:30) Tehran', -210),
  zone(26, 'Asia/Baghdad', '(UTC+03:00) Baghdad', -180),
  zone(27, 'Asia/Jerusalem', '(UTC+02:00) Jerusalem', -120),
  zone(28, 'America/St_Johns', '(UTC-03:30) Newfoundland', 210),
  zone(29, 'Atlantic/Azores', '(UTC-01:00) Azores', 60),
  zone(35, 'America/Bogota', '(UTC-05:00) Bogota, Lima, Quito', 300),
  zone(36, 'America/Regina', '(UTC-06:00) Saskatchewan', 360),
  zone(38, 'America/Phoenix', '(UTC-07:00) Arizona', 420),
  zone(40, 'Pacific/Fiji', '(UTC+12:00) Fiji Islands, Marshall Islands', -720),
  zone(42, 'Australia/Hobart', '(UTC+10:00) Hobart', -600),
  zone(43, 'Pacific/Guam', '(UTC+10:00) Guam, Port Moresby', -600),
  zone(44, 'Australia/Darwin', '(UTC+09:30) Darwin', -570),
  zone(45, 'Asia/Shanghai', '(UTC+08:00) Beijing, Chongqing, Hong Kong S.A.R., Urumqi', -480),
  zone(48, 'Asia/Kabul', '(UTC+04:30) Kabul', -270),
  zone(49, 'Africa/Cairo', '(UTC+02:00) Cairo', -120),
  zone(50, 'Africa/Johannesburg', '(UTC+02:00) Harare, Pretoria', -120),
  zone(51, 'Europe/Moscow', '(UTC+03:00) Moscow, St. Petersburg, Volgograd', -180),
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
