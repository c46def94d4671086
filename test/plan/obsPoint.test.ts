import { isObsIn, isOpenIn, obsAge } from '../../src/plan/obsPoint';
import { anObsPoint } from './support/samples';

test('an open point stands from the month it was raised and on', () => {
  const point = anObsPoint(1, { raisedPeriod: '2025-03' });
  expect(['2025-02', '2025-03', '2025-04', '2026-01'].map((period) => isObsIn(point, period))).toEqual([false, true, true, true]);
});

test('a closed point stands to the month it was closed in, also looked back upon', () => {
  const point = anObsPoint(1, { raisedPeriod: '2025-02', state: 'Closed', closedPeriod: '2025-03' });
  expect(['2025-01', '2025-02', '2025-03', '2025-04'].map((period) => isObsIn(point, period))).toEqual([false, true, true, false]);
});

test('looked back upon, a point is open until the month it was closed in', () => {
  const point = anObsPoint(1, { raisedPeriod: '2025-02', state: 'Closed', closedPeriod: '2025-03' });
  expect(['2025-01', '2025-02', '2025-03', '2025-04'].map((period) => isOpenIn(point, period))).toEqual([false, true, false, false]);
  expect(isOpenIn(anObsPoint(1, { raisedPeriod: '2025-02' }), '2025-09')).toBe(true);
});

test('a point that was withdrawn is in no month', () => {
  expect(isObsIn(anObsPoint(1, { state: 'Withdrawn', raisedPeriod: '2025-02' }), '2025-02')).toBe(false);
});

test('age counts the months in a row, the first as one', () => {
  expect(obsAge(anObsPoint(1, { raisedPeriod: '2024-12' }), '2024-12')).toBe(1);
  expect(obsAge(anObsPoint(1, { raisedPeriod: '2024-12' }), '2025-02')).toBe(3);
});
