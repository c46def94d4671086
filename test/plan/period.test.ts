import * as fc from 'fast-check';
import { addMonths, isPeriod, monthsBetween, periodName } from '../../src/plan/period';

const period = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

test('months are counted over the turn of the year', () => {
  expect(addMonths('2025-12', 1)).toBe('2026-01');
  expect(addMonths('2025-01', -1)).toBe('2024-12');
  expect(monthsBetween('2024-11', '2025-02')).toBe(3);
});

test('going forth and back ends at the same month, and the distance is what was gone', () => {
  fc.assert(fc.property(period, fc.integer({ min: -200, max: 200 }), (from, months) => {
    const to = addMonths(from, months);
    expect(isPeriod(to)).toBe(true);
    expect(addMonths(to, -months)).toBe(from);
    expect(monthsBetween(from, to)).toBe(months);
    expect(Math.sign(to.localeCompare(from))).toBe(Math.sign(months));
  }));
});

test('a text that is no month is refused by name', () => {
  expect(isPeriod('2025-13')).toBe(false);
  expect(isPeriod('2025-3')).toBe(false);
  expect(() => addMonths('marts', 1)).toThrow(/2025-03.*marts/);
});

test('the name of a month is in lower case in Danish', () => {
  expect(periodName('2025-03', 'da-DK')).toBe('marts 2025');
  expect(periodName('2025-03', 'en-US')).toBe('March 2025');
});
