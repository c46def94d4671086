import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { createInitiativeStore } from '../../src/lists/initiatives/initiativeStore';
import { createNextYearStore } from '../../src/lists/nextYear/nextYearStore';
import { runNextYear } from '../../src/lists/nextYear/runNextYear';
import type { YearChoice } from '../../src/plan/nextYear/nextYear';
import type { NextYearOutcome, NextYearRun, NextYearStore } from '../../src/plan/ports/nextYearStore';
import type { RowWatch } from '../../src/plan/ports/roundStore';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const years = (who: Who): NextYearStore => createNextYearStore(site.connection(who), 'Europe/Copenhagen');
const faults = (...rules: Record<string, unknown>[]): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
const watch: RowWatch = { onProgress: () => undefined, stop: () => false };
const list = (name: string): string => `_api/web/GetList('/sites/direktionen/Lists/Upl${name}')/items`;
const next = (year: string): string => String(Number(year) + 1);

/** A year's plan of so many initiatives; their ids in the order of the plan. */
async function aPlan(year: string, count: number, changes: Record<string, unknown> = {}): Promise<number[]> {
  const [batched, execute] = site.connection('owner').sp.batched({ maxRequests: 100 });
  const items = batched.web.getList('/sites/direktionen/Lists/UplInitiatives');
  const made = Array.from({ length: count }, (_each, index) => items.items.add({
    Title: `Indsats ${index + 1}`, OriginalText: `Indsats ${index + 1} R101(I)`, Code: 'R101', Marks: ['I'], PlanYear: year, Lifecycle: 'Igangsat', CrossCutting: true, Department: 'Udvikling', Committees: ['BUU'],
    SortOrder: index + 1, Description: `Om ${index + 1}`, StartDate: '2025-03-25T23:00:00Z', ChiefRole: 'Fagchef', ...changes
  }));
  await execute();
  return (await Promise.all(made)).map((row) => (row as { Id: number }).Id);
}

function run(year: string, choices: readonly [number, YearChoice][], changes: Partial<NextYearRun> = {}): NextYearRun {
  return { fromYear: year, toYear: next(year), choices: new Map(choices), names: { departments: {}, committees: {} }, meetings: [], closeOld: true, ...changes };
}

const carry = (ids: readonly number[]): [number, YearChoice][] => ids.map((id) => [id, { ending: 'carry', reason: '' }]);
const inYear = async (year: string): Promise<{ id: number; title: string; lifecycle: string; predecessorId?: number }[]> =>
  (await site.store('reader').month(year, `${year}-01`)).initiatives.sort((a, b) => a.sortOrder - b.sortOrder).map(({ id, title, lifecycle, predecessorId }) => ({ id, title, lifecycle, predecessorId }));
const outcomes = ({ lines }: NextYearOutcome): Record<string, number> => lines.reduce<Record<string, number>>((counts, { what, outcome }) => ({ ...counts, [`${what} ${outcome}`]: (counts[`${what} ${outcome}`] ?? 0) + 1 }), {});

test('a year becomes the next: rows with their predecessor, under new names, meetings, and each end with its reason', async () => {
  const ids = await aPlan('2051', 4);
  const choices: [number, YearChoice][] = [...carry(ids.slice(0, 1)), [ids[1], { ending: 'finish', reason: 'Nået' }], [ids[2], { ending: 'operate', reason: 'I drift' }], [ids[3], { ending: 'drop', reason: 'Opgivet' }]];
  const told: string[] = [];
  const outcome = await years('finance').run(run('2051', choices, {
    names: { departments: { Udvikling: 'Plan og Udvikling' }, committees: { BUU: 'Børneudvalget' } }, meetings: [{ period: '2052-01', date: '2052-01-31' }]
  }), { ...watch, onProgress: ({ done, total }) => told.push(`${done}/${total}`) });
  expect([outcome.kind, outcomes(outcome), told]).toEqual(['done', { 'carried made': 1, 'meeting made': 1, 'ended made': 4 }, ['0/6', '1/6', '2/6', '2/6', '6/6']]);
  const [successor] = await inYear('2052');
  expect(successor).toMatchObject({ title: 'Indsats 1', lifecycle: 'InProgress', predecessorId: ids[0] });
  expect(await createInitiativeStore(site.connection('reader'), 'Europe/Copenhagen').details(successor.id)).toMatchObject({
    originalText: 'Indsats 1 R101(I)', code: 'R101', marks: ['I'], department: 'Plan og Udvikling', committees: ['Børneudvalget'], description: 'Om 1', startDate: '2025-03-26', sortOrder: 1, lifecycleReason: ''
  });
  expect((await inYear('2051')).map(({ lifecycle }) => lifecycle)).toEqual(['CarriedForward', 'Delivered', 'Operational', 'Cancelled']);
  expect((await createInitiativeStore(site.connection('reader'), 'Europe/Copenhagen').details(ids[3])).lifecycleReason).toBe('Opgivet');
  expect((await site.store('reader').site()).meetings).toMatchObject([{ meetingKey: 'DIR:2052-01', meetingDate: '2052-01-31', state: 'Planned' }]);
  expect((await years('finance').rows('2051', '2052')).kept).toEqual({ choices, names: { departments: { Udvikling: 'Plan og Udvikling' }, committees: { BUU: 'Børneudvalget' } }, state: 'closed' });
});

