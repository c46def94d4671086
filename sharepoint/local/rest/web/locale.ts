import { formatTime, parseTime } from '../odata/dates';
import { fromLocal, localTime, zoneFacts } from './timeZones';

/** How a web shows and reads numbers, dates and yes/no. Danish and US English; other locales get the latter. */
export interface Locale {
  number(value: number, decimals: number | undefined, isGrouped: boolean): string;
  percent(value: number, decimals: number | undefined): string;
  currency(value: number, lcid: number, decimals: number | undefined): string;
  date(time: number): string;
  dateTime(time: number): string;
  yesNo(value: boolean): string;
  /** Undefined for text that is no number here. */
  parseNumber(text: string): number | undefined;
  /** ISO text of a date, with or without time, as people write it here; undefined when it is none. */
  parseDate(text: string): string | undefined;
}

/** What the conventions of `localeId` and the web's time zone make of values. */
export function localeOf({ localeId, timeZoneId }: { localeId: number; timeZoneId: number }): Locale {
  const { iana } = zoneFacts(timeZoneId);
  const isDanish = localeId === 1030;
  const language = isDanish ? 'da-DK' : 'en-US';
  const decimalsOf = (decimals: number | undefined): Intl.NumberFormatOptions =>
    (decimals === undefined ? { maximumFractionDigits: 15 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const number = (value: number, decimals: number | undefined, isGrouped: boolean): string =>
    new Intl.NumberFormat(language, { ...decimalsOf(decimals), useGrouping: isGrouped }).format(value);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = (time: number): string => {
    const { year, month, day } = localTime(time, iana);
    return isDanish ? `${two(day)}-${two(month)}-${year}` : `${month}/${day}/${year}`;
  };
  const clock = (time: number): string => {
    const { hour, minute } = localTime(time, iana);
    return isDanish ? `${two(hour)}:${two(minute)}` : `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
  };
  return {
    number,
    percent: (value, decimals) => `${number(value * 100, decimals, true)}${isDanish ? ' ' : ''}%`,
    currency: (value, lcid, decimals) => {
      const [conventions, currency] = currencies[lcid] ?? currencies[1033];
      return new Intl.NumberFormat(conventions, { style: 'currency', currency, minimumFractionDigits: decimals ?? 2, maximumFractionDigits: decimals ?? 2 })
        .format(value).replace(/[\u00a0\u202f]/g, ' ');
    },
    date,
    dateTime: (time) => `${date(time)} ${clock(time)}`,
    yesNo: (value) => (isDanish ? (value ? 'Ja' : 'Nej') : (value ? 'Yes' : 'No')),
    parseNumber: (text) => parseNumber(text, isDanish),
    parseDate: (text) => {
      const time = isDanish ? danishDate(text) : americanDate(text);
      return time === undefined ? isoDate(text, iana) : formatTime(fromLocal(time, iana));
    }
  };
}

/** Conventions and currency by the LCID of a currency column. */
const currencies: Record<number, [string, string]> = {
  1030: ['da-DK', 'DKK'], 1031: ['de-DE', 'EUR'], 1033: ['en-US', 'USD'], 1035: ['fi-FI', 'EUR'], 1036: ['fr-FR', 'EUR'], 1044: ['nb-NO', 'NOK'], 1053: ['sv-SE', 'SEK'], 2057: ['en-GB', 'GBP']
};

function parseNumber(text: string, isDanish: boolean): number | undefined {
  const [thousands, decimal] = isDanish ? ['\\.', ','] : [',', '\\.'];
  const pattern = new RegExp(`^([-+]?)(\\d+|\\d{1,3}(?:${thousands}\\d{3})+)(?:${decimal}(\\d+))?\\s*(%?)$`);
  const match = pattern.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction, percent] = match;
  const value = Number(`${sign}${whole.replace(/\D/g, '')}.${fraction ?? '0'}`);
  return percent === '' ? value : value / 100;
}

/** A time of the day as the pattern's last groups hold it, as if the local time were UTC. */
function assembled(year: number, month: number, day: number, hour: number, minute: number, second: number): number | undefined {
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? time : undefined;
}

function danishDate(text: string): number | undefined {
  const match = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?)?$/.exec(text.trim());
  return match ? assembled(Number(match[3]), Number(match[2]), Number(match[1]), Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)) : undefined;
}

function americanDate(text: string): number | undefined {
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(AM|PM)?)?$/i.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const hour = Number(match[4] ?? 0);
  const half = match[7]?.toUpperCase();
  if (half !== undefined && (hour < 1 || hour > 12)) {
    return undefined;
  }
  return assembled(
    Number(match[3]), Number(match[1]), Number(match[2]), half === undefined ? hour : (hour % 12) + (half === 'PM' ? 12 : 0), Number(match[5] ?? 0), Number(match[6] ?? 0)
  );
}

/** [A] ISO text is understood everywhere; without a zone it is local. */
function isoDate(text: string, iana: string): string | undefined {
  const time = parseTime(text.trim());
  return time === undefined ? undefined : formatTime(/(?:Z|[+-]\d\d:?\d\d)$/.test(text.trim()) ? time : fromLocal(time, iana));
}
