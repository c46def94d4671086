import { createPlanSetup } from '../../src/lists/setup/setup';
import { allLists } from '../../src/lists/schema/all';
import { listUrl } from '../../src/lists/schema/places';
import type { ListKey } from '../../src/lists/schema/columns';
import { planRoles, type ListDifference, type PlanRole, type Principal, type SetupCheck } from '../../src/plan/ports/planSetup';
import { startPlanSite, type PlanSiteForTests } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());

const path = (key: ListKey): string => `_api/web/GetList('${listUrl('/sites/direktionen', key)}')`;
const check = (roles?: Record<PlanRole, Principal[]>): Promise<SetupCheck> => createPlanSetup(site.connection('owner')).check(roles);
const mend = async (): Promise<void> => { await createPlanSetup(site.connection('owner')).run(site.groups, () => undefined, () => false); };
const merge = (address: string, body: Record<string, unknown>): Promise<{ status: number }> =>
  site.ask('owner')(address, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body });
const differencesIn = async (key: ListKey): Promise<ListDifference[]> => (await check()).lists.find((list) => list.key === key)?.differences ?? [];

test('a site that was just set up is as it should be, and the check writes nothing', async () => {
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const found = await check();
  expect(found.lists.map((list) => [list.title, list.differences])).toEqual(allLists.map((list) => [list.title, []]));
  expect(found.schemaVersion).toEqual({ found: 3, wanted: 3 });
  expect(found.warnings).toEqual([]);
  const log = (await (await fetch(`${site.server.origin}/__requests`)).json()) as { method: string; url: string }[];
  expect(log.filter((request) => request.method !== 'GET' && !/\$batch/.test(request.url))).toEqual([]);
});

test('somebody who is no owner is refused once, and nothing is left unheard', async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown): void => { unheard.push(reason); };
  process.on('unhandledRejection', listen);
  await expect(createPlanSetup(site.connection('reader')).check()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
});

test('health: rows, indexes and versions of each list', async () => {
  const settings = (await check()).lists.find((list) => list.key === 'Settings');
  expect(settings?.health).toEqual({ rows: 4, indexes: 1, versions: 500 });
});

