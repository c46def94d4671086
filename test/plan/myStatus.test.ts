import * as fc from 'fast-check';
import { myStatus, nextMissing, type MyStatus, type MyStatusRequest } from '../../src/plan/myStatus';
import type { StatusReport } from '../../src/plan/statusReport';
import { aDecision, aFollowUp, aMeeting, aMonth, anEffort, anInitiative, anObsPoint, aReport, aSite } from './support/samples';

const march = aMeeting('2025-03', { id: 3, state: 'Held', meetingDate: '2025-03-26' });
const site = aSite({ meetings: [aMeeting('2025-02', { id: 2, state: 'Held', meetingDate: '2025-02-26' }), march, aMeeting('2025-04', { id: 4 })] });
const said = { progress: 'OnTrack', statusText: 'Godt på vej', needsCoordination: false } as const;

function effortReport(id: number, changes: Partial<StatusReport> = {}): StatusReport {
  return { ...aReport(id, changes), id: id + 3000, subject: { kind: 'effort', id }, reportKey: `S${id}:${changes.period ?? '2025-04'}` };
}

function mine(changes: Partial<MyStatusRequest> = {}): MyStatus {
  return myStatus({
    site, previous: [], decisions: [], followUps: [], today: '2025-04-25',
    month: aMonth({
      initiatives: [anInitiative(1, { chiefId: 7 }), anInitiative(2, { chiefId: 8, deputyId: 7 }), anInitiative(3, { chiefId: 8 }), anInitiative(4, { chiefId: 7, crossCutting: false }), anInitiative(5, { chiefId: 9 })],
      efforts: [anEffort(1, { ownerId: 7 }), anEffort(2, { ownerId: 8 })],
      reports: [aReport(1, said), aReport(2, { state: 'Missing' }), aReport(5, { state: 'Draft', responsibleId: 7 }), effortReport(1, { state: 'Missing' })]
    }),
    ...changes
  });
}

const keys = ({ items }: MyStatus): string[] => items.map(({ reportKey }) => reportKey);

test('own initiatives as head, as deputy and by the row, and own strategic efforts; what is missing stands first', () => {
  expect(keys(mine())).toEqual(['I2:2025-04', 'I5:2025-04', 'S1:2025-04', 'I1:2025-04']);
  expect(mine().items.map(({ received }) => received)).toEqual([false, false, false, true]);
});

test('no round: nothing is asked for; a locked one is there to be read', () => {
  expect(keys(mine({ site: aSite({ meetings: [march] }) }))).toEqual([]);
  const locked = mine({ site: aSite({ meetings: [aMeeting('2025-04', { state: 'Locked' })] }) });
  expect([locked.locked, keys(locked).length, locked.items.some(({ editing }) => editing !== 'none')]).toEqual([true, 4, false]);
});

test('what the round before said is offered where it was handed in, and can be confirmed where it is whole', () => {
  const view = mine({ previous: [aReport(1, { period: '2025-03', ...said }), aReport(2, { period: '2025-03', statusText: 'Uden fremdrift' }), aReport(5, { period: '2025-03', state: 'NotReceived', ...said })] });
  const by = new Map(view.items.map((item) => [item.reportKey, item]));
  expect(view.previousPeriod).toBe('2025-03');
  expect([by.get('I1:2025-04')?.before?.statusText, by.get('I1:2025-04')?.mayConfirm]).toEqual(['Godt på vej', true]);
  expect([by.get('I2:2025-04')?.before?.statusText, by.get('I2:2025-04')?.mayConfirm]).toEqual(['Uden fremdrift', false]);
  expect([by.get('I5:2025-04')?.before, by.get('I5:2025-04')?.mayConfirm]).toEqual([undefined, false]);
});

test('decisions since the previous round’s meeting, and follow-ups that are open or follow from them', () => {
  const view = mine({
    decisions: [aDecision(1, { meetingId: 3, initiativeIds: [1, 3] }), aDecision(2, { meetingId: 2, initiativeIds: [1] }), aDecision(3, { meetingId: 3, initiativeIds: [3] }), aDecision(4, { meetingId: 3, obsPointId: 9 })],
    followUps: [
      aFollowUp(11, { decisionId: 1, initiativeId: 1, state: 'Done' }), aFollowUp(12, { decisionId: 2, state: 'InProgress' }), aFollowUp(13, { decisionId: 2, state: 'Done' }),
      aFollowUp(14, { decisionId: 1, initiativeId: 3 }), aFollowUp(15, { decisionId: 4 }), aFollowUp(16, { decisionId: 3, responsibleId: 7 }), aFollowUp(17, { responsibleId: 7, state: 'Dropped' })
    ],
    month: aMonth({ initiatives: [anInitiative(1, { chiefId: 7 })], efforts: [anEffort(1, { ownerId: 7 })], obsPoints: [anObsPoint(9, { initiativeIds: [], effortId: 1 })] })
  });
  const [initiative, effort] = view.items;
  expect([initiative.decisions.map(({ id }) => id), initiative.followUps.map(({ id }) => id)]).toEqual([[1], [11, 12]]);
  expect([effort.decisions.map(({ id }) => id), effort.followUps.map(({ id }) => id)]).toEqual([[4], [15]]);
  expect(view.otherFollowUps.map(({ id }) => id)).toEqual([16]);
});

test('a reader who is named may not write', () => {
  expect(mine({ site: { ...site, rights: { ...site.rights, editReports: false } } }).items.filter(({ report }) => report).every(({ editing }) => editing === 'none')).toBe(true);
});

test('going from one missing to the next comes to each once and ends', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), fc.func(fc.boolean()), (ids, isHandedIn) => {
    const view = mine({ month: aMonth({ initiatives: ids.map((id) => anInitiative(id, { chiefId: 7 })), reports: ids.map((id) => aReport(id, { state: isHandedIn(id) ? 'Submitted' : 'Missing' })) }) });
    const visited: string[] = [];
    let { items } = view;
    for (let next = nextMissing(items, ''); next; next = nextMissing(items, next.reportKey)) {
      const { reportKey } = next;
      visited.push(reportKey);
      items = items.map((item) => (item.reportKey === reportKey ? { ...item, received: true } : item));
    }
    expect(visited.sort()).toEqual(ids.filter((id) => !isHandedIn(id)).map((id) => `I${id}:2025-04`).sort());
  }));
});