test('the new rows first, the old year ended later: what was chosen is found again', async () => {
  const ids = await aPlan('2053', 130);
  const choices: [number, YearChoice][] = [...carry(ids.slice(0, 120)), ...ids.slice(120).map((id): [number, YearChoice] => [id, { ending: 'finish', reason: 'x'.repeat(250) }])];
  expect(outcomes(await years('finance').run(run('2053', choices, { closeOld: false }), watch))).toEqual({ 'carried made': 120 });
  expect((await inYear('2053')).every(({ lifecycle }) => lifecycle === 'InProgress')).toBe(true);
  const { kept, successors } = await years('finance').rows('2053', '2054');
  expect([kept?.state, kept?.choices, successors.length]).toEqual(['made', choices, 120]);
  expect(outcomes(await years('finance').run(run('2053', kept?.choices ?? []), watch))).toEqual({ 'carried stood': 120, 'ended made': 130 });
  expect((await inYear('2053')).filter(({ lifecycle }) => lifecycle === 'Delivered')).toHaveLength(10);
});

test.each<[string, string, Record<string, unknown>]>([
  ['cut before the second hundred of new rows', '2055', { kind: 'cutBefore', url: '\\$batch', skip: 1, times: 1 }],
  ['cut after the second hundred: its rows stand, and nobody was told', '2057', { kind: 'cutAfter', url: '\\$batch', skip: 1, times: 1 }],
  ['a part of the second hundred refused for a busy server', '2059', { kind: 'batchPart', url: 'UplInitiatives', status: 503, skip: 130, times: 1 }],
  ['cut while the old rows are ended', '2061', { kind: 'cutAfter', url: '\\$batch', skip: 3, times: 1 }],
  ['cut while the choices are kept', '2063', { kind: 'cutAfter', method: 'POST', url: 'UplSettings', times: 1 }]
])('%s: run again, it makes just what is missing', async (_what, year, rule) => {
  const ids = await aPlan(year, 150);
  const request = run(year, carry(ids), { meetings: [{ period: `${next(year)}-02`, date: `${next(year)}-02-25` }] });
  await faults(rule);
  const first = await years('finance').run(request, watch);
  expect(first).toMatchObject({ kind: 'interrupted', problem: { kind: expect.stringMatching(/offline|throttled/) } });
  await faults();
  const second = await years('finance').run(request, watch);
  expect(second.kind).toBe('done');
  expect((await inYear(next(year))).map(({ predecessorId }) => predecessorId)).toEqual(ids);
  expect((await inYear(year)).every(({ lifecycle }) => lifecycle === 'CarriedForward')).toBe(true);
  // A third run has nothing left to do.
  expect(outcomes(await years('finance').run(request, watch))).toEqual({ 'meeting stood': 1 });
});

test('stopped between two steps it keeps what was made, and goes on', async () => {
  const ids = await aPlan('2065', 150);
  let steps = 0;
  const stopped = await years('finance').run(run('2065', carry(ids)), { onProgress: () => { steps++; }, stop: () => steps > 1 });
  expect([stopped.kind, stopped.problem, outcomes(stopped)]).toEqual(['interrupted', undefined, { 'carried made': 100 }]);
  expect(outcomes(await years('finance').run(run('2065', carry(ids)), watch))).toEqual({ 'carried stood': 100, 'carried made': 50, 'ended made': 150 });
});

test('what somebody writes in an old row after the years were read stays; an end that they gave it is not written over', async () => {
  const ids = await aPlan('2069', 2);
  const change = (id: number, body: Record<string, unknown>): Promise<unknown> => site.ask('director')(`${list('Initiatives')}(${id})`, { headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body });
  const asRead = await years('finance').rows('2069', '2070');
  await change(ids[0], { Description: 'Skrevet imens' });
  await change(ids[1], { Lifecycle: 'Udgået', LifecycleReason: 'Udvalget' });
  const outcome = await runNextYear({ connection: site.connection('finance'), timeZone: 'Europe/Copenhagen' }, async () => asRead, run('2069', carry(ids)), watch);
  expect(outcomes(outcome)).toEqual({ 'carried made': 2, 'ended made': 1, 'ended changed': 1 });
  const store = createInitiativeStore(site.connection('reader'), 'Europe/Copenhagen');
  expect(await store.details(ids[0])).toMatchObject({ lifecycle: 'CarriedForward', description: 'Skrevet imens' });
  expect(await store.details(ids[1])).toMatchObject({ lifecycle: 'Cancelled', lifecycleReason: 'Udvalget' });
});

