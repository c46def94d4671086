import * as fc from 'fast-check';
import { overview, type Overview } from '../../src/plan/overview';
import { isFiltered, selectRows, sortColumns, wholeOverview, type OverviewSelection } from '../../src/plan/overviewSelection';
import { aMonth, anInitiative, anObsPoint, aReport, aSite } from './support/samples';

const initiatives = [
  anInitiative(1, { originalText: 'Ældre', title: 'Ældre', department: 'Velfærd', committees: ['SSU', 'ØK'], chiefId: 7 }),
  anInitiative(2, { originalText: 'Flådestyring R003(I)(B)', title: 'Flådestyring', code: 'R003', department: 'Teknik', committees: ['ØK'] }),
  anInitiative(3, { originalText: 'Aktindsigt', title: 'Aktindsigt', department: 'Teknik' })
];
const finished = anInitiative(4, { lifecycle: 'Delivered' });
const month: Overview = overview({
  site: aSite(), today: '2025-04-25', wholePlan: false,
  month: aMonth({
    initiatives,
    reports: [
      aReport(1, { progress: 'OffTrack', statusText: 'Leverandøren svarer ikke', needsCoordination: true, coordinationText: 'Beslutning' }),
      aReport(2, { progress: 'OnTrack', state: 'Draft', statusText: 'Hemmelig kladde' }),
      aReport(3, { progress: 'OnTrack', statusText: 'Roligt' })
    ],
    obsPoints: [anObsPoint(9, { initiativeIds: [2], text: 'Udbuddet er forsinket' })]
  })
});

function ids(changes: Partial<OverviewSelection>): number[][] {
  return selectRows(month, { ...wholeOverview, grouping: 'none', ...changes }, 'da-DK').map((group) => group.rows.map((row) => row.initiative.id));
}

test('search finds title, code, status and OBS text, every word of it, whatever the case', () => {
  expect(ids({ search: 'r003' })).toEqual([[2]]);
  expect(ids({ search: 'LEVERANDØREN ældre' })).toEqual([[1]]);
  expect(ids({ search: 'forsinket' })).toEqual([[2]]);
  expect(ids({ search: 'findes ikke' })).toEqual([]);
});

test('what is not handed in is not searched', () => {
  expect(ids({ search: 'kladde' })).toEqual([]);
});

test('each filter alone', () => {
  expect(ids({ onlyObs: true })).toEqual([[2]]);
  expect(ids({ onlyNeedsHelp: true })).toEqual([[1]]);
  expect(ids({ onlyMissing: true })).toEqual([[2]]);
  expect(ids({ onlyReceived: true })).toEqual([[1, 3]]);
  expect(ids({ onlyMine: true })).toEqual([[1]]);
  expect(ids({ departments: ['Teknik'] })).toEqual([[2, 3]]);
  expect(ids({ committees: ['SSU'] })).toEqual([[1]]);
  expect(ids({ progress: ['OnTrack'] })).toEqual([[3]]);
});

test('what nothing is expected of is not missing', () => {
  const withFinished = overview({ site: aSite(), today: '2025-04-25', wholePlan: false, month: aMonth({ initiatives: [...initiatives, finished] }) });
  const missing = selectRows(withFinished, { ...wholeOverview, grouping: 'none', onlyMissing: true }, 'da-DK');
  expect(missing.flatMap((group) => group.rows.map((row) => row.initiative.id))).toEqual([1, 2, 3]);
});

test('with committees as headings a row stands under each of its own, and those without stand together', () => {
  const groups = selectRows(month, { ...wholeOverview, grouping: 'committee' }, 'da-DK');
  expect(groups.map(({ name, rows }) => [name, rows.map((row) => row.initiative.id)])).toEqual([['SSU', [1]], ['ØK', [1, 2]], ['', [3]]]);
});

test('titles are sorted as Danes sort: Æ after Z', () => {
  expect(ids({ sort: 'title' })).toEqual([[3, 2, 1]]);
  expect(ids({ sort: 'title', descending: true })).toEqual([[1, 2, 3]]);
});

test('rows without a value stay last in both directions', () => {
  expect(ids({ sort: 'progress' })).toEqual([[3, 1, 2]]);
  expect(ids({ sort: 'progress', descending: true })).toEqual([[1, 3, 2]]);
});

test('no order and no heading loses or doubles a row', () => {
  fc.assert(fc.property(fc.constantFrom(...sortColumns), fc.boolean(), fc.constantFrom('department', 'director', 'none' as const), (sort, descending, grouping) => {
    const shown = selectRows(month, { ...wholeOverview, sort, descending, grouping: grouping as 'none' }, 'da-DK').flatMap((group) => group.rows);
    expect(shown.map((row) => row.initiative.id).sort()).toEqual([1, 2, 3]);
  }));
});

test('grouping and order are no filters', () => {
  expect(isFiltered({ ...wholeOverview, grouping: 'none', sort: 'title', descending: true })).toBe(false);
  expect(isFiltered({ ...wholeOverview, search: ' ' })).toBe(false);
  expect(isFiltered({ ...wholeOverview, progress: ['Paused'] })).toBe(true);
});
