import recorded from './shapes.json';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, type Json } from './support/lists';
import { differences, type Shape } from './support/shape';

let server: TestSharePoint;
let danish: TestSharePoint;
let owner: Ask;
let list: string;

const columns = [
  '<Field Type="Text" Name="Code" DisplayName="Code" Required="TRUE" MaxLength="5" Indexed="TRUE" EnforceUniqueValues="TRUE" />', '<Field Type="Note" Name="Body" DisplayName="Body" />',
  '<Field Type="Number" Name="Rank" DisplayName="Rank" Min="0" Max="2000" />', '<Field Type="Boolean" Name="Done" DisplayName="Done" />',
  '<Field Type="DateTime" Name="At" DisplayName="At" />', '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />',
  '<Field Type="Choice" Name="State" DisplayName="State"><CHOICES><CHOICE>Open</CHOICE><CHOICE>Done</CHOICE></CHOICES></Field>',
  '<Field Type="Choice" Name="Free" DisplayName="Free" FillInChoice="TRUE"><CHOICES><CHOICE>Open</CHOICE></CHOICES></Field>',
  '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks"><CHOICES><CHOICE>I</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>',
  '<Field Type="User" Name="Doer" DisplayName="Doer" UserSelectionMode="PeopleOnly" />', '<Field Type="UserMulti" Mult="TRUE" Name="Crew" DisplayName="Crew" UserSelectionMode="PeopleAndGroups" />',
  '<Field Type="URL" Name="Link" DisplayName="Link" />'
];
async function fill(ask: Ask): Promise<string> {
  const target = await makeList(ask, 'Goals');
  await addItem(ask, target, { Title: 'North' });
  await addItem(ask, target, { Title: 'South' });
  const reference = `List="{${String(jsonOf(await ask(target)).Id)}}" ShowField="Title"`;
  return makeList(ask, 'Forms', [...columns,
    `<Field Type="Lookup" ${reference} Name="Goal" DisplayName="Goal" />`, `<Field Type="LookupMulti" Mult="TRUE" ${reference} Name="Goals" DisplayName="Goals" />`]);
}
const formValues = (values: Record<string, string>): Json[] => Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
const add = (values: Record<string, string>, more: Json = {}, ask: Ask = owner): Promise<Answered> => ask(`${list}/AddValidateUpdateItemUsingPath()`, {
  body: { listItemCreateInfo: { FolderPath: { DecodedUrl: '/sites/test/Lists/Forms' } }, formValues: formValues(values), bNewDocumentUpdate: false, ...more }
});
const update = (id: number, values: Record<string, string>, more: Json = {}, ask: Ask = owner): Promise<Answered> =>
  ask(`${list}/items(${id})/validateupdatelistitem`, { body: { formValues: formValues(values), bNewDocumentUpdate: false, ...more } });
const resultsOf = (answer: Answered): Json[] => rowsOf(expectStatus(answer, 200));
const idOf = (answer: Answered): number => {
  const results = resultsOf(answer);
  expect(results.filter((result) => result.HasException)).toEqual([]);
  return Number(results[results.length - 1].FieldValue);
};
const messagesOf = (answer: Answered): Json => Object.fromEntries(resultsOf(answer).filter((result) => result.HasException).map((result) => [result.FieldName, result.ErrorMessage]));
const itemOf = async (id: number, ask: Ask = owner): Promise<Json> => jsonOf(await ask(`${list}/items(${id})`));

beforeAll(async () => {
  server = await startTestSharePoint();
  danish = await startTestSharePoint({ sites: [{ url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1030, owner: people.owner, pages: [] }] });
  owner = server.as(people.owner);
  list = await fill(owner);
  await fill(danish.as(people.owner));
}, 60000);
afterAll(() => Promise.all([server.stop(), danish.stop()]));

const everything = (date: string): Record<string, string> => ({
  Title: 'one', Code: 'a', Body: 'two\nlines', Rank: '1,234.5', Done: '1', At: `${date} 8:05 PM`, Due: date, State: 'Open', Free: 'Mine', Marks: 'I;#B',
  Doer: JSON.stringify([{ Key: `i:0#.f|membership|${people.member}` }]), Crew: JSON.stringify([{ Key: people.reader }, { Key: 'Test Members' }]),
  Link: 'https://example.invalid/x, there', Goal: '1;#', Goals: '1;#North;#2;#South'
});

