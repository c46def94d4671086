import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const accept = (value: string): { headers: Record<string, string> } => ({ headers: { Accept: value } });

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Formats', ['<Field Type="MultiChoice" Name="Marks" DisplayName="Marks"><CHOICES><CHOICE>I</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>']);
  await addItem(owner, list, { Title: 'One', Marks: ['B'] });
}, 60000);
afterAll(() => server.stop());

test('nometadata is the bare object, collections are {value}', async () => {
  const item = jsonOf(await owner(`${list}/items(1)`));
  expect(Object.keys(item).filter((key) => key.includes('odata.'))).toEqual([]);
  expect(Object.keys(item)).toEqual([
    'FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'ID', 'ContentTypeId', 'Title', 'Marks', 'Modified',
    'Created', 'AuthorId', 'EditorId', 'OData__UIVersionString', 'Attachments', 'GUID', 'OData__ColorTag', 'ComplianceAssetId'
  ]);
  expect(item).toMatchObject({ Id: 1, ID: 1, ServerRedirectedEmbedUri: null, ServerRedirectedEmbedUrl: '', OData__UIVersionString: '1.0', OData__ColorTag: null });
  expect(item.Modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(Object.keys(jsonOf(await owner(`${list}/items`)))).toEqual(['value']);
});

test('application/json alone is minimalmetadata', async () => {
  const answer = await owner(`${list}/items(1)`, accept('application/json'));
  expect(answer.headers.get('content-type')).toBe('application/json;odata=minimalmetadata;streaming=true;charset=utf-8');
  const item = jsonOf(answer);
  expect(item['odata.metadata']).toBe(`${server.siteUrl}/_api/$metadata#SP.ListData.FormatsListItems/@Element`);
  expect(item['odata.type']).toBe('SP.Data.FormatsListItem');
  expect(item['odata.id']).toMatch(guid);
  expect(item['odata.etag']).toBe('"1"');
  expect(item['odata.editLink']).toMatch(/^Web\/Lists\(guid'[0-9a-f-]{36}'\)\/Items\(1\)$/);
  const rows = jsonOf(await owner(`${list}/items`, accept('application/json')));
  expect(rows['odata.metadata']).toBe(`${server.siteUrl}/_api/$metadata#SP.ListData.FormatsListItems`);
  expect((rows.value as Json[])[0]['odata.type']).toBe('SP.Data.FormatsListItem');
});

test('minimalmetadata of lists and columns names their types', async () => {
  const found = jsonOf(await owner(`${list}?$expand=Fields`, accept('application/json')));
  expect(found).toMatchObject({ 'odata.type': 'SP.List', 'odata.etag': expect.stringMatching(/^"\d+"$/) });
  expect(found['odata.id']).toBe(`${server.siteUrl}/_api/${String(found['odata.editLink'])}`);
  expect(found['Fields@odata.navigationLinkUrl']).toBe(`${String(found['odata.editLink'])}/Fields`);
  expect((found.Fields as Json[]).find((field) => field.InternalName === 'Marks')).toMatchObject({ 'odata.type': 'SP.FieldMultiChoice' });
});

test('an expanded person has a navigation link; an empty one leaves its key out', async () => {
  await owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="UserMulti" Mult="TRUE" Name="Doers" DisplayName="Doers" />', Options: 8 } } });
  const row = rowsOf(await owner(`${list}/items?$select=Author/Title,Doers/Title&$expand=Author,Doers`, accept('application/json')))[0];
  expect(row['Author@odata.navigationLinkUrl']).toBe(`${String(row['odata.editLink'])}/Author`);
  expect(row.Author).toMatchObject({ Title: 'Eksempel Ejer', 'odata.type': 'SP.Data.UserInfoItem' });
  expect(row).not.toHaveProperty('Doers');
});

test('verbose wraps in d, results and __metadata', async () => {
  const item = jsonOf(await owner(`${list}/items(1)`, accept('application/json;odata=verbose'))).d as Json;
  expect(item.__metadata).toEqual({
    id: expect.stringMatching(guid), uri: expect.stringMatching(/_api\/Web\/Lists\(guid'.*'\)\/Items\(1\)$/), etag: '"1"', type: 'SP.Data.FormatsListItem'
  });
  expect(item.Marks).toEqual({ __metadata: { type: 'Collection(Edm.String)' }, results: ['B'] });
  expect(item.ParentList).toEqual({ __deferred: { uri: expect.stringMatching(/Items\(1\)\/ParentList$/) } });
  await addItem(owner, list, { Title: 'Two' });
  const page = jsonOf(await owner(`${list}/items?$top=1`, accept('application/json;odata=verbose'))).d as Json;
  expect(page.results).toHaveLength(1);
  expect(page.__next).toContain('%24skiptoken=Paged%3dTRUE%26p_ID%3d1');
  const info = jsonOf(await owner('_api/contextinfo', { method: 'POST', headers: { Accept: 'application/json;odata=verbose' } })).d as Json;
  expect(info.GetContextWebInformation).toMatchObject({ WebFullUrl: server.siteUrl, FormDigestTimeoutSeconds: 1800 });
});

test('paging: the next link holds the token and what was asked', async () => {
  const page = jsonOf(await owner(`${list}/items?$top=1`));
  expect(page['odata.nextLink']).toBe(`${server.siteUrl}/${list}/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d1&%24top=1`);
  const next = rowsOf(await owner(String(page['odata.nextLink'])));
  expect(next.map((row) => row.Title)).toEqual(['Two']);
  expect(jsonOf(await owner(`${list}/items?$skip=1`)).value).toHaveLength(2);
});

test('scalars, complex values and functions without a result', async () => {
  expect(jsonOf(await owner(`${list}/Title`))).toEqual({ value: 'Formats' });
  expect(jsonOf(await owner('_api/web/EffectiveBasePermissions'))).toEqual({ High: '2147483647', Low: '4294967295' });
  expect(jsonOf(await owner(`${list}/breakroleinheritance(copyroleassignments=true, clearsubscopes=false)`, { method: 'POST' }))).toEqual({ 'odata.null': true });
  expect((await owner(`${list}/Title/$value`)).text).toBe('Formats');
  expect(jsonOf(await owner(`${list}/Title`, accept('application/json;odata=verbose')))).toEqual({ d: { Title: 'Formats' } });
});

test('Int64 is text, guids are lower case, the headers are SharePoint\'s', async () => {
  const answer = expectStatus(await owner(`${list}?$select=Id,EffectiveBasePermissions`), 200);
  expect(jsonOf(answer)).toEqual({ Id: expect.stringMatching(guid), EffectiveBasePermissions: { High: '2147483647', Low: '4294967295' } });
  expect(answer.headers.get('sprequestguid')).toMatch(guid);
  for (const name of ['request-id', 'spclientservicerequestduration', 'x-sharepointhealthscore', 'x-sp-serverstate', 'microsoftsharepointteamservices']) {
    expect(answer.headers.get(name)).toBeTruthy();
  }
  expect(answer.headers.get('dataserviceversion')).toBe('3.0');
});

test('errors come in the asked format; without JSON asked for it is Atom', async () => {
  const missing = '_api/web/lists/getbytitle(\'nonexisting\')';
  expect(errorOf(await owner(missing))).toEqual({
    status: 404, code: '-1, System.ArgumentException', text: `List 'nonexisting' does not exist at site with URL '${server.siteUrl}'.`
  });
  expect(jsonOf(await owner(missing, accept('application/json;odata=verbose')))).toHaveProperty('error.message.value');
  const atom = await owner(missing, accept(''));
  expect(atom.status).toBe(404);
  expect(atom.text).toContain('<m:code>-1, System.ArgumentException</m:code>');
  expect((await owner(`${list}/items(1)`, accept('*/*'))).text).toContain('<d:Title>One</d:Title>');
});
