import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
beforeAll(async () => {
  server = await startTestSharePoint({
    sites: [
      { url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1033, owner: people.owner, pages: [] },
      { url: '/sites/dansk', title: 'Dansk', timeZoneId: 3, localeId: 1030, owner: people.member, pages: [] }
    ]
  });
  owner = server.as(people.owner);
}, 60000);
afterAll(() => server.stop());

test('a new site has the lists every site has, and no other', async () => {
  expect(rowsOf(await owner('_api/web/lists?$select=Title,BaseTemplate,Hidden&$orderby=Title'))).toEqual([
    { Title: 'Documents', BaseTemplate: 101, Hidden: false }, { Title: 'Site Assets', BaseTemplate: 101, Hidden: false },
    { Title: 'Site Pages', BaseTemplate: 119, Hidden: false }, { Title: 'User Information List', BaseTemplate: 112, Hidden: true }
  ]);
});

test('sites are apart: a site\'s names are in its language, its owner is not another\'s', async () => {
  const danish = server.as(people.member);
  const titles = rowsOf(await danish(`${server.origin}/sites/dansk/_api/web/lists?$filter=Hidden eq false&$select=Title`)).map((row) => row.Title);
  expect(titles).toEqual(expect.arrayContaining(['Dokumenter', 'Webstedssider']));
  expect((await owner(`${server.origin}/sites/dansk/_api/web`)).status).toBe(403);
  expect(jsonOf(await danish(`${server.origin}/sites/dansk/_api/web/associatedOwnerGroup`)).Title).toBe('Ejere af Dansk');
});

test('the address comes from the title at creation and stays', async () => {
  const created = expectStatus(await owner('_api/web/lists', { body: { Title: 'UplThings', BaseTemplate: 100, Description: 'd', EnableVersioning: true, MajorVersionLimit: 500 } }), 201);
  expect(created.headers.get('etag')).toMatch(/^"\d+"$/);
  expect(jsonOf(created)).toMatchObject({ EntityTypeName: 'UplThingsList', ListItemEntityTypeFullName: 'SP.Data.UplThingsListItem', MajorVersionLimit: 500 });
  const list = '_api/web/getlist(\'/sites/test/Lists/UplThings\')';
  const renamed = await write(owner, list, 'MERGE', '*', { Title: 'Plan – Things' });
  expect([renamed.status, renamed.headers.get('etag') === created.headers.get('etag')]).toEqual([204, false]);
  expect(jsonOf(await owner(`${list}?$select=Title,DefaultViewUrl,EntityTypeName,RootFolder/ServerRelativeUrl&$expand=RootFolder`))).toEqual({
    Title: 'Plan – Things', DefaultViewUrl: '/sites/test/Lists/UplThings/AllItems.aspx', EntityTypeName: 'UplThingsList',
    RootFolder: { ServerRelativeUrl: '/sites/test/Lists/UplThings' }
  });
  expect(errorOf(await owner('_api/web/lists/getbytitle(\'UplThings\')')).status).toBe(404);
  await makeList(owner, 'UplThings');
  expect(jsonOf(await owner('_api/web/lists/getbytitle(\'UplThings\')/RootFolder')).ServerRelativeUrl).toBe('/sites/test/Lists/UplThings1');
});

test('a library stands at the root of the site; lists/add takes a folder name', async () => {
  expectStatus(await owner('_api/web/lists', { body: { Title: 'UplAnnexes', BaseTemplate: 101 } }), 201);
  expect(jsonOf(await owner('_api/web/getlist(\'/sites/test/UplAnnexes\')'))).toMatchObject({ BaseType: 1, EntityTypeName: 'UplAnnexes' });
  expectStatus(await owner('_api/web/lists/add', { body: { parameters: { Title: 'By folder', Url: 'Lists/Folder', TemplateType: 100 } } }), 200);
  expect(jsonOf(await owner('_api/web/getlist(\'/sites/test/Lists/Folder\')')).Title).toBe('By folder');
});

