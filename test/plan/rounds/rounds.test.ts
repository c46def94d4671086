import * as fc from 'fast-check';
import type { MonthRows } from '../../../src/plan/ports/planStore';
import { expectedStatuses, isPastDeadline, mayMove, missingRows, openingTrouble, meetingKeyFor, meetingTitleFor, movedPlan, mayHold, owingOf, receivedOf } from '../../../src/plan/rounds/rounds';
import { lifecycles } from '../../../src/plan/initiative';
import { reportKeyOf } from '../../../src/plan/statusReport';
import { aMeeting, aMonth, anEffort, anInitiative, aReport } from '../support/samples';

test('a key is given once: the second meeting of a month gets a number, also after the first was cancelled', () => {
  expect(meetingKeyFor('Direktion', '2025-05', [])).toBe('DIR:2025-05');
  expect(meetingKeyFor('Koncernledelse', '2025-05', [aMeeting('2025-05')])).toBe('KL:2025-05');
  expect(meetingKeyFor('Direktion', '2025-05', [aMeeting('2025-05', { state: 'Cancelled' }), aMeeting('2025-05', { meetingKey: 'dir:2025-05-2' })])).toBe('DIR:2025-05-3');
});

test('only a planned meeting is opened, and only one in a month', () => {
  const planned = aMeeting('2025-05', { id: 50, state: 'Planned', openedAt: undefined });
  expect(openingTrouble(planned, [planned])).toBeUndefined();
  expect(openingTrouble(planned, [planned, aMeeting('2025-05', { id: 51 })])).toBe('otherRound');
  expect(openingTrouble(planned, [planned, aMeeting('2025-05', { id: 51, state: 'Cancelled' })])).toBeUndefined();
  expect(openingTrouble(aMeeting('2025-05'), [])).toBe('notPlanned');
});

const month = aMonth({
  initiatives: [
    anInitiative(2, { sortOrder: 1, chiefId: 8, chiefRole: 'Fagchef, Ejendomme' }), anInitiative(1, { sortOrder: 2, chiefId: 7 }), anInitiative(3, { crossCutting: false }),
    anInitiative(4, { lifecycle: 'Delivered' }), anInitiative(5, { chiefRole: 'Ubesat' })
  ],
  efforts: [anEffort(1, { ownerId: 8, ownerRole: 'Direktør' }), anEffort(2, { validTo: '2025-03-31' })],
  reports: [aReport(2), aReport(1, { state: 'Draft', responsibleId: 9, responsibleRole: 'Ny fagchef' })]
});

test('what is asked for: cross-cutting initiatives that are alive, in the plan’s order, then the efforts of the month', () => {
  expect(expectedStatuses(month).map(({ subject }) => reportKeyOf(subject, '2025-04'))).toEqual(['I2:2025-04', 'I1:2025-04', 'I5:2025-04', 'S1:2025-04']);
  expect(expectedStatuses(month)[0]).toMatchObject({ responsibleId: 8, responsibleRole: 'Fagchef, Ejendomme', title: 'Indsats 2', period: '2025-04' });
  expect(missingRows(month).map(({ subject }) => reportKeyOf(subject, '2025-04'))).toEqual(['I5:2025-04', 'S1:2025-04']);
});

test('who owes what: by person, with the row’s own responsible before the plan’s; a draft has not come', () => {
  expect(owingOf(month, 'da-DK').map(({ personId, role, missing, received }) => [personId, role, missing.map(({ title }) => title), received])).toEqual([
    [8, 'Fagchef', ['Strategisk indsats 1'], 1], [9, 'Ny fagchef', ['Indsats 1'], 0], [undefined, 'Ubesat', ['Indsats 5'], 0]
  ]);
  expect(receivedOf(month)).toEqual({ expected: 4, received: 1 });
});

test('every expected status is owed by somebody or received, once, whatever the plan', () => {
  const initiatives = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 40 }), chiefId: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), crossCutting: fc.boolean(), lifecycle: fc.constantFrom(...lifecycles) }), { selector: ({ id }) => id });
  const states = fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), fc.constantFrom('Missing', 'Draft', 'Submitted', 'NotReceived'));
  fc.assert(fc.property(initiatives, states, (made, written) => {
    const rows: MonthRows = aMonth({
      initiatives: made.map((each) => anInitiative(each.id, each)),
      reports: Object.entries(written).map(([id, state]) => aReport(Number(id), { state: state as 'Missing' }))
    });
    const owing = owingOf(rows, 'da-DK');
    const { expected, received } = receivedOf(rows);
    expect(owing.reduce((sum, each) => sum + each.missing.length, 0)).toBe(expected - received);
    expect(owing.reduce((sum, each) => sum + each.received, 0)).toBe(received);
    expect(missingRows(rows).every(({ subject }) => !(String(subject.id) in written))).toBe(true);
  }));
});

test('a meeting is moved until it is locked; the deadline has passed when its day is over', () => {
  expect((['Planned', 'Open', 'Locked', 'Held', 'Cancelled'] as const).map((state) => mayMove(aMeeting('2025-04', { state })))).toEqual([true, true, false, false, false]);
  expect([isPastDeadline(aMeeting('2025-04'), '2025-04-18'), isPastDeadline(aMeeting('2025-04'), '2025-04-19'), isPastDeadline(undefined, '2025-04-19')]).toEqual([false, true, false]);
});

test('a title that names the day follows the meeting, one that somebody wrote stays', () => {
  const title = meetingTitleFor('Koncernledelse', '2025-05-07');
  expect(title).toBe('Koncernledelsesmøde 7. maj 2025');
  expect(movedPlan({ title, meetingDate: '2025-05-07' }, '2025-05-14', undefined).title).toBe('Koncernledelsesmøde 14. maj 2025');
  expect(movedPlan({ title: 'BUU 7. maj 2025', forum: 'BUU', meetingDate: '2025-05-07' }, '2025-05-14', undefined).title).toBe('BUU 14. maj 2025');
  expect(movedPlan({ title: 'Seminar', meetingDate: '2025-05-07' }, '2025-05-14', undefined).title).toBe('Seminar');
});

test('a meeting is held from its day on, and a round only when it was locked', () => {
  const round = aMeeting('2025-04', { meetingDate: '2025-04-30', state: 'Locked' });
  const corporate = aMeeting('2025-04', { forum: 'Koncernledelse', meetingDate: '2025-04-30', state: 'Planned', openedAt: undefined });
  expect([round, corporate].map((meeting) => mayHold(meeting, '2025-04-29'))).toEqual([false, false]);
  expect([round, corporate].map((meeting) => mayHold(meeting, '2025-04-30'))).toEqual([true, true]);
  expect([{ ...round, state: 'Open' as const }, { ...corporate, state: 'Cancelled' as const }].map((meeting) => mayHold(meeting, '2025-05-30'))).toEqual([false, false]);
});
