import * as fc from 'fast-check';
import { addDays, dayName, dayOf, startOfDay } from '../../src/plan/calendar';

const copenhagen = 'Europe/Copenhagen';

test('a day in Copenhagen begins at 23 UTC in winter and 22 UTC in summer', () => {
  expect(startOfDay('2025-03-26', copenhagen)).toBe('2025-03-25T23:00:00Z');
  expect(startOfDay('2025-06-26', copenhagen)).toBe('2025-06-25T22:00:00Z');
});

test('the days of the summer-time changes begin on the right side of the change', () => {
  expect(startOfDay('2025-03-30', copenhagen)).toBe('2025-03-29T23:00:00Z');
  expect(startOfDay('2025-03-31', copenhagen)).toBe('2025-03-30T22:00:00Z');
  expect(startOfDay('2025-10-26', copenhagen)).toBe('2025-10-25T22:00:00Z');
  expect(startOfDay('2025-10-27', copenhagen)).toBe('2025-10-26T23:00:00Z');
});

test('every day is read back as itself, in zones on both sides of Greenwich', () => {
  const day = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays('2015-01-01', days));
  const zone = fc.constantFrom(copenhagen, 'UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'America/Nuuk');
  fc.assert(fc.property(day, zone, (date, timeZone) => {
    expect(dayOf(startOfDay(date, timeZone), timeZone)).toBe(date);
  }), { numRuns: 500 });
});

test('an instant late in the evening belongs to the local day', () => {
  expect(dayOf('2025-04-22T21:59:59Z', copenhagen)).toBe('2025-04-22');
  expect(dayOf('2025-04-22T22:00:00Z', copenhagen)).toBe('2025-04-23');
});

test('days are written as a board paper writes them', () => {
  expect(dayName('2025-03-26', 'da-DK')).toBe('26. marts 2025');
  expect(dayName('2025-04-22', 'da-DK', false)).toBe('22. april');
});
