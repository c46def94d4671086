import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, jsonOf, makeList, write } from './support/lists';

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';
let server: TestSharePoint;
let owner: Ask;
let list: string;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Errors', [
    '<Field Type="Number" Name="Hours" DisplayName="Hours" />',
    '<Field Type="User" Name="Doer" DisplayName="Doer" />',
    '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks" />',
    '<Field Type="Text" Name="TaskKey" DisplayName="Nøgle" Indexed="TRUE" EnforceUniqueValues="TRUE" />'
  ]);
  await addItem(owner, list, { Title: 'One', TaskKey: 'a' });
}, 60000);
afterAll(() => server.stop());

test('a path that does not exist', async () => {
  expect(errorOf(await owner('_api/web/nosuch'))).toEqual({
    status: 404, code: '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', text: 'Cannot find resource for the request nosuch.'
  });
  expect(errorOf(await owner(`${list}/itemz`)).text).toBe('Cannot find resource for the request itemz.');
});

test('an address that is not encoded as one', async () => {
  for (const [path, method] of [['_api/web/%E0%A4%A', 'GET'], ['_api/web/%zz', 'POST'], ['Shared%20Documents/%E0%A4%A', 'GET']]) {
    expect(await owner(path, { method })).toMatchObject({ status: 400, text: 'Bad Request' });
  }
});

test('a login that is not encoded as one is nobody', async () => {
  for (const [name, value] of [['Authorization', 'Bearer as:%E0%A4%A'], ['Cookie', 'LocalSharePointLogin=%E0%A4%A']]) {
    expect((await fetch(`${server.siteUrl}/_api/web`, { headers: { [name]: value } })).status).toBe(401);
  }
});

test('a missing item, also for writing', async () => {
  const expected = { status: 404, code: '-2130575338, System.ArgumentException', text: 'Item does not exist. It may have been deleted by another user.' };
  expect(errorOf(await owner(`${list}/items(99)`))).toEqual(expected);
  expect(errorOf(await write(owner, `${list}/items(99)`, 'MERGE', '*', { Title: 'x' }))).toEqual(expected);
});

test('an unknown property, written, selected, expanded, filtered or sorted by', async () => {
  const expected = {
    status: 400, code: invalidQuery,
    text: 'The property \'Nope\' does not exist on type \'SP.Data.ErrorsListItem\'. Make sure to only use property names that are defined by the type.'
  };
  expect(errorOf(await owner(`${list}/items`, { body: { Nope: 1 } }))).toEqual(expected);
  for (const query of ['$select=Nope', '$select=Title&$expand=Nope', '$filter=Nope eq 1', '$orderby=Nope']) {
    expect(errorOf(await owner(`${list}/items?${query}`))).toEqual(expected);
  }
  expect(errorOf(await owner(`${list}?$select=Nope`)).text).toContain('\'Nope\' does not exist on type \'SP.List\'');
  expect(errorOf(await owner('_api/web/lists', { body: { Title: 'X', Url: 'x' } })).text).toContain('\'Url\' does not exist on type \'SP.List\'');
});

test('an unknown parameter of a function', async () => {
  expect(errorOf(await owner('_api/web/ensureuser', { body: { logonName: people.member, nope: 1 } }))).toEqual({
    status: 400, code: invalidQuery, text: 'The parameter nope does not exist in method EnsureUser.'
  });
});

test('a value of the wrong kind', async () => {
  expect(errorOf(await owner(`${list}/items`, { body: { Hours: 'many' } }))).toMatchObject({ status: 400, code: invalidQuery });
  const person = errorOf(await owner(`${list}/items`, { body: { Doer: 6 } }));
  expect(person).toMatchObject({ status: 400, code: invalidQuery });
  expect(person.text).toMatch(/^A node of type 'PrimitiveValue' was read from the JSON reader /);
  expect(errorOf(await owner(`${list}/items`, { body: { Marks: 'B' } })).text).toMatch(/^A node of type 'PrimitiveValue' was read from the JSON reader /);
});

test('a lookup or person that is selected without being expanded, or expanded without a column', async () => {
  for (const query of ['$select=Doer', '$select=Doer/Title', '$select=Title&$expand=Doer']) {
    expect(errorOf(await owner(`${list}/items?${query}`))).toMatchObject({ status: 400, text: expect.stringContaining('The $select query string must specify the target fields') });
  }
});

test('a stale ETag', async () => {
  const item = jsonOf(await owner(`${list}/items(1)`, { headers: { Accept: 'application/json' } }));
  expect(errorOf(await write(owner, `${list}/items(1)`, 'MERGE', '"8"', { Title: 'x' }))).toEqual({
    status: 412, code: '-1, Microsoft.SharePoint.Client.ClientServiceException',
    text: `The request ETag value '"8"' does not match the object's ETag value '"${String(item['odata.id'])},1"'.`
  });
});

test('a duplicate in a unique column, whatever its case', async () => {
  expect(errorOf(await owner(`${list}/items`, { body: { TaskKey: 'A' } }))).toEqual({
    status: 500, code: '-2130575169, Microsoft.SharePoint.SPException',
    text: 'The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [Nøgle].'
  });
});

test('a list title that is taken', async () => {
  expect(errorOf(await owner('_api/web/lists', { body: { Title: 'ERRORS' } }))).toEqual({
    status: 500, code: '-2130575342, Microsoft.SharePoint.SPException',
    text: 'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'
  });
});

test('no right to it', async () => {
  const expected = {
    status: 403, code: '-2147024891, System.UnauthorizedAccessException',
    text: 'Access denied. You do not have permission to perform this action or access this resource.'
  };
  expect(errorOf(await server.as(people.stranger)('_api/web'))).toEqual(expected);
  expect(errorOf(await server.as(people.stranger)(`${list}/items`))).toEqual(expected);
});

test('signed out: an account that the tenant does not have', async () => {
  const answer = await server.as('nobody@example.invalid')('_api/web');
  expect(errorOf(answer)).toEqual({ status: 401, code: '-2147024891, System.UnauthorizedAccessException', text: 'Attempted to perform an unauthorized operation.' });
});

test('a user that is not there', async () => {
  expect(errorOf(await owner('_api/web/siteusers/getbyid(4711)'))).toEqual({
    status: 500, code: '-2146232832, Microsoft.SharePoint.SPException', text: 'User cannot be found.'
  });
});

test('GET to what changes something', async () => {
  expect(errorOf(await owner(`${list}/recycle`))).toMatchObject({ status: 405, text: expect.stringContaining('The HTTP method \'GET\' cannot be used to access the resource \'recycle\'.') });
});

test('more than twelve lookups in a query', async () => {
  const many = await makeList(owner, 'Many', Array.from({ length: 13 }, (_, index) => `<Field Type="User" Name="Person${index}" DisplayName="Person ${index}" />`));
  const query = (count: number): string => {
    const names = Array.from({ length: count }, (_, index) => `Person${index}`);
    return `${many}/items?$select=${names.map((name) => `${name}/Title`).join(',')}&$expand=${names.join(',')}`;
  };
  expect((await owner(query(12))).status).toBe(200);
  expect(errorOf(await owner(query(13)))).toMatchObject({
    status: 500, code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException', text: expect.stringContaining('exceeds the lookup column threshold.')
  });
});
