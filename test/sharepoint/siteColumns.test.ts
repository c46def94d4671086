import '@pnp/sp/content-types';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let sp: SPFI;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  sp = clientOf(server.siteUrl, people.owner);
  expectStatus(await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
}, 60000);
afterAll(() => server.stop());

const names = (rows: Json[], key: string): unknown[] => rows.map((row) => row[key]);

test('columns of the web: made by body and by XML, read, changed, deleted', async () => {
  await sp.web.fields.addText('Case number', { Group: 'Ours', MaxLength: 20 });
  await sp.web.fields.createFieldAsXml('<Field Type="Choice" Name="Stage" DisplayName="Stage" Group="Ours"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>');
  const own = await sp.web.fields.filter('Group eq \'Ours\'').select('InternalName', 'Scope', 'TypeAsString')();
  expect(own).toEqual([
    expect.objectContaining({ InternalName: 'Case_x0020_number', Scope: '/sites/test', TypeAsString: 'Text' }), expect.objectContaining({ InternalName: 'Stage', TypeAsString: 'Choice' })
  ]);
  await sp.web.fields.getByInternalNameOrTitle('Stage').update({ Choices: ['a', 'b'] }, 'SP.FieldChoice');
  expect(await sp.web.fields.getByInternalNameOrTitle('Stage').select('Choices')()).toMatchObject({ Choices: ['a', 'b'] });
  expect((await sp.web.availablefields.getByInternalNameOrTitle('Title')()).Id).toBe('fa564e0f-0c70-4ab9-b863-0177e6ddd247');
  await sp.web.fields.getByInternalNameOrTitle('Stage').delete();
  expect((await owner('_api/web/fields/getbyinternalnameortitle(\'Stage\')')).status).toBe(400);
});

test('a name that is taken, a column of every site, and who may', async () => {
  const xml = (name: string): Json => ({ parameters: { SchemaXml: `<Field Type="Text" Name="${name}" DisplayName="${name}"/>`, Options: 8 } });
  expectStatus(await owner('_api/web/fields/createfieldasxml', { body: xml('Once') }), 200);
  expect(errorOf(await owner('_api/web/fields/createfieldasxml', { body: xml('Once') })).text).toBe('A duplicate field name "Once" was found.');
  expect((await write(owner, '_api/web/fields/getbytitle(\'Title\')', 'DELETE', '*')).status).toBe(403);
  expect((await member('_api/web/fields/createfieldasxml', { body: xml('Members') })).status).toBe(403);
  expect(rowsOf(await member('_api/web/fields?$filter=InternalName eq \'Once\''))).toHaveLength(1);
});

test('a list takes a column of the web by its XML, with the same id', async () => {
  const column = jsonOf(expectStatus(await owner('_api/web/fields', { body: { FieldTypeKind: 9, Title: 'Amount' } }), 201));
  const list = await makeList(owner, 'Taker');
  expectStatus(await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: column.SchemaXml, Options: 8 } } }), 200);
  expect(jsonOf(await owner(`${list}/fields(guid'${String(column.Id)}')`))).toMatchObject({ InternalName: 'Amount', TypeAsString: 'Number', Scope: '/sites/test/Lists/Taker' });
});

test('a content type has columns of the web, its children have them too, and a list that takes it gets them', async () => {
  const column = jsonOf(expectStatus(await owner('_api/web/fields', { body: { FieldTypeKind: 2, Title: 'Journal' } }), 201));
  const parent = '0x0100A5F1C7B2D4E84C7E9B1F3A6D8E2C4B01';
  const child = `${parent}01`;
  await sp.web.contentTypes.add(parent, 'Case');
  await sp.web.contentTypes.add(child, 'Small case');
  const link = jsonOf(expectStatus(await owner(`_api/web/contenttypes('${parent}')/fieldlinks`, { body: { FieldInternalName: 'Journal', Required: true } }), 201));
  expect(link).toMatchObject({ FieldInternalName: 'Journal', Id: column.Id, Name: 'Journal', Required: true, Hidden: false });
  expect(names(await sp.web.contentTypes.getById(child).fieldLinks() as unknown as Json[], 'Name')).toEqual(['ContentType', 'Title', 'Journal']);
  expect(names(await sp.web.contentTypes.getById(child).fields() as Json[], 'InternalName')).toEqual(['ContentType', 'Title', 'Journal']);
  expect(await sp.web.contentTypes.getById('0x01').fieldLinks()).toMatchObject([{ Name: 'ContentType' }, { Name: 'Title', Required: true }]);
  expect(await sp.web.contentTypes.getById('0x01').workflowAssociations()).toEqual([]);

  const list = await makeList(owner, 'Cases');
  await sp.web.lists.getByTitle('Cases').contentTypes.addAvailableContentType(child);
  expect(jsonOf(await owner(`${list}/fields/getbyinternalnameortitle('Journal')`))).toMatchObject({ Id: column.Id, Required: true });
  const [, , added] = rowsOf(await owner(`${list}/contenttypes`));
  expect(names(rowsOf(await owner(`${list}/contenttypes('${String(added.StringId)}')/fieldlinks`)), 'Name')).toEqual(expect.arrayContaining(['ContentType', 'Title', 'Journal']));

  expect(errorOf(await write(owner, '_api/web/fields/getbytitle(\'Journal\')', 'DELETE', '*')).text).toContain('cannot be deleted');
  const address = `_api/web/contenttypes('${parent}')/fieldlinks(guid'${String(column.Id)}')`;
  expectStatus(await write(owner, address, 'MERGE', '*', { Hidden: true }), 204);
  expect(jsonOf(await owner(address))).toMatchObject({ Hidden: true, Required: true });
  expectStatus(await write(owner, address, 'DELETE', '*'), 200);
  expectStatus(await write(owner, '_api/web/fields/getbytitle(\'Journal\')', 'DELETE', '*'), 200);
  expect((await owner('_api/web/contenttypes(\'0x01\')/fieldlinks', { body: { FieldInternalName: 'Amount' } })).status).toBe(500);
  expect((await owner(`${list}/contenttypes('${String(added.StringId)}')/fieldlinks`, { body: { FieldInternalName: 'Amount' } })).status).toBe(501);
});
