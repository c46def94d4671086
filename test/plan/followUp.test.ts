import { decisionsOf } from '../../src/plan/decision';
import { isOpenFollowUp, isOverdue } from '../../src/plan/followUp';
import { rolesOf } from '../../src/plan/meeting';
import { changesBetween, noTexts } from '../../src/plan/statusReport';
import { aDecision, aFollowUp } from './support/samples';

test('a follow-up is overdue the day after its date, as long as somebody owes it', () => {
  expect(isOverdue(aFollowUp(1, { dueDate: '2025-04-22' }), '2025-04-22')).toBe(false);
  expect(isOverdue(aFollowUp(1, { dueDate: '2025-04-22' }), '2025-04-23')).toBe(true);
  expect(isOverdue(aFollowUp(1, { dueDate: '2025-04-22', state: 'Done' }), '2025-04-23')).toBe(false);
  expect(isOverdue(aFollowUp(1), '2025-04-23')).toBe(false);
});

test('done and dropped follow-ups are no longer open', () => {
  const states = ['NotStarted', 'InProgress', 'Done', 'Dropped'] as const;
  expect(states.filter((state) => isOpenFollowUp(aFollowUp(1, { state })))).toEqual(['NotStarted', 'InProgress']);
});

test('the decisions of a meeting come in the order they fell', () => {
  expect(decisionsOf([aDecision(3), aDecision(2, { meetingId: 9 }), aDecision(1)], 4).map(({ id }) => id)).toEqual([1, 3]);
});

test('roles are told apart by semicolons and lines, never by the comma inside one', () => {
  expect(rolesOf('Fagchef, Ejendomme; Fagchef, Sundhed og Omsorg\nØkonomichef;')).toEqual(['Fagchef, Ejendomme', 'Fagchef, Sundhed og Omsorg', 'Økonomichef']);
});

test('what a status says differently is named by field; white space is no difference', () => {
  const earlier = { ...noTexts, progress: 'OnTrack', statusText: 'I gang', needsCoordination: false } as const;
  expect(changesBetween(earlier, { ...earlier, statusText: ' I  gang\n' })).toEqual([]);
  expect(changesBetween(earlier, { ...earlier, progress: 'Attention', needsCoordination: undefined })).toEqual(['progress', 'needsCoordination']);
});