test('what carried on a strategic effort carries it on in the new year, once; finance leaves that to the board', async () => {
  const [coupled, other] = await aPlan('2075', 2);
  const { Id } = (await site.ask('owner')(list('StrategicEfforts'), { body: { Title: 'Sund økonomi', InitiativesId: [coupled] } })).json as { Id: number };
  const initiativesOf = async (): Promise<unknown> => ((await site.ask('reader')(`${list('StrategicEfforts')}(${Id})`)).json as { InitiativesId: number[] }).InitiativesId;
  await site.ask('owner')(list('StrategicEfforts'), { body: { Title: 'Et sundt arbejdsliv', InitiativesId: [other] } });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const asFinance = await years('finance').run(run('2075', carry([coupled, other]), { closeOld: false }), watch);
  expect([asFinance.kind, outcomes(asFinance)]).toEqual(['done', { 'carried made': 2, 'coupled refused': 2 }]);
  // One refusal tells of them all: the rest is not asked for.
  const asked = (await (await fetch(`${site.server.origin}/__requests`)).json()) as { method: string; url: string }[];
  expect(asked.filter(({ method, url }) => method !== 'GET' && /UplStrategicEfforts/.test(url))).toHaveLength(1);
  const [row] = await inYear('2076');
  await site.ask('owner')(`_api/web/GetList('/sites/direktionen/Lists/UplInitiatives')/items(${row.id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  const asOwner = await years('owner').run(run('2075', carry([coupled, other]), { closeOld: false }), watch);
  expect(outcomes(asOwner)).toEqual({ 'carried stood': 1, 'carried made': 1, 'coupled made': 2 });
  const [again] = (await inYear('2076')).filter(({ predecessorId }) => predecessorId === coupled);
  expect(await initiativesOf()).toEqual([coupled, again.id]);
  await site.ask('owner')(`${list('StrategicEfforts')}(${Id})`, { headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { InitiativesId: [coupled] } });
  await years('owner').run(run('2075', carry([coupled, other])), watch);
  expect(await initiativesOf()).toEqual([coupled]);
});

test('the history of a row goes back over the years', async () => {
  const [first] = await aPlan('2077', 1);
  await years('finance').run(run('2077', carry([first])), watch);
  const [second] = await inYear('2078');
  await years('finance').run(run('2078', carry([second.id])), watch);
  const [third] = await inYear('2079');
  for (const [id, period] of [[first, '2077-11'], [second.id, '2078-02'], [third.id, '2079-01']] as const) {
    await site.ask('finance')(list('StatusReports'), { body: { ReportKey: `I${id}:${period}`, Period: period, InitiativeId: id, ReportState: 'Indsendt', StatusText: `Status ${period}` } });
  }
  await site.ask('director')(list('ObsPoints'), { body: { Title: 'OBS', ObsText: 'Fra første år', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2077-11', InitiativesId: [first] } });
  const history = await site.store('reader').history(third.id);
  expect(history.line).toEqual([{ id: third.id, planYear: '2079' }, { id: second.id, planYear: '2078' }, { id: first, planYear: '2077' }]);
  expect(history.reports.map(({ statusText }) => statusText)).toEqual(['Status 2079-01', 'Status 2078-02', 'Status 2077-11']);
  expect(history.obsPoints.map(({ text }) => text)).toEqual(['Fra første år']);
  expect(history.texts.description).toBe('Om 1');
  await expect(site.store('reader').history(999999)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
});

test('a plan made ahead waits: the year in use is the one that the rounds have come to', async () => {
  const other = await startPlanSite();
  try {
    await other.setUp();
    const initiative = (PlanYear: string): Promise<unknown> => other.ask('owner')(list('Initiatives'), { body: { Title: PlanYear, PlanYear, Lifecycle: 'Igangsat', Department: 'X' } });
    const years2 = async (): Promise<unknown> => { const { planYear, nextPlanYear } = await other.store('reader').site(); return [planYear, nextPlanYear]; };
    await initiative('2026');
    expect(await years2()).toEqual(['2026', undefined]);
    await initiative('2025');
    expect(await years2()).toEqual(['2025', '2026']);
    await other.ask('owner')(list('Meetings'), { body: { Title: 'M', MeetingKey: 'DIR:2026-01', Forum: 'Direktion', Period: '2026-01', MeetingDate: '2026-01-27T23:00:00Z', MeetingState: 'Åben', OpenedAt: '2026-01-05T08:00:00Z' } });
    expect(await years2()).toEqual(['2026', undefined]);
    expect((await other.store('reader').site('2025')).planYear).toBe('2025');
  } finally {
    await other.server.stop();
  }
});

test('whoever may not is told so, and nothing is written', async () => {
  const ids = await aPlan('2071', 1);
  expect(await years('chief').run(run('2071', carry(ids)), watch)).toEqual({ kind: 'interrupted', lines: [], problem: { kind: 'forbidden' } });
  expect(await inYear('2072')).toEqual([]);
  await expect(years('stranger').rows('2071', '2072')).rejects.toMatchObject({ problem: { kind: expect.stringMatching(/forbidden|listsMissing/) } });
});
