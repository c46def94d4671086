import '@pnp/sp/comments/item';
import '@pnp/sp/features';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/navigation';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/sites';
import '@pnp/sp/site-users';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';
import { clientOf } from './support/pnp';

// What test suites written against real tenants do with files, folders, comments, menus and permission levels.
let server: TestSharePoint;
let sp: SPFI;
let member: SPFI;
let reader: SPFI;
const claim = (login: string): string => `i:0#.f|membership|${login}`;

beforeAll(async () => {
  server = await startTestSharePoint();
  sp = clientOf(server.siteUrl, people.owner);
  member = clientOf(server.siteUrl, people.member);
  reader = clientOf(server.siteUrl, people.reader);
  await sp.web.associatedMemberGroup.users.add(claim(people.member));
  await sp.web.associatedVisitorGroup.users.add(claim(people.reader));
}, 60000);
afterAll(() => server.stop());

test('names with every odd mark, by address, by alias, by their encoded address', async () => {
  const { files } = member.web.defaultDocumentLibrary.rootFolder;
  for (const name of ['a & = + - b.txt', 'it\'s.txt', 'one %# two.txt', 'æøå [1] {2} ~ @.txt']) {
    const { ServerRelativeUrl } = await files.addUsingPath(name, name, { Overwrite: true });
    expect(await member.web.getFileByServerRelativePath(ServerRelativeUrl).getText()).toBe(name);
    expect(await member.web.getFileByServerRelativePath(`!@p1::${ServerRelativeUrl}`)()).toMatchObject({ Name: name });
    const { EncodedAbsUrl } = await member.web.getFileByServerRelativePath(ServerRelativeUrl).listItemAllFields.select('EncodedAbsUrl')<{ EncodedAbsUrl: string }>();
    expect(await member.web.getFileByUrl(EncodedAbsUrl).getText()).toBe(name);
    expect(await files.filter(`Name eq '${name.replace('\'', '\'\'')}'`)()).toHaveLength(1);
  }
  expect((await files.addUsingPath('a & = + - b.txt', 'x', { EnsureUniqueFileName: true })).Name).not.toBe('a & = + - b.txt');
});

test('the home page is there from the start; pages are made from templates', async () => {
  const pages = member.web.lists.getByTitle('Site Pages');
  expect(await pages.items.getById(1).select('FileLeafRef')()).toMatchObject({ FileLeafRef: 'Home.aspx' });
  expect(await member.web.folders.getByUrl('SitePages').files.getByUrl('Home.aspx').exists()).toBe(true);
  // The address says where, whatever folder is asked.
  const made = await member.web.defaultDocumentLibrary.rootFolder.files.addTemplateFile('/sites/test/SitePages/Ny side.aspx', 1);
  expect(made).toMatchObject({ ServerRelativeUrl: '/sites/test/SitePages/Ny side.aspx' });
  await expect(member.web.folders.getByUrl('SitePages').files.addTemplateFile('/sites/test/SitePages/Ny side.aspx', 1)).rejects.toMatchObject({ status: 400 });
  await expect(reader.web.folders.getByUrl('SitePages').files.addTemplateFile('/sites/test/SitePages/Min side.aspx', 1)).rejects.toMatchObject({ status: 403 });
});

test('old versions go to the recycle bin and come back with their bytes', async () => {
  const { files } = member.web.defaultDocumentLibrary.rootFolder;
  const { ServerRelativeUrl } = await files.addUsingPath('versions.txt', '1');
  const file = member.web.getFileByServerRelativePath(ServerRelativeUrl);
  await file.setContent('2');
  await file.setContent('3');
  await file.versions.recycleByID(512);
  await file.versions.recycleByLabel('2.0');
  expect(await file.versions()).toEqual([]);
  const binned = (await member.web.recycleBin()).filter(({ ItemType }) => ItemType === 2);
  expect(binned.map(({ LeafName, Size }) => [LeafName, Number(Size)])).toEqual([['versions.txt', 1], ['versions.txt', 1]]);
  await file.setContent('4');
  const first = binned.find(({ Title }) => Title.includes('1.0'));
  await member.web.recycleBin.getById(first?.Id ?? '').restore();
  expect((await file.versions()).map(({ VersionLabel }) => VersionLabel)).toEqual(['1.0', '3.0']);
  expect(await file.versions.getById(512).getText()).toBe('1');
  await expect(reader.web.getFileByServerRelativePath(ServerRelativeUrl).versions.recycleByID(512)).rejects.toMatchObject({ status: 403 });
});

