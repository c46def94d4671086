import '@pnp/sp/attachments';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/webs';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, type Json, jsonOf, makeList, rowsOf, write } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
const bin = '_api/web/recyclebin';
const library = '/sites/test/Shared Documents';
const folder = (path: string): string => `_api/web/getfolderbyserverrelativepath(decodedurl='${path}')`;
const file = (path: string): string => `_api/web/getfilebyserverrelativepath(decodedurl='${path}')`;
const upload = (ask: Ask, dir: string, name: string, body: string, more: string = ''): Promise<Answered> =>
  ask(`${folder(dir)}/files/addusingpath(decodedurl='${name}'${more})`, { method: 'POST', body });
const post = (ask: Ask, path: string): Promise<Answered> => ask(path, { method: 'POST' });
const recycle = async (ask: Ask, path: string): Promise<string> => String(jsonOf(expectStatus(await post(ask, `${path}/recycle`), 200)).value);
const restore = (ask: Ask, id: string): Promise<Answered> => post(ask, `${bin}('${id}')/restore`);

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
}, 60000);
afterAll(() => server.stop());

test('an item goes and comes back as it was: id, versions, attachment, ETag', async () => {
  const list = await makeList(owner, 'Tasks');
  await addItem(owner, list, { Title: 'v1' });
  await write(owner, `${list}/items(1)`, 'MERGE', '*', { Title: 'v2' });
  await post(owner, `${list}/items(1)/attachmentfiles/add(filename='a.txt')`);
  const before = await owner(`${list}/items(1)`);
  const id = await recycle(member, `${list}/items(1)`);
  expect((await owner(`${list}/items(1)`)).status).toBe(404);
  expect(jsonOf(await owner(`${bin}('${id}')`))).toMatchObject({
    Id: id, Title: 'v2', LeafName: '1_.000', DirName: 'sites/test/Lists/Tasks', DirNamePath: { DecodedUrl: 'sites/test/Lists/Tasks' }, ItemType: 3, ItemState: 1, Size: '0',
    AuthorName: 'Eksempel Ejer', DeletedByName: 'Eksempel Medlem', DeletedByEmail: people.member, DeletedDate: expect.stringMatching(/^2025-04-25T/),
    DeletedDateLocalFormatted: expect.stringMatching(/^4\/25\/2025 \d+:\d\d AM$/)
  });
  expectStatus(await restore(owner, id), 200);
  const after = await owner(`${list}/items(1)`);
  expect([jsonOf(after), after.headers.get('etag')]).toEqual([jsonOf(before), before.headers.get('etag')]);
  expect(rowsOf(await owner(`${list}/items(1)/versions?$select=VersionLabel`))).toEqual([{ VersionLabel: '2.0' }, { VersionLabel: '1.0' }]);
  expect((await owner(`${list}/items(1)/attachmentfiles('a.txt')/$value`)).status).toBe(200);
  expect((await owner(`${bin}('${id}')`)).status).toBe(404);
});

test('DELETE is for good', async () => {
  const list = await makeList(owner, 'Gone');
  await addItem(owner, list, { Title: 'x' });
  await upload(owner, library, 'gone.txt', 'x');
  const before = rowsOf(await owner(bin)).length;
  await write(owner, `${list}/items(1)`, 'DELETE', '*');
  await write(owner, file(`${library}/gone.txt`), 'DELETE', '*');
  await write(owner, list, 'DELETE', '*');
  expect(rowsOf(await owner(bin))).toHaveLength(before);
});

test('files and folders: a folder brings back what was in it, a file its folder', async () => {
  await post(owner, `${folder(library)}/folders/add('Year')`);
  await post(owner, `${folder(`${library}/Year`)}/folders/add('March')`);
  await upload(owner, `${library}/Year/March`, 'a.txt', 'one');
  await upload(owner, `${library}/Year/March`, 'a.txt', 'second', ',overwrite=true');
  const single = await recycle(owner, file(`${library}/Year/March/a.txt`));
  expect(jsonOf(await owner(`${bin}('${single}')?$select=ItemType,Size,LeafName,DirName`))).toEqual({
    ItemType: 1, Size: '6', LeafName: 'a.txt', DirName: 'sites/test/Shared Documents/Year/March'
  });
  const whole = await recycle(owner, folder(`${library}/Year`));
  expect(jsonOf(await owner(`${bin}('${whole}')?$select=ItemType,LeafName`))).toEqual({ ItemType: 5, LeafName: 'Year' });
  expectStatus(await restore(owner, single), 200);
  expect((await owner(`${file(`${library}/Year/March/a.txt`)}/$value`)).text).toBe('second');
  expect((await owner(`${file(`${library}/Year/March/a.txt`)}/versions(512)/$value`)).text).toBe('one');
  expect(errorOf(await restore(owner, whole)).code).toBe('-2130575257, Microsoft.SharePoint.SPException');
  await write(owner, folder(`${library}/Year`), 'DELETE', '*');
  expectStatus(await restore(owner, whole), 200);
  expect(jsonOf(await owner(`${folder(`${library}/Year`)}/itemcount`))).toEqual({ value: 1 });
});

test('a list comes back with its items, unless its title is taken by now', async () => {
  const list = await makeList(owner, 'Whole');
  await addItem(owner, list, { Title: 'kept' });
  const id = await recycle(owner, list);
  expect((await owner(list)).status).toBe(404);
  expect(rowsOf(await owner(`${bin}?$filter=ItemType eq 4&$select=Title,LeafName,DirName`))).toEqual([{ Title: 'Whole', LeafName: 'Whole', DirName: 'sites/test/Lists' }]);
  await makeList(owner, 'Whole');
  expect(errorOf(await restore(owner, id)).code).toBe('-2130575342, Microsoft.SharePoint.SPException');
  await write(owner, list, 'DELETE', '*');
  expectStatus(await restore(owner, id), 200);
  expect(rowsOf(await owner(`${list}/items?$select=Title`))).toEqual([{ Title: 'kept' }]);
});

