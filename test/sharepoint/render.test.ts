import recorded from './shapes.json';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let danish: TestSharePoint;
let list: string;
let personId: number;

const columns = [
  '<Field Type="Number" Name="Number1" DisplayName="Number1" />', '<Field Type="Number" Name="Share" DisplayName="Share" Percentage="TRUE" Decimals="0" />',
  '<Field Type="Currency" Name="Price" DisplayName="Price" LCID="1030" />', '<Field Type="Boolean" Name="Bool1" DisplayName="Bool1" />',
  '<Field Type="DateTime" Name="At" DisplayName="At" />', '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />',
  '<Field Type="User" Name="User1" DisplayName="User1" />', '<Field Type="UserMulti" Mult="TRUE" Name="Crew" DisplayName="Crew" />',
  '<Field Type="Choice" Name="State" DisplayName="State"><CHOICES><CHOICE>Open</CHOICE></CHOICES></Field>',
  '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks"><CHOICES><CHOICE>I</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>',
  '<Field Type="URL" Name="Link" DisplayName="Link" />', '<Field Type="Note" Name="Body" DisplayName="Body" />'
];
const values = {
  Title: 'first', Number1: 67687, Share: 0.5, Price: 1234.5, Bool1: true, At: '2025-06-01T20:05:00Z', Due: '2025-03-26', State: 'Open', Marks: ['I', 'B'],
  Link: { Url: 'https://example.invalid/x', Description: 'there' }, Body: 'two\nlines'
};

async function fill(ask: Ask): Promise<{ list: string; person: number }> {
  const target = await makeList(ask, 'Goals');
  await addItem(ask, target, { Title: 'North' });
  const { Id } = jsonOf(await ask(target));
  const made = await makeList(ask, 'Rendered', [...columns, `<Field Type="LookupMulti" Mult="TRUE" List="{${String(Id)}}" ShowField="Title" Name="Goals" DisplayName="Goals" />`]);
  const person = Number(jsonOf(await ask('_api/web/ensureuser', { body: { logonName: people.member } })).Id);
  await addItem(ask, made, { ...values, User1Id: person, CrewId: [person], GoalsId: [1] });
  await addItem(ask, made, { Title: 'second' });
  await addItem(ask, made, { Title: 'third', Number1: 2, State: 'Open' });
  return { list: made, person };
}

const viewXml = (fields: readonly string[], more: string = '', limit: string = '<RowLimit Paged="TRUE">30</RowLimit>'): string =>
  `<View>${more}<ViewFields>${fields.map((name) => `<FieldRef Name="${name}"/>`).join('')}</ViewFields>${limit}</View>`;
const render = (parameters: Json, query: string = '', more: Json = {}, ask: Ask = owner): Promise<Answered> =>
  ask(`${list}/RenderListDataAsStream${query}`, { body: { parameters, ...more } });
const dataOf = (answer: Answered): Json & { Row: Json[] } => jsonOf(expectStatus(answer, 200)) as Json & { Row: Json[] };
const titles = (answer: Answered): unknown[] => dataOf(answer).Row.map((row) => row.Title);

beforeAll(async () => {
  server = await startTestSharePoint();
  danish = await startTestSharePoint({ sites: [{ url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1030, owner: people.owner, pages: [] }] });
  owner = server.as(people.owner);
  ({ list, person: personId } = await fill(owner));
  await fill(danish.as(people.owner));
}, 60000);
afterAll(() => Promise.all([server.stop(), danish.stop()]));

/** The keys of the first row of a recording, in their order. */
function recordedKeys(name: string): string[] {
  const { bodyText } = recorded.recordings.find((recording) => recording.name.startsWith(name)) as { bodyText: string };
  const row = bodyText.slice(bodyText.indexOf('"Row"')).split('\r\n}\r\n')[0];
  return Array.from(row.matchAll(/^"([^"]+)": /gm), (match) => match[1]);
}

test('a row has the keys of the recorded ones, in their order', async () => {
  const plain = dataOf(await render({ ViewXml: viewXml(['Title']) }));
  expect(Object.keys(plain.Row[0])).toEqual(recordedKeys('rldas: RLDAS page 2'));
  const withUser = dataOf(await render({ ViewXml: viewXml(['Title', 'User1']) }));
  const keys = recordedKeys('rldas: RLDAS rows with a User field');
  expect(Object.keys(withUser.Row[0]).slice(0, keys.length)).toEqual(keys);
  expect(Object.keys(plain)).toEqual(['Row', 'FirstRow', 'FolderPermissions', 'LastRow', 'RowLimit', 'FilterLink', 'ForceNoHierarchy', 'HierarchyHasIndention', 'CurrentFolderSpItemUrl']);
  expect(plain.Row[0]).toMatchObject({
    ID: '1', FSObjType: '0', PermMask: '0x7fffffffffffffff', FileRef: '/sites/test/Lists/Rendered/1_.000',
    'FileRef.urlencode': '%2Fsites%2Ftest%2FLists%2FRendered%2F1%5F%2E000', 'FileRef.scriptencodeasurl': '\\u002fsites\\u002ftest\\u002fLists\\u002fRendered\\u002f1_.000', owshiddenversion: '1'
  });
});

