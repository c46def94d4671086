import * as fc from 'fast-check';
import { meetingDateTrouble, suggestMeetings, suggestRoundDates, usualWeekday } from '../../../src/plan/rounds/roundDates';
import { isWorkingDay, weekdayOf } from '../../../src/plan/rounds/workingDays';
import { aMeeting } from '../support/samples';

test('twenty, eight and four days before the meeting; a weekend gives way to the Friday before', () => {
  expect(suggestRoundDates('2025-05-28')).toEqual({ opening: '2025-05-08', deadline: '2025-05-20', lock: '2025-05-23' });
});

test('a municipality may count other days', () => {
  expect(suggestRoundDates('2025-05-28', { open: 13, deadline: 6, lock: 2 })).toEqual({ opening: '2025-05-15', deadline: '2025-05-22', lock: '2025-05-26' });
});

test('the days of a round are working days in order, whatever the day of the meeting', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2000-02-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
    const meeting = date.toISOString().slice(0, 10);
    const { opening, deadline, lock } = suggestRoundDates(meeting);
    expect([opening, deadline, lock].every(isWorkingDay)).toBe(true);
    expect(opening < deadline && deadline <= lock && lock < meeting).toBe(true);
  }));
});

test('a meeting a month on the weekday that the board uses; July is there to be chosen, and what is planned is left alone', () => {
  const meetings = [aMeeting('2025-01', { meetingDate: '2025-01-29' }), aMeeting('2025-04', { meetingDate: '2025-04-30' }), aMeeting('2025-06', { state: 'Cancelled' })];
  const suggested = suggestMeetings(2025, meetings);
  expect(suggested.map(({ period }) => period.slice(5))).toEqual(['02', '03', '05', '06', '07', '08', '09', '10', '11', '12']);
  expect(suggested.filter(({ chosen }) => !chosen).map(({ period }) => period)).toEqual(['2025-07']);
  expect(suggested.slice(0, 3).map(({ date }) => date)).toEqual(['2025-02-26', '2025-03-26', '2025-05-28']);
  expect(suggested[9].date).toBe('2025-12-17');
});

test('no meeting is suggested on a closed day or outside its month, in any year and on any weekday', () => {
  fc.assert(fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom('2024-11-25', '2024-11-26', '2024-11-27', '2024-11-28', '2024-11-29'), (year, before) => {
    for (const { period, date } of suggestMeetings(year, [aMeeting('2024-11', { meetingDate: before })])) {
      expect([isWorkingDay(date) && date.slice(0, 7) === period, weekdayOf(date) <= weekdayOf(before)]).toEqual([true, expect.anything()]);
    }
  }));
});

test('the weekday is that of the newest meeting that was not cancelled, else Wednesday', () => {
  expect(usualWeekday([])).toBe(3);
  expect(usualWeekday([aMeeting('2025-01', { meetingDate: '2025-01-28' }), aMeeting('2025-02', { meetingDate: '2025-02-27', state: 'Cancelled' })])).toBe(2);
});

test.each([['2025-06-05', 'closed'], ['2025-06-07', 'closed'], ['2025-06-04', undefined], ['2025-13-01', 'notADay'], ['', 'notADay']])('%s as a day for a meeting: %s', (day, trouble) => {
  expect(meetingDateTrouble(day)).toBe(trouble);
});
