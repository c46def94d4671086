import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
const library = '/sites/test/Shared Documents';
const folder = (path: string): string => `_api/web/getfolderbyserverrelativepath(decodedurl='${encodeURIComponent(path.replace(/'/g, '\'\''))}')`;
const file = (path: string): string => `_api/web/getfilebyserverrelativepath(decodedurl='${encodeURIComponent(path.replace(/'/g, '\'\''))}')`;
const upload = (ask: Ask, dir: string, name: string, body: string | Uint8Array, more: string = ''): Promise<Answered> =>
  ask(`${folder(dir)}/files/addusingpath(decodedurl='${encodeURIComponent(name.replace(/'/g, '\'\''))}'${more})`, { method: 'POST', body });

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: people.reader } });
}, 60000);
afterAll(() => server.stop());

test('what goes up comes down byte for byte, at its name, its id and its plain address', async () => {
  const bytes = Uint8Array.from({ length: 70000 }, (_, index) => (index * 7919) % 256);
  const added = jsonOf(expectStatus(await upload(owner, library, 'bytes.bin', bytes), 200));
  expect(added).toMatchObject({
    Name: 'bytes.bin', ServerRelativeUrl: `${library}/bytes.bin`, Length: '70000', MajorVersion: 1, MinorVersion: 0, UIVersionLabel: '1.0', UIVersion: 512, Exists: true,
    ETag: expect.stringMatching(/^"\{[0-9A-F-]{36}\},1"$/), ContentTag: expect.stringMatching(/^\{[0-9A-F-]{36}\},1,1$/)
  });
  for (const path of [
    `${file(`${library}/bytes.bin`)}/$value`, `_api/web/getfilebyserverrelativeurl('${library}/BYTES.bin')/$value`, `_api/web/getfilebyid('${String(added.UniqueId)}')/$value`,
    `${folder(library)}/files('bytes.bin')/openbinarystream`, `_api/web/getfilebyserverrelativeurl('Shared%20Documents/bytes.bin')/$value`, 'Shared%20Documents/bytes.bin'
  ]) {
    const answer = await owner(path, path.includes('binarystream') ? { method: 'POST' } : {});
    expect([path, answer.status, Buffer.compare(answer.bytes, bytes)]).toEqual([path, 200, 0]);
  }
});

test('names with marks and letters of their own', async () => {
  for (const name of ['100 % æøå #1.txt', 'it\'s (final).txt', 'a+b&c=d.txt']) {
    expectStatus(await upload(owner, library, name, name), 200);
    expect((await owner(`${file(`${library}/${name}`)}/$value`)).text).toBe(name);
    expect((await write(owner, file(`${library}/${name}`), 'DELETE', '*')).status).toBe(200);
  }
});