test('folders are found by id, also roots; emptiness counts when it is asked for; a folder gets another name', async () => {
  const assets = member.web.rootFolder.folders.getByUrl('SiteAssets');
  for (const folder of [member.web.rootFolder, assets, await sp.web.lists.ensure('Tasks').then(() => sp.web.getList('/sites/test/Lists/Tasks').rootFolder)]) {
    const found = await folder.select('UniqueId', 'ServerRelativeUrl')();
    expect(await member.web.getFolderById(found.UniqueId).select('ServerRelativeUrl')()).toMatchObject({ ServerRelativeUrl: found.ServerRelativeUrl });
  }
  await expect(member.web.getFolderById('00000000-0000-4000-8000-000000000000')()).rejects.toMatchObject({ status: 404 });
  await assets.folders.addUsingPath('Full');
  await assets.folders.getByUrl('Full').files.addUsingPath('a.txt', 'x');
  await expect(assets.folders.getByUrl('Full').deleteWithParams({ DeleteIfEmpty: true })).rejects.toMatchObject({ status: 500 });
  await assets.folders.getByUrl('Full').update({ Name: 'Fuld' });
  expect(await member.web.getFileByServerRelativePath('/sites/test/SiteAssets/Fuld/a.txt').getText()).toBe('x');
  await assets.update({ Name: 'SiteAssets' });
  await expect(assets.update({ Name: 'Other' })).rejects.toMatchObject({ status: 403 });
  await expect(reader.web.getFolderByServerRelativePath('SiteAssets/Fuld').update({ Name: 'Min' })).rejects.toMatchObject({ status: 403 });
  await assets.folders.getByUrl('Fuld').deleteWithParams({ BypassSharedLock: true });
  expect(await assets.folders.filter('Name eq \'Fuld\'')()).toEqual([]);
});

test('comments, replies and likes; who may only read reads them', async () => {
  await sp.web.lists.ensure('Talks');
  const { Id } = await member.web.lists.getByTitle('Talks').items.add({ Title: 'Talk' });
  const at = (client: SPFI): ReturnType<typeof client.web.lists.getByTitle> => client.web.lists.getByTitle('Talks');
  const item = at(member).items.getById(Id);
  const before = await at(member).items.getById(Id)();
  const { id, author, ...first } = await item.comments.add('The first');
  expect({ id, author, ...first }).toMatchObject({ id: '1', text: 'The first', isReply: false, likeCount: 0, replyCount: 0, parentId: '0', itemId: Id, author: { name: 'Eksempel Medlem' } });
  await item.comments.getById(1).replies.add({ text: 'A reply', mentions: [{ loginName: claim(people.owner), email: people.owner, name: 'Eksempel Ejer' }] });
  const odd = { text: 'Odd', mentions: [{ loginName: { toString: null }, email: 1, name: [] }] } as unknown as { text: string };
  const { id: oddId, ...oddly } = await at(sp).items.getById(Id).comments.add(odd);
  expect(oddly).toMatchObject({ mentions: [{ loginName: '', email: '', name: '', id: 0 }] });
  await at(sp).items.getById(Id).comments.getById(Number(oddId)).delete();
  await at(sp).items.getById(Id).comments.add('The second');
  await item.comments.getById(1).like();
  await item.comments.getById(1).like();
  expect(await item.comments()).toMatchObject([{ text: 'The second', likeCount: 0 }, { text: 'The first', likeCount: 1, isLikedByUser: true, replyCount: 1 }]);
  expect(await at(reader).items.getById(Id).comments.getById(1).replies()).toMatchObject([{ text: 'A reply', isReply: true, parentId: '1', mentions: [{ name: 'Eksempel Ejer' }] }]);
  await item.comments.getById(1).unlike();
  expect(await item.comments.getById(1)()).toMatchObject({ likeCount: 0 });
  await item.like();
  await at(sp).items.getById(Id).like();
  expect(await item.getLikedByInformation()).toMatchObject({ likeCount: '2', isLikedByUser: true, likedBy: [{ name: 'Eksempel Medlem' }, { name: 'Eksempel Ejer' }] });
  await item.unlike();
  expect(await item.getLikedByInformation()).toMatchObject({ likeCount: '1', isLikedByUser: false });
  const mine = at(reader).items.getById(Id);
  for (const refused of [() => mine.comments.add('x'), () => mine.comments.getById(1).like(), () => mine.like(), () => mine.comments.getById(1).delete()]) {
    await expect(refused()).rejects.toMatchObject({ status: 403 });
  }
  // Talk is no change of the item.
  expect(await at(member).items.getById(Id)()).toEqual(before);
  await item.comments.getById(1).delete();
  expect((await item.comments()).map(({ text }) => text)).toEqual(['The second']);
  await at(sp).items.getById(Id).comments.clear();
  expect(await item.comments()).toEqual([]);
  // An item one may not read has no comments either.
  await at(sp).items.getById(Id).comments.add('Secret');
  await at(sp).items.getById(Id).breakRoleInheritance(false, true);
  await expect(item.comments()).rejects.toMatchObject({ status: 404 });
});