test('what is unique still is', async () => {
  const list = await makeList(owner, 'Unique', ['<Field Type="Text" Name="Code" DisplayName="Code" Indexed="TRUE" EnforceUniqueValues="TRUE" />']);
  await addItem(owner, list, { Code: 'a' });
  const id = await recycle(owner, `${list}/items(1)`);
  await addItem(owner, list, { Code: 'A' });
  expect(errorOf(await restore(owner, id)).text).toContain('duplicate values');
  await write(owner, `${list}/items(2)`, 'DELETE', '*');
  expectStatus(await restore(owner, id), 200);
});

test('who sees and may do what', async () => {
  const list = await makeList(owner, 'Ours');
  await addItem(owner, list, { Title: 'the owner\'s' });
  await addItem(owner, list, { Title: 'the member\'s' });
  const ofOwner = await recycle(owner, `${list}/items(1)`);
  const ofMember = await recycle(member, `${list}/items(2)`);
  expect((await member(`${bin}('${ofOwner}')`)).status).toBe(404);
  expect((await restore(member, ofOwner)).status).toBe(404);
  expect(rowsOf(await owner(bin)).map(({ Id }) => Id)).toEqual(expect.arrayContaining([ofOwner, ofMember]));
  expect(errorOf(await member('_api/site/recyclebin')).status).toBe(403);
  const reader = server.as(people.reader);
  await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: people.reader } });
  expect(errorOf(await post(reader, `${list}/recycle`)).status).toBe(403);
  await owner(`${list}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
  expect((await restore(member, ofMember)).status).toBe(403);
  expectStatus(await restore(owner, ofMember), 200);
});

test('two stages, and deleting for good', async () => {
  const list = await makeList(owner, 'Stages');
  for (const Title of ['a', 'b']) {
    await addItem(owner, list, { Title });
  }
  const [first, second] = [await recycle(owner, `${list}/items(1)`), await recycle(owner, `${list}/items(2)`)];
  expectStatus(await post(owner, `${bin}('${first}')/movetosecondstage`), 200);
  const ids = async (path: string): Promise<unknown[]> => rowsOf(await owner(path)).map(({ Id }) => Id);
  expect(await ids(bin)).not.toContain(first);
  expect(await ids(`_api/site/recyclebin?$filter=(ItemState eq 2)`)).toEqual([first]);
  expect(await ids(`_api/site/getrecyclebinitems(rowlimit=1,isascending=false,orderby=1,itemstate=1)`)).toHaveLength(1);
  expectStatus(await post(owner, `${bin}('${second}')/deleteobject`), 200);
  expect((await restore(owner, second)).status).toBe(404);
  expectStatus(await owner('_api/site/recyclebin/restorebyids', { body: { ids: [first], bRenameExistingItems: false } }), 200);
  expect(rowsOf(await owner(`${list}/items?$select=Title`))).toEqual([{ Title: 'a' }]);
});

test('the real client recycles and restores', async () => {
  const sp = clientOf(server.siteUrl, people.owner);
  await sp.web.lists.add('By the client');
  const list = sp.web.lists.getByTitle('By the client');
  await list.items.add({ Title: 'one' });
  await list.items.getById(1).attachmentFiles.add('note.txt', 'note');
  await list.items.getById(1).attachmentFiles.getByName('note.txt').recycle();
  expect(await list.items.getById(1).attachmentFiles()).toEqual([]);
  const [attachment] = await sp.web.recycleBin.filter('ItemType eq 7')<{ Id: string; LeafName: string }[]>();
  expect(attachment.LeafName).toBe('note.txt');
  await sp.web.recycleBin.getById(attachment.Id).restore();
  expect(await list.items.getById(1).attachmentFiles.getByName('note.txt').getText()).toBe('note');
  const id = await list.items.getById(1).recycle();
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await sp.web.recycleBin.getById(id).restore();
  expect(await list.items()).toHaveLength(1);
  const whole = await list.recycle();
  await sp.web.recycleBin.getById(whole).moveToSecondStage();
  await sp.web.recycleBin.getById(whole).delete();
  await sp.web.recycleBin.deleteAll();
  expect(await sp.web.recycleBin<Json[]>()).toEqual([]);
});

test('the bin survives a kill', async () => {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const state = mkdtempSync(join(tmpdir(), 'local-sharepoint-bin-'));
  const first = await startTestSharePoint({ stateFile: join(state, 'bin.sqlite') });
  const ask = first.as(people.owner);
  await upload(ask, library, 'a.txt', 'kept');
  const list = await makeList(ask, 'Kept');
  await addItem(ask, list, { Title: 'kept' });
  const ids = [await recycle(ask, file(`${library}/a.txt`)), await recycle(ask, list)];
  await first.kill();
  const second = await startTestSharePoint({ stateFile: join(state, 'bin.sqlite') });
  const again = second.as(people.owner);
  for (const id of ids) {
    expectStatus(await restore(again, id), 200);
  }
  expect((await again(`${file(`${library}/a.txt`)}/$value`)).text).toBe('kept');
  expect(rowsOf(await again(`${list}/items?$select=Title`))).toEqual([{ Title: 'kept' }]);
  await second.stop();
  rmSync(state, { recursive: true, force: true });
});