test('a name that is taken is refused, overwritten when asked, or changed', async () => {
  expectStatus(await upload(owner, library, 'taken.txt', 'one'), 200);
  expect(errorOf(await upload(owner, library, 'Taken.txt', 'two'))).toEqual({
    status: 400, code: '-2130575257, Microsoft.SharePoint.SPException',
    text: expect.stringMatching(/^A file with the name Shared Documents\/taken\.txt already exists\. It was last modified by i:0#\.f\|membership\|ejer@example\.invalid on /)
  });
  expect(errorOf(await owner(`${folder(library)}/files/add(url='taken.txt',overwrite=false)`, { method: 'POST', body: 'two' })).status).toBe(400);
  expect((await owner(`${file(`${library}/taken.txt`)}/$value`)).text).toBe('one');
  expect(jsonOf(await upload(owner, library, 'taken.txt', 'three', ',overwrite=true'))).toMatchObject({ UIVersionLabel: '2.0', Length: '5' });
  expect(jsonOf(await upload(owner, library, 'taken.txt', 'four', ',ensureuniquefilename=true')).Name).toBe('taken1.txt');
  expect((await owner(`${file(`${library}/taken.txt`)}/$value`)).text).toBe('three');
});

test('what is not there', async () => {
  expect(errorOf(await owner(file(`${library}/none.txt`)))).toEqual({
    status: 404, code: '-2130575338, Microsoft.SharePoint.SPException', text: `The file ${library}/none.txt does not exist.`
  });
  const notFound = { status: 404, code: '-2147024894, System.IO.FileNotFoundException', text: 'File Not Found.' };
  expect(errorOf(await owner(folder(`${library}/none`)))).toEqual(notFound);
  expect(errorOf(await owner(`${folder(library)}/files('none.txt')`))).toEqual(notFound);
  expect(errorOf(await upload(owner, `${library}/none`, 'a.txt', 'a'))).toEqual(notFound);
  expect(jsonOf(await owner(`${folder(`${library}/none`)}/exists`))).toEqual({ value: false });
  expect(jsonOf(await owner(`${folder(`${library}/none`)}?$select=Exists`))).toEqual({ Exists: false });
  expect(errorOf(await owner(file('/sites/other/a.txt'))).text).toBe('Server relative urls must start with SPWeb.ServerRelativeUrl');
});

test('names that SharePoint does not accept', async () => {
  for (const name of ['a:b.txt', 'a*.txt', '~$open.docx', 'con', 'x_vti_y.txt', ' blank.txt', 'ends.']) {
    expect([name, errorOf(await upload(owner, library, name, 'x'))]).toEqual([name, {
      status: 400, code: '-2130575245, Microsoft.SharePoint.SPException', text: 'The file or folder name contains characters that are not permitted.  Please use a different name.'
    }]);
  }
  expect(errorOf(await upload(owner, library, `${'x'.repeat(252)}.txt`, 'x')).code).toBe('-2147024690, System.IO.PathTooLongException');
});

test('folders: made, listed, counted, their items, deleted with what is in them', async () => {
  const made = expectStatus(await owner(`${folder(library)}/folders/addusingpath(decodedurl='Year')`, { method: 'POST' }), 200);
  expect(jsonOf(made)).toMatchObject({ Name: 'Year', ItemCount: 0, Exists: true, ServerRelativeUrl: `${library}/Year` });
  expect(errorOf(await owner(`${folder(library)}/folders/addusingpath(decodedurl='year')`, { method: 'POST' })).code).toBe('-2130575257, Microsoft.SharePoint.SPException');
  expect(jsonOf(await owner(`${folder(library)}/folders/add('Year')`, { method: 'POST' })).UniqueId).toBe(jsonOf(made).UniqueId);
  expectStatus(await owner('_api/web/folders', { body: { ServerRelativeUrl: `${library}/Year/March` } }), 201);
  expectStatus(await owner(`_api/web/folders/add('Shared Documents/Year/April')`, { method: 'POST' }), 200);
  await upload(owner, `${library}/Year/March`, 'minutes.txt', 'm');
  await upload(owner, `${library}/Year`, 'plan.txt', 'p');
  const year = jsonOf(await owner(`${folder(`${library}/Year`)}?$expand=Folders,Files,ListItemAllFields,ParentFolder&$select=ItemCount,Folders/Name,Files/Name,ListItemAllFields/FileSystemObjectType,ListItemAllFields/FileRef,ParentFolder/Name`));
  expect(year).toEqual({
    ItemCount: 3, Folders: [{ Name: 'April' }, { Name: 'March' }], Files: [{ Name: 'plan.txt' }],
    ListItemAllFields: { FileSystemObjectType: 1, FileRef: `${library}/Year` }, ParentFolder: { Name: 'Shared Documents' }
  });
  expect(rowsOf(await owner(`${folder(library)}/folders?$select=Name`)).map(({ Name }) => Name)).toEqual(['Forms', 'Year']);
  expect(jsonOf(await owner(`${folder(library)}/listitemallfields`))).toEqual({ 'odata.null': true });
  expect(rowsOf(await owner('_api/web/folders?$select=Name')).map(({ Name }) => Name)).toEqual(['Lists', 'Shared Documents', 'SiteAssets', 'SitePages']);
  expect((await write(owner, folder(`${library}/Year`), 'DELETE', '*')).status).toBe(200);
  expect((await owner(file(`${library}/Year/March/minutes.txt`))).status).toBe(404);
  expect(jsonOf(await owner('_api/web/getlist(\'/sites/test/Shared Documents\')/items?$filter=startswith(FileRef,\'/sites/test/Shared Documents/Year\')')).value).toEqual([]);
});

test('a library\'s items are its files and folders, and both ways lead to the other', async () => {
  const list = '_api/web/getlist(\'/sites/test/UplThings\')';
  expectStatus(await owner('_api/web/lists', { body: { Title: 'UplThings', BaseTemplate: 101 } }), 201);
  await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" Name="Subject" DisplayName="Subject" />', Options: 8 } } });
  await owner(`${list}/rootfolder/folders/add('2025')`, { method: 'POST' });
  await upload(owner, '/sites/test/UplThings/2025', 'Annex.JSON', '{}');
  const columns = '$select=Id,FileSystemObjectType,FSObjType,FileLeafRef,FileRef,FileDirRef,File_x0020_Type,DisplayName';
  expect(rowsOf(await owner(`${list}/items?${columns}`))).toEqual([
    { Id: 1, ID: 1, FileSystemObjectType: 1, FSObjType: 1, FileLeafRef: '2025', FileRef: '/sites/test/UplThings/2025', FileDirRef: '/sites/test/UplThings', File_x0020_Type: null, DisplayName: '2025' },
    { Id: 2, ID: 2, FileSystemObjectType: 0, FSObjType: 0, FileLeafRef: 'Annex.JSON', FileRef: '/sites/test/UplThings/2025/Annex.JSON', FileDirRef: '/sites/test/UplThings/2025', File_x0020_Type: 'json', DisplayName: 'Annex' }
  ]);
  expect(rowsOf(await owner(`${list}/items?$filter=FSObjType eq 0 and FileDirRef eq '/sites/test/UplThings/2025'&$select=Id`))).toEqual([{ Id: 2, ID: 2 }]);
  const path = '/sites/test/UplThings/2025/Annex.JSON';
  const item = await owner(`${file(path)}/listitemallfields`);
  expect(item.headers.get('etag')).toMatch(/^"[0-9a-f-]{36},1"$/);
  expect((await write(owner, `${file(path)}/listitemallfields`, 'MERGE', '*', { Subject: 'March' })).status).toBe(204);
  expect(jsonOf(await owner(`${file(path)}?$select=Name,UIVersionLabel,ListItemAllFields/Subject&$expand=ListItemAllFields`))).toEqual({
    Name: 'Annex.JSON', UIVersionLabel: '2.0', ListItemAllFields: { Subject: 'March' }
  });
  expect(errorOf(await owner(`${file(path)}?$select=ListItemAllFields/Nothing&$expand=ListItemAllFields`)).status).toBe(400);
  expect(jsonOf(await owner(`${list}/items(2)?$select=Id,File/Name,Folder/Name&$expand=File,Folder`))).toEqual({ Id: 2, ID: 2, File: { Name: 'Annex.JSON' } });
  expect(jsonOf(await owner(`${list}/items(1)/folder?$select=Name`))).toEqual({ Name: '2025' });
  expect(jsonOf(await owner(`${list}/items(1)/file`))).toEqual({ 'odata.null': true });
  expect(errorOf(await owner(`${list}/items`, { body: { Title: 'x' } })).text).toBe('To add an item to a document library, use SPFileCollection.Add()');
  expect((await write(owner, `${list}/items(2)`, 'MERGE', '*', { FileLeafRef: 'Renamed.json' })).status).toBe(204);
  expect(jsonOf(await owner(`${folder('/sites/test/UplThings/2025')}/files('Renamed.json')?$select=Length`))).toEqual({ Length: '2' });
});

test('versions keep the old bytes, one ETag wins, and what nobody holds any more is gone', async () => {
  const path = `${library}/versioned.txt`;
  const first = String(jsonOf(await upload(owner, library, 'versioned.txt', 'first')).ETag);
  const put = (eTag: string, body: string): Promise<Answered> => owner(`${file(path)}/$value`, { method: 'POST', headers: { 'X-HTTP-Method': 'PUT', 'IF-MATCH': eTag }, body });
  const second = await put(first, 'second');
  expect([second.status, second.headers.get('etag')]).toEqual([204, first.replace(',1"', ',2"')]);
  expect(errorOf(await put(first, 'third')).status).toBe(412);
  expect((await put('*', 'third')).status).toBe(204);
  expect(rowsOf(await owner(`${file(path)}/versions?$select=ID,VersionLabel,IsCurrentVersion,Size,Length,Url`))).toEqual([
    { ID: 512, VersionLabel: '1.0', IsCurrentVersion: false, Size: 5, Length: '5', Url: '_vti_history/512/Shared Documents/versioned.txt' },
    { ID: 1024, VersionLabel: '2.0', IsCurrentVersion: false, Size: 6, Length: '6', Url: '_vti_history/1024/Shared Documents/versioned.txt' }
  ]);
  expect((await owner(`${file(path)}/versions(512)/$value`)).text).toBe('first');
  expectStatus(await owner(`${file(path)}/versions/restorebylabel(versionlabel='1.0')`, { method: 'POST' }), 200);
  expect((await owner(`${file(path)}/$value`)).text).toBe('first');
  expectStatus(await owner(`${file(path)}/versions/deletebyid(vid=512)`, { method: 'POST' }), 200);
  expect(rowsOf(await owner(`${file(path)}/versions?$select=ID`))).toEqual([{ ID: 1024 }, { ID: 1536 }]);
  expect((await owner(`${file(path)}/$value`)).text).toBe('first');
});

test('chunks become one new version; one that does not continue is refused', async () => {
  const path = `${library}/chunked.bin`;
  await upload(owner, library, 'chunked.bin', '');
  const id = '11111111-2222-4333-8444-555555555555';
  const send = (call: string, body: string, ask: Ask = owner): Promise<Answered> => ask(`${file(path)}/${call}`, { method: 'POST', body });
  expect(jsonOf(await send(`startupload(uploadid=guid'${id}')`, 'abc'))).toEqual({ value: '3' });
  expect(jsonOf(await send(`continueupload(uploadid=guid'${id}',fileoffset=3)`, 'defg'))).toEqual({ value: '7' });
  expect((await send(`continueupload(uploadid=guid'${id}',fileoffset=3)`, 'defg')).status).toBe(409);
  expect((await send(`finishupload(uploadid=guid'${id}',fileoffset=7)`, 'x', server.as(people.member))).status).toBe(409);
  expect((await owner(`${file(path)}/$value`)).text).toBe('');
  expect(jsonOf(await send(`finishupload(uploadid=guid'${id}',fileoffset=7)`, 'h'))).toMatchObject({ Length: '8', UIVersionLabel: '2.0' });
  expect((await owner(`${file(path)}/$value`)).text).toBe('abcdefgh');
  await send(`startupload(uploadid=guid'${id}')`, 'no');
  expectStatus(await send(`cancelupload(uploadid=guid'${id}')`, ''), 200);
  expect((await send(`finishupload(uploadid=guid'${id}',fileoffset=2)`, 'h')).status).toBe(409);
});

test('an Office file comes back as another, valid zip that says the same; others stay as they are', async () => {
  const parts = {
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'),
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'),
    'word/document.xml': strToU8('<w:document/>')
  };
  const sent = zipSync(parts);
  await upload(owner, library, 'paper.docx', sent);
  const read = (await owner(`${file(`${library}/paper.docx`)}/$value`)).bytes;
  expect(Buffer.compare(read, sent)).not.toBe(0);
  const found = unzipSync(read);
  expect(strFromU8(found['word/document.xml'])).toBe('<w:document/>');
  expect(strFromU8(found['docProps/custom.xml'])).toContain('name="ContentTypeId"');
  expect(strFromU8(found['[Content_Types].xml'])).toContain('/docProps/custom.xml');
  await upload(owner, library, 'again.docx', read);
  const twice = unzipSync((await owner(`${file(`${library}/again.docx`)}/$value`)).bytes);
  expect(strFromU8(twice['docProps/custom.xml']).match(/name="ContentTypeId"/g)).toHaveLength(1);
  await upload(owner, library, 'not really.docx', 'text');
  expect((await owner(`${file(`${library}/not really.docx`)}/$value`)).text).toBe('text');
  await upload(owner, library, 'archive.zip', sent);
  expect(Buffer.compare((await owner(`${file(`${library}/archive.zip`)}/$value`)).bytes, sent)).toBe(0);
});

test('files and folders are moved and copied', async () => {
  await owner(`${folder(library)}/folders/add('From/')`, { method: 'POST' });
  await owner(`${folder(library)}/folders/add('To')`, { method: 'POST' });
  await upload(owner, `${library}/From`, 'a.txt', 'a');
  await upload(owner, `${library}/From`, 'a.txt', 'aa', ',overwrite=true');
  await upload(owner, `${library}/To`, 'b.txt', 'b');
  expectStatus(await owner(`${file(`${library}/From/a.txt`)}/copyto(strnewurl='${library}/To/copy.txt',boverwrite=false)`, { method: 'POST' }), 200);
  expect(errorOf(await owner(`${file(`${library}/From/a.txt`)}/moveto(newurl='${library}/To/b.txt',flags=0)`, { method: 'POST' })).code).toContain('-2130575257');
  expectStatus(await owner(`${file(`${library}/From/a.txt`)}/moveto(newurl='${library}/To/b.txt',flags=1)`, { method: 'POST' }), 200);
  expect(rowsOf(await owner(`${folder(`${library}/To`)}/files?$select=Name,Length,UIVersionLabel`))).toEqual([
    { Name: 'b.txt', Length: '2', UIVersionLabel: '3.0' }, { Name: 'copy.txt', Length: '2', UIVersionLabel: '1.0' }
  ]);
  expectStatus(await owner(`_api/SP.MoveCopyUtil.MoveFileByPath(overwrite=@a1)?@a1=false`, {
    body: { srcPath: { DecodedUrl: `${server.origin}${library}/To/b.txt` }, destPath: { DecodedUrl: `${server.origin}/sites/test/SiteAssets/b.txt` }, options: { KeepBoth: false } }
  }), 200);
  expect(rowsOf(await owner(`${file('/sites/test/SiteAssets/b.txt')}/versions?$select=Size`))).toEqual([{ Size: 1 }, { Size: 2 }]);
  expect((await owner(`${file('/sites/test/SiteAssets/b.txt')}/versions(512)/$value`)).text).toBe('a');
  expectStatus(await owner(`${folder(`${library}/To`)}/moveto(newurl='${library}/From/Inner')`, { method: 'POST' }), 200);
  expect((await owner(`${file(`${library}/From/Inner/copy.txt`)}/$value`)).text).toBe('aa');
  expect(jsonOf(await owner(`${folder(`${library}/To`)}/exists`))).toEqual({ value: false });
  expectStatus(await owner('_api/SP.MoveCopyUtil.CopyFolderByPath()', {
    body: { srcPath: { DecodedUrl: `${server.origin}${library}/From` }, destPath: { DecodedUrl: `${server.origin}/sites/test/SiteAssets/Copy` }, options: {} }
  }), 200);
  expect((await owner(`${file('/sites/test/SiteAssets/Copy/Inner/copy.txt')}/$value`)).text).toBe('aa');
});

describe('permissions', () => {
  test('readers read, members write, strangers see nothing', async () => {
    await upload(owner, library, 'shared.txt', 'shared');
    const reader = server.as(people.reader);
    expect((await reader(`${file(`${library}/shared.txt`)}/$value`)).text).toBe('shared');
    expect(errorOf(await upload(reader, library, 'mine.txt', 'x')).status).toBe(403);
    expect((await upload(server.as(people.member), library, 'theirs.txt', 'x')).status).toBe(200);
    expect((await server.as(people.stranger)(file(`${library}/shared.txt`))).status).toBe(403);
  });

  test('whoever may only add can upload and read, but neither overwrite, rename nor delete', async () => {
    expectStatus(await owner('_api/web/lists', { body: { Title: 'Archive', BaseTemplate: 101 } }), 201);
    const list = '_api/web/getlist(\'/sites/test/Archive\')';
    const level = jsonOf(await owner('_api/web/roledefinitions', { body: { Name: 'Add', BasePermissions: { High: '176', Low: String(138612833 + 2) }, Order: 90 } }));
    const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } }));
    await owner(`${list}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
    await owner(`${list}/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=${String(level.Id)})`, { method: 'POST' });
    const member = server.as(people.member);
    expectStatus(await member(`${list}/rootfolder/folders/add('2025-03')`, { method: 'POST' }), 200);
    expectStatus(await upload(member, '/sites/test/Archive/2025-03', 'record.json', '{}'), 200);
    const path = '/sites/test/Archive/2025-03/record.json';
    expect((await member(`${file(path)}/$value`)).text).toBe('{}');
    expect(errorOf(await upload(member, '/sites/test/Archive/2025-03', 'record.json', '{"b":1}')).status).toBe(400);
    expect(errorOf(await upload(member, '/sites/test/Archive/2025-03', 'record.json', '{"b":1}', ',overwrite=true')).status).toBe(403);
    expect((await member(`${file(path)}/$value`, { method: 'POST', headers: { 'X-HTTP-Method': 'PUT' }, body: 'x' })).status).toBe(403);
    expect((await member(`${file(path)}/moveto(newurl='/sites/test/Archive/other.json',flags=0)`, { method: 'POST' })).status).toBe(403);
    expect((await write(member, `${file(path)}/listitemallfields`, 'MERGE', '*', { FileLeafRef: 'other.json' })).status).toBe(403);
    expect((await write(member, file(path), 'DELETE', '*')).status).toBe(403);
    expect((await write(member, folder('/sites/test/Archive/2025-03'), 'DELETE', '*')).status).toBe(403);
    expect((await owner(`${file(path)}/$value`)).text).toBe('{}');
  });

  test('a folder with permissions of its own trims what is in it, until it inherits again', async () => {
    await owner(`${folder(library)}/folders/add('Closed')`, { method: 'POST' });
    await owner(`${folder(`${library}/Closed`)}/folders/add('Deep')`, { method: 'POST' });
    await upload(owner, `${library}/Closed/Deep`, 'secret.txt', 'secret');
    const scope = `${folder(`${library}/Closed`)}/listitemallfields`;
    expectStatus(await owner(`${scope}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' }), 200);
    const member = server.as(people.member);
    const seen = async (): Promise<unknown> => [
      (await member(file(`${library}/Closed/Deep/secret.txt`))).status, jsonOf(await member(`${folder(`${library}/Closed`)}/exists`)).value,
      rowsOf(await member(`${folder(library)}/folders?$select=Name&$filter=Name eq 'Closed'`)).length,
      rowsOf(await member('_api/web/getlist(\'/sites/test/Shared Documents\')/items?$filter=FileLeafRef eq \'secret.txt\'')).length,
      (await member('Shared%20Documents/Closed/Deep/secret.txt')).status
    ];
    expect(await seen()).toEqual([404, false, 0, 0, 404]);
    expect((await upload(member, `${library}/Closed/Deep`, 'mine.txt', 'x')).status).toBe(404);
    const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } }));
    await owner(`${scope}/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=1073741826)`, { method: 'POST' });
    expect(await seen()).toEqual([200, true, 1, 1, 200]);
    expect((await upload(member, `${library}/Closed/Deep`, 'mine.txt', 'x')).status).toBe(403);
    expectStatus(await owner(`${scope}/resetroleinheritance`, { method: 'POST' }), 200);
    expect((await upload(member, `${library}/Closed/Deep`, 'mine.txt', 'x')).status).toBe(200);
  });
});

