import { addDays, type CalendarDate } from '../calendar';

/** Days of the week as `Date` counts them: 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher). */
export function easterOf(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * shift + 114;
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1);
}

/**
 * The days on which a Danish municipality is closed: the public holidays, Constitution Day, Christmas Eve and New Year's
 * Eve. The Great Prayer Day was one until 2023.
 */
export function closedDays(year: number): CalendarDate[] {
  const easter = easterOf(year);
  const afterEaster = [-3, -2, 0, 1, ...(year < 2024 ? [26] : []), 39, 49, 50].map((days) => addDays(easter, days));
  const fixed = [[1, 1], [6, 5], [12, 24], [12, 25], [12, 26], [12, 31]].map(([month, day]) => dateOf(year, month, day));
  return [...afterEaster, ...fixed].sort();
}

export function weekdayOf(day: CalendarDate): Weekday {
  return new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;
}

/** Neither in a weekend nor on a day when the municipality is closed. */
export function isWorkingDay(day: CalendarDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !closedDays(Number(day.slice(0, 4))).includes(day);
}

/** The day itself, or the nearest working day before it. */
export function workingDayOnOrBefore(day: CalendarDate): CalendarDate {
  let found = day;
  while (!isWorkingDay(found)) {
    found = addDays(found, -1);
  }
  return found;
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
