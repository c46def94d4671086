import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
let targetId: string;
let memberId: number;
let readerId: number;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  const target = await makeList(owner, 'Target');
  targetId = String(jsonOf(await owner(`${target}?$select=Id`)).Id);
  await addItem(owner, target, { Title: 'First target' });
  await addItem(owner, target, { Title: 'Second target' });
  memberId = Number(jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } })).Id);
  readerId = Number(jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.reader } })).Id);
  list = await makeList(owner, 'All kinds', [
    '<Field Type="Note" Name="Text1" DisplayName="Text 1" RichText="FALSE" />',
    '<Field Type="Number" Name="Number1" DisplayName="Number 1" />',
    '<Field Type="Boolean" Name="Flag1" DisplayName="Flag 1"><Default>1</Default></Field>',
    '<Field Type="DateTime" Format="DateOnly" Name="Day1" DisplayName="Day 1" />',
    '<Field Type="DateTime" Format="DateTime" Name="Time1" DisplayName="Time 1" />',
    '<Field Type="Choice" Name="Choice1" DisplayName="Choice 1"><CHOICES><CHOICE>Åben</CHOICE></CHOICES><Default>Åben</Default></Field>',
    '<Field Type="MultiChoice" FillInChoice="TRUE" Name="Choices1" DisplayName="Choices 1"><CHOICES><CHOICE>B</CHOICE></CHOICES></Field>',
    '<Field Type="User" Name="Person1" DisplayName="Person 1" UserSelectionMode="PeopleOnly" />',
    '<Field Type="UserMulti" Mult="TRUE" Name="People1" DisplayName="People 1" />',
    `<Field Type="Lookup" List="{${targetId}}" ShowField="Title" Name="Look1" DisplayName="Look 1" />`,
    `<Field Type="LookupMulti" Mult="TRUE" List="{${targetId}}" ShowField="Title" Name="Looks1" DisplayName="Looks 1" />`,
    '<Field Type="URL" Name="Link1" DisplayName="Link 1" />',
    '<Field Type="Text" Name="_Under" DisplayName="Under" />'
  ]);
}, 60000);
afterAll(() => server.stop());

test('empty columns: the recorded nulls, an empty array for several lookups, null for several persons', async () => {
  const item = await addItem(owner, list, { Title: 'Empty', Flag1: null, Choice1: null });
  expect(item).toMatchObject({
    Text1: null, Number1: null, Flag1: null, Day1: null, Choice1: null, Choices1: null, Person1Id: null, Person1StringId: null,
    People1Id: null, People1StringId: null, Look1Id: null, Looks1Id: [], Link1: null, OData__Under: null
  });
});

test('values come back as they were written', async () => {
  const values: Json = {
    Title: 'Full', Text1: 'One line\nand another', Number1: -1.5, Flag1: false, Day1: '2025-03-25T23:00:00Z', Time1: '2025-03-26T10:15:30Z',
    Choice1: 'Åben', Choices1: ['B', 'filled in'], Person1Id: memberId, People1Id: [memberId, readerId], Look1Id: 1, Looks1Id: [2, 1],
    Link1: { Description: 'There', Url: 'https://example.invalid/' }, OData__Under: 'x'
  };
  const item = await addItem(owner, list, values);
  expect(item).toMatchObject({ ...values, Person1StringId: String(memberId), People1StringId: [String(memberId), String(readerId)] });
  expect(jsonOf(await owner(`${list}/items(${String(item.Id)})`))).toEqual(item);
});

test('defaults fill what a new item does not name', async () => {
  expect(await addItem(owner, list, {})).toMatchObject({ Flag1: true, Choice1: 'Åben', Title: null });
});

test('a date without time is midnight in the zone of the web, in winter and in summer', async () => {
  for (const [written, read] of [
    ['2025-03-26T10:00:00Z', '2025-03-25T23:00:00Z'], ['2025-06-26T10:00:00Z', '2025-06-25T22:00:00Z'],
    ['2025-03-29T23:30:00Z', '2025-03-29T23:00:00Z'], ['2025-03-30T22:30:00Z', '2025-03-30T22:00:00Z'], ['2025-10-26T00:30:00Z', '2025-10-25T22:00:00Z']
  ]) {
    expect((await addItem(owner, list, { Day1: written })).Day1).toBe(read);
  }
});

test('expanding reads simple columns of the target, and only those', async () => {
  const item = await addItem(owner, list, { Title: 'Expanded', Person1Id: memberId, Looks1Id: [1, 2], Look1Id: 2 });
  const query = '$select=Title,Person1/Id,Person1/Title,Person1/EMail,Person1/Name,Looks1/Title,Look1/Id,Look1/Title&$expand=Person1,Looks1,Look1';
  expect(jsonOf(await owner(`${list}/items(${String(item.Id)})?${query}`))).toEqual({
    Title: 'Expanded',
    Person1: { Id: memberId, Title: 'Eksempel Medlem', EMail: people.member, Name: `i:0#.f|membership|${people.member}` },
    Looks1: [{ Title: 'First target' }, { Title: 'Second target' }],
    Look1: { Id: 2, Title: 'Second target' }
  });
  expect((await owner(`${list}/items?$select=Look1/Attachments&$expand=Look1`)).status).toBe(400);
  expect((await owner(`${list}/items?$select=Person1/Email&$expand=Person1`)).status).toBe(400);
});

