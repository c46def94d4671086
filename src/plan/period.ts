import { dateFormat } from './calendar';

/** A month as the lists write it, `2025-03`. Sorts as text. */
export type Period = string;

const periodPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** True when the text is a month such as `2025-03`. */
export function isPeriod(text: string): boolean {
  return periodPattern.test(text);
}

/**
 * The month that lies `months` after (or, negative, before) the given one.
 * @throws RangeError when the text is not a period
 */
export function addMonths(period: Period, months: number): Period {
  const index = monthIndex(period) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** Months from the first period to the second; 0 for the same one, negative when the second is earlier. */
export function monthsBetween(from: Period, to: Period): number {
  return monthIndex(to) - monthIndex(from);
}

/** The month's name with its year, `marts 2025` or `March 2025`. */
export function periodName(period: Period, locale: string): string {
  const [year, month] = period.split('-').map(Number);
  return dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 1)));
}

function monthIndex(period: Period): number {
  const match = periodPattern.exec(period);
  if (!match) {
    throw new RangeError(`Not a period (expected for example 2025-03): ${period}`);
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}