test('each thing that was changed by hand is named, mended by a run, and the rows stay', async () => {
  const field = (name: string): string => `${path('StatusReports')}/fields/getbyinternalnameortitle('${name}')`;
  await site.ask('finance')(`${path('StatusReports')}/items`, { body: { ReportKey: 'I1:2025-04', Period: '2025-04', ReportState: 'Mangler', StatusText: 'Bliver' } });
  await merge(path('StatusReports'), { Title: 'Statusser', EnableVersioning: false });
  await merge(field('Period'), { Indexed: false, Required: false });
  await merge(field('ReportKey'), { EnforceUniqueValues: false });
  await merge(field('Progress'), { CustomFormatter: '' });
  const { SchemaXml } = (await site.ask('owner')(`${field('EconomyOutlook')}?$select=SchemaXml`)).json as { SchemaXml: string };
  await merge(field('EconomyOutlook'), { SchemaXml: SchemaXml.replace('<CHOICE>Usikker</CHOICE>', '').replace('<CHOICE>Realiseret</CHOICE>', '<CHOICE>Egen vurdering</CHOICE>') });
  await site.ask('owner')(field('OnBehalfOf'), { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  const { value: views } = (await site.ask('owner')(`${path('StatusReports')}/views?$select=Id,Title`)).json as { value: { Id: string; Title: string }[] };
  await merge(`${path('StatusReports')}/views('${views.find((view) => view.Title === 'Alle')?.Id ?? ''}')`, { RowLimit: 30 });
  await site.ask('owner')(`${path('StatusReports')}/views('${views.find((view) => view.Title === 'Mine åbne statusser')?.Id ?? ''}')`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE' } });
  expect((await differencesIn('StatusReports')).map(({ kind, name }) => `${kind} ${name ?? ''}`.trim()).sort()).toEqual([
    'choiceMissing EconomyOutlook', 'columnMissing OnBehalfOf', 'formatDiffers Progress', 'indexMissing Period', 'requiredDiffers Period', 'titleDiffers',
    'uniqueOff ReportKey', 'versioningOff', 'viewDiffers Alle', 'viewMissing Mine åbne statusser'
  ]);
  await mend();
  expect(await differencesIn('StatusReports')).toEqual([]);
  const { Choices } = (await site.ask('owner')(`${field('EconomyOutlook')}?$select=Choices`)).json as { Choices: string[] };
  expect(Choices).toEqual(expect.arrayContaining(['Egen vurdering', 'Usikker', 'Realiseret']));
  expect((await site.ask('chief')(`${path('StatusReports')}/items?$select=StatusText`)).json).toEqual({ value: [{ StatusText: 'Bliver' }] });
});

test('rich text is made plain', async () => {
  const field = `${path('Decisions')}/fields/getbyinternalnameortitle('DecisionText')`;
  const { SchemaXml } = (await site.ask('owner')(`${field}?$select=SchemaXml`)).json as { SchemaXml: string };
  await merge(field, { SchemaXml: SchemaXml.replace('RichText="FALSE"', 'RichText="TRUE"') });
  expect(await differencesIn('Decisions')).toEqual([expect.objectContaining({ kind: 'richTextOn', name: 'DecisionText', fixable: true })]);
  await mend();
  expect(await differencesIn('Decisions')).toEqual([]);
});

test('a column of another kind is never replaced: the run stops with its name, and its values stay', async () => {
  const field = `${path('FollowUps')}/fields/getbyinternalnameortitle('DueDate')`;
  await site.ask('owner')(field, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  await site.ask('owner')(`${path('FollowUps')}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" Name="DueDate" StaticName="DueDate" DisplayName="Frist"/>', Options: 8 } } });
  expect((await differencesIn('FollowUps')).filter(({ fixable }) => !fixable)).toEqual([{ kind: 'wrongType', name: 'DueDate', found: 'Text', wanted: 'DateOnly', fixable: false }]);
  await expect(mend()).rejects.toMatchObject({ problem: { kind: 'wrongColumn', list: 'Udmøntningsplan – Opfølgninger', column: 'DueDate', found: 'Text', wanted: 'DateOnly' } });
  await site.ask('owner')(field, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  await mend();
  expect(await differencesIn('FollowUps')).toEqual([]);
});

test('the roles are read back from the lists: nothing else keeps them', async () => {
  const { roles } = await check();
  expect(planRoles.map((role) => roles[role].map(({ id, kind }) => [id, kind]))).toEqual(planRoles.map((role) => site.groups[role].map((id) => [id, 'siteGroup'])));
});

test('two of one name are told apart', async () => {
  const { roles } = await check();
  const again = { title: 'Økonomi', kind: 'directoryGroup' as const, loginName: 'c:0t.c|tenant|7' };
  const [row] = (await check({ ...roles, finance: [...roles.finance, again] })).access;
  expect(row.cells.filter(({ principal }) => principal.startsWith('Økonomi')).map(({ principal, now }) => [principal, now])).toEqual([['Økonomi (Økonomi)', 'contribute'], ['Økonomi (c:0t.c|tenant|7)', 'none']]);
});

test('the matrix shows what is and what would be before anything is applied', async () => {
  const { roles } = await check();
  const swapped = { ...roles, directors: roles.chiefs, chiefs: roles.directors };
  const obs = (await check(swapped)).access.find((row) => row.list === 'Udmøntningsplan – OBS-punkter');
  const cell = (title: string): unknown => obs?.cells.find((each) => each.principal === title);
  expect(obs?.inherits).toBe(false);
  expect([cell('Direktion'), cell('Fagchefer'), cell('Økonomi')]).toEqual([
    { principal: 'Direktion', now: 'contribute', after: 'read' }, { principal: 'Fagchefer', now: 'read', after: 'contribute' }, { principal: 'Økonomi', now: 'read', after: 'read' }
  ]);
  expect((await site.ask('director')(`${path('ObsPoints')}/items`, { body: { Title: 'x', ObsLevel: 'Direktion', ObsText: 'x', ObsState: 'Åben', RaisedPeriod: '2025-04' } })).status).toBe(201);
});

test('people are found who are not on the site yet; given a role, the site knows them', async () => {
  const setup = createPlanSetup(site.connection('owner'));
  const found = await setup.findPrincipals('fremmed');
  expect(found).toEqual([{ id: undefined, title: 'stranger', kind: 'person', loginName: 'i:0#.f|membership|fremmed@example.invalid' }]);
  expect((await setup.findPrincipals('direktion')).map(({ id, kind }) => [id, kind])).toContainEqual([site.groups.directors[0], 'siteGroup']);
  const groups = await setup.resolve({ ...(await check()).roles, readers: found });
  await setup.run(groups, () => undefined, () => false);
  // The page still holds the stranger as the directory told of them, without an id.
  const afterwards = await check({ ...(await check()).roles, readers: found });
  expect(afterwards.access[0].cells.filter(({ principal }) => principal === 'stranger')).toEqual([{ principal: 'stranger', now: 'read', after: 'read' }]);
  expect((await check()).roles.readers).toEqual([expect.objectContaining({ title: 'stranger', kind: 'person' }), expect.objectContaining({ title: 'Læsere' })].reverse());
  expect((await site.ask('stranger')(`${path('Initiatives')}/items`)).status).toBe(200);
});

test('warns of what the owner must know', async () => {
  const assign = (key: ListKey, principal: number, role: number): Promise<unknown> => site.ask('owner')(`${path(key)}/roleassignments/addroleassignment(principalid=${principal},roledefid=${role})`, { method: 'POST' });
  const edit = 1073741830;
  await assign('ObsPoints', site.groups.chiefs[0], edit);
  await assign('Meetings', site.groups.readers[0], edit);
  // Whoever made the group is in it too.
  for (const who of ['finance', 'owner'] as const) {
    await site.ask('owner')(`_api/web/sitegroups(${site.groups.finance[0]})/users/removebyid(${await site.userId(who)})`, { method: 'POST' });
  }
  await site.ask('owner')(`${path('Decisions')}/resetroleinheritance`, { method: 'POST' });
  const roles = { ...(await check()).roles, chiefs: [{ id: site.groups.chiefs[0], title: 'Fagchefer', kind: 'siteGroup' as const, loginName: 'Fagchefer' }], directors: [] };
  expect((await check(roles)).warnings).toEqual(expect.arrayContaining([
    { kind: 'noDirectors' }, { kind: 'emptyGroup', principal: 'Økonomi' }, { kind: 'inherits', list: 'Udmøntningsplan – Beslutninger' },
    { kind: 'chiefsWriteObs', list: 'Udmøntningsplan – OBS-punkter', principal: 'Fagchefer' }, { kind: 'keepsMore', list: 'Udmøntningsplan – Møder', principal: 'Læsere' }
  ]));
});
