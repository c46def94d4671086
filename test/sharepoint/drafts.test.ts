import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/webs';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let reader: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  reader = server.as(people.reader);
  const join = async (group: string, login: string): Promise<void> => {
    expectStatus(await owner(`_api/web/${group}/users`, { body: { LoginName: `i:0#.f|membership|${login}` } }), 201);
  };
  await join('associatedmembergroup', people.member);
  await join('associatedvisitorgroup', people.reader);
}, 60000);
afterAll(() => server.stop());

const anyone = 0;
const editors = 1;
const approvers = 2;
const makeLibrary = (title: string, settings: Json): Promise<string> => makeList(owner, title, [], { BaseTemplate: 101, ...settings });
const folderOf = (title: string): string => `_api/web/getfolderbyserverrelativeurl('/sites/test/${title}')`;
const fileIn = (title: string, name: string = 'a.txt'): string => `_api/web/getfilebyserverrelativeurl('/sites/test/${title}/${name}')`;
const post = (ask: Ask, path: string, body?: unknown): Promise<Answered> => ask(path, { method: 'POST', body });
const upload = async (ask: Ask, title: string, bytes: string, name: string = 'a.txt'): Promise<void> => {
  expectStatus(await post(ask, `${folderOf(title)}/files/add(url='${name}',overwrite=true)`, bytes), 200);
};
const save = async (ask: Ask, title: string, bytes: string, name?: string): Promise<number> =>
  (await ask(`${fileIn(title, name)}/$value`, { method: 'PUT', body: bytes })).status;
const facts = async (title: string, ask: Ask = owner): Promise<unknown[]> => {
  const { UIVersionLabel, MajorVersion, MinorVersion, Level, ListItemAllFields } = jsonOf(expectStatus(await ask(`${fileIn(title)}?$expand=ListItemAllFields&$select=UIVersionLabel,MajorVersion,MinorVersion,Level,ListItemAllFields/OData__ModerationStatus`), 200));
  expect(UIVersionLabel).toBe(`${String(MajorVersion)}.${String(MinorVersion)}`);
  return [UIVersionLabel, Level, (ListItemAllFields as Json).OData__ModerationStatus];
};
const labels = async (title: string, ask: Ask = owner): Promise<unknown[]> => rowsOf(expectStatus(await ask(`${fileIn(title)}/versions`), 200)).map(({ VersionLabel }) => VersionLabel);

test('minor versions: saved, published and taken back, by the real client', async () => {
  const list = await makeLibrary('Minor', { EnableMinorVersions: true });
  const folder = clientOf(server.siteUrl, people.member).web.getFolderByServerRelativePath('/sites/test/Minor');
  await folder.files.addUsingPath('a.txt', '1');
  const file = folder.files.getByUrl('a.txt');
  expect(await facts('Minor')).toEqual(['0.1', 2, 3]);
  await file.setContent('2');
  expect(await facts('Minor')).toEqual(['0.2', 2, 3]);
  await expect(file.unpublish('x')).rejects.toThrow('You can only Unpublish a major version');
  await file.publish('out');
  expect(await facts('Minor')).toEqual(['1.0', 1, 0]);
  expect(await file.select('CheckInComment')()).toMatchObject({ CheckInComment: 'out' });
  expect(await labels('Minor')).toEqual(['0.1']);
  await file.unpublish('not yet');
  expect(await facts('Minor')).toEqual(['0.2', 2, 3]);
  await file.publish('out');
  await file.publish('again');
  expect(await facts('Minor')).toEqual(['1.0', 1, 0]);
  await (await file.getItem()).update({ Title: 'T' });
  expect(await facts('Minor')).toEqual(['1.1', 2, 3]);
  await file.publish();
  await file.setContent('3');
  await file.publish();
  expect(await facts('Minor')).toEqual(['3.0', 1, 0]);
  await file.unpublish('back');
  expect(await facts('Minor')).toEqual(['2.1', 2, 3]);
  expect(rowsOf(await owner(`${list}/items(1)/versions`)).map((version) => [version.VersionLabel, version.IsCurrentVersion, version.OData__x005f_Level]))
    .toEqual([['2.1', true, 2], ['2.0', false, 1], ['1.0', false, 1], ['0.1', false, 2]]);
  await file.publish();
  expect(await facts('Minor')).toEqual(['3.0', 1, 0]);
  await upload(owner, 'Shared Documents', 'x');
  expect(errorOf(await post(owner, `${fileIn('Shared Documents')}/publish(comment='x')`)).text).toContain('minor version enabled');
});