test('a form is written as texts; the answer has the recorded form, the id last', async () => {
  const answer = await add(everything('6/1/2025'));
  const id = idOf(answer);
  const recording = recorded.recordings.find((candidate) => candidate.name === 'items: success; note Id row last, ItemId 0');
  expect(differences(recording?.body as unknown as Shape, answer.json)).toEqual([]);
  expect(resultsOf(answer).slice(-1)).toEqual([{ ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: String(id), HasException: false, ItemId: 0 }]);
  expect(await itemOf(id)).toMatchObject({
    Title: 'one', Code: 'a', Body: 'two\nlines', Rank: 1234.5, Done: true, At: '2025-06-01T18:05:00Z', Due: '2025-05-31T22:00:00Z', State: 'Open', Free: 'Mine', Marks: ['I', 'B'],
    Link: { Url: 'https://example.invalid/x', Description: 'there' }, GoalId: 1, GoalsId: [1, 2]
  });
  const named = jsonOf(await owner(`${list}/items(${id})?$select=Doer/Name,Crew/Title&$expand=Doer,Crew`));
  expect(named).toMatchObject({ Doer: { Name: `i:0#.f|membership|${people.member}` }, Crew: [{ Title: 'Eksempel Læser' }, { Title: 'Test Members' }] });
});

test('an update adds a version and changes the ETag; with bNewDocumentUpdate no version', async () => {
  const id = idOf(await add({ Title: 'x', Code: 'b' }));
  const versions = async (): Promise<number> => rowsOf(await owner(`${list}/items(${id})/versions`)).length;
  const answer = await update(id, { Title: 'y' });
  expect(resultsOf(answer)).toEqual([{ ErrorCode: 0, ErrorMessage: null, FieldName: 'Title', FieldValue: 'y', HasException: false, ItemId: id }]);
  expect([(await itemOf(id)).OData__UIVersionString, await versions()]).toEqual(['2.0', 2]);
  await update(id, { Title: 'z', Rank: '' }, { bNewDocumentUpdate: true });
  expect([(await itemOf(id)).Title, (await itemOf(id)).OData__UIVersionString, await versions()]).toEqual(['z', '2.0', 2]);
  expect((await owner(`${list}/items(${id})`)).headers.get('etag')).toMatch(/,3"$/);
});

test('what a column does not take is said at the column, and nothing is written', async () => {
  const id = idOf(await add({ Title: 'kept', Code: 'c' }));
  const answer = await update(id, {
    Title: 'changed', Code: '', Rank: 'many', Done: 'perhaps', At: '13/13/2025', State: 'Closed', Marks: 'I;#X', Doer: JSON.stringify([{ Key: 'Test Members' }]),
    Crew: '[{"Key":"nobody@example.invalid"}]', Link: 'not a link', Goal: '7;#', Nothing: 'x', GUID: 'x'
  });
  const recording = recorded.recordings.find((candidate) => candidate.name.startsWith('errors: field error inside HTTP 200'));
  expect(differences(recording?.body as unknown as Shape, answer.json)).toEqual([]);
  expect(resultsOf(answer).slice(0, 2)).toEqual([
    { ErrorCode: 0, ErrorMessage: null, FieldName: 'Title', FieldValue: 'changed', HasException: false, ItemId: id },
    { ErrorCode: -2146232832, ErrorMessage: 'You can\'t leave this blank.', FieldName: 'Code', FieldValue: '', HasException: true, ItemId: id }
  ]);
  expect(Object.keys(messagesOf(answer))).toEqual(['Code', 'Rank', 'Done', 'At', 'State', 'Marks', 'Doer', 'Crew', 'Link', 'Goal', 'Nothing', 'GUID']);
  expect((await itemOf(id)).Title).toBe('kept');
  expect(messagesOf(await update(id, { Rank: '-1', Code: 'too long' }))).toEqual({
    Rank: 'The value of this field must be between 0 and 2,000.', Code: 'This field can have no more than 5 characters.'
  });
  const failed = await add({ Title: '', Code: 'd' });
  expect(resultsOf(failed).map((result) => result.FieldName)).toEqual(['Title', 'Code']);
  expect(rowsOf(await owner(`${list}/items?$filter=Code eq 'd'`))).toEqual([]);
});

test('a duplicate and a failed validation are said at their columns', async () => {
  const [one, two] = [idOf(await add({ Title: 'e', Code: 'e' })), idOf(await add({ Title: 'f', Code: 'f' }))];
  expect(messagesOf(await update(two, { Title: 'gone', Code: 'E' }))).toEqual({ Code: expect.stringContaining('duplicate values') as unknown });
  expect((await itemOf(two)).Title).toBe('f');
  const field = (Title: string, formula: string): Promise<Answered> => owner(`${list}/fields/getbyinternalnameortitle('${Title}')`, {
    method: 'POST', headers: { 'X-HTTP-Method': 'MERGE' }, body: { ValidationFormula: formula, ValidationMessage: 'Not more than ten.' }
  });
  expectStatus(await field('Rank', '=[Rank]<=10'), 204);
  expect(messagesOf(await update(one, { Rank: '11' }))).toEqual({ Rank: 'Not more than ten.' });
  expect(messagesOf(await update(one, { Rank: '10' }))).toEqual({});
  expectStatus(await field('Rank', ''), 204);
});

test('dates are the web\'s own unless datesInUTC says so; a Danish web reads and answers in Danish', async () => {
  const id = idOf(await add({ Title: 'g', Code: 'g', At: '2025-06-01T10:00:00Z', Due: '2025-06-01T22:00:00Z' }, { datesInUTC: true }));
  expect(await itemOf(id)).toMatchObject({ At: '2025-06-01T10:00:00Z', Due: '2025-06-01T22:00:00Z' });
  await update(id, { At: '6/1/2025 10:00' }, { datesInUTC: true });
  expect((await itemOf(id)).At).toBe('2025-06-01T10:00:00Z');
  await update(id, { At: '6/1/2025 12:30 AM', Due: '2/28/2025' });
  expect(await itemOf(id)).toMatchObject({ At: '2025-05-31T22:30:00Z', Due: '2025-02-27T23:00:00Z' });
  const ask = danish.as(people.owner);
  const made = idOf(await add({ Title: 'h', Code: 'h', Rank: '1.234,5', At: '01-06-2025 20:05', Due: '26-03-2025' }, {}, ask));
  expect(await itemOf(made, ask)).toMatchObject({ Rank: 1234.5, At: '2025-06-01T18:05:00Z', Due: '2025-03-25T23:00:00Z' });
  expect(messagesOf(await update(made, { Code: '', Due: '6/30/2025', Rank: '1,234.5' }, {}, ask))).toEqual({
    Code: 'Dette felt skal udfyldes.', Due: 'Du skal angive en gyldig dato mellem 01-01-1900 og 31-12-8900.', Rank: 'Du kan kun angive tal her.'
  });
  expect(messagesOf(await update(made, { Rank: '1,234.5' }, { numberInInvariantCulture: true }, ask))).toEqual({});
});

test('author and times may be set by who may manage the list, by nobody else', async () => {
  const id = idOf(await add({ Title: 'i', Code: 'i' }));
  await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.reader}` } });
  await update(id, { Author: JSON.stringify([{ Key: people.member }]), Created: '1/2/2024 9:00 AM' });
  const read = jsonOf(await owner(`${list}/items(${id})?$select=Created,Author/EMail&$expand=Author`));
  expect(read).toMatchObject({ Created: '2024-01-02T08:00:00Z', Author: { EMail: people.member } });
  await owner(`${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
  const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.reader } }));
  await owner(`${list}/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=1073741827)`, { method: 'POST' });
  const contributor = server.as(people.reader);
  expect(Object.keys(messagesOf(await update(id, { Created: '1/2/2023 9:00 AM' }, {}, contributor)))).toEqual(['Created']);
  expect(messagesOf(await update(id, { Title: 'j' }, {}, contributor))).toEqual({});
  expect(errorOf(await update(id, { Title: 'k' }, {}, server.as(people.member))).status).toBe(403);
});

