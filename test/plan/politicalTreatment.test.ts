import fc from 'fast-check';
import { committeeParts, isPolitical, planYearOf, treatmentOfInitiative, treatmentOfPlan } from '../../src/plan/politicalTreatment';
import { aDecision, aMeeting, anInitiative } from './support/samples';
import { initiatives as anyInitiatives } from './support/arbitraries';

const meetings = [
  aMeeting('2025-04', { id: 1 }), aMeeting('2024-12', { id: 2, forum: 'Økonomiudvalget', meetingDate: '2024-12-10', title: 'ØK december' }), aMeeting('2024-12', { id: 3, forum: 'Kommunalbestyrelsen', meetingDate: '2024-12-17' }),
  aMeeting('2025-02', { id: 4, forum: 'Børne- og ungdomsudvalget', meetingDate: '2025-02-05' }), aMeeting('2025-03', { id: 5, forum: 'Koncernledelse' }),
  aMeeting('2025-10', { id: 6, forum: 'Økonomiudvalget', meetingDate: '2025-10-07', state: 'Planned' }), aMeeting('2025-05', { id: 7, forum: 'Økonomiudvalget', meetingDate: '2025-05-07', state: 'Planned' }),
  aMeeting('2025-06', { id: 8, forum: 'Økonomiudvalget', meetingDate: '2025-06-07', state: 'Cancelled' })
];
const initiatives = [anInitiative(11), anInitiative(12)];
const rows = {
  followUps: [],
  decisions: [
    aDecision(20, { meetingId: 2 }), aDecision(21, { meetingId: 3 }), aDecision(22, { meetingId: 4, initiativeIds: [11] }), aDecision(23, { meetingId: 1, initiativeIds: [11] }), aDecision(24, { meetingId: 4, initiativeIds: [99] }), aDecision(25, { meetingId: 6, initiativeIds: [12] })
  ]
};

test('political is what is not the administration’s own; from September on a meeting speaks of next year’s plan', () => {
  expect(meetings.filter(isPolitical).map(({ id }) => id)).toEqual([2, 3, 4, 6, 7, 8]);
  expect(isPolitical(undefined)).toBe(false);
  expect([planYearOf(meetings[1]), planYearOf(meetings[3]), planYearOf(aMeeting('2025-08', { meetingDate: '2025-08-31' })), planYearOf(aMeeting('2025-09', { meetingDate: '2025-09-01' }))]).toEqual(['2025', '2025', '2025', '2026']);
});

test('the treatment of a plan: the whole of it, its initiatives also later on, and meetings to come; not what was cancelled', () => {
  expect(treatmentOfPlan(rows, meetings, '2025', initiatives).map(({ meeting, matters }) => [meeting.id, matters.map(({ decision }) => decision.id)])).toEqual([[2, [20]], [3, [21]], [4, [22]], [7, []], [6, [25]]]);
});

test('an initiative is treated by name and with the whole plan of its year', () => {
  expect(treatmentOfInitiative(rows, meetings, initiatives[0]).map(({ decision }) => decision.id)).toEqual([20, 21, 22]);
  expect(treatmentOfInitiative(rows, meetings, anInitiative(12, { planYear: '2026' })).map(({ decision }) => decision.id)).toEqual([25]);
});

test('a committee has its own part and nothing of the others’', () => {
  fc.assert(fc.property(fc.uniqueArray(anyInitiatives, { selector: ({ id }) => id, maxLength: 8 }), (all) => {
    const parts = committeeParts(all, 'da-DK');
    parts.forEach(({ name, initiatives: own }) => expect(own.every(({ committees }) => committees.includes(name)) && own.length > 0).toBe(true));
    all.forEach((initiative) => expect(parts.filter(({ initiatives: own }) => own.includes(initiative)).map(({ name }) => name).sort()).toEqual(Array.from(new Set(initiative.committees)).sort()));
  }));
  expect(committeeParts([anInitiative(1, { sortOrder: 2, committees: ['ØK', 'BUU'] }), anInitiative(2, { sortOrder: 1, committees: ['ØK'] })], 'da-DK').map(({ name, initiatives: own }) => [name, own.map(({ id }) => id)])).toEqual([['BUU', [1]], ['ØK', [2, 1]]]);
});
