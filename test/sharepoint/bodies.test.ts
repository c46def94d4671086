import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, type Json } from './support/lists';

// How the two JSON formats of a body differ, as strangers meet it when they mix them.
let server: TestSharePoint;
let owner: Ask;
let list: string;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  await makeList(owner, 'Others');
  list = await makeList(owner, 'Bodies', [
    '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks"><CHOICES><CHOICE>A</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>',
    '<Field Type="URL" Name="Link" DisplayName="Link" />'
  ]);
  await addItem(owner, list, { Title: 'one' });
}, 60000);
afterAll(() => server.stop());

const verbose = 'application/json;odata=verbose';
const send = (path: string, body: Json, contentType: string = verbose, verb?: string): Promise<Answered> =>
  owner(path, { method: 'POST', body, headers: { 'Content-Type': contentType, ...(verb === undefined ? {} : { 'X-HTTP-Method': verb, 'IF-MATCH': '*' }) } });
const type = (name: string): Json => ({ __metadata: { type: name } });

test('a verbose entry names its type, whatever is made or changed', async () => {
  const said = 'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.';
  const error = { status: 400, code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', text: said };
  expect(errorOf(await send(`${list}/items`, { Title: 'two' }))).toEqual(error);
  expect(errorOf(await send(`${list}/items(1)`, { Title: 'two' }, verbose, 'MERGE'))).toEqual(error);
  expect(errorOf(await send('_api/web/lists', { Title: 'New', BaseTemplate: 100 }))).toEqual(error);
  expectStatus(await send(`${list}/items(1)`, { ...type('SP.Data.BodiesListItem'), Title: 'two' }, verbose, 'MERGE'), 204);
  expectStatus(await send(`${list}/items(1)`, { ...type('SP.ListItem'), Title: 'three' }, verbose, 'MERGE'), 204);
  expectStatus(await send(list, { ...type('SP.List'), Description: 'x' }, verbose, 'MERGE'), 204);
  expectStatus(await send(`${list}/fields/getbytitle('Marks')`, { ...type('SP.Field'), Description: 'x' }, verbose, 'MERGE'), 204);
});

test('a type that is another, or none at all, is refused', async () => {
  const words = async (name: string): Promise<string> => errorOf(await send(`${list}/items(1)`, { ...type(name), Title: 'x' }, verbose, 'MERGE')).text;
  expect(await words('SP.Data.OthersListItem')).toBe('An entry with type \'SP.Data.OthersListItem\' was found, but it is not assignable to the expected type \'SP.Data.BodiesListItem\'.');
  expect(await words('SP.List')).toBe('An entry with type \'SP.List\' was found, but it is not assignable to the expected type \'SP.Data.BodiesListItem\'.');
  expect(await words('SP.Data.NobodyListItem')).toBe('A type named \'SP.Data.NobodyListItem\' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.');
  expect(errorOf(await send(`${list}/items(1)`, { 'odata.type': 'SP.List', Title: 'x' }, 'application/json', 'MERGE')).status).toBe(400);
});

test('several values: results in a verbose body, an array in a light one', async () => {
  const merge = (body: Json, contentType: string): Promise<Answered> => send(`${list}/items(1)`, body, contentType, 'MERGE');
  const own = type('SP.Data.BodiesListItem');
  expectStatus(await merge({ ...own, Marks: { ...type('Collection(Edm.String)'), results: ['B'] }, Link: { ...type('SP.FieldUrlValue'), Url: 'https://a.invalid/', Description: 'a' } }, verbose), 204);
  expect(jsonOf(await owner(`${list}/items(1)`))).toMatchObject({ Marks: ['B'], Link: { Url: 'https://a.invalid/', Description: 'a' } });
  expectStatus(await merge({ Marks: ['A'] }, 'application/json'), 204);
  expect(errorOf(await merge({ Marks: { results: ['B'] } }, 'application/json;odata=nometadata'))).toEqual({
    status: 400, code: '-1, Microsoft.Data.OData.ODataException', text: 'An unexpected \'StartObject\' node was found when reading from the JSON reader. A \'StartArray\' node was expected.'
  });
  expect(errorOf(await merge({ ...own, Marks: ['B'] }, verbose)).text).toContain('A node of type \'StartArray\' was read from the JSON reader when trying to read the contents of the property \'Marks\'');
  expect(jsonOf(await owner(`${list}/items(1)`)).Marks).toEqual(['A']);
});

test('__metadata is a property like any other in a light body', async () => {
  const said = (on: string): string => `The property '__metadata' does not exist on type '${on}'. Make sure to only use property names that are defined by the type.`;
  expect(errorOf(await send(`${list}/items`, { ...type('SP.Data.BodiesListItem'), Title: 'x' }, 'application/json;odata=nometadata'))).toMatchObject({ status: 400, text: said('SP.Data.BodiesListItem') });
  expect(errorOf(await send('_api/web/lists', { ...type('SP.List'), Title: 'x' }, 'application/json')).text).toBe(said('SP.List'));
});

test('the parameters of a function name no type, and take arrays in either format', async () => {
  const formValues = [{ FieldName: 'Title', FieldValue: 'by form' }];
  expectStatus(await send(`${list}/items(1)/ValidateUpdateListItem`, { formValues, bNewDocumentUpdate: false }), 200);
  expectStatus(await send(`${list}/items(1)/ValidateUpdateListItem`, { formValues: { results: formValues } }), 200);
  expectStatus(await send(`${list}/fields/createfieldasxml`, { parameters: { ...type('SP.XmlSchemaFieldCreationInformation'), SchemaXml: '<Field Type="Text" Name="X" DisplayName="X"/>' } }), 200);
  expect(errorOf(await send(`${list}/items(1)/ValidateUpdateListItem`, { formValues: { results: formValues } }, 'application/json')).text).toContain('A \'StartArray\' node was expected.');
});
