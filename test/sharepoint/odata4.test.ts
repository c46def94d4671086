import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { partsOf, sendBatch } from './support/batches';
import { addItem, jsonOf, makeList, rowsOf, type Json } from './support/lists';

// What SPFx's own client (SPHttpClient) gets: it says OData-Version 4.0 unless told otherwise.
let server: TestSharePoint;
let owner: Ask;
let list: string;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Four', ['<Field Type="User" Name="Who" DisplayName="Who" />']);
  const { Id } = jsonOf(await owner('_api/web/currentuser'));
  await addItem(owner, list, { Title: 'one', WhoId: Id });
  await addItem(owner, list, { Title: 'two' });
}, 60000);
afterAll(() => server.stop());

const four = (path: string, more: Record<string, string> = {}, body?: Json): Promise<Answered> =>
  owner(path, { body, headers: { Accept: 'application/json', 'OData-Version': '4.0', ...more } });

test('annotations begin with @, types with #, and the context says where', async () => {
  const page = await four(`${list}/items?$top=1&$select=Title,Who/Title&$expand=Who`);
  expect(page.headers.get('content-type')).toBe('application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8');
  expect([page.headers.get('odata-version'), page.headers.get('dataserviceversion')]).toEqual(['4.0', null]);
  expect(jsonOf(page)).toMatchObject({ '@odata.context': `${server.siteUrl}/_api/$metadata#SP.ListData.FourListItems`, '@odata.nextLink': expect.stringContaining('skiptoken') as string });
  const [row] = rowsOf(page);
  expect(row).toMatchObject({ '@odata.type': '#SP.Data.FourListItem', '@odata.etag': '"1"', Title: 'one', Who: { '@odata.type': '#SP.Data.UserInfoItem' } });
  expect(String(row['@odata.editLink'])).toMatch(/^Web\/Lists\(guid'/);
  expect(row['Who@odata.navigationLink']).toBe(`${String(row['@odata.editLink'])}/Who`);
  expect(page.text).not.toMatch(/[{,]"odata\./);
  const context = async (path: string): Promise<unknown> => jsonOf(await four(path))['@odata.context'];
  const base = `${server.siteUrl}/_api/$metadata#`;
  expect(await Promise.all(['_api/web', '_api/web/lists', list, `${list}/items(1)`].map(context))).toEqual([`${base}web`, `${base}lists`, `${base}lists/$entity`, `${base}SP.ListData.FourListItems/$entity`]);
});

test('without metadata the answer is bare, with the link to the next page', async () => {
  for (const Accept of ['application/json;odata.metadata=none', 'application/json;odata=nometadata']) {
    const page = await four(`${list}/items?$top=1&$select=Title`, { Accept });
    expect(page.headers.get('content-type')).toContain('odata.metadata=none');
    expect(jsonOf(page)).toEqual({ '@odata.nextLink': expect.any(String) as string, value: [{ Title: 'one' }] });
  }
});

test('errors are plain, and the verbose form is not to be had', async () => {
  const missing = await four('_api/web/lists/getbytitle(\'Nobody\')');
  expect([missing.status, missing.json]).toEqual([404, { error: { code: '-1, System.ArgumentException', message: `List 'Nobody' does not exist at site with URL '${server.siteUrl}'.` } }]);
  const verbose = await four(`${list}/items`, { Accept: 'application/json;odata=verbose' });
  expect([verbose.status, verbose.json]).toEqual([406, { error: { code: '-1, Microsoft.SharePoint.Client.ClientServiceException', message: 'The HTTP header ACCEPT is missing or its value is invalid.' } }]);
});

test('writes: types begin with @ and #, ETags are as ever, functions that return nothing say so', async () => {
  const made = await four(`${list}/items`, {}, { '@odata.type': '#SP.Data.FourListItem', Title: 'three' });
  expect([made.status, jsonOf(made)['@odata.type']]).toEqual([201, '#SP.Data.FourListItem']);
  expect(made.headers.get('etag')).toMatch(/,1"$/);
  expect((await four(`${list}/items`, {}, { '@odata.type': '#SP.List', Title: 'x' })).status).toBe(400);
  const field = await four(`${list}/fields`, {}, { '@odata.type': '#SP.FieldText', FieldTypeKind: 2, Title: 'Short', MaxLength: 10 });
  expect([field.status, jsonOf(field).MaxLength]).toEqual([201, 10]);
  expect((await four(`${list}/items(3)`, { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '"7"' }, { Title: 'x' })).status).toBe(412);
  expect((await four(`${list}/items(3)`, { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, { Title: 'x' })).status).toBe(204);
  expect(jsonOf(await four(`${list}/breakroleinheritance(true)`, {}, {}))).toMatchObject({ '@odata.null': true });
});

test('in a batch each part has the version it asks for; rendered rows have none', async () => {
  const url = `${server.siteUrl}/${list}/items(1)?$select=Title`;
  const Accept = 'application/json';
  const parts = partsOf((await sendBatch(owner, [{ method: 'GET', url, headers: { Accept, 'OData-Version': '4.0' } }, { method: 'GET', url, headers: { Accept } }])).text);
  expect(parts.map(({ body }) => Object.keys(JSON.parse(body) as Json)[0])).toEqual(['@odata.context', 'odata.metadata']);
  const rows = await four(`${list}/RenderListDataAsStream`, {}, { parameters: { RenderOptions: 2 } });
  expect([rows.status, rows.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
});
