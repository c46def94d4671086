import fc from 'fast-check';
import { agenda, agendaParts } from '../../src/plan/agenda';
import { overview } from '../../src/plan/overview';
import type { MonthRows } from '../../src/plan/ports/planStore';
import { recordSources } from './support/arbitraries';
import { aMonth, anEffort, anInitiative, anObsPoint, aSite, meetingDetails } from './support/samples';

const month = aMonth({
  initiatives: [
    anInitiative(1, { directorRole: 'Direktør A' }), anInitiative(2, { directorRole: 'Direktør B' }), anInitiative(3, { directorRole: 'Direktør A' }), anInitiative(4, { directorRole: 'Direktør B' }),
    anInitiative(5, { crossCutting: false })
  ],
  efforts: [anEffort(7, { title: 'Sund økonomi' })],
  obsPoints: [
    anObsPoint(20, { initiativeIds: [4, 1], sortOrder: 2 }), anObsPoint(21, { initiativeIds: [], effortId: 7, sortOrder: 1 }), anObsPoint(22, { level: 'Corporate', sortOrder: 3 }),
    anObsPoint(23, { state: 'Closed', closedPeriod: '2025-04', sortOrder: 0 })
  ]
});

function keysOf(rows: MonthRows, changes: Parameters<typeof meetingDetails>[1]): string[] {
  return agenda(overview({ site: aSite(), month: rows, today: '2025-04-30', wholePlan: true }), rows, meetingDetails('2025-04', changes)).map(({ key }) => key);
}

test('the way follows the recommendation: efforts, initiatives by director, focus, OBS', () => {
  expect(keysOf(month, { focusInitiativeIds: [4] })).toEqual(['opening', 'efforts:7', 'initiatives:1', 'initiatives:3', 'initiatives:2', 'focus:4', 'obs:21', 'obs:20', 'closing']);
});

test('corporate management takes up the points of its own level, a committee all of them', () => {
  expect(keysOf(month, { forum: 'Koncernledelse', focusInitiativeIds: [] }).filter((key) => key.startsWith('obs'))).toEqual(['obs:22']);
  expect(keysOf(month, { forum: 'Økonomiudvalget', focusInitiativeIds: [] }).filter((key) => key.startsWith('obs'))).toEqual(['obs:21', 'obs:20', 'obs:22']);
});

test('an OBS point says what it is about, in the order of the plan', () => {
  const steps = agenda(overview({ site: aSite(), month, today: '2025-04-30', wholePlan: true }), month, meetingDetails('2025-04', { focusInitiativeIds: [] }));
  expect(steps.flatMap((step) => (step.part === 'obs' ? [step.titles] : []))).toEqual([['Sund økonomi'], ['Indsats 1', 'Indsats 4']]);
});

test('whatever the month holds: parts in their order, every cross-cutting initiative once, no key twice', () => {
  fc.assert(fc.property(recordSources, ({ site, month: rows, meeting }) => {
    const steps = agenda(overview({ site, month: rows, today: '2025-04-30', wholePlan: true }), rows, meeting);
    const parts = steps.map(({ part }) => agendaParts.indexOf(part));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
    const treated = steps.flatMap((step) => (step.part === 'initiatives' || step.part === 'focus' ? [step.row.initiative] : []));
    expect(rows.initiatives.filter(({ crossCutting }) => crossCutting).every(({ id }) => treated.filter((initiative) => initiative.id === id).length === 1)).toBe(true);
  }));
});
