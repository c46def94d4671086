import '@pnp/sp/comments';
import '@pnp/sp/features';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/forms';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/search';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/sites';
import '@pnp/sp/user-custom-actions';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

// What @pnp/sp documents beyond what our product calls, each call as that client sends it.
let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let sp: SPFI;
let list: string;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  sp = clientOf(server.siteUrl, people.owner);
  expectStatus(await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  list = await makeList(owner, 'Strange');
  await addItem(owner, list, { Title: 'one' });
}, 60000);
afterAll(() => server.stop());

const strange = (): ReturnType<SPFI['web']['lists']['getByTitle']> => sp.web.lists.getByTitle('Strange');

test('a list: its forms, what hangs on it, who points to it, an id ahead of time', async () => {
  expect((await strange().forms() as unknown as Json[]).map(({ ServerRelativeUrl }) => ServerRelativeUrl))
    .toEqual(['DispForm', 'EditForm', 'NewForm'].map((form) => `/sites/test/Lists/Strange/${form}.aspx`));
  const [{ Id }] = await strange().forms();
  expect(await strange().forms.getById(Id)()).toMatchObject({ Id });
  expect(await strange().eventReceivers()).toEqual([]);
  expect(rowsOf(await owner(`${list}/workflowassociations`))).toEqual([]);
  const { Id: listId } = await strange()();
  const pointing = await makeList(owner, 'Pointing', [`<Field Type="Lookup" Name="To" DisplayName="To" List="{${listId}}" ShowField="Title"/>`]);
  expect(rowsOf(await owner(`${list}/getrelatedfields`))).toEqual([expect.objectContaining({ ListId: jsonOf(await owner(pointing)).Id })]);
  expect(await strange().reserveListItemId()).toBe(2);
  expect((await addItem(owner, list, { Title: 'after' })).Id).toBe(3);
  expect((await member(`${list}/reservelistitemid`, { method: 'POST' })).status).toBe(200);
});

test('a list keeps what is set on it, also where it changes nothing here', async () => {
  expectStatus(await write(owner, list, 'MERGE', '*', { ExcludeFromOfflineClient: true, DefaultEditFormUrl: '/sites/test/edit.aspx', MajorWithMinorVersionsLimit: 7, ParserDisabled: false }), 204);
  expect(jsonOf(await owner(`${list}?$select=ExcludeFromOfflineClient,DefaultEditFormUrl,MajorWithMinorVersionsLimit,IrmEnabled`)))
    .toEqual({ ExcludeFromOfflineClient: true, DefaultEditFormUrl: '/sites/test/edit.aspx', MajorWithMinorVersionsLimit: 7, IrmEnabled: false });
  expect((await write(owner, list, 'MERGE', '*', { ItemCount: 7 })).status).toBe(400);
});

test('a folder made as an item, and called by its file name afterwards', async () => {
  const folders = await makeList(owner, 'Folders', [], { EnableFolderCreation: true });
  const made = await addItem(owner, folders, { ContentTypeId: '0x0120', Title: 'F' });
  expect(made).toMatchObject({ FileSystemObjectType: 1, Title: 'F' });
  expectStatus(await write(owner, `${folders}/items(1)`, 'MERGE', '*', { FileLeafRef: 'F' }), 204);
  expect(jsonOf(await owner('_api/web/getfolderbyserverrelativeurl(\'/sites/test/Lists/Folders/F\')'))).toMatchObject({ Exists: true });
  expect((await write(owner, `${folders}/items(1)`, 'MERGE', '*', { ContentTypeId: '0x01' })).status).toBe(400);
  expect((await owner(`${list}/items`, { body: { ContentTypeId: '0x0120', Title: 'F' } })).status).toBe(500);
});

test('a picture column: @pnp/sp puts the picture in the site\'s assets and its JSON in the item', async () => {
  await strange().fields.addImageField('Picture');
  await strange().fields.addLocation('Place');
  const bytes = new Uint8Array([137, 80, 78, 71]);
  await strange().items.getById(1).setImageField('Picture', 'a.png', bytes as unknown as string);
  const address = `/sites/test/SiteAssets/Lists/${(await strange()()).Id}/a.png`;
  const { Picture } = jsonOf(await owner(`${list}/items(1)`));
  expect(JSON.parse(String(Picture))).toMatchObject({ type: 'thumbnail', fileName: 'a.png', serverRelativeUrl: address, serverUrl: server.origin });
  expect((await owner(`_api/web/getfilebyserverrelativeurl('${address}')/$value`)).bytes).toEqual(bytes);
  const ViewXml = '<View><ViewFields><FieldRef Name="Picture"/></ViewFields><RowLimit>1</RowLimit></View>';
  expect(jsonOf(await owner(`${list}/RenderListDataAsStream`, { body: { parameters: { ViewXml } } })).Row).toMatchObject([{ Picture: { fileName: 'a.png' } }]);
});