test('values are what the web shows: numbers, yes/no, dates, persons, lookups, choices, links', async () => {
  const fields = ['LinkTitle', 'Number1', 'Share', 'Price', 'Bool1', 'At', 'Due', 'User1', 'Crew', 'Goals', 'State', 'Marks', 'Link', 'Body'];
  const answer = await render({ ViewXml: viewXml(fields), RenderOptions: 2 });
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const [full, empty] = dataOf(answer).Row;
  const person = { id: String(personId), title: 'Eksempel Medlem', email: people.member, sip: people.member, picture: '' };
  expect(full).toMatchObject({
    Title: 'first', LinkTitle: 'first', Number1: '67,687', 'Number1.': '67687.0000000000', Share: '50%', 'Share.': '0.500000000000000', Price: '1.234,50 kr.',
    Bool1: 'Yes', 'Bool1.value': '1', At: '6/1/2025 10:05 PM', 'At.': '2025-06-01T20:05:00Z', 'At.FriendlyDisplay': '', Due: '3/26/2025', 'Due.': '2025-03-25T23:00:00Z',
    User1: [person], 'User1.id': String(personId), 'User1.title': 'Eksempel Medlem', Crew: [person],
    Goals: [{ lookupId: 1, lookupValue: 'North', isSecretFieldValue: false }], State: 'Open', Marks: ['I', 'B'],
    Link: 'https://example.invalid/x', 'Link.desc': 'there', Body: 'two\nlines'
  });
  expect(empty).toMatchObject({ Number1: '', 'Number1.': '', At: '', User1: '', Crew: '', Goals: '', State: '', Marks: '', Link: '', 'Link.desc': '', Body: '' });
  const utc = dataOf(await render({ ViewXml: viewXml(['At', 'Due']), DatesInUtc: true })).Row[0];
  expect(utc).toMatchObject({ At: '2025-06-01T20:05:00Z', Due: '2025-03-25T23:00:00Z' });
});

test('a Danish web shows them in Danish', async () => {
  const answer = await render({ ViewXml: viewXml(['Number1', 'Share', 'Bool1', 'At', 'Due']) }, '', {}, danish.as(people.owner));
  expect(dataOf(answer).Row[0]).toMatchObject({ Number1: '67.687', Share: '50 %', Bool1: 'Ja', At: '01-06-2025 22:05', Due: '26-03-2025' });
});

test('pages follow each other by NextHref and PrevHref', async () => {
  const ViewXml = viewXml(['Title'], '<Query><OrderBy><FieldRef Name="Title" Ascending="FALSE"/></OrderBy></Query>', '<RowLimit Paged="TRUE">2</RowLimit>');
  const first = dataOf(await render({ ViewXml }));
  expect([first.FirstRow, first.LastRow, first.RowLimit, first.NextHref, first.PrevHref]).toEqual([
    1, 2, 2, '?Paged=TRUE&p_Title=second&p_ID=2&PageFirstRow=3&View=00000000-0000-0000-0000-000000000000', undefined
  ]);
  const second = dataOf(await render({ ViewXml, Paging: String(first.NextHref).slice(1) }));
  expect([second.Row.map((row) => row.Title), second.FirstRow, second.LastRow, second.NextHref]).toEqual([['first'], 3, 3, undefined]);
  expect(second.PrevHref).toBe('?Paged=TRUE&PagedPrev=TRUE&p_Title=first&p_ID=1&PageFirstRow=1&View=00000000-0000-0000-0000-000000000000');
  const back = dataOf(await render({ ViewXml, Paging: String(second.PrevHref).slice(1) }));
  expect([back.Row.map((row) => row.Title), back.FirstRow, back.NextHref]).toEqual([['third', 'second'], 1, first.NextHref]);
  // The same place, given in the address instead.
  expect(titles(await render({ ViewXml }, String(first.NextHref)))).toEqual(['first']);
  expect(dataOf(await render({ ViewXml: viewXml(['Title'], '', '<RowLimit>2</RowLimit>') }))).not.toHaveProperty('NextHref');
});