test('a file that is written past its version limit keeps what it holds', async () => {
  const list = await makeList(owner, 'Limited', [], { BaseTemplate: 101, MajorVersionLimit: 2 });
  for (const bytes of ['1', '2', '3', '4']) {
    expectStatus(await upload(owner, '/sites/test/Limited', 'a.txt', bytes, ',overwrite=true'), 200);
  }
  expect((await owner(`${file('/sites/test/Limited/a.txt')}/$value`)).text).toBe('4');
  expect(rowsOf(await owner(`${file('/sites/test/Limited/a.txt')}/versions`)).map(({ VersionLabel }) => VersionLabel)).toEqual(['3.0']);
  expect((await owner(`${list}/items(1)/file/versions(1536)/$value`)).text).toBe('3');
});

/** The sizes of what the state file holds, read without the server. */
const contentsIn = (stateFile: string): number[] => JSON.parse(execFileSync(process.execPath, ['--no-warnings', '-e', `
  const rows = new (require('node:sqlite').DatabaseSync)(process.argv[1]).prepare('SELECT length(bytes) AS size FROM content ORDER BY size').all();
  process.stdout.write(JSON.stringify(rows.map((row) => row.size)));`, stateFile]).toString()) as number[];

test('files survive a kill right after the answer, and nothing is kept that nobody can read', async () => {
  const state = mkdtempSync(join(tmpdir(), 'local-sharepoint-files-'));
  const stateFile = join(state, 'files.sqlite');
  const first = await startTestSharePoint({ stateFile });
  const ask = first.as(people.owner);
  const bytes = Uint8Array.from({ length: 300000 }, (_, index) => index % 251);
  await upload(ask, library, 'kept.bin', 'old');
  expectStatus(await upload(ask, library, 'kept.bin', bytes, ',overwrite=true'), 200);
  await ask(`${file(`${library}/kept.bin`)}/startupload(uploadid=guid'11111111-2222-4333-8444-555555555555')`, { method: 'POST', body: bytes });
  await first.kill();
  const second = await startTestSharePoint({ stateFile });
  const again = second.as(people.owner);
  expect(Buffer.compare((await again(`${file(`${library}/kept.bin`)}/$value`)).bytes, bytes)).toBe(0);
  expect((await again(`${file(`${library}/kept.bin`)}/versions(512)/$value`)).text).toBe('old');
  const finished = await again(`${file(`${library}/kept.bin`)}/finishupload(uploadid=guid'11111111-2222-4333-8444-555555555555',fileoffset=300000)`, { method: 'POST', body: 'end' });
  expect(jsonOf(finished).Length).toBe('300003');
  await upload(again, library, 'gone.txt', 'gone');
  await write(again, file(`${library}/gone.txt`), 'DELETE', '*');
  await again(`${file(`${library}/kept.bin`)}/versions/deletebyid(vid=512)`, { method: 'POST' });
  await second.stop();
  const homePage = 26;
  expect(contentsIn(stateFile)).toEqual([homePage, 300000, 300003]);
  rmSync(state, { recursive: true, force: true });
});