test('checked in as a draft or as a major version; nothing is published while it is checked out', async () => {
  await makeLibrary('Checked', { EnableMinorVersions: true });
  await upload(member, 'Checked', '1');
  expectStatus(await post(member, `${fileIn('Checked')}/checkout`), 200);
  expect((await post(member, `${fileIn('Checked')}/publish(comment='x')`)).status).toBe(500);
  expect(await save(member, 'Checked', '2')).toBe(204);
  expect(await save(member, 'Checked', '3')).toBe(204);
  expect(await facts('Checked', member)).toEqual(['0.2', 255, 3]);
  expect(await facts('Checked')).toEqual(['0.1', 2, 3]);
  expectStatus(await post(member, `${fileIn('Checked')}/checkin(comment='x',checkintype=0)`), 200);
  expect(await facts('Checked')).toEqual(['0.2', 2, 3]);
  expectStatus(await post(member, `${fileIn('Checked')}/checkout`), 200);
  expectStatus(await post(member, `${fileIn('Checked')}/checkin(comment='x',checkintype=1)`), 200);
  expect(await facts('Checked')).toEqual(['1.0', 1, 0]);
  expectStatus(await post(member, `${fileIn('Checked')}/checkout`), 200);
  expect(await save(member, 'Checked', 'lost')).toBe(204);
  expectStatus(await post(member, `${fileIn('Checked')}/undocheckout`), 200);
  expect(await facts('Checked', reader)).toEqual(['1.0', 1, 0]);
  expect((await reader(`${fileIn('Checked')}/$value`)).text).toBe('3');
  // What was published before the undone draft is no second version to fall back on.
  expectStatus(await post(owner, `${fileIn('Checked')}/unpublish(comment='')`), 200);
  expectStatus(await owner('_api/web/lists/getbytitle(\'Checked\')', { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { DraftVersionVisibility: editors } }), 204);
  expect((await reader(fileIn('Checked'))).status).toBe(404);
});