test('the first thing above with permissions of its own: the web, a list, an item', async () => {
  const kind = async (path: string): Promise<unknown> => jsonOf(await owner(`${path}/firstuniqueancestorsecurableobject`, { headers: { Accept: 'application/json' } }))['odata.type'];
  expect(await kind('_api/web')).toBe('SP.Web');
  expect(await kind(`${list}/items(1)`)).toBe('SP.Web');
  await strange().breakRoleInheritance(true);
  expect(await kind(`${list}/items(1)`)).toBe('SP.List');
  await strange().items.getById(1).breakRoleInheritance(true);
  expect(await kind(`${list}/items(1)`)).toBe('SP.Data.StrangeListItem');
  expect(await strange().items.getById(1).select('FirstUniqueAncestorSecurableObject/Id').expand('FirstUniqueAncestorSecurableObject')()).toMatchObject({ FirstUniqueAncestorSecurableObject: { Id: 1 } });
  await strange().resetRoleInheritance();
});

test('custom actions are kept on a web, a site and a list, for who manages them, and without scripts', async () => {
  const ClientSideComponentId = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
  const action = { Title: 'Ext', Location: 'ClientSideExtension.ApplicationCustomizer', ClientSideComponentId, Sequence: 7 };
  await sp.web.userCustomActions.add(action);
  await sp.site.userCustomActions.add({ ...action, Title: 'On the site' });
  await strange().userCustomActions.add({ ...action, Title: 'On the list' });
  const [kept] = await sp.web.userCustomActions();
  expect(kept).toMatchObject({ Title: 'Ext', ClientSideComponentId, Sequence: 7, Scope: 3, Rights: { High: '0', Low: '0' } });
  expect(await sp.site.userCustomActions()).toMatchObject([{ Title: 'On the site', Scope: 2 }]);
  expect(await strange().userCustomActions()).toMatchObject([{ Title: 'On the list', Scope: 4 }]);
  await sp.web.userCustomActions.getById(kept.Id).update({ Title: 'Changed' });
  expect(await sp.web.userCustomActions.getById(kept.Id)()).toMatchObject({ Title: 'Changed', Sequence: 7 });
  expect((await member('_api/web/usercustomactions', { body: action })).status).toBe(403);
  expect((await owner('_api/web/usercustomactions', { body: { ...action, ScriptSrc: '~site/x.js' } })).status).toBe(403);
  await sp.web.userCustomActions.clear();
  expect(await sp.web.userCustomActions()).toEqual([]);
  expect(await strange().userCustomActions()).toHaveLength(1);
});

test('features are switched on and off; publishing needs minor versions', async () => {
  const id = '00bfea71-ec85-4903-972d-ebe475780106';
  await sp.web.features.add(id, true);
  expect(await sp.web.features()).toMatchObject([{ DefinitionId: id }]);
  expect(await sp.web.features.getById(id)()).toMatchObject({ DefinitionId: id });
  expect(await sp.site.features()).toEqual([]);
  expect((await member('_api/web/features/add', { body: { featureId: id, force: true } })).status).toBe(403);
  await sp.web.features.remove(id, true);
  expect(await sp.web.features()).toEqual([]);
  const drafts = await makeList(owner, 'Drafts', [], { BaseTemplate: 101 });
  expectStatus(await owner(`${drafts}/rootfolder/files/add(url='pub.txt',overwrite=true)`, { method: 'POST', body: 'x' }), 200);
  const publish = `${drafts}/rootfolder/files('pub.txt')/publish(comment='x')`;
  expect(errorOf(await owner(publish, { method: 'POST' }))).toMatchObject({ status: 500, text: 'You can only publish, unpublish documents in a minor version enabled list' });
  expectStatus(await write(owner, drafts, 'MERGE', '*', { EnableMinorVersions: true }), 204);
  expectStatus(await owner(publish, { method: 'POST' }), 200);
});

