import { addDays, type CalendarDate } from '../calendar';
import { boardForum, type Meeting } from '../meeting';
import type { Period } from '../period';
import { isWorkingDay, weekdayOf, workingDayOnOrBefore, type Weekday } from './workingDays';

/** How many days before the meeting a round opens, has its deadline and is locked. */
export interface DaysBefore {
  open: number;
  deadline: number;
  lock: number;
}

export const usualDaysBefore: DaysBefore = { open: 20, deadline: 8, lock: 4 };

export interface RoundDates {
  opening: CalendarDate;
  deadline: CalendarDate;
  lock: CalendarDate;
}

/** The days of a round, counted back from its meeting; one that falls on a closed day is the working day before. */
export function suggestRoundDates(meetingDate: CalendarDate, daysBefore: DaysBefore = usualDaysBefore): RoundDates {
  const before = (days: number): CalendarDate => workingDayOnOrBefore(addDays(meetingDate, -days));
  return { opening: before(daysBefore.open), deadline: before(daysBefore.deadline), lock: before(daysBefore.lock) };
}

/** A meeting that might be put in the calendar. */
export interface SuggestedMeeting {
  period: Period;
  date: CalendarDate;
  /** Suggested to be made; July is there to be chosen. */
  chosen: boolean;
}

/**
 * A meeting a month: the last of its weekday, in December the last before Christmas week. A closed day gives way to the
 * working day before it. Months that have a board meeting already are left out.
 */
export function suggestMeetings(year: number, meetings: readonly Meeting[]): SuggestedMeeting[] {
  const weekday = usualWeekday(meetings);
  const taken = new Set(meetings.filter(isBoardMeeting).map((meeting) => meeting.period));
  return Array.from({ length: 12 }, (_each, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
    .filter((period) => !taken.has(period))
    .map((period) => ({ period, date: suggestDate(period, weekday), chosen: !period.endsWith('-07') }));
}

/** The weekday of the board's newest meeting; Wednesday where there is none. */
export function usualWeekday(meetings: readonly Meeting[]): Weekday {
  const newest = meetings.filter(isBoardMeeting).sort((a, b) => b.meetingDate.localeCompare(a.meetingDate))[0];
  const weekday = newest && weekdayOf(newest.meetingDate);
  return weekday === undefined || weekday === 0 || weekday === 6 ? 3 : weekday;
}

/** What speaks against a day for a meeting. */
export function meetingDateTrouble(date: CalendarDate): 'notADay' | 'closed' | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) {
    return 'notADay';
  }
  return isWorkingDay(date) ? undefined : 'closed';
}

function suggestDate(period: Period, weekday: Weekday): CalendarDate {
  const [year, month] = period.split('-').map(Number);
  const last = month === 12 ? `${year}-12-20` : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return workingDayOnOrBefore(addDays(last, -((weekdayOf(last) - weekday + 7) % 7)));
}

function isBoardMeeting(meeting: Meeting): boolean {
  return meeting.forum === boardForum && meeting.state !== 'Cancelled';
}
