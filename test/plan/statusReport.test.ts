import { isLate, missingInStatus, reportKeyOf } from '../../src/plan/statusReport';
import { aReport } from './support/samples';

test('the key of a report names its subject and its month', () => {
  expect(reportKeyOf({ kind: 'initiative', id: 12 }, '2025-03')).toBe('I12:2025-03');
  expect(reportKeyOf({ kind: 'effort', id: 3 }, '2025-03')).toBe('S3:2025-03');
});

test('late begins when the deadline day is over where the web is', () => {
  const at = (submittedAt: string): boolean => isLate(aReport(1, { submittedAt }), '2025-04-22', 'Europe/Copenhagen');
  expect(at('2025-04-22T21:59:00Z')).toBe(false);
  expect(at('2025-04-22T22:01:00Z')).toBe(true);
});

test('without a deadline, or before it is handed in, nothing is late', () => {
  expect(isLate(aReport(1, { submittedAt: '2025-04-30T10:00:00Z' }), undefined, 'UTC')).toBe(false);
  expect(isLate(aReport(1), '2025-04-22', 'UTC')).toBe(false);
});

test('the help question must be answered, and explained when the answer is yes', () => {
  const texts = { progress: 'OnTrack', statusText: 'Godt på vej', nextSteps: '', coordinationText: ' ' } as const;
  expect(missingInStatus(texts)).toEqual(['needsCoordination']);
  expect(missingInStatus({ ...texts, needsCoordination: true })).toEqual(['coordinationText']);
  expect(missingInStatus({ ...texts, needsCoordination: false })).toEqual([]);
  expect(missingInStatus({ ...texts, needsCoordination: false, statusText: '\n ', progress: undefined })).toEqual(['progress', 'statusText']);
});
