import '@pnp/sp/attachments';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let list: string;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: people.reader } });
  list = await makeList(owner, 'Cases');
}, 60000);
afterAll(() => server.stop());

const attach = (ask: Ask, item: string, name: string, body: string | Uint8Array): ReturnType<Ask> =>
  ask(`${item}/attachmentfiles/add(filename='${encodeURIComponent(name)}')`, { method: 'POST', body });

test('an attachment changes its item: flag, ETag, who and when, but makes no version', async () => {
  await addItem(owner, list, { Title: 'with a file' });
  const item = `${list}/items(1)`;
  const before = await owner(`${item}?$select=Id,Attachments`);
  expect(jsonOf(before)).toEqual({ Id: 1, ID: 1, Attachments: false });
  const bytes = Uint8Array.from({ length: 3000 }, (_, index) => index % 256);
  expect(jsonOf(expectStatus(await attach(server.as(people.member), item, 'bilag æøå.bin', bytes), 200))).toEqual({
    FileName: 'bilag æøå.bin', FileNameAsPath: { DecodedUrl: 'bilag æøå.bin' },
    ServerRelativePath: { DecodedUrl: '/sites/test/Lists/Cases/Attachments/1/bilag æøå.bin' }, ServerRelativeUrl: '/sites/test/Lists/Cases/Attachments/1/bilag æøå.bin'
  });
  const after = await owner(`${item}?$select=Id,Attachments,OData__UIVersionString,Editor/Title&$expand=Editor`);
  expect(jsonOf(after)).toEqual({ Id: 1, ID: 1, Attachments: true, OData__UIVersionString: '1.0', Editor: { Title: 'Eksempel Medlem' } });
  expect(String(after.headers.get('etag'))).toBe(String(before.headers.get('etag')).replace(',1"', ',2"'));
  expect((await write(owner, item, 'MERGE', String(before.headers.get('etag')), { Title: 'late' })).status).toBe(412);
  for (const path of [`${item}/attachmentfiles('${encodeURIComponent('bilag æøå.bin')}')/$value`, `Lists/Cases/Attachments/1/${encodeURIComponent('bilag æøå.bin')}`]) {
    expect(Buffer.compare((await owner(path)).bytes, bytes)).toBe(0);
  }
  expect(rowsOf(await owner(`${list}/items?$filter=Attachments eq true&$select=Id,AttachmentFiles/FileName&$expand=AttachmentFiles`))).toEqual([
    { Id: 1, ID: 1, AttachmentFiles: [{ FileName: 'bilag æøå.bin' }] }
  ]);
});

test('names that are taken or not permitted, and what is not there', async () => {
  await addItem(owner, list, {});
  const item = `${list}/items(2)`;
  await attach(owner, item, 'a.txt', 'a');
  expect(errorOf(await attach(owner, item, 'A.TXT', 'b')).status).toBe(400);
  expect(errorOf(await attach(owner, item, 'a:b.txt', 'b')).code).toBe('-2130575245, Microsoft.SharePoint.SPException');
  expect((await owner(`${item}/attachmentfiles('b.txt')`)).status).toBe(404);
  expect((await owner('Lists/Cases/Attachments/2/b.txt')).status).toBe(404);
  expect(rowsOf(await owner(`${item}/attachmentfiles?$select=FileName`))).toEqual([{ FileName: 'a.txt' }]);
});

test('only who may change the item may attach or take away; only who may read it may read', async () => {
  await addItem(owner, list, {});
  const item = `${list}/items(3)`;
  await attach(owner, item, 'a.txt', 'a');
  const [reader, member] = [server.as(people.reader), server.as(people.member)];
  expect((await attach(reader, item, 'b.txt', 'b')).status).toBe(403);
  expect((await write(reader, `${item}/attachmentfiles('a.txt')`, 'DELETE', '*')).status).toBe(403);
  expect((await reader(`${item}/attachmentfiles('a.txt')/$value`)).text).toBe('a');
  await owner(`${item}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
  expect((await member(`${item}/attachmentfiles('a.txt')/$value`)).status).toBe(404);
  expect((await member('Lists/Cases/Attachments/3/a.txt')).status).toBe(404);
  expect((await owner('Lists/Cases/Attachments/3/a.txt')).text).toBe('a');
});

test('a list without attachments refuses them, and a library has none', async () => {
  const plain = await makeList(owner, 'Plain', [], { EnableAttachments: false });
  await addItem(owner, plain, {});
  expect(errorOf(await attach(owner, `${plain}/items(1)`, 'a.txt', 'a')).text).toBe('Attachments have been disabled for this list.');
  expect(jsonOf(await owner(`${plain}/items(1)?$select=Attachments`))).toEqual({ Attachments: false });
});

test('the real client attaches, reads, replaces and deletes', async () => {
  const items = clientOf(server.siteUrl, people.owner).web.lists.getByTitle('Cases').items;
  const { Id } = await items.add({ Title: 'by the client' });
  const files = items.getById(Number(Id)).attachmentFiles;
  await files.add('it\'s 100 %.txt', 'first');
  expect(await files.getByName('it\'s 100 %.txt').getText()).toBe('first');
  await files.getByName('it\'s 100 %.txt').setContent('second');
  expect(Buffer.from(await files.getByName('it\'s 100 %.txt').getBuffer()).toString()).toBe('second');
  expect((await files()).map(({ FileName }) => FileName)).toEqual(['it\'s 100 %.txt']);
  await files.getByName('it\'s 100 %.txt').delete();
  expect(await files()).toEqual([]);
  expect(await items.getById(Number(Id)).select('Attachments')()).toMatchObject({ Attachments: false });
});
