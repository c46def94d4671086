import '@pnp/sp/navigation';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, rowsOf, write } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let sp: SPFI;
const menu = '_api/web/navigation/quicklaunch';
const titles = async (path: string = menu): Promise<unknown[]> => rowsOf(await owner(`${path}?$select=Title`)).map((node) => node.Title);
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  sp = clientOf(server.siteUrl, people.owner);
}, 60000);
afterAll(() => server.stop());

test('a new site has a home, its documents and its contents in the quick launch, and nothing on top', async () => {
  expect(await titles()).toEqual(['Home', 'Documents', 'Site contents']);
  expect(await titles('_api/web/navigation/topnavigationbar')).toEqual([]);
  expect(rowsOf(await owner(menu))[1]).toEqual({
    AudienceIds: null, CurrentLCID: 1033, Id: 2001, IsDocLib: true, IsExternal: false, IsVisible: true, ListTemplateType: 0, Title: 'Documents',
    Url: '/sites/test/Shared Documents/Forms/AllItems.aspx'
  });
  expect(jsonOf(await owner('_api/web/navigation?$expand=QuickLaunch&$select=UseShared,QuickLaunch/Id'))).toMatchObject({ UseShared: false, QuickLaunch: [{ Id: 1031 }, { Id: 2001 }, { Id: 2002 }] });
});

test('@pnp/sp: nodes are added at any depth, read, changed, moved and deleted', async () => {
  const quick = sp.web.navigation.quicklaunch;
  const plan = await quick.add('Plan', `${server.siteUrl}/SitePages/Plan.aspx`) as unknown as { Id: number; Url: string };
  expect(plan.Url).toBe('/sites/test/SitePages/Plan.aspx');
  const child = await quick.getById(plan.Id).children.add('Elsewhere', 'https://example.invalid/', false) as unknown as { Id: number };
  const nested = jsonOf(await owner(`${menu}(${plan.Id})?$select=Title,Children/Title,Children/IsExternal,Children/IsVisible&$expand=Children`));
  expect(nested).toEqual({ Title: 'Plan', Children: [{ Title: 'Elsewhere', IsExternal: true, IsVisible: false }] });
  expect(jsonOf(await owner(`_api/web/navigation/getnodebyid(${child.Id})?$select=Title`))).toEqual({ Title: 'Elsewhere' });
  await quick.getById(plan.Id).update({ Title: 'The plan' });
  expect(await titles()).toEqual(['Home', 'Documents', 'Site contents', 'The plan']);
  await quick.moveAfter(plan.Id, 1031);
  expect(await titles()).toEqual(['Home', 'The plan', 'Documents', 'Site contents']);
  expect(jsonOf(await owner(`${menu}/getbyindex(1)?$select=Id`))).toEqual({ Id: plan.Id });
  await owner(`${menu}/moveafter`, { body: { nodeId: plan.Id, previousNodeId: 0 } });
  expect(await titles()).toEqual(['The plan', 'Home', 'Documents', 'Site contents']);
  await quick.getById(plan.Id).delete();
  expect(await titles()).toEqual(['Home', 'Documents', 'Site contents']);
  expect(errorOf(await owner(`_api/web/navigation/getnodebyid(${child.Id})`)).status).toBe(404);
});

test('members read the menus, owners change them', async () => {
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } });
  const member = server.as(people.member);
  expect(rowsOf(await member(menu))).toHaveLength(3);
  const refused = [
    await member(menu, { body: { Title: 'Mine', Url: '/' } }), await write(member, `${menu}(2001)`, 'MERGE', '*', { Title: 'Mine' }),
    await write(member, `${menu}(2001)`, 'DELETE', '*'), await member(`${menu}/moveafter`, { body: { nodeId: 2001, previousNodeId: 0 } }),
    await member(`${menu}(2001)/deleteobject`, { method: 'POST' })
  ];
  expect(refused.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  expect(await titles()).toEqual(['Home', 'Documents', 'Site contents']);
});

test('what is no node, no property and no sibling is refused', async () => {
  expect(errorOf(await owner(menu, { body: { Title: 'x', Nope: 1 } })).status).toBe(400);
  expect(errorOf(await owner(menu, { body: { Url: '/' } })).status).toBe(400);
  expect(errorOf(await owner(`${menu}(4711)`)).status).toBe(404);
  expect(errorOf(await owner(`${menu}/moveafter`, { body: { nodeId: 2001, previousNodeId: 4711 } })).status).toBe(404);
  const top = jsonOf(expectStatus(await owner('_api/web/navigation/topnavigationbar', { body: { Title: 'Top', Url: '/' } }), 201));
  expect(errorOf(await owner(`${menu}(${String(top.Id)})`)).status).toBe(404);
  expect(await titles('_api/web/navigation/topnavigationbar')).toEqual(['Top']);
});