test('settings, counts and dates', async () => {
  const list = await makeList(owner, 'Settings');
  await write(owner, list, 'MERGE', '*', { EnableVersioning: false, EnableAttachments: false, NoCrawl: true, Hidden: true, OnQuickLaunch: true });
  await addItem(owner, list, { Title: 'x' });
  expect(jsonOf(await owner(`${list}?$select=EnableVersioning,EnableAttachments,NoCrawl,Hidden,OnQuickLaunch,ItemCount,ReadSecurity,WriteSecurity`))).toEqual({
    EnableVersioning: false, EnableAttachments: false, NoCrawl: true, Hidden: true, OnQuickLaunch: true, ItemCount: 1, ReadSecurity: 1, WriteSecurity: 1
  });
  expect((await write(owner, list, 'MERGE', '*', { ItemCount: 5 })).status).toBe(400);
  expect((await write(owner, list, 'MERGE', '"77"', { Hidden: false })).status).toBe(412);
});

test('a list is deleted with its items', async () => {
  const list = await makeList(owner, 'Gone');
  await addItem(owner, list, { Title: 'x' });
  expect((await write(owner, list, 'DELETE', '*')).status).toBe(200);
  expect((await owner(list)).status).toBe(404);
  await makeList(owner, 'Gone');
  expect(rowsOf(await owner(`${list}/items`))).toEqual([]);
});

test('views: their columns, query and default', async () => {
  const list = await makeList(owner, 'Viewed', ['<Field Type="Text" Name="State" DisplayName="Tilstand" />']);
  const created = expectStatus(await owner(`${list}/views`, {
    body: { Title: 'Mine åbne', PersonalView: false, ViewQuery: '<Where><Eq><FieldRef Name="State" /><Value Type="Text">Åben</Value></Eq></Where>', RowLimit: 100, DefaultView: true }
  }), 201);
  const view = `${list}/views(guid'${String(jsonOf(created).Id)}')`;
  expect(expectStatus(await owner(`${view}/viewfields/addviewfield('Tilstand')`, { method: 'POST' }), 200).json).toEqual({ 'odata.null': true });
  expect(jsonOf(await owner(`${view}/viewfields`)).Items).toEqual(['LinkTitle', 'State']);
  await owner(`${view}/viewfields/moveviewfieldto`, { body: { field: 'State', index: 0 } });
  await owner(`${view}/viewfields/removeviewfield('LinkTitle')`, { method: 'POST' });
  expect(jsonOf(await owner(`${list}/views/getbytitle('Mine åbne')?$expand=ViewFields`))).toMatchObject({
    DefaultView: true, RowLimit: 100, ServerRelativeUrl: '/sites/test/Lists/Viewed/Mine åbne.aspx', ViewFields: { Items: ['State'] },
    ListViewXml: expect.stringContaining('<ViewFields><FieldRef Name="State" /></ViewFields><RowLimit Paged="TRUE">100</RowLimit>')
  });
  expect(jsonOf(await owner(`${list}/defaultview`)).Title).toBe('Mine åbne');
  expect(rowsOf(await owner(`${list}/views?$filter=DefaultView eq true`))).toHaveLength(1);
  await write(owner, view, 'MERGE', '*', { CustomFormatter: '{}', RowLimit: 50, Title: 'Renamed' });
  expect(jsonOf(await owner(view))).toMatchObject({ CustomFormatter: '{}', RowLimit: 50, Title: 'Renamed' });
  await owner(`${view}/setviewxml`, { body: { viewXml: '<View Scope="Recursive"><Query><OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy></Query><ViewFields><FieldRef Name="Title" /></ViewFields><RowLimit Paged="TRUE">5</RowLimit></View>' } });
  expect(jsonOf(await owner(view))).toMatchObject({ RowLimit: 5, Scope: 1, ViewQuery: '<OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>' });
  const added = jsonOf(expectStatus(await owner(`${list}/views/add`, { body: { parameters: { Title: 'By parameters', ViewFields: ['Title', 'State'], RowLimit: 10, Query: '' } } }), 200));
  expect(jsonOf(await owner(`${list}/views('${String(added.Id)}')/viewfields`)).Items).toEqual(['Title', 'State']);
  expect((await write(owner, view, 'DELETE', '*')).status).toBe(200);
  expect(errorOf(await owner(view)).status).toBe(404);
});

test('a personal view is its owner\'s alone', async () => {
  const list = await makeList(owner, 'Personal');
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  const member = server.as(people.member);
  expectStatus(await member(`${list}/views`, { body: { Title: 'Only mine', PersonalView: true } }), 201);
  expect(rowsOf(await member(`${list}/views`))).toHaveLength(2);
  expect(rowsOf(await owner(`${list}/views`))).toHaveLength(1);
});