test('items: deleted with parameters, versions one by one', async () => {
  const { Id } = await addItem(owner, list, { Title: 'a' });
  const item = `${list}/items(${String(Id)})`;
  expectStatus(await write(owner, item, 'MERGE', '*', { Title: 'b' }), 204);
  const versions = strange().items.getById(Number(Id)).versions;
  expect(await versions.getById(512).select('VersionLabel').expand('CreatedBy')()).toMatchObject({ VersionLabel: '1.0', CreatedBy: { Title: 'Eksempel Ejer' } });
  expect((await write(owner, `${item}/versions(1024)`, 'DELETE', '*')).status).toBe(400);
  await versions.getById(512).delete();
  expect((await versions()).map(({ VersionLabel }) => VersionLabel)).toEqual(['2.0']);
  await strange().items.getById(Number(Id)).deleteWithParams({ BypassSharedLock: true });
  expect((await owner(item)).status).toBe(404);
});

test('where things are: sites, webs of pages, libraries, icons', async () => {
  expect(await sp.site.exists(server.siteUrl)).toBe(true);
  expect(await sp.site.exists(`${server.origin}/sites/nobody`)).toBe(false);
  expect(await sp.site.getWebUrlFromPageUrl(`${server.siteUrl}/SitePages/Home.aspx`)).toBe(server.siteUrl);
  expect((await sp.site.getDocumentLibraries(server.siteUrl)).map(({ ServerRelativeUrl }) => ServerRelativeUrl)).toContain('/sites/test/Shared Documents');
  expect(await sp.web.mapToIcon('a.docx')).toBe('icdocx.png');
  expect(jsonOf(await owner('_api/web/getstorageentity(\'x\')'))).toEqual({ 'odata.null': true });
  expect(await sp.web.customListTemplates()).toEqual([]);
  await sp.web.createDefaultAssociatedGroups('Test', people.owner);
  expect(jsonOf(await owner('_api/web?$select=Author/Title&$expand=Author'))).toEqual({ Author: { Title: 'Eksempel Ejer' } });
});

test('property bags of files and folders are read, not written; the welcome page of the web is set', async () => {
  const documents = sp.web.getFolderByServerRelativePath('/sites/test/Shared Documents');
  await documents.addSubFolderUsingPath('inner');
  await documents.files.addUsingPath('p.txt', 'four', { Overwrite: true });
  expect(await documents.properties()).toMatchObject({ vti_x005f_foldersubfolderitemcount: '1', vti_x005f_folderitemcount: '1' });
  expect(await sp.web.getFileByServerRelativePath('/sites/test/Shared Documents/p.txt').select('Properties').expand('Properties')())
    .toMatchObject({ Properties: { vti_x005f_filesize: '4', vti_x005f_author: `i:0#.f|membership|${people.owner}` } });
  expect((await write(owner, '_api/web/getfilebyserverrelativeurl(\'/sites/test/Shared Documents/p.txt\')/properties', 'MERGE', '*', { x: 'y' })).status).toBe(403);
  await sp.web.rootFolder.update({ WelcomePage: 'SitePages/Start.aspx' });
  expect(await sp.web.select('WelcomePage')()).toMatchObject({ WelcomePage: 'SitePages/Start.aspx' });
  expect((await write(member, '_api/web/rootfolder', 'MERGE', '*', { WelcomePage: 'x' })).status).toBe(403);
  expect((await write(owner, '_api/web/getfolderbyserverrelativeurl(\'/sites/test/Shared Documents/inner\')', 'MERGE', '*', { WelcomePage: 'x' })).status).toBe(501);
});

test('odata.id may be selected, as @pnp/sp does for the item of a file', async () => {
  expect(jsonOf(await owner(`${list}/items(1)?$select=odata.id,Title`))).toEqual({ Title: 'one' });
  expect(Object.keys(jsonOf(await owner(`${list}/items(1)?$select=odata.id`, { headers: { Accept: 'application/json' } })))).toContain('odata.id');
});

test('services that are not built say so, also those that $metadata leaves out', async () => {
  for (const path of ['_api/search/query?querytext=\'x\'', '_api/sitepages/pages', '_api/v2.1/drives', `${list}/items(1)/getSharingInformation`]) {
    expect(errorOf(await owner(path))).toMatchObject({ status: 501, code: '-1, System.NotImplementedException' });
  }
  expect((await owner('_api/nobody')).status).toBe(404);
  expect((await owner(`${list}/items(1)/nobody`)).status).toBe(404);
});
