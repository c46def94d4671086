import { plain, type ImportedInitiative } from '../../src/plan/import/importedInitiative';
import { createPlanImport } from '../../src/lists/import/planImport';
import type { FoundPerson, ImportRun, PlanImport } from '../../src/plan/ports/planImport';
import type { RowWatch } from '../../src/plan/ports/roundStore';
import { accounts, now, startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const imports = (who: Who): PlanImport => createPlanImport(site.connection(who), 'Europe/Copenhagen', () => now);
const faults = (...rules: Record<string, unknown>[]): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
const watch: RowWatch = { onProgress: () => undefined, stop: () => false };
const list = (name: string): string => `_api/web/GetList('/sites/direktionen/Lists/Upl${name}')/items`;

function imported(line: number, changes: Partial<ImportedInitiative> = {}): ImportedInitiative {
  return {
    line, title: `Indsats ${line}`, originalText: `Indsats ${line}`, marks: [], department: 'Udvikling', committees: [], crossCutting: true, highlighted: false, lifecycle: 'Approved', director: '',
    directorRole: '', chief: '', chiefRole: 'Fagchef', deputy: '', coordinatesWith: '', description: '', politicalBasis: '', ...changes
  };
}

function run(planYear: string, rows: readonly ImportedInitiative[], people: ReadonlyMap<string, FoundPerson> = new Map()): ImportRun {
  return { batch: { id: `batch-${planYear}`, planYear, name: 'Plan.xlsx' }, rows, people, today: '2025-04-25' };
}

const lines = (count: number): ImportedInitiative[] => Array.from({ length: count }, (_each, index) => imported(index + 2));
const titlesIn = async (planYear: string): Promise<string[]> => (await site.store('reader').month(planYear, '2025-04')).initiatives.sort((a, b) => a.sortOrder - b.sortOrder).map(({ title }) => title);

test('a row comes into the plan with everything that the sheet tells; who is no person is kept as a role', async () => {
  const matches = await imports('finance').findPeople([accounts.chief, 'DIRECTOR', 'Fagchef, Ejendomme', 'f']);
  expect(matches.map(({ text, person }) => [text, person?.loginName])).toEqual([
    [accounts.chief, `i:0#.f|membership|${accounts.chief}`], ['DIRECTOR', `i:0#.f|membership|${accounts.director}`], ['Fagchef, Ejendomme', undefined], ['f', undefined]
  ]);
  expect(matches[3].candidates.length).toBeGreaterThan(1);
  const people = new Map(matches.flatMap(({ text, person }) => (person ? [[plain(text), person] as const] : [])));
  const outcome = await imports('finance').run(run('2031', [
    imported(4, {
      title: 'Flådestyring', originalText: 'Flådestyring R003 (I)(B)', code: 'R003', marks: ['I', 'B'], committees: ['ØK', 'BUU'], director: 'director', directorRole: 'Direktør', chief: accounts.chief, chiefRole: '',
      lifecycle: 'OnHold', source: 'OptionsCatalogue', highlighted: true, startDate: '2031-01-01', endDate: '2031-07-31', description: '=1+1'
    }),
    imported(5, { chief: 'Fagchef, Ejendomme', chiefRole: '', crossCutting: false })
  ], people), watch);
  expect(outcome).toEqual({ kind: 'done', lines: [{ line: 4, kind: 'made' }, { line: 5, kind: 'made' }] });
  const { initiatives } = await site.store('reader').month('2031', '2025-04');
  expect(initiatives).toMatchObject([
    {
      title: 'Flådestyring', originalText: 'Flådestyring R003 (I)(B)', code: 'R003', marks: ['I', 'B'], committees: ['ØK', 'BUU'], directorId: await site.userId('director'), directorRole: 'Direktør',
      chiefId: await site.userId('chief'), chiefRole: '', lifecycle: 'OnHold', source: 'OptionsCatalogue', highlighted: true, highlightedSince: '2025-04-25', startDate: '2031-01-01', endDate: '2031-07-31', problems: []
    },
    { chiefId: undefined, chiefRole: 'Fagchef, Ejendomme', crossCutting: false, department: 'Udvikling' }
  ]);
  expect((await site.store('reader').history(initiatives[0].id)).texts.description).toBe('=1+1');
  expect(await imports('finance').known('2031')).toEqual([
    { title: 'Flådestyring', code: 'R003', department: 'Udvikling', committees: ['ØK', 'BUU'], clientKey: 'batch-2031:4' },
    { title: 'Indsats 5', code: undefined, department: 'Udvikling', committees: [], clientKey: 'batch-2031:5' }
  ]);
});

test('five hundred rows are five batches, in the order of the sheet and after what stands; the batch is remembered', async () => {
  await imports('finance').run({ ...run('2032', [imported(2, { title: 'Stod der' })]), batch: { id: 'earlier', planYear: '2032', name: 'Før' } }, watch);
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const told: number[] = [];
  const rows = lines(500);
  const outcome = await imports('finance').run(run('2032', rows), { ...watch, onProgress: ({ done }) => told.push(done) });
  expect([outcome.kind, outcome.lines.length, told]).toEqual(['done', 500, [0, 100, 200, 300, 400, 500]]);
  const asked = await (await fetch(`${site.server.origin}/__requests`)).json() as { url: string }[];
  expect(asked.filter(({ url }) => url.includes('$batch'))).toHaveLength(5);
  expect(await titlesIn('2032')).toEqual(['Stod der', ...rows.map(({ title }) => title)]);
  expect((await imports('finance').batches()).find(({ id }) => id === 'batch-2032')).toEqual({ id: 'batch-2032', planYear: '2032', name: 'Plan.xlsx', startedAt: '2025-04-25T09:00:00Z', total: 500, state: 'done' });
});

test.each<[string, string, Record<string, unknown>]>([
  ['cut before the second batch', '2033', { kind: 'cutBefore', url: '\\$batch', skip: 1, times: 1 }],
  ['cut after the second batch: its rows stand, and nobody was told', '2034', { kind: 'cutAfter', url: '\\$batch', skip: 1, times: 1 }],
  ['a part of the second batch refused', '2035', { kind: 'batchPart', url: 'UplInitiatives', status: 503, skip: 150, times: 1 }]
])('%s: run again, it makes just what is missing', async (_what, year, rule) => {
  const rows = lines(250);
  await faults(rule);
  const first = await imports('finance').run(run(year, rows), watch);
  expect(first).toMatchObject({ kind: 'interrupted', problem: { kind: expect.stringMatching(/offline|throttled/) } });
  expect((await imports('finance').batches()).find(({ id }) => id === `batch-${year}`)).toMatchObject({ state: 'started', total: 250 });
  const second = await imports('finance').run(run(year, rows), watch);
  expect(second.kind).toBe('done');
  expect(second.lines.filter(({ kind }) => kind === 'stood').length).toBeGreaterThanOrEqual(first.lines.length);
  expect(await titlesIn(year)).toEqual(rows.map(({ title }) => title));
});

test('stopped between two batches it keeps what was made; a row that SharePoint refuses does not stop the others', async () => {
  let batches = 0;
  const stopped = await imports('finance').run(run('2036', lines(150)), { onProgress: () => { batches++; }, stop: () => batches > 1 });
  expect([stopped.kind, stopped.problem, stopped.lines.length]).toEqual(['interrupted', undefined, 100]);
  await faults({ kind: 'batchPart', url: 'UplInitiatives', status: 500, skip: 10, times: 1 });
  const { kind, lines: told } = await imports('finance').run(run('2036', lines(150)), watch);
  expect([kind, told.filter((line) => line.kind === 'stood').length, told.filter((line) => line.kind === 'made').length, told.filter((line) => line.kind === 'refused').length]).toEqual(['done', 100, 49, 1]);
});

test('an undo recycles what nobody has touched; what is changed or used stays', async () => {
  await imports('finance').run(run('2037', lines(230)), watch);
  const { initiatives } = await site.store('reader').month('2037', '2025-04');
  const [changed, withStatus, withObs] = ['Indsats 3', 'Indsats 4', 'Indsats 5'].map((title) => initiatives.find((each) => each.title === title)?.id);
  await site.ask('finance')(`${list('Initiatives')}(${changed})`, { headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '"1"' }, body: { Description: 'Skrevet siden' } });
  await site.ask('finance')(list('StatusReports'), { body: { ReportKey: `I${withStatus}:2037-01`, Period: '2037-01', ReportState: 'Mangler' } });
  await site.ask('director')(list('ObsPoints'), { body: { Title: 'OBS', ObsText: 'OBS', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2037-01', InitiativesId: [withObs] } });
  const outcome = await imports('owner').undo('batch-2037', watch);
  expect(outcome).toEqual({ kind: 'done', recycled: 227, kept: [{ title: 'Indsats 3', why: 'changed' }, { title: 'Indsats 4', why: 'used' }, { title: 'Indsats 5', why: 'used' }] });
  expect(await titlesIn('2037')).toEqual(['Indsats 3', 'Indsats 4', 'Indsats 5']);
  expect((await imports('owner').batches()).find(({ id }) => id === 'batch-2037')?.state).toBe('undone');
  const bin = (await site.ask('owner')('_api/web/recyclebin?$top=500')).json as { value: { Title: string }[] };
  expect(bin.value.filter(({ Title }) => Title.startsWith('Indsats')).length).toBeGreaterThanOrEqual(227);
});

test('an undo that was cut goes on, and takes nothing of another batch', async () => {
  await imports('finance').run(run('2038', lines(150)), watch);
  await imports('finance').run({ ...run('2038', [imported(2, { title: 'En andens' })]), batch: { id: 'batch-2038b', planYear: '2038', name: 'B' } }, watch);
  await faults({ kind: 'cutAfter', url: '\\$batch', skip: 1, times: 1 });
  expect(await imports('owner').undo('batch-2038', watch)).toMatchObject({ kind: 'interrupted', recycled: 0, problem: { kind: 'offline' } });
  expect(await imports('owner').undo('batch-2038', watch)).toMatchObject({ kind: 'done', kept: [] });
  expect(await titlesIn('2038')).toEqual(['En andens']);
});

test('who may not is told so: a head of department brings nothing in, finance takes nothing back', async () => {
  expect(await imports('chief').run(run('2039', lines(1)), watch)).toEqual({ kind: 'interrupted', lines: [], problem: { kind: 'forbidden' } });
  await imports('finance').run(run('2039', lines(1)), watch);
  expect(await imports('finance').undo('batch-2039', watch)).toMatchObject({ kind: 'interrupted', recycled: 0, problem: { kind: 'forbidden' } });
  expect(await titlesIn('2039')).toEqual(['Indsats 2']);
  expect(await imports('owner').undo('not-there', watch)).toMatchObject({ kind: 'interrupted', problem: { kind: 'notFound' } });
});