test('whoever does not see drafts reads what was published, by every way there is', async () => {
  const list = await makeLibrary('Secret', { EnableMinorVersions: true, DraftVersionVisibility: editors });
  await upload(member, 'Secret', 'alpha');
  await upload(member, 'Secret', 'never', 'never.txt');
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'alpha' }), 204);
  expect((await reader(`${list}/items(1)`)).status).toBe(404);
  expectStatus(await post(member, `${fileIn('Secret')}/publish(comment='')`), 200);
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'bravo' }), 204);
  expect(await save(member, 'Secret', 'bravo')).toBe(204);
  const uniqueId = String(jsonOf(await member(fileIn('Secret'))).UniqueId);
  const other = await makeList(owner, 'Points there', [`<Field Type="Lookup" Name="Ref" DisplayName="Ref" ShowField="Title" List="{${String(jsonOf(await owner(list)).Id)}}" />`]);
  await addItem(owner, other, { Title: 'x', RefId: 1 });
  await addItem(owner, other, { Title: 'y', RefId: 2 });
  const ways: [string, object?][] = [
    [`${list}/items`], [`${list}/items?$filter=Title ne 'x'&$orderby=Title`], [`${list}/items?$expand=FieldValuesAsText,FieldValuesForEdit,FieldValuesAsHtml,File,Versions`],
    [`${list}/items(1)`], [`${list}/items(1)/versions`], [`${list}/getitembyid(1)`], [`${list}/items(1)/file/$value`], [`${list}/items(1)/properties`],
    [`${list}/getitems`, { query: { ViewXml: '<View><Query><OrderBy><FieldRef Name="Title"/></OrderBy></Query></View>' } }],
    [`${list}/renderlistdataasstream`, { parameters: { RenderOptions: 2, ViewXml: '<View><ViewFields><FieldRef Name="Title"/></ViewFields></View>' } }],
    [`${list}/getlistitemchangessincetoken`, { query: {} }],
    [`${list}/rootfolder?$expand=Files/ListItemAllFields,Files/Versions`], [`${folderOf('Secret')}/files`], [`${fileIn('Secret')}?$expand=ListItemAllFields,Versions`],
    [`${fileIn('Secret')}/$value`], [`${fileIn('Secret')}/openbinarystream`], [`_api/web/getfilebyid('${uniqueId}')/$value`], [`${server.origin}/sites/test/Secret/a.txt`],
    [`${fileIn('Secret')}/versions`], [`${other}/items?$select=Ref/Title&$expand=Ref`],
    [`${other}/items?$expand=FieldValuesAsText`], [`${other}/renderlistdataasstream`, { parameters: { RenderOptions: 2, ViewXml: '<View><ViewFields><FieldRef Name="Ref"/></ViewFields></View>' } }]
  ];
  for (const [path, body] of ways) {
    const asked = await reader(path, body === undefined ? {} : { body });
    expect([path, asked.status, asked.text.includes('bravo'), asked.text.includes('never.txt')]).toEqual([path, 200, false, false]);
    expect((await member(path, body === undefined ? {} : { body })).text).not.toBe(asked.text);
  }
  expect((await reader(`${fileIn('Secret')}/$value`)).text).toBe('alpha');
  expect((await member(`${fileIn('Secret')}/$value`)).text).toBe('bravo');
  expect(await facts('Secret', reader)).toEqual(['1.0', 1, 0]);
  expect(await facts('Secret', member)).toEqual(['1.2', 2, 3]);
  expect(await labels('Secret', reader)).toEqual([]);
  expect(await labels('Secret', member)).toEqual(['0.1', '1.0', '1.1']);
  expect((await reader(fileIn('Secret', 'never.txt'))).status).toBe(404);
  expect((await reader(`${list}/items(1)/versions(513)`)).status).toBe(404);
  expect((await reader(`${fileIn('Secret')}/versions(513)/$value`)).status).toBe(404);
  expect((await reader(`${fileIn('Secret')}/versions(1)/$value`)).status).toBe(404);
  expectStatus(await post(member, `${fileIn('Secret')}/unpublish(comment='')`).then(() => post(member, `${fileIn('Secret')}/publish(comment='')`)), 200);
  expect(await labels('Secret', reader)).toEqual(['1.0']);
  // Taken back, the last one before it is what is published.
  expectStatus(await post(member, `${fileIn('Secret')}/unpublish(comment='')`), 200);
  expect(await facts('Secret', reader)).toEqual(['1.0', 1, 0]);
  expect((await reader(`${fileIn('Secret')}/$value`)).text).toBe('alpha');
});

test('a filter finds by what the asker sees, also through an index', async () => {
  const list = await makeLibrary('Filtered', { EnableMinorVersions: true, DraftVersionVisibility: editors });
  expectStatus(await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" />', Options: 8 } } }), 200);
  await upload(member, 'Filtered', 'x');
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Key: 'old' }), 204);
  expectStatus(await post(member, `${fileIn('Filtered')}/publish(comment='')`), 200);
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Key: 'new' }), 204);
  const found = async (ask: Ask, key: string): Promise<number> => rowsOf(await ask(`${list}/items?$filter=Key eq '${key}'`)).length;
  expect(await Promise.all([found(reader, 'old'), found(reader, 'new'), found(member, 'old'), found(member, 'new')])).toEqual([1, 0, 0, 1]);
});