test('filters and order of the address, of arguments and of overrideParameters', async () => {
  const ViewXml = viewXml(['Title', 'State']);
  expect(titles(await render({ ViewXml }, '?FilterField1=State&FilterValue1=Open'))).toEqual(['first', 'third']);
  expect(titles(await render({ ViewXml }, '?FilterField1=State&FilterValue1=Open&FilterField2=Number1&FilterValue2=2'))).toEqual(['third']);
  expect(titles(await render({ ViewXml }, '?FilterField1=State&FilterValue1='))).toEqual(['second']);
  expect(titles(await render({ ViewXml }, '?FilterFields1=Title&FilterValues1=first%3B%23second&SortField=Title&SortDir=Desc'))).toEqual(['second', 'first']);
  expect(titles(await render({ ViewXml }, `?FilterField1=User1&FilterLookupId1=1&FilterValue1=${personId}`))).toEqual(['first']);
  expect(titles(await render({ ViewXml }, '?FilterField1=Number1&FilterOp1=Gt&FilterValue1=2'))).toEqual(['first']);
  expect(titles(await render({ ViewXml }, '', { SortField: 'Title', SortDir: 'Desc' }))).toEqual(['third', 'second', 'first']);
  expect(titles(await render({ ViewXml }, '', { overrideParameters: { FilterField1: 'Title', FilterValue1: 'second' } }))).toEqual(['second']);
  expect(dataOf(await render({ ViewXml }, '?FilterField1=State&FilterValue1=Open')).FilterLink).toBe('?FilterField1=State&FilterValue1=Open');
  expect(errorOf(await render({ ViewXml }, '', { overrideParameters: { Nothing: 'x' } })).status).toBe(400);
  expect(errorOf(await render({ Nothing: 'x' })).status).toBe(400);
});

test('without ViewXml the default view is shown; a view by its id with its query, columns and row limit', async () => {
  await owner(`${list}/views`, { body: { Title: 'Numbers', ViewQuery: '<Where><IsNotNull><FieldRef Name="Number1"/></IsNotNull></Where><OrderBy><FieldRef Name="Number1"/></OrderBy>', RowLimit: 1 } });
  const view = `${list}/views/getbytitle('Numbers')`;
  await owner(`${view}/viewfields/addviewfield('Number1')`, { method: 'POST' });
  const { Id } = jsonOf(await owner(view));
  expect(titles(await render({}))).toEqual(['first', 'second', 'third']);
  const shown = dataOf(await render({}, `?View={${String(Id)}}`));
  expect(shown.Row).toHaveLength(1);
  expect(shown.Row[0]).toMatchObject({ LinkTitle: 'third', Number1: '2' });
  const next = dataOf(await render({ Paging: String(shown.NextHref).slice(1) }));
  expect(next.Row[0]).toMatchObject({ LinkTitle: 'first', Number1: '67,687' });
  expect(dataOf(await render({ OverrideViewXml: '<View><Query><OrderBy><FieldRef Name="Title" Ascending="FALSE"/></OrderBy></Query></View>' }, `?View=${String(Id)}&OverrideRowLimit=7`)).Row.map((row) => row.Title)).toEqual(['third', 'first']);
  expect(errorOf(await render({}, '?View=00000000-0000-0000-0000-000000000001')).status).toBe(404);
});

test('RenderOptions name the parts; RenderListData is the same as text', async () => {
  const parts = jsonOf(await render({ ViewXml: viewXml(['Title', 'Number1']), RenderOptions: 1 | 2 | 4 }));
  expect(parts).toMatchObject({ wpq: '', ListData: { FirstRow: 1 }, ListSchema: { LCID: '1033', IsDocLib: '' }, listTitle: 'Rendered', listUrlDir: '/sites/test/Lists/Rendered' });
  expect((parts.ListSchema as { Field: Json[] }).Field).toMatchObject([{ Name: 'Title', Type: 'Text', Required: 'TRUE' }, { Name: 'Number1', DisplayName: 'Number1', Type: 'Number' }]);
  const text = await owner(`${list}/renderlistdata(@viewXml)?@viewXml='${encodeURIComponent(viewXml(['Title']))}'`, { method: 'POST' });
  expect((JSON.parse(String(jsonOf(text).value)) as { Row: Json[] }).Row[0]).toMatchObject({ Title: 'first' });
});

test('refused: a column that is not there, more than twelve joins, who may not read', async () => {
  expect(errorOf(await render({ ViewXml: viewXml(['Nothing']) }))).toMatchObject({ status: 500, code: '-2130575340, Microsoft.SharePoint.SPException' });
  const many = await makeList(owner, 'Joined', Array.from({ length: 13 }, (_, index) => `<Field Type="User" Name="P${index}" DisplayName="P${index}" />`));
  const names = Array.from({ length: 13 }, (_, index) => `P${index}`);
  const ask = (fields: string[]): Promise<Answered> => owner(`${many}/RenderListDataAsStream`, { body: { parameters: { ViewXml: viewXml(fields) } } });
  expect((await ask(names.slice(1))).status).toBe(200);
  expect(errorOf(await ask(names))).toMatchObject({ status: 500, code: '-2147024749, Microsoft.SharePoint.SPQueryThrottledException' });
  expect((await render({}, '', {}, server.as(people.stranger))).status).toBe(403);
});
