import fc from 'fast-check';
import { followUpEntries, groupFollowUps, mattersOfInitiative, mattersOfMeeting, mattersOfObs, meetingsOfObs, postponedMatters, selectFollowUps } from '../../src/plan/decisionHistory';
import { recordSources } from './support/arbitraries';
import { aDecision, aFollowUp, aMeeting, anObsPoint } from './support/samples';

const march = aMeeting('2025-03');
const april = aMeeting('2025-04');
const meetings = [march, april];
const rows = {
  decisions: [
    aDecision(50, { meetingId: march.id, initiativeIds: [1], obsPointId: 9, kind: 'Postponed' }), aDecision(51, { meetingId: april.id, initiativeIds: [1, 2] }),
    aDecision(52, { meetingId: april.id, initiativeIds: [], kind: 'Noted' })
  ],
  followUps: [
    aFollowUp(60, { decisionId: 51, initiativeId: undefined, dueDate: '2025-05-01', responsibleId: 7 }), aFollowUp(61, { decisionId: 51, initiativeId: 2, dueDate: '2025-04-01', responsibleId: 8 }),
    aFollowUp(62, { decisionId: undefined, initiativeId: undefined, dueDate: undefined, state: 'Done', responsibleId: 7 })
  ]
};
const ids = (matters: { decision: { id: number } }[]): number[] => matters.map(({ decision }) => decision.id);

test('an initiative and an OBS point show their decisions, newest first, with meeting and follow-ups', () => {
  expect(ids(mattersOfInitiative(rows, meetings, [1]))).toEqual([51, 50]);
  expect(mattersOfInitiative(rows, meetings, [2])).toEqual([{ decision: rows.decisions[1], meeting: april, followUps: [rows.followUps[0], rows.followUps[1]] }]);
  expect(ids(mattersOfObs(rows, meetings, 9))).toEqual([50]);
});

test('a meeting shows its own in the order they fell', () => {
  expect(ids(mattersOfMeeting(rows, meetings, april.id))).toEqual([51, 52]);
});

test('a follow-up stands under its own initiative, else its decision’s; earliest first', () => {
  expect(followUpEntries(rows, meetings, 7, '2025-04-25').map(({ followUp, initiativeIds, overdue, mine, meeting }) => [followUp.id, initiativeIds, overdue, mine, meeting?.id])).toEqual([
    [61, [2], true, false, april.id], [60, [1, 2], false, true, april.id], [62, [], false, true, undefined]
  ]);
});

test('the list is narrowed to mine, to what is overdue, and to what is open', () => {
  const entries = followUpEntries(rows, meetings, 7, '2025-04-25');
  const chosen = (changes: Partial<Parameters<typeof selectFollowUps>[1]>): number[] =>
    selectFollowUps(entries, { onlyMine: false, onlyOverdue: false, withEnded: false, ...changes }).map(({ followUp }) => followUp.id);
  expect(chosen({})).toEqual([61, 60]);
  expect(chosen({ onlyMine: true })).toEqual([60]);
  expect(chosen({ onlyOverdue: true })).toEqual([61]);
  expect(chosen({ withEnded: true, onlyMine: true })).toEqual([60, 62]);
});

test('a postponed matter is open until a later meeting takes up the same', () => {
  expect(ids(postponedMatters(rows, meetings))).toEqual([]);
  expect(ids(postponedMatters({ ...rows, decisions: [rows.decisions[0], { ...rows.decisions[1], initiativeIds: [2] }] }, meetings))).toEqual([50]);
  expect(ids(postponedMatters({ ...rows, decisions: [rows.decisions[0], { ...rows.decisions[1], initiativeIds: [], obsPointId: 9 }] }, meetings))).toEqual([]);
  expect(ids(postponedMatters({ ...rows, decisions: [rows.decisions[0], { ...rows.decisions[1], meetingId: march.id }] }, meetings))).toEqual([50]);
});

test('whatever the lists hold, every follow-up is an entry once, and narrowing only takes away', () => {
  fc.assert(fc.property(recordSources, fc.boolean(), fc.boolean(), ({ decisions, followUps }, onlyMine, onlyOverdue) => {
    const entries = followUpEntries({ decisions, followUps }, meetings, 7, '2025-04-15');
    expect(entries.map(({ followUp }) => followUp.id).sort()).toEqual(followUps.map(({ id }) => id).sort());
    const narrowed = selectFollowUps(entries, { onlyMine, onlyOverdue, withEnded: false });
    expect(narrowed.every((entry) => entries.includes(entry) && (!onlyMine || entry.mine) && (!onlyOverdue || entry.overdue))).toBe(true);
  }));
});

test('headings: initiatives in the order of the plan, meetings the newest first, what has none last', () => {
  const entries = followUpEntries(rows, meetings, 7, '2025-04-25');
  const grouped = (grouping: Parameters<typeof groupFollowUps>[1]): unknown => groupFollowUps(entries, grouping, [2, 1]).map(({ id, entries: ofGroup }) => [id, ofGroup.map(({ followUp }) => followUp.id)]);
  expect(grouped('dueDate')).toEqual([[undefined, [61, 60, 62]]]);
  expect(grouped('initiative')).toEqual([[2, [61, 60]], [1, [60]], [undefined, [62]]]);
  expect(grouped('meeting')).toEqual([[april.id, [61, 60]], [undefined, [62]]]);
});

test('an OBS point has been before the meetings of its level about the months in which it stood', () => {
  const corporate = aMeeting('2025-03', { id: 30, forum: 'Koncernledelse', meetingDate: '2025-04-02' });
  const all = [aMeeting('2025-01'), aMeeting('2025-02', { state: 'Cancelled' }), march, corporate, april];
  const before = (changes: Parameters<typeof anObsPoint>[1], today: string = '2025-04-30'): number[] => meetingsOfObs(anObsPoint(9, changes), all, '2025-04', today).map(({ id }) => id);
  expect(before({})).toEqual([april.id, march.id]);
  expect(before({}, '2025-04-25')).toEqual([march.id]);
  expect(before({ state: 'Closed', closedPeriod: '2025-03' })).toEqual([march.id]);
  expect(before({ level: 'Corporate' })).toEqual([30]);
  expect(before({ state: 'Withdrawn' })).toEqual([]);
});