test('menus as a tree, from a node on and to a depth', async () => {
  const quick = sp.web.navigation.quicklaunch;
  const parent = await quick.add('Parent', '/sites/test/parent') as unknown as { Id: number };
  await quick.getById(parent.Id).children.add('Child', '/sites/test/child');
  const state = await member.navigation.getMenuState();
  const node = state.Nodes.find(({ Title }) => Title === 'Parent');
  expect(node).toMatchObject({ Key: String(parent.Id), SimpleUrl: '/sites/test/parent', Nodes: [{ Title: 'Child' }] });
  expect(state).toMatchObject({ StartingNodeKey: '1025', SPWebPrefix: '/sites/test' });
  expect((await member.navigation.getMenuState(node?.Key)).Nodes).toMatchObject([{ Title: 'Child' }]);
  expect((await member.navigation.getMenuState(undefined, 1)).Nodes.flatMap(({ Nodes }) => Nodes)).toEqual([]);
  expect(await member.navigation.getMenuNodeKey('/sites/test/child')).toBe(state.Nodes.flatMap(({ Nodes }) => Nodes)[0].Key);
  await expect(member.navigation.getMenuNodeKey('/some/page/not/there.aspx')).rejects.toMatchObject({ status: 404 });
  await sp.web.navigation.topNavigationBar.add('Above', '/sites/test/above');
  expect((await member.navigation.getMenuState(undefined, 3, 'GlobalNavigationSwitchableProvider')).Nodes).toMatchObject([{ Title: 'Above' }]);
});

test('a feature that is off is nothing, and cannot be switched off', async () => {
  const id = 'a7a2793e-67cd-4dc1-9fd0-43f61581207a';
  expect(await sp.web.features.getById(id)()).toMatchObject({ 'odata.null': true });
  await expect(sp.web.features.remove(id, true)).rejects.toMatchObject({ status: 500 });
  await sp.web.features.add(id);
  expect(await sp.web.features.getById(id)()).toMatchObject({ DefinitionId: id });
  await sp.web.features.remove(id, true);
});

test('a level of one\'s own is made, changed and named anew; a group gets another owner', async () => {
  await sp.web.roleDefinitions.add('Ours', 'For a test', 1000, { Low: 1, High: 0 });
  const ours = sp.web.roleDefinitions.getByName('Ours');
  await ours.update({ Name: 'Ours too', BasePermissions: { Low: 3, High: 0 } });
  expect(await sp.web.roleDefinitions.getByName('Ours too')()).toMatchObject({ BasePermissions: { High: '0', Low: '3' }, Order: 1000 });
  const { Id } = await sp.web.siteGroups.add({ Title: 'Testers' });
  const user = await sp.web.ensureUser(people.member);
  await sp.web.siteGroups.getById(Id).setUserAsOwner(user.Id);
  expect(await sp.web.siteGroups.getById(Id).select('Owner/Id').expand('Owner')()).toMatchObject({ Owner: { Id: user.Id } });
  await member.web.siteGroups.getById(Id).users.add(claim(people.reader));
  await member.web.siteGroups.removeByLoginName('Testers');
  await expect(sp.web.siteGroups.getById(Id)()).rejects.toMatchObject({ status: 404 });
});