test('folders and items in them', async () => {
  await owner(list, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE' }, body: { EnableFolderCreation: true } });
  const folder = idOf(await add({ Title: 'Year', Code: 'y' }, { listItemCreateInfo: { FolderPath: { DecodedUrl: '/sites/test/Lists/Forms' }, UnderlyingObjectType: 1, LeafName: { DecodedUrl: '2025' } } }));
  const id = idOf(await add({ Title: 'inside', Code: 'in' }, { listItemCreateInfo: { FolderPath: { DecodedUrl: '/sites/test/Lists/Forms/2025' } } }));
  const select = '?$select=FileRef,FSObjType';
  expect(jsonOf(await owner(`${list}/items(${folder})${select}`))).toMatchObject({ FileRef: '/sites/test/Lists/Forms/2025', FSObjType: 1 });
  expect(jsonOf(await owner(`${list}/items(${id})${select}`))).toMatchObject({ FileRef: `/sites/test/Lists/Forms/2025/${id}_.000`, FSObjType: 0 });
  const titles = async (view: string, folderUrl?: string): Promise<unknown[]> => rowsOf(await owner(`${list}/getitems?$select=Code`, {
    body: { query: { ViewXml: `<View ${view}><Query><Where><In><FieldRef Name="Code"/><Values><Value Type="Text">y</Value><Value Type="Text">in</Value></Values></In></Where></Query></View>`, FolderServerRelativeUrl: folderUrl } }
  })).map((row) => row.Code);
  expect(await titles('')).toEqual(['y']);
  expect(await titles('', '/sites/test/Lists/Forms/2025')).toEqual(['in']);
  expect(await titles('Scope="Recursive"')).toEqual(['in']);
  expect(await titles('Scope="RecursiveAll"')).toEqual(['y', 'in']);
  expect(errorOf(await add({ Title: 'x', Code: 'z' }, { listItemCreateInfo: { FolderPath: { DecodedUrl: '/sites/test/Lists/Forms/1999' } } })).status).toBe(404);
});
