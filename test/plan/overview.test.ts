import { overview, type Overview } from '../../src/plan/overview';
import type { MonthRows, PlanSite } from '../../src/plan/ports/planStore';
import { aMeeting, aMonth, anInitiative, anObsPoint, aReport, aSite } from './support/samples';

function monthOf(month: Partial<MonthRows>, site: Partial<PlanSite> = {}, wholePlan = false): Overview {
  return overview({ site: aSite(site), month: aMonth(month), today: '2025-04-25', wholePlan });
}

test('rows stand in the order of the plan', () => {
  const initiatives = [anInitiative(1, { sortOrder: 20 }), anInitiative(2, { sortOrder: 10 }), anInitiative(3, { sortOrder: 20 })];
  expect(monthOf({ initiatives }).rows.map((row) => row.initiative.id)).toEqual([2, 1, 3]);
});

test('the board sees cross-cutting initiatives; the whole plan is a switch', () => {
  const initiatives = [anInitiative(1), anInitiative(2, { crossCutting: false })];
  expect(monthOf({ initiatives }).rows).toHaveLength(1);
  expect(monthOf({ initiatives }, {}, true).rows).toHaveLength(2);
});

test('a status counts when it is submitted, not as a draft or an empty row', () => {
  const initiatives = [1, 2, 3, 4].map((id) => anInitiative(id));
  const reports = [aReport(1), aReport(2, { state: 'Draft', statusText: 'Halvt skrevet' }), aReport(3, { state: 'Missing' })];
  const { counts, rows } = monthOf({ initiatives, reports });
  expect(counts).toMatchObject({ expected: 4, received: 1, missing: 3 });
  expect(rows.map((row) => row.received)).toEqual([true, false, false, false]);
});

test('nothing is expected in a month without a round', () => {
  const { counts, rows } = monthOf({ initiatives: [anInitiative(1)] }, { meetings: [aMeeting('2025-04', { state: 'Planned', openedAt: undefined })] });
  expect(counts).toMatchObject({ expected: 0, missing: 0 });
  expect(rows[0].editing).toBe('none');
});

test('a finished initiative is shown but nothing is expected of it', () => {
  expect(monthOf({ initiatives: [anInitiative(1, { lifecycle: 'Delivered' })] }).counts.expected).toBe(0);
});

test('in a locked month only what had a row was expected, and nobody edits', () => {
  const { rows, counts, mayRaiseObs, locked } = monthOf(
    { initiatives: [anInitiative(1, { chiefId: 7 }), anInitiative(2)], reports: [aReport(1)] },
    { meetings: [aMeeting('2025-04', { state: 'Locked' })], rights: { ...aSite().rights, addObs: true } }
  );
  expect(locked).toBe(true);
  expect(counts.expected).toBe(1);
  expect(rows[0].editing).toBe('none');
  expect(mayRaiseObs).toBe(false);
});

test('head and deputy write their own, others on behalf, and only as SharePoint lets them', () => {
  const initiatives = [anInitiative(1, { chiefId: 7 }), anInitiative(2, { deputyId: 7 }), anInitiative(3, { chiefId: 8 })];
  const reports = initiatives.map(({ id }) => aReport(id, { state: 'Missing' }));
  expect(monthOf({ initiatives, reports }).rows.map((row) => row.editing)).toEqual(['own', 'own', 'onBehalf']);
  const reader = { ...aSite().rights, editReports: false };
  expect(monthOf({ initiatives, reports }, { rights: reader }).rows.map((row) => row.editing)).toEqual(['none', 'none', 'none']);
});

test('whoever the month’s row names as responsible writes it as their own, also after the initiative got a new head', () => {
  const rows = monthOf({ initiatives: [anInitiative(1, { chiefId: 8 })], reports: [aReport(1, { state: 'Missing', responsibleId: 7 })] }).rows;
  expect(rows[0]).toMatchObject({ mine: true, editing: 'own' });
});

test('a row that is missing can be made by whoever may add one', () => {
  const rights = { ...aSite().rights, addReports: false };
  expect(monthOf({ initiatives: [anInitiative(1, { chiefId: 7 })] }, { rights }).rows[0].editing).toBe('none');
  expect(monthOf({ initiatives: [anInitiative(1, { chiefId: 7 })] }).rows[0].editing).toBe('own');
});

test('an OBS point stands on every initiative it names, counted once, in the order given', () => {
  const obsPoints = [anObsPoint(5, { initiativeIds: [1, 2], sortOrder: 2 }), anObsPoint(6, { initiativeIds: [1], sortOrder: 1, raisedPeriod: '2025-04' })];
  const { rows, counts } = monthOf({ initiatives: [anInitiative(1), anInitiative(2)], obsPoints });
  expect(rows[0].obs.map(({ point, age }) => [point.id, age])).toEqual([[6, 1], [5, 3]]);
  expect(rows[1].obs.map(({ point }) => point.id)).toEqual([5]);
  expect(counts.openObs).toBe(2);
});

test('a past month counts the points that were open then', () => {
  const obsPoints = [anObsPoint(5, { state: 'Closed', closedPeriod: '2025-05' }), anObsPoint(6, { state: 'Closed', closedPeriod: '2025-04' })];
  const { rows, counts } = monthOf({ initiatives: [anInitiative(1)], obsPoints });
  expect(rows[0].obs.map(({ open }) => open)).toEqual([true, false]);
  expect(counts.openObs).toBe(1);
});

test('a point on something that is not shown does not fall out of sight', () => {
  const { otherObs } = monthOf({ initiatives: [anInitiative(1)], obsPoints: [anObsPoint(5, { initiativeIds: [99] })] });
  expect(otherObs.map(({ point }) => point.id)).toEqual([5]);
});

test('a help wish in a draft is not yet the board’s', () => {
  const reports = [aReport(1, { needsCoordination: true }), aReport(2, { needsCoordination: true, state: 'Draft' })];
  expect(monthOf({ initiatives: [anInitiative(1), anInitiative(2)], reports }).counts.needsHelp).toBe(1);
});

test('months can be chosen from the plan’s first to its last meeting', () => {
  const { firstPeriod, lastPeriod } = monthOf({}, { meetings: [aMeeting('2025-04'), aMeeting('2025-09', { state: 'Planned', openedAt: undefined })] });
  expect([firstPeriod, lastPeriod]).toEqual(['2025-01', '2025-09']);
});
