import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { expectStatus, jsonOf, makeList, rowsOf } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  await makeList(owner, 'Addressed');
}, 60000);
afterAll(() => server.stop());

test('a list by every address it has', async () => {
  const { Id } = jsonOf(await owner('_api/web/lists/getByTitle(\'Addressed\')'));
  for (const address of [
    `web/lists(guid'${String(Id)}')`, `web/lists('${String(Id)}')`, `Web/Lists/GetById('${String(Id).toUpperCase()}')`, `web/lists/getbyid(guid'${String(Id)}')`,
    'web/lists/getbytitle(\'addressed\')', 'WEB/LISTS/GETBYTITLE(\'Addressed\')', 'lists/getbytitle(\'Addressed\')', 'web/GetList(\'/sites/test/Lists/Addressed\')',
    'web/getlist(@v)?@v=\'/sites/test/Lists/Addressed\'', 'web/getlist(%27%2Fsites%2Ftest%2FLists%2FAddressed%27)', 'web/getlist(\'/sites/test/Lists/Addressed/AllItems.aspx\')',
    'web/GetListUsingPath(DecodedUrl=\'/sites/test/Lists/Addressed\')', 'site/rootweb/lists/getbytitle(\'Addressed\')', 'web/lists/getbytitle(title=\'Addressed\')'
  ]) {
    expect([address, jsonOf(expectStatus(await owner(`_api/${address}`), 200)).Id]).toEqual([address, Id]);
  }
});

test('what $metadata does not know is refused and marked in the log', async () => {
  await owner(`${server.origin}/__requests`, { method: 'DELETE' });
  for (const [path, status] of [
    ['nosuch', 404], ['web/nosuch', 404], ['web/lists/nosuch(\'x\')', 404], ['web/lists/getbytitle(\'Addressed\')/items(1)/nosuch', 404],
    ['web?$select=Nope', 400], ['web/lists?$expand=Nope', 400], ['web/lists?$filter=Nope eq 1', 400], ['web/getlist(nope=\'x\')', 400], ['web?$nope=1', 400]
  ] as const) {
    expect([path, (await owner(`_api/${path}`)).status]).toEqual([path, path.includes('items(1)') ? 404 : status]);
  }
  const log = (await owner(`${server.origin}/__requests`)).json as { url: string; unknownToMetadata: boolean }[];
  expect(log.filter((request) => request.unknownToMetadata).length).toBeGreaterThanOrEqual(7);
  expect((await owner('_api/web')).status).toBe(200);
  expect(((await owner(`${server.origin}/__requests`)).json as { unknownToMetadata: boolean }[]).pop()?.unknownToMetadata).toBe(false);
});

test('what $metadata knows and nobody has built says so', async () => {
  const answer = await owner('_api/web/AppTiles');
  expect([answer.status, answer.text]).toEqual([501, expect.stringContaining('has not built')]);
});

test('selecting, expanding and nesting', async () => {
  expect(jsonOf(await owner('_api/web?%24select=Title%2CUrl'))).toEqual({ Title: 'Test', Url: server.siteUrl });
  expect(jsonOf(await owner('_api/web?$select=title'))).toEqual({ Title: 'Test' });
  const zone = jsonOf(await owner('_api/web?$select=Id,RegionalSettings/*&$expand=RegionalSettings,RegionalSettings/TimeZone'));
  expect(zone).toMatchObject({ RegionalSettings: { LocaleId: 1033, TimeZone: { Id: 3, Information: { Bias: -60, DaylightBias: -60, StandardBias: 0 } } } });
  expect(rowsOf(await owner('_api/web/lists?$select=Title,RootFolder/ServerRelativeUrl&$expand=RootFolder&$filter=Title eq \'Addressed\''))).toEqual([
    { Title: 'Addressed', RootFolder: { ServerRelativeUrl: '/sites/test/Lists/Addressed' } }
  ]);
  expect(jsonOf(await owner('_api/web/regionalSettings/timeZone'))).toMatchObject({ Id: 3, Description: expect.stringContaining('Copenhagen') });
  expect(jsonOf(await owner('_api/web/regionalsettings/timezone/utctolocaltime(\'2025-06-26T10:00:00Z\')'))).toEqual({ value: '2025-06-26T12:00:00Z' });
});
