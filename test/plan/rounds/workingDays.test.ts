import * as fc from 'fast-check';
import { addDays } from '../../../src/plan/calendar';
import { closedDays, easterOf, isWorkingDay, weekdayOf, workingDayOnOrBefore } from '../../../src/plan/rounds/workingDays';

test.each([[2019, '2019-04-21'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2026, '2026-04-05'], [2038, '2038-04-25'], [2285, '2285-03-22']])('Easter of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(day);
});

test('Easter is a Sunday between 22 March and 25 April, in any year', () => {
  fc.assert(fc.property(fc.integer({ min: 1900, max: 2999 }), (year) => {
    expect(weekdayOf(easterOf(year))).toBe(0);
    expect(easterOf(year) >= `${year}-03-22` && easterOf(year) <= `${year}-04-25`).toBe(true);
  }));
});

test('the closed days of 2025, in order; the Great Prayer Day is one no more', () => {
  expect(closedDays(2025)).toEqual([
    '2025-01-01', '2025-04-17', '2025-04-18', '2025-04-20', '2025-04-21', '2025-05-29', '2025-06-05', '2025-06-08', '2025-06-09', '2025-12-24', '2025-12-25', '2025-12-26', '2025-12-31'
  ]);
  expect(closedDays(2023)).toContain('2023-05-05');
});

test('a day gives way to the nearest working day before it, and a working day to none', () => {
  expect(workingDayOnOrBefore('2025-04-21')).toBe('2025-04-16');
  fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10);
    const found = workingDayOnOrBefore(day);
    expect(isWorkingDay(found)).toBe(true);
    for (let between = addDays(found, 1); between <= day; between = addDays(between, 1)) {
      expect(isWorkingDay(between)).toBe(false);
    }
  }));
});
