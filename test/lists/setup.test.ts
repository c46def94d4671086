import { createPlanSetup } from '../../src/lists/setup/setup';
import { allLists } from '../../src/lists/schema/all';
import { listUrl } from '../../src/lists/schema/places';
import { planRoles } from '../../src/plan/ports/planSetup';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeEach(async () => { site = await startPlanSite(); });
afterEach(() => site.server.stop());

const path = (key: (typeof allLists)[number]['key']): string => `_api/web/GetList('${listUrl('/sites/direktionen', key)}')`;

async function writesSince(work: () => Promise<unknown>): Promise<string[]> {
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  await work();
  const log = (await (await fetch(`${site.server.origin}/__requests`)).json()) as { method: string; url: string }[];
  return log.filter((request) => request.method !== 'GET').map((request) => `${request.method} ${request.url}`);
}

test('an empty site gets every list with its columns, indexes, unique keys, versions and views', async () => {
  await site.setUp();
  for (const schema of allLists) {
    const list = (await site.ask('owner')(`${path(schema.key)}?$select=Title,EnableVersioning,MajorVersionLimit,HasUniqueRoleAssignments`)).json;
    expect(list).toEqual({ Title: schema.title, EnableVersioning: true, MajorVersionLimit: 500, HasUniqueRoleAssignments: true });
    const fields = ((await site.ask('owner')(`${path(schema.key)}/fields?$select=InternalName,Title,Required,Indexed,EnforceUniqueValues`)).json as { value: Record<string, unknown>[] }).value;
    for (const column of schema.columns) {
      expect(fields.find((field) => field.InternalName === column.name)).toEqual({
        InternalName: column.name, Title: column.title, Required: column.required === true, Indexed: (column.indexed || column.unique) === true, EnforceUniqueValues: column.unique === true
      });
    }
    const views = ((await site.ask('owner')(`${path(schema.key)}/views?$select=Title,DefaultView,ViewQuery&$expand=ViewFields`)).json as { value: { Title: string; DefaultView: boolean; ViewQuery: string; ViewFields: { Items: string[] } }[] }).value;
    expect(views.map((view) => view.Title).sort()).toEqual(schema.views.map((view) => view.title).sort());
    expect(views.find((view) => view.DefaultView)?.Title).toBe(schema.views[0].title);
    for (const wanted of schema.views) {
      expect(views.find((view) => view.Title === wanted.title)).toMatchObject({ ViewQuery: wanted.query, ViewFields: { Items: [...wanted.fields] } });
    }
  }
});

test('before anything is made, the matrix shows what the site’s own groups would get', async () => {
  const { access } = await createPlanSetup(site.connection('owner')).check();
  expect(access[0].cells.map(({ now, after }) => `${now} ${after}`)).toEqual(['none full', 'none read', 'none read']);
});

test('a second run changes nothing', async () => {
  await site.setUp();
  const writes = await writesSince(async () => {
    const steps = await createPlanSetup(site.connection('owner')).run(site.groups, () => undefined, () => false);
    expect(steps.filter((step) => step.outcome === 'made')).toEqual([]);
  });
  expect(writes).toEqual([]);
});

test('a run that was interrupted anywhere is finished by the next', async () => {
  const setup = createPlanSetup(site.connection('owner'));
  for (let after = 1; ; after += 4) {
    let done = 0;
    await setup.run(site.groups, () => { done++; }, () => done >= after);
    if (done < after) {
      break;
    }
  }
  expect(await writesSince(site.setUp)).toEqual([]);
});

test('wherever a run was interrupted, the check can be read and gives nobody a role that was not chosen', async () => {
  const setup = createPlanSetup(site.connection('owner'));
  for (let after = 1; ; after++) {
    let done = 0;
    await setup.run(site.groups, () => { done++; }, () => done >= after);
    const { roles } = await setup.check();
    for (const role of planRoles) {
      expect([after, role, roles[role].map(({ id }) => id).filter((id) => id === undefined || !site.groups[role].includes(id))]).toEqual([after, role, []]);
    }
    if (done < after) {
      expect(planRoles.map((role) => roles[role].map(({ id }) => id))).toEqual(planRoles.map((role) => site.groups[role]));
      break;
    }
  }
}, 120000);

test.each(['ObsPoints', 'Settings'] as const)('a list that tells the roles apart was deleted (%s): nobody changes role by it', async (key) => {
  await site.setUp();
  const setup = createPlanSetup(site.connection('owner'));
  await site.ask('owner')(path(key), { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  const { roles } = await setup.check();
  expect(planRoles.map((role) => roles[role].map(({ id }) => id))).toEqual(planRoles.map((role) => site.groups[role]));
});

test('roles write what the plan says and nothing else, and nobody but owners deletes', async () => {
  await site.setUp();
  const create = async (who: Who, key: (typeof allLists)[number]['key'], body: Record<string, unknown>): Promise<number> => (await site.ask(who)(`${path(key)}/items`, { body })).status;
  const obs = { Title: 'OBS', ObsLevel: 'Direktion', ObsText: 'x', ObsState: 'Åben', RaisedPeriod: '2025-04' };
  const report = (n: number): Record<string, unknown> => ({ ReportKey: `I1:2025-0${n}`, Period: `2025-0${n}`, ReportState: 'Mangler' });
  expect([await create('director', 'ObsPoints', obs), await create('chief', 'ObsPoints', obs), await create('finance', 'ObsPoints', obs), await create('reader', 'ObsPoints', obs)]).toEqual([201, 403, 403, 403]);
  expect([await create('chief', 'StatusReports', report(1)), await create('finance', 'StatusReports', report(2)), await create('reader', 'StatusReports', report(3))]).toEqual([201, 201, 403]);
  expect([await create('finance', 'Settings', { Title: 'x', SettingKey: 'x' }), await create('director', 'Settings', { Title: 'y', SettingKey: 'y' })]).toEqual([201, 403]);
  const remove = async (who: Who): Promise<number> => (await site.ask(who)(`${path('StatusReports')}/items(1)`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '"1"' } })).status;
  expect([await remove('chief'), await remove('director'), await remove('owner')]).toEqual([403, 403, 200]);
});

test('a group that loses its role loses its level at the next run', async () => {
  await site.setUp();
  const setup = createPlanSetup(site.connection('owner'));
  await setup.run({ ...site.groups, directors: site.groups.chiefs }, () => undefined, () => false);
  const obs = { Title: 'OBS', ObsLevel: 'Direktion', ObsText: 'x', ObsState: 'Åben', RaisedPeriod: '2025-04' };
  expect((await site.ask('director')(`${path('ObsPoints')}/items`, { body: obs })).status).toBe(403);
  expect((await site.ask('chief')(`${path('ObsPoints')}/items`, { body: obs })).status).toBe(201);
});

test('who may not manage the site is refused before anything is made', async () => {
  await expect(createPlanSetup(site.connection('chief')).run(site.groups, () => undefined, () => false)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  expect((await site.ask('owner')(`${path('Initiatives')}?$select=Id`)).status).toBe(404);
});

test('a title that another list has is named, so that it can be freed', async () => {
  await site.ask('owner')('_api/web/lists', { body: { Title: 'Udmøntningsplan – Møder', BaseTemplate: 100 } });
  await expect(site.setUp()).rejects.toMatchObject({ problem: { kind: 'titleTaken', title: 'Udmøntningsplan – Møder' } });
});
