import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import recorded from './shapes.json';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, type Json, jsonOf, makeList, rowsOf, write } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
}, 60000);
afterAll(() => server.stop());

const everything = { Item: true, Add: true, Update: true, DeleteObject: true, Rename: true, Move: true, Restore: true, RoleAssignmentAdd: true, RoleAssignmentDelete: true };
const tokenOf = async (ask: Ask, path: string): Promise<Json> => jsonOf(await ask(`${path}?$select=CurrentChangeToken`)).CurrentChangeToken as Json;
const changes = async (ask: Ask, path: string, query: Json): Promise<Json[]> => rowsOf(expectStatus(await ask(`${path}/getchanges`, { body: { query } }), 200));
const types = (rows: Json[]): unknown[] => rows.map(({ ItemId, ChangeType }) => [ItemId, ChangeType]);

test('what happens to items after a token, in order, each thing once', async () => {
  const list = await makeList(owner, 'Logged');
  await addItem(owner, list, { Title: 'before' });
  const start = await tokenOf(owner, list);
  expect(start.StringValue).toMatch(/^1;3;[0-9a-f-]{36};\d{18};\d+$/);
  expect(await changes(owner, list, { ...everything, ChangeTokenStart: start })).toEqual([]);
  await addItem(owner, list, { Title: 'new' });
  await write(owner, `${list}/items(1)`, 'MERGE', '*', { Title: 'changed' });
  await owner(`${list}/items(2)/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
  const middle = await tokenOf(owner, list);
  await owner(`${list}/items(2)/resetroleinheritance`, { method: 'POST' });
  const id = String(jsonOf(await owner(`${list}/items(1)/recycle`, { method: 'POST' })).value);
  await owner(`_api/web/recyclebin('${id}')/restore`, { method: 'POST' });
  await write(owner, `${list}/items(2)`, 'DELETE', '*');
  expect((await write(owner, `${list}/items(1)`, 'MERGE', '"77"', { Title: 'refused' })).status).toBe(412);
  const rows = await changes(owner, list, { ...everything, ChangeTokenStart: start });
  expect(types(rows)).toEqual([[2, 1], [1, 2], [2, 11], [2, 17], [2, 18], [1, 3], [1, 7], [2, 3]]);
  expect(types(await changes(owner, list, { ...everything, ChangeTokenStart: middle }))).toEqual([[2, 18], [1, 3], [1, 7], [2, 3]]);
  expect(types(await changes(owner, list, { ...everything, ChangeTokenStart: start, ChangeTokenEnd: middle }))).toEqual([[2, 1], [1, 2], [2, 11], [2, 17]]);
  expect(types(await changes(owner, list, { ...everything, ChangeTokenStart: rows[4].ChangeToken }))).toEqual([[1, 3], [1, 7], [2, 3]]);
  expect(types(await changes(owner, list, { Item: true, Add: true, ChangeTokenStart: start }))).toEqual([[2, 1]]);
  expect(await changes(owner, list, { Item: true, ChangeTokenStart: start })).toEqual([]);
  expect(types(await changes(owner, list, { ...everything, ChangeTokenStart: start, LatestFirst: true, FetchLimit: 2 }))).toEqual([[2, 3], [1, 7]]);
});

test('a token made up from a time', async () => {
  const list = await makeList(owner, 'Timed');
  await owner(`${list}/items`, { body: { Title: 'old' }, headers: { 'X-Local-Date': '2024-12-01T09:00:00Z' } });
  await owner(`${list}/items`, { body: { Title: 'newer' }, headers: { 'X-Local-Date': '2025-02-01T09:00:00Z' } });
  const { Id } = jsonOf(await owner(list));
  const ticks = (BigInt(Date.parse('2025-01-01T00:00:00Z')) + 62135596800000n) * 10000n;
  const rows = await changes(owner, list, { ...everything, ChangeTokenStart: { StringValue: `1;3;${String(Id)};${ticks};-1` } });
  expect(rows.map(({ ItemId, Time }) => [ItemId, Time])).toEqual([[2, '2025-02-01T09:00:00Z']]);
});

test('tokens that are none, or another list\'s; who may not read the list', async () => {
  const [one, other] = [await makeList(owner, 'One'), await makeList(owner, 'Other')];
  const token = await tokenOf(owner, other);
  for (const ChangeTokenStart of [token, { StringValue: 'x' }]) {
    expect(errorOf(await owner(`${one}/getchanges`, { body: { query: { ...everything, ChangeTokenStart } } })).text).toBe('The changeToken is invalid.');
  }
  expect(errorOf(await owner(`${one}/getchanges`, { body: { query: { Items: true } } })).status).toBe(400);
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  await owner(`${one}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
  expect((await server.as(people.member)(`${one}/getchanges`, { body: { query: everything } })).status).toBe(404);
});

test('lists, columns, views, files and folders as the web and the site log them', async () => {
  const [web, site] = [await tokenOf(owner, '_api/web'), await tokenOf(owner, '_api/site')];
  expect([String(web.StringValue).slice(0, 4), String(site.StringValue).slice(0, 4)]).toEqual(['1;2;', '1;1;']);
  const list = await makeList(owner, 'Parts', ['<Field Type="Text" Name="Extra" DisplayName="Extra" />']);
  await owner(`${list}/views`, { body: { Title: 'Second' } });
  await write(owner, list, 'MERGE', '*', { Description: 'changed' });
  await owner('_api/web/getfolderbyserverrelativeurl(\'Shared Documents\')/folders/add(\'Logged\')', { method: 'POST' });
  await owner('_api/web/getfolderbyserverrelativeurl(\'Shared Documents/Logged\')/files/add(url=\'a.txt\',overwrite=true)', { method: 'POST', body: 'a' });
  await owner('_api/web/getfilebyserverrelativeurl(\'Shared Documents/Logged/a.txt\')/moveto(newurl=\'Shared Documents/Logged/b.txt\',flags=0)', { method: 'POST' });
  await write(owner, '_api/web', 'MERGE', '*', { Description: 'changed' });
  const asked = { ...everything, Item: false, List: true, Field: true, View: true, File: true, Folder: true, Web: true };
  const verbose = async (path: string, ChangeTokenStart: Json): Promise<unknown[]> => {
    const answer = await owner(`${path}/getchanges`, { body: { query: { ...asked, ChangeTokenStart } }, headers: { Accept: 'application/json;odata=verbose' } });
    return (jsonOf(answer).d as { results: { __metadata: { type: string }; ChangeType: number }[] }).results.map(({ __metadata: { type }, ChangeType }) => [type, ChangeType]);
  };
  const logged = [
    ['SP.ChangeList', 1], ['SP.ChangeField', 1], ['SP.ChangeView', 1], ['SP.ChangeList', 2], ['SP.ChangeFolder', 1], ['SP.ChangeFile', 1], ['SP.ChangeFile', 4], ['SP.ChangeWeb', 2]
  ];
  expect(await verbose('_api/web', web)).toEqual(logged);
  expect(await verbose('_api/site', site)).toEqual(logged);
});

test('a change of an item has the recorded keys', async () => {
  const recording = recorded.recordings.find(({ name }) => name.startsWith('changes'))?.bodyText ?? '';
  const theirs = JSON.parse(/\{"__metadata".*?"WebId":"<guid>"\}/.exec(recording)?.[0] ?? '{}') as Json;
  const list = await makeList(owner, 'Shaped');
  await addItem(owner, list, {});
  const answer = await owner(`${list}/getchanges`, { body: { query: everything }, headers: { Accept: 'application/json;odata=verbose' } });
  const [ours] = (jsonOf(answer).d as { results: Json[] }).results;
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  expect(Object.keys(ours.__metadata as Json)).toEqual(Object.keys(theirs.__metadata as Json));
  expect(ours).toMatchObject({ Editor: '', EditorEmailHint: null, ServerRelativeUrl: '', SharedByUser: null, SharedWithUsers: null, ItemId: 1 });
});

test('the log survives a kill, and its numbers go on', async () => {
  const state = mkdtempSync(join(tmpdir(), 'local-sharepoint-changes-'));
  const first = await startTestSharePoint({ stateFile: join(state, 'log.sqlite') });
  const ask = first.as(people.owner);
  const list = await makeList(ask, 'Kept');
  const start = await tokenOf(ask, list);
  await addItem(ask, list, {});
  await first.kill();
  const second = await startTestSharePoint({ stateFile: join(state, 'log.sqlite') });
  const again = second.as(people.owner);
  const middle = await tokenOf(again, list);
  await addItem(again, list, {});
  expect(types(await changes(again, list, { ...everything, ChangeTokenStart: start }))).toEqual([[1, 1], [2, 1]]);
  expect(types(await changes(again, list, { ...everything, ChangeTokenStart: middle }))).toEqual([[2, 1]]);
  await second.stop();
  rmSync(state, { recursive: true, force: true });
});

test('rows that changed and ids that went, as a rowset', async () => {
  const list = await makeList(owner, 'Synchronised', [
    '<Field Type="Number" Name="Rank" DisplayName="Rank" />', '<Field Type="Boolean" Name="Done" DisplayName="Done" />', '<Field Type="User" Name="Doer" DisplayName="Doer" />',
    '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks"><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>', '<Field Type="DateTime" Name="Due" DisplayName="Due" />'
  ]);
  const since = async (query: Json): Promise<string> => expectStatus(await owner(`${list}/getlistitemchangessincetoken`, { body: { query } }), 200).text;
  const tokenIn = (xml: string): string => /LastChangeToken="([^"]+)"/.exec(xml)?.[1] ?? '';
  const idsIn = (xml: string): string[] => [...xml.matchAll(/<z:row ows_ID='(\d+)'/g)].map((match) => match[1]);
  for (const Title of ['stays', 'goes', 'changes']) {
    await addItem(owner, list, { Title });
  }
  const all = await since({});
  expect([idsIn(all), all.includes('ItemCount="3"'), all.includes('<Id ')]).toEqual([['1', '2', '3'], true, false]);
  await write(owner, `${list}/items(2)`, 'DELETE', '*');
  await write(owner, `${list}/items(3)`, 'MERGE', '*', {
    Title: 'it\'s <new> & more', Rank: 15, Done: true, DoerId: Number(jsonOf(await owner('_api/web/currentuser')).Id), Marks: ['a', 'b'], Due: '2025-06-26T10:00:00Z'
  });
  const later = await since({ ChangeToken: tokenIn(all) });
  expect(idsIn(later)).toEqual(['3']);
  expect(later).toMatch(/<Id ChangeType="Delete" UniqueId="\{[0-9A-F-]{36}\}">2<\/Id>/);
  for (const shown of [
    'ows_Title=\'it&#39;s &lt;new&gt; &amp; more\'', 'ows_Rank=\'15.0000000000000\'', 'ows_Done=\'1\'', 'ows_Marks=\';#a;#b;#\'', 'ows_Due=\'2025-06-26 12:00:00\'',
    'ows_FSObjType=\'3;#0\'', ';#Eksempel Ejer\''
  ]) {
    expect(later).toContain(shown);
  }
  expect(idsIn(await since({ ChangeToken: tokenIn(later) }))).toEqual([]);
  const filtered = await since({ Query: '<Query><Where><Eq><FieldRef Name="Title" /><Value Type="Text">stays</Value></Eq></Where></Query>', ViewFields: '<ViewFields><FieldRef Name="Title" /></ViewFields>' });
  expect([idsIn(filtered), filtered.includes('ows_Rank')]).toEqual([['1'], false]);
});

test('the real client reads changes', async () => {
  const sp = clientOf(server.siteUrl, people.owner);
  await sp.web.lists.add('Client log');
  const list = sp.web.lists.getByTitle('Client log');
  const { CurrentChangeToken } = await list.select('CurrentChangeToken')<{ CurrentChangeToken: { StringValue: string } }>();
  await list.items.add({ Title: 'one' });
  const found = await list.getChanges({ Add: true, Item: true, ChangeTokenStart: CurrentChangeToken }) as { ItemId: number; 'odata.type': string }[];
  expect(found).toMatchObject([{ ItemId: 1, 'odata.type': 'SP.ChangeItem' }]);
  expect(await sp.web.getChanges({ Add: true, List: true })).not.toEqual([]);
});