test('drafts for those who may approve, and who wrote them; who does not see a draft writes over nothing', async () => {
  const list = await makeLibrary('Approvers', { EnableMinorVersions: true, DraftVersionVisibility: approvers });
  await upload(owner, 'Approvers', 'theirs');
  await upload(member, 'Approvers', 'mine', 'mine.txt');
  expect(rowsOf(await member(`${list}/items?$select=FileLeafRef`))).toEqual([{ FileLeafRef: 'mine.txt' }]);
  expect(rowsOf(await owner(`${list}/items`))).toHaveLength(2);
  expectStatus(await post(owner, `${fileIn('Approvers')}/publish(comment='')`), 200);
  expect(await save(owner, 'Approvers', 'theirs too')).toBe(204);
  expect((await member(`${fileIn('Approvers')}/$value`)).text).toBe('theirs');
  for (const refused of [() => save(member, 'Approvers', 'x'), async () => (await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'x' })).status, async () => (await write(member, fileIn('Approvers'), 'DELETE', '*')).status, async () => (await post(member, `${fileIn('Approvers')}/publish(comment='')`)).status]) {
    expect(await refused()).toBe(403);
  }
  expect((await owner(`${fileIn('Approvers')}/$value`)).text).toBe('theirs too');
  // Made by one and written by the other: both see it.
  expect(await save(owner, 'Approvers', 'edited', 'mine.txt')).toBe(204);
  expect((await member(`${fileIn('Approvers', 'mine.txt')}/$value`)).text).toBe('edited');
  expectStatus(await post(owner, `${fileIn('Approvers')}/publish(comment='')`), 200);
  expect(await save(member, 'Approvers', 'by the member')).toBe(204);
  expect((await member(`${fileIn('Approvers')}/$value`)).text).toBe('by the member');
  expect(await save(owner, 'Approvers', 'theirs too')).toBe(204);
  expectStatus(await write(owner, list, 'MERGE', '*', { DraftVersionVisibility: anyone }), 204);
  expect((await reader(`${fileIn('Approvers')}/$value`)).text).toBe('theirs too');
});

test('items wait for approval: seen by who made them and who may approve, the others see what was approved', async () => {
  const list = await makeList(owner, 'Moderated', [], { EnableModeration: true, DraftVersionVisibility: approvers });
  expect(await addItem(member, list, { Title: 'first' })).toMatchObject({ OData__ModerationStatus: 2, OData__ModerationComments: null, OData__UIVersionString: '1.0' });
  const titles = async (ask: Ask): Promise<unknown[]> => rowsOf(await ask(`${list}/items?$select=Title`)).map(({ Title }) => Title);
  expect([await titles(reader), await titles(member), await titles(owner)]).toEqual([[], ['first'], ['first']]);
  const decide = async (ask: Ask, status: number, more: Json = {}): Promise<number> => (await write(ask, `${list}/items(1)`, 'MERGE', '*', { OData__ModerationStatus: status, ...more })).status;
  expect(await decide(member, 0)).toBe(403);
  expect(await decide(reader, 0)).toBe(404);
  expect(await decide(owner, 0, { OData__ModerationComments: 'fine' })).toBe(204);
  expect(jsonOf(await reader(`${list}/items(1)`))).toMatchObject({ OData__ModerationStatus: 0, OData__ModerationComments: 'fine', OData__UIVersionString: '1.0' });
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'second' }), 204);
  expect([await titles(reader), await titles(member), await titles(owner)]).toEqual([['first'], ['second'], ['second']]);
  expect(rowsOf(await owner(`${list}/items?$filter=OData__ModerationStatus eq 2`))).toHaveLength(1);
  expect(rowsOf(await reader(`${list}/items?$filter=OData__ModerationStatus eq 2`))).toEqual([]);
  expect(rowsOf(await reader(`${list}/items(1)/versions`)).map(({ VersionLabel }) => VersionLabel)).toEqual(['1.0']);
  expect(await decide(owner, 1)).toBe(204);
  expect([await titles(reader), await titles(member)]).toEqual([['first'], ['second']]);
  expectStatus(await owner(`${list}/items(1)/validateupdatelistitem`, { body: { formValues: [{ FieldName: '_ModerationStatus', FieldValue: '0' }, { FieldName: '_ModerationComments', FieldValue: 'now' }] } }), 200);
  expect(await titles(reader)).toEqual(['second']);
  expect(jsonOf(await reader(`${list}/items(1)`))).toMatchObject({ OData__UIVersionString: '2.0', OData__ModerationComments: 'now' });
  // What is denied after it was approved leaves the one before.
  expect(await decide(owner, 1)).toBe(204);
  expect(await titles(reader)).toEqual(['first']);
  expectStatus(await write(owner, list, 'MERGE', '*', { EnableModeration: false }), 204);
  expect(await titles(reader)).toEqual(['second']);
});