test('201 with Location and ETag, 204 with the new ETag, 200 for a deletion', async () => {
  const created = await owner(`${list}/items`, { body: { Title: 'Life' } });
  expect(created.status).toBe(201);
  const { Id } = jsonOf(created);
  expect(created.headers.get('location')).toMatch(new RegExp(`/_api/Web/Lists\\(guid'.*'\\)/Items\\(${String(Id)}\\)$`));
  expect(created.headers.get('etag')).toMatch(/^"[0-9a-f-]{36},1"$/);
  const merged = await write(owner, `${list}/items(${String(Id)})`, 'MERGE', String(created.headers.get('etag')), { Title: 'Lived' });
  expect([merged.status, merged.text]).toEqual([204, '']);
  expect(merged.headers.get('etag')).toBe(created.headers.get('etag')?.replace(',1"', ',2"'));
  expect((await write(owner, `${list}/items(${String(Id)})`, 'MERGE', '"2"', { Title: 'Short form' })).status).toBe(204);
  expect((await write(owner, `${list}/items(${String(Id)})`, 'DELETE', '"2"')).status).toBe(412);
  expect((await write(owner, `${list}/items(${String(Id)})`, 'DELETE', '*')).status).toBe(200);
  expect((await owner(`${list}/items(${String(Id)})`)).status).toBe(404);
});

test('versions: newest first, 512 a major version, people and names as recorded', async () => {
  const item = await addItem(owner, list, { Title: 'v1', OData__Under: 'a' });
  await write(owner, `${list}/items(${String(item.Id)})`, 'MERGE', '*', { Title: 'v2' });
  const versions = rowsOf(await owner(`${list}/items(${String(item.Id)})/versions`));
  expect(versions.map(({ VersionId, VersionLabel, IsCurrentVersion, Title }) => [VersionId, VersionLabel, IsCurrentVersion, Title])).toEqual([
    [1024, '2.0', true, 'v2'], [512, '1.0', false, 'v1']
  ]);
  expect(versions[0]).toMatchObject({ OData__x005f_UIVersionString: '2.0', OData__x005f_Under: 'a', Editor: { LookupValue: 'Eksempel Ejer', Email: people.owner } });
  expect(versions[0].Created).not.toMatch(/Z$/);
  expect(jsonOf(await owner(`${list}/items(${String(item.Id)})/versions(512)`)).Title).toBe('v1');
});

test('a list keeps as many versions as it says, and none when versioning is off', async () => {
  const few = await makeList(owner, 'Few versions', [], { MajorVersionLimit: 2 });
  await addItem(owner, few, { Title: 'v1' });
  for (const Title of ['v2', 'v3', 'v4']) {
    await write(owner, `${few}/items(1)`, 'MERGE', '*', { Title });
  }
  expect(rowsOf(await owner(`${few}/items(1)/versions`)).map((version) => version.Title)).toEqual(['v4', 'v3']);
  const none = await makeList(owner, 'No versions', [], { EnableVersioning: false });
  await addItem(owner, none, { Title: 'v1' });
  await write(owner, `${none}/items(1)`, 'MERGE', '*', { Title: 'v2' });
  expect(rowsOf(await owner(`${none}/items(1)/versions`)).map((version) => version.Title)).toEqual(['v2']);
});

test('who and when: author, editor, dates and the list\'s own date', async () => {
  const before = jsonOf(await owner(`${list}?$select=LastItemUserModifiedDate`)).LastItemUserModifiedDate;
  expect(before).toMatch(/^2025-04-25T08:/);
  const replayed = await owner(`${list}/items`, { body: { Title: 'Long ago' }, headers: { 'X-Local-Date': '2024-12-02T09:00:00Z' } });
  expect(jsonOf(expectStatus(replayed, 201))).toMatchObject({ Created: '2024-12-02T09:00:00Z', Modified: '2024-12-02T09:00:00Z' });
  expect(String((await addItem(owner, list, { Title: 'Now' })).Created)).toMatch(/^2025-04-25T08:/);
});

test('pages hold on to their place by the last row, whatever the order', async () => {
  const paged = await makeList(owner, 'Paged', ['<Field Type="Number" Name="Rank" DisplayName="Rank" />']);
  for (const Rank of [3, 1, 2, 1, null]) {
    await addItem(owner, paged, { Title: `Rank ${String(Rank)}`, Rank });
  }
  const read: unknown[] = [];
  let url: string | undefined = `${paged}/items?$select=Rank,ID&$orderby=Rank desc&$top=2`;
  while (url !== undefined) {
    const page: Json = jsonOf(await owner(url));
    read.push((page.value as Json[]).map((row) => row.Id));
    url = page['odata.nextLink'] as string | undefined;
  }
  expect(read).toEqual([[1, 3], [2, 4], [5]]);
  expect((await owner(`${paged}/items?$top=0`)).status).toBe(200);
});

test('an item is found by its id, its id as text and its unique id', async () => {
  const list = await makeList(owner, 'Found');
  const added = jsonOf(await owner(`${list}/items?$select=Id,UniqueId`, { body: { Title: 'found' } }));
  for (const call of ['getitembyid(1)', 'getitembystringid(\'1\')', `getitembyuniqueid('${String(added.UniqueId)}')`]) {
    expect([call, jsonOf(await owner(`${list}/${call}?$select=Title`))]).toEqual([call, { Title: 'found' }]);
  }
  expect((await owner(`${list}/getitembyuniqueid('00000000-0000-4000-8000-000000000000')`)).status).toBe(404);
  expect((await owner(`${list}/getitembyid(7)`)).status).toBe(404);
});
