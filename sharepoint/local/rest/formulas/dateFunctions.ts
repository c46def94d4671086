import { daysOf, FormulaError, type FormulaValue, localOf, notAValue, numberOf, textOf } from './values';

export type Surroundings = {
  /** The web's local time, written as if it were UTC. */
  localNow: number;
};

type Call = (args: readonly FormulaValue[], around: Surroundings) => FormulaValue;

const dateOf = (value: FormulaValue): Date => new Date(localOf(numberOf(value)));
const part = (read: (date: Date) => number): Call => ([value]) => read(dateOf(value));

/** Functions of dates, which are numbers of days. */
export const dateFunctions: Record<string, { from: number; to: number; call: Call }> = {
  TODAY: { from: 0, to: 0, call: (_, { localNow }) => Math.floor(daysOf(localNow)) },
  NOW: { from: 0, to: 0, call: (_, { localNow }) => daysOf(localNow) },
  DATE: { from: 3, to: 3, call: ([year, month, day]) => daysOf(Date.UTC(numberOf(year), numberOf(month) - 1, numberOf(day))) },
  TIME: { from: 3, to: 3, call: ([hour, minute, second]) => (numberOf(hour) * 3600 + numberOf(minute) * 60 + numberOf(second)) / 86400 },
  YEAR: { from: 1, to: 1, call: part((date) => date.getUTCFullYear()) },
  MONTH: { from: 1, to: 1, call: part((date) => date.getUTCMonth() + 1) },
  DAY: { from: 1, to: 1, call: part((date) => date.getUTCDate()) },
  HOUR: { from: 1, to: 1, call: part((date) => date.getUTCHours()) },
  MINUTE: { from: 1, to: 1, call: part((date) => date.getUTCMinutes()) },
  SECOND: { from: 1, to: 1, call: part((date) => date.getUTCSeconds()) },
  // Sunday is 1, or with type 2 Monday.
  WEEKDAY: { from: 1, to: 2, call: ([value, type]) => ((dateOf(value).getUTCDay() + (numberOf(type ?? 1) === 2 ? 6 : 0)) % 7) + 1 },
  DATEDIF: { from: 3, to: 3, call: ([start, end, unit]) => difference(dateOf(start), dateOf(end), textOf(unit).toLowerCase()) }
};

function difference(start: Date, end: Date, unit: string): number {
  if (start > end) {
    throw new FormulaError('#NUM!');
  }
  const days = Math.floor(end.getTime() / 86400000) - Math.floor(start.getTime() / 86400000);
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth() - (end.getUTCDate() < start.getUTCDate() ? 1 : 0);
  switch (unit) {
    case 'd':
      return days;
    case 'm':
      return months;
    case 'y':
      return Math.floor(months / 12);
    case 'ym':
      return months % 12;
    default:
      throw notAValue();
  }
}

/** TEXT of a date or number by the usual patterns. */
export function formatted(value: FormulaValue, pattern: string): string {
  if (typeof value === 'string') {
    return value;
  }
  if (/[ymdhs]/i.test(pattern)) {
    const date = dateOf(value);
    const name = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(date);
    const two = (number: number): string => String(number).padStart(2, '0');
    // An m after an hour is a minute.
    return pattern.replace(/yyyy|yy|mmmm|mmm|(?<=h:)mm|mm|m|dddd|ddd|dd|d|hh|h|ss/gi, (code, at: number) => {
      const isMinute = code.toLowerCase() === 'mm' && /h:$/i.test(pattern.slice(0, at));
      const parts: Record<string, string> = {
        yyyy: String(date.getUTCFullYear()), yy: two(date.getUTCFullYear() % 100), mmmm: name({ month: 'long' }), mmm: name({ month: 'short' }),
        mm: two(isMinute ? date.getUTCMinutes() : date.getUTCMonth() + 1), m: String(date.getUTCMonth() + 1), dddd: name({ weekday: 'long' }), ddd: name({ weekday: 'short' }),
        dd: two(date.getUTCDate()), d: String(date.getUTCDate()), hh: two(date.getUTCHours()), h: String(date.getUTCHours()), ss: two(date.getUTCSeconds())
      };
      return parts[code.toLowerCase()];
    });
  }
  const match = /^(#,##)?([0#]*)(?:\.(0+))?(%?)$/.exec(pattern);
  if (!match) {
    throw notAValue();
  }
  const [, grouping, whole, decimals, percent] = match;
  const number = numberOf(value) * (percent === '%' ? 100 : 1);
  return new Intl.NumberFormat('en-US', {
    useGrouping: grouping !== undefined, minimumIntegerDigits: Math.max(1, whole.replace(/#/g, '').length),
    minimumFractionDigits: decimals?.length ?? 0, maximumFractionDigits: decimals?.length ?? 0
  }).format(number) + percent;
}