test('drafts are submitted, approved, denied and withdrawn', async () => {
  await makeLibrary('Both', { EnableMinorVersions: true, EnableModeration: true, DraftVersionVisibility: editors });
  const act = async (ask: Ask, call: string): Promise<number> => (await post(ask, `${fileIn('Both')}/${call}(comment='because')`)).status;
  await upload(member, 'Both', '1');
  expect(await facts('Both')).toEqual(['0.1', 2, 3]);
  expect(await act(owner, 'approve')).toBe(500);
  expect(await act(member, 'publish')).toBe(200);
  expect(await facts('Both')).toEqual(['0.1', 2, 2]);
  expect(await act(member, 'unpublish')).toBe(200);
  expect(await facts('Both')).toEqual(['0.1', 2, 3]);
  expect(await act(member, 'publish')).toBe(200);
  expect([await act(member, 'approve'), await act(member, 'deny')]).toEqual([403, 403]);
  expect(await act(owner, 'deny')).toBe(200);
  expect(await facts('Both')).toEqual(['0.1', 2, 1]);
  expect((await reader(fileIn('Both'))).status).toBe(404);
  expect(await act(owner, 'approve')).toBe(200);
  expect(await facts('Both', reader)).toEqual(['1.0', 1, 0]);
  expect(jsonOf(await reader(`${fileIn('Both')}/listitemallfields`))).toMatchObject({ OData__ModerationComments: 'because' });
  expect(await save(member, 'Both', '2')).toBe(204);
  expect(await act(member, 'publish')).toBe(200);
  expect((await reader(`${fileIn('Both')}/$value`)).text).toBe('1');
  expect(await act(owner, 'approve')).toBe(200);
  expect((await reader(`${fileIn('Both')}/$value`)).text).toBe('2');
  expect(await facts('Both')).toEqual(['2.0', 1, 0]);
  expect(await act(owner, 'approve')).toBe(200);
  expect(await act(owner, 'deny')).toBe(200);
  expect(await act(member, 'publish')).toBe(200);
  expect(await facts('Both')).toEqual(['2.0', 2, 2]);
  await upload(owner, 'Shared Documents', 'x', 'b.txt');
  expect((await post(owner, `${fileIn('Shared Documents', 'b.txt')}/approve(comment='x')`)).status).toBe(500);
});

test('an approval and a new name in one', async () => {
  const list = await makeLibrary('Renamed', { EnableModeration: true, DraftVersionVisibility: approvers });
  await upload(member, 'Renamed', '1');
  expectStatus(await write(owner, `${list}/items(1)`, 'MERGE', '*', { OData__ModerationStatus: 0, FileLeafRef: 'renamed.txt' }), 204);
  expect((await reader(`${fileIn('Renamed', 'renamed.txt')}/$value`)).text).toBe('1');
});

