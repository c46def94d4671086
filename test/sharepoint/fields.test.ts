import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
const create = async (SchemaXml: string, Options: number = 8): Promise<Json> =>
  jsonOf(expectStatus(await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options } } }), 200));
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Columns');
}, 60000);
afterAll(() => server.stop());

test('the internal name is the one in the XML only with option 8', async () => {
  expect((await create('<Field Type="Text" Name="Code" StaticName="Code" DisplayName="Kode" />')).InternalName).toBe('Code');
  expect((await create('<Field Type="Text" Name="Ignored" DisplayName="Kræver hjælp" />', 0)).InternalName).toBe('Kr_x00e6_ver_x0020_hj_x00e6_lp'.slice(0, 32));
  expect((await create('<Field Type="Text" Name="Any" DisplayName="Code" />', 0)).InternalName).toBe('Code0');
  expect(errorOf(await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" Name="Code" DisplayName="Again" />', Options: 8 } } }))).toMatchObject({
    status: 500, text: 'A duplicate field name "Code" was found.'
  });
});

test('option 16 puts the column in the default view', async () => {
  await create('<Field Type="Text" Name="Shown" DisplayName="Shown" />', 24);
  await create('<Field Type="Text" Name="NotShown" DisplayName="Not shown" />');
  expect(jsonOf(await owner(`${list}/defaultview/viewfields`)).Items).toEqual(['LinkTitle', 'Shown']);
});

test('what the XML says is what the column is', async () => {
  const field = await create('<Field Type="Choice" Name="Kind" DisplayName="Slags" ID="{11111111-2222-4333-8444-555555555555}" Required="TRUE" Indexed="TRUE" ' +
    'Description="Hvilken &amp; hvorfor" FillInChoice="TRUE" Format="RadioButtons" Group="Plan"><Default>B &amp; C</Default><CHOICES><CHOICE>A</CHOICE><CHOICE>B &amp; C</CHOICE></CHOICES></Field>');
  expect(field).toMatchObject({
    Id: '11111111-2222-4333-8444-555555555555', Title: 'Slags', Required: true, Indexed: true, IndexStatus: 1, FillInChoice: true, EditFormat: 1,
    Choices: ['A', 'B & C'], DefaultValue: 'B & C', Description: 'Hvilken & hvorfor', Group: 'Plan', FieldTypeKind: 6, TypeAsString: 'Choice', CanBeDeleted: true
  });
  expect(field.SchemaXml).toContain('<CHOICE>B &amp; C</CHOICE>');
});

test('by title, by internal name, by guid; a wrong name is an error', async () => {
  const { Id } = jsonOf(await owner(`${list}/fields/getbyinternalnameortitle('Title')`));
  for (const path of [`getbytitle('Title')`, `getbyid('${String(Id)}')`]) {
    expect(jsonOf(await owner(`${list}/fields/${path}`)).InternalName).toBe('Title');
  }
  expect(jsonOf(await owner(`${list}/fields('${String(Id)}')`)).Id).toBe('fa564e0f-0c70-4ab9-b863-0177e6ddd247');
  expect(errorOf(await owner(`${list}/fields/getbyinternalnameortitle('Nope')`)).text).toMatch(/^Column 'Nope' does not exist\./);
});

