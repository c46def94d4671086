import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let sp: SPFI;
const library = '/sites/test/Shared Documents';
beforeAll(async () => {
  server = await startTestSharePoint();
  sp = clientOf(server.siteUrl, people.owner);
}, 60000);
afterAll(() => server.stop());

test('a folder, a file in it, its bytes, item, versions and end', async () => {
  const folder = await sp.web.getFolderByServerRelativePath(library).folders.addUsingPath('100 % 2025 (år)');
  expect(folder).toMatchObject({ Name: '100 % 2025 (år)', 'odata.type': 'SP.Folder', 'odata.editLink': expect.stringContaining('GetFolderByServerRelativePath') });
  await expect(sp.web.getFolderByServerRelativePath(library).folders.addUsingPath('100 % 2025 (år)')).rejects.toMatchObject({ status: 400 });
  const files = sp.web.getFolderByServerRelativePath(`${library}/100 % 2025 (år)`).files;
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) % 256);
  const added = await files.addUsingPath('år\'s #1.bin', bytes, { Overwrite: false });
  expect(added).toMatchObject({ Name: 'år\'s #1.bin', Length: '5000', 'odata.type': 'SP.File' });
  expect(added).not.toHaveProperty('odata.etag');
  await expect(files.addUsingPath('år\'s #1.bin', 'other', { Overwrite: false })).rejects.toMatchObject({ status: 400 });
  const file = sp.web.getFileByServerRelativePath(added.ServerRelativeUrl);
  const down = await file.getBuffer();
  expect(Buffer.compare(Buffer.from(down), bytes)).toBe(0);
  await file.setContent('{"changed":true}');
  expect(await file.getJSON()).toEqual({ changed: true });
  expect(await file.versions.select('VersionLabel', 'Size')()).toMatchObject([{ VersionLabel: '1.0', Size: 5000 }]);
  expect(Buffer.from(await file.versions.getById(512).getBuffer())).toHaveLength(5000);
  const item = await file.getItem<{ Id: number; FileLeafRef: string }>('Id', 'FileLeafRef');
  expect(item.FileLeafRef).toBe('år\'s #1.bin');
  await item.update({ Title: 'By the item' });
  expect(await file.select('Title', 'UIVersionLabel')()).toMatchObject({ Title: 'By the item', UIVersionLabel: '3.0' });
  expect(await file.exists()).toBe(true);
  await file.delete();
  expect(await file.exists()).toBe(false);
});

test('a large file goes up in chunks', async () => {
  const bytes = Buffer.from(Uint8Array.from({ length: 250000 }, (_, index) => (index * 17) % 253));
  const stages: string[] = [];
  const files = sp.web.getFolderByServerRelativePath(library).files;
  const file = await files.addChunked('large.bin', new Blob([bytes]), { chunkSize: 100000, Overwrite: true, progress: ({ stage }) => stages.push(stage) });
  expect(stages).toEqual(['starting', 'continue', 'finishing']);
  expect(file).toMatchObject({ Name: 'large.bin', Length: '250000' });
  expect(Buffer.compare(Buffer.from(await sp.web.getFileById(file.UniqueId).getBuffer()), bytes)).toBe(0);
});

test('moved, copied, found by id and by address, and a folder of its own kind of people', async () => {
  const root = sp.web.lists.getByTitle('Documents').rootFolder;
  await root.folders.addUsingPath('One');
  await root.folders.addUsingPath('Two');
  const { UniqueId } = await root.folders.getByUrl('One').files.addUsingPath('plan.txt', 'plan');
  await sp.web.getFileById(UniqueId).copyByPath(`${library}/Two/copy.txt`, false);
  await sp.web.getFileById(UniqueId).moveByPath(`${library}/Two/moved.txt`, false);
  expect((await root.folders.getByUrl('Two').files.select('Name')()).map(({ Name }) => Name)).toEqual(['copy.txt', 'moved.txt']);
  expect(await sp.web.getFileById(UniqueId).getText()).toBe('plan');
  expect(await sp.web.getFileByUrl(`${server.origin}${library}/Two/copy.txt`).getText()).toBe('plan');
  await sp.web.getFolderByServerRelativePath(`${library}/Two`).moveByPath(`${library}/One/Two`);
  expect(await root.folders.getByUrl('One').folders.getByUrl('Two').select('ItemCount')()).toMatchObject({ ItemCount: 2 });
  await sp.web.getFolderByServerRelativePath(`${library}/One`).copyByPath(`${library}/Copy`);
  await sp.web.getFolderByServerRelativePath(`${library}/Copy`).addSubFolderUsingPath('Sub');
  expect((await root.folders.getByUrl('Copy').folders.select('Name')()).map(({ Name }) => Name)).toEqual(['Sub', 'Two']);
  const infos = await root.folders.getByUrl('Copy').getParentInfos();
  expect(infos).toMatchObject({ ParentList: { RootFolderServerRelativeUrl: library }, ParentWeb: { ServerRelativeUrl: '/sites/test' } });
  const item = await root.folders.getByUrl('Copy').getItem();
  await item.breakRoleInheritance(false, true);
  expect(await item.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: true });
  await expect(root.getItem()).rejects.toThrow('root folder');
  await root.folders.getByUrl('Copy').delete();
  expect(await sp.web.getFolderByServerRelativePath(`${library}/Copy`).select('Exists')()).toMatchObject({ Exists: false });
});