test('what was approved outlives the version limit while others wait', async () => {
  const list = await makeLibrary('Waiting', { EnableModeration: true, DraftVersionVisibility: approvers, MajorVersionLimit: 1 });
  await upload(member, 'Waiting', '1');
  expectStatus(await post(owner, `${fileIn('Waiting')}/approve(comment='')`), 200);
  for (const bytes of ['2', '3', '4']) {
    expect(await save(member, 'Waiting', bytes)).toBe(204);
  }
  expect((await reader(`${fileIn('Waiting')}/$value`)).text).toBe('1');
  expect(await labels('Waiting')).toEqual(['1.0']);
  expect(rowsOf(await reader(`${list}/items(1)/versions`)).map(({ VersionLabel }) => VersionLabel)).toEqual(['1.0']);
});

test('a library that wants check-outs refuses writes without one', async () => {
  const list = await makeLibrary('Forced', { ForceCheckout: true });
  await upload(member, 'Forced', '1');
  expect((await owner(fileIn('Forced'))).status).toBe(404);
  expect(rowsOf(await owner(`${list}/items`))).toEqual([]);
  expect(await save(member, 'Forced', '2')).toBe(204);
  expectStatus(await post(member, `${fileIn('Forced')}/checkin(comment='x',checkintype=1)`), 200);
  expect(await facts('Forced')).toEqual(['1.0', 1, 0]);
  expect(errorOf(await member(`${fileIn('Forced')}/$value`, { method: 'PUT', body: '3' }))).toMatchObject({ status: 423, code: '-2147024738, Microsoft.SharePoint.SPFileCheckOutException' });
  expect((await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'x' })).status).toBe(423);
  expect((await member(`${list}/items(1)/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Title', FieldValue: 'x' }] } })).status).toBe(423);
  expect((await post(member, `${folderOf('Forced')}/files/add(url='a.txt',overwrite=true)`, '3')).status).toBe(423);
  expectStatus(await post(member, `${fileIn('Forced')}/checkout`), 200);
  expectStatus(await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'x' }), 204);
  expect(await save(member, 'Forced', '3')).toBe(204);
  expectStatus(await post(member, `${fileIn('Forced')}/checkin(comment='x',checkintype=1)`), 200);
  expect(await facts('Forced')).toEqual(['2.0', 1, 0]);
  expectStatus(await post(member, `${folderOf('Forced')}/folders/add('Sub')`), 200);
});

test('what is published outlives limits, deletions, the bin and moving, for as long as there is a draft', async () => {
  await makeLibrary('Kept', { EnableMinorVersions: true, DraftVersionVisibility: editors, MajorVersionLimit: 1 });
  await makeLibrary('Elsewhere', { EnableMinorVersions: true, DraftVersionVisibility: editors });
  await upload(owner, 'Kept', '1');
  for (const bytes of ['2', '3', '4']) {
    expectStatus(await post(owner, `${fileIn('Kept')}/publish(comment='')`), 200);
    expect(await save(owner, 'Kept', bytes)).toBe(204);
  }
  expect(await labels('Kept')).toEqual(['3.0']);
  expect((await post(owner, `${fileIn('Kept')}/versions/deletebylabel(versionlabel='3.0')`)).status).toBe(400);
  expectStatus(await post(owner, `${fileIn('Kept')}/versions/deleteall`), 200);
  expect((await reader(`${fileIn('Kept')}/$value`)).text).toBe('3');
  const bin = jsonOf(await post(owner, `${fileIn('Kept')}/recycle`)).value;
  expectStatus(await post(owner, `_api/web/recyclebin('${String(bin)}')/restore`), 200);
  expect((await reader(`${fileIn('Kept')}/$value`)).text).toBe('3');
  expectStatus(await post(owner, `${fileIn('Kept')}/moveto(newurl='/sites/test/Elsewhere/a.txt',flags=1)`), 200);
  expect((await reader(`${fileIn('Elsewhere')}/$value`)).text).toBe('3');
  expect((await owner(`${fileIn('Elsewhere')}/$value`)).text).toBe('4');
});