test('unique needs the index and simple kinds; twenty indexes are the most', async () => {
  const add = async (SchemaXml: string): Promise<number> => (await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options: 8 } } })).status;
  expect(await add('<Field Type="Text" Name="U1" DisplayName="U1" EnforceUniqueValues="TRUE" />')).toBe(500);
  expect(await add('<Field Type="Note" Name="U2" DisplayName="U2" Indexed="TRUE" />')).toBe(500);
  const indexed = await makeList(owner, 'Indexed', Array.from({ length: 20 }, (_, index) => `<Field Type="Text" Name="I${index}" DisplayName="I${index}" Indexed="TRUE" />`));
  expect(errorOf(await owner(`${indexed}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" Name="I20" DisplayName="I20" Indexed="TRUE" />', Options: 8 } } })).status).toBe(500);
  await write(owner, `${indexed}/fields/getbytitle('I0')`, 'MERGE', '*', { Indexed: false });
  expect((await write(owner, `${indexed}/fields/getbytitle('Title')`, 'MERGE', '*', { Indexed: true })).status).toBe(204);
});

test('changing: title, required, choices, formatter; duplicates stop a column from becoming unique', async () => {
  await create('<Field Type="Choice" Name="Phase" DisplayName="Phase"><CHOICES><CHOICE>A</CHOICE></CHOICES></Field>');
  const field = `${list}/fields/getbyinternalnameortitle('Phase')`;
  expect((await write(owner, field, 'MERGE', '*', { Title: 'Fase', Required: true, Choices: ['A', 'B'], CustomFormatter: '{}', Hidden: false })).status).toBe(204);
  expect(jsonOf(await owner(field))).toMatchObject({ Title: 'Fase', InternalName: 'Phase', Required: true, Choices: ['A', 'B'], CustomFormatter: '{}' });
  await addItem(owner, list, { Phase: 'A' });
  await addItem(owner, list, { Phase: 'a' });
  expect((await write(owner, field, 'MERGE', '*', { Indexed: true, EnforceUniqueValues: true })).status).toBe(500);
  expect((await owner(`${field}/setshowineditform(false)`, { method: 'POST' })).status).toBe(200);
  expect(String(jsonOf(await owner(field)).SchemaXml)).toContain('ShowInEditForm="FALSE"');
});

test('a column is deleted with its values; a built-in one stays', async () => {
  await create('<Field Type="Text" Name="Doomed" DisplayName="Doomed" />');
  const item = await addItem(owner, list, { Doomed: 'x' });
  expect((await write(owner, `${list}/fields/getbytitle('Doomed')`, 'DELETE', '*')).status).toBe(200);
  expect(jsonOf(await owner(`${list}/items(${String(item.Id)})`))).not.toHaveProperty('Doomed');
  expect((await owner(`${list}/items`, { body: { Doomed: 'x' } })).status).toBe(400);
  expect((await write(owner, `${list}/fields/getbytitle('Title')`, 'DELETE', '*')).status).toBe(403);
});

test('columns by body, as a form or AddField sends them', async () => {
  const verbose = { Accept: 'application/json;odata=verbose', 'Content-Type': 'application/json;odata=verbose' };
  const choice = await owner(`${list}/fields`, {
    headers: verbose, body: { __metadata: { type: 'SP.FieldChoice' }, FieldTypeKind: 6, Title: 'By body', Choices: { results: ['x', 'y'] } }
  });
  expect((jsonOf(expectStatus(choice, 201)).d as Json)).toMatchObject({ InternalName: 'By_x0020_body', Choices: { results: ['x', 'y'] }, __metadata: { type: 'SP.FieldChoice' } });
  const target = jsonOf(await owner(`${await makeList(owner, 'Pointed at')}?$select=Id`)).Id;
  const lookup = await owner(`${list}/fields/addfield`, { body: { parameters: { Title: 'Pointer', FieldTypeKind: 7, LookupListId: target, LookupFieldName: 'Title' } } });
  expect(jsonOf(expectStatus(lookup, 200))).toMatchObject({ LookupList: target, LookupField: 'Title', TypeAsString: 'Lookup', AllowMultipleValues: false });
  expect((await owner(`${list}/fields`, { body: { FieldTypeKind: 2, Title: 'Wrong', Choices: ['a'] } })).status).toBe(400);
});

test('a lookup points to a list that is there', async () => {
  const xml = '<Field Type="Lookup" Name="Nowhere" DisplayName="Nowhere" List="{99999999-9999-4999-8999-999999999999}" ShowField="Title" />';
  expect((await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml, Options: 8 } } })).status).toBe(500);
});

test('the columns every list has', async () => {
  const names = rowsOf(await owner(`${list}/fields?$select=InternalName,TypeAsString&$filter=FromBaseType eq true`)).map((field) => field.InternalName);
  expect(names).toEqual(expect.arrayContaining(['ID', 'Title', 'Author', 'Editor', 'Created', 'Modified', 'ContentType', 'Attachments', '_UIVersionString', 'LinkTitle', 'GUID']));
});
