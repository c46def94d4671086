import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, makeList, rowsOf, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
const rows = 5001;

/** Adds rows a hundred at a time. */
async function fill(from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 100) {
    const parts = Array.from({ length: Math.min(100, to - start) }, (_, index) => {
      const number = start + index;
      const body = JSON.stringify({ Title: `Row ${number}`, Code: `C${number % 10}`, Plain: `P${number % 10}`, Same: 'all', At: new Date(Date.UTC(2025, 0, 1) + number * 3600000).toISOString(), Doer1Id: null });
      return `--b\nContent-Type: application/http\n\nPOST ${server.siteUrl}/${list}/items HTTP/1.1\nAccept: application/json;odata=nometadata\nContent-Type: application/json\n\n${body}\n`;
    });
    expectStatus(await owner('_api/$batch', { method: 'POST', body: `${parts.join('')}--b--\n`, headers: { 'Content-Type': 'multipart/mixed; boundary=b' } }), 200);
  }
}

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Large', [
    '<Field Type="Text" Name="Code" DisplayName="Code" Indexed="TRUE" />', '<Field Type="Text" Name="Plain" DisplayName="Plain" />',
    '<Field Type="Text" Name="Same" DisplayName="Same" Indexed="TRUE" />', '<Field Type="DateTime" Name="At" DisplayName="At" Indexed="TRUE" />', '<Field Type="User" Name="Doer1" DisplayName="Doer" Indexed="TRUE" />'
  ]);
  await fill(0, 5000);
}, 120000);
afterAll(() => server.stop());

const throttled = {
  status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
  text: 'The attempted operation is prohibited because it exceeds the list view threshold.'
};

test('up to 5,000 rows everything may be filtered and sorted by; one more, and the first column must be indexed', async () => {
  expect(rowsOf(await owner(`${list}/items?$filter=Plain eq 'P3'&$top=5000`))).toHaveLength(500);
  expect(rowsOf(await owner(`${list}/items?$orderby=Plain&$top=1`))).toHaveLength(1);
  await fill(5000, rows);
  for (const query of ['$filter=Plain eq \'P3\'', '$filter=Plain eq \'P3\' and Code eq \'C3\'', '$orderby=Plain', '$filter=Doer1Id eq null', '$filter=Same eq \'all\'', '$filter=Doer1/Title eq \'x\'']) {
    expect([query, errorOf(await owner(`${list}/items?${query}`))]).toEqual([query, throttled]);
  }
  expect(rowsOf(await owner(`${list}/items?$filter=Code eq 'C3'&$top=5000`))).toHaveLength(500);
  expect(rowsOf(await owner(`${list}/items?$filter=Code eq 'C3' and Plain eq 'P3'&$top=5000`))).toHaveLength(500);
  expect(rowsOf(await owner(`${list}/items?$filter=startswith(Code,'C4')&$top=5000`))).toHaveLength(500);
  expect(rowsOf(await owner(`${list}/items?$filter=ID gt 4990&$top=5000`))).toHaveLength(11);
  expect(rowsOf(await owner(`${list}/items?$filter=At ge datetime'2025-01-02T00:00:00Z' and At lt '2025-01-03T00:00:00.000Z'`)).length).toBe(24);
  expect(rowsOf(await owner(`${list}/items?$filter=At lt datetime'2025-01-01T10:00:00.500Z'`))).toHaveLength(11);
  expect(rowsOf(await owner(`${list}/items?$orderby=Code desc&$top=2&$select=Code`))).toEqual([{ Code: 'C9' }, { Code: 'C9' }]);
});

test('the whole list can be read by id, 5,000 at most a page', async () => {
  const first = jsonOf(await owner(`${list}/items?$select=Id&$top=6000`));
  expect(first.value).toHaveLength(5000);
  const rest = jsonOf(await owner(String(first['odata.nextLink'])));
  expect((rest.value as Json[]).map((row) => row.Id)).toEqual([rows]);
  expect(rest).not.toHaveProperty('odata.nextLink');
  expect(jsonOf(await owner(`${list}?$select=ItemCount`)).ItemCount).toBe(rows);
});

test('CAML has the same limits, and without a row limit no large list is read', async () => {
  const ask = (query: string, limit: string = '<RowLimit>10</RowLimit>'): ReturnType<Ask> =>
    owner(`${list}/getitems?$select=Code`, { body: { query: { ViewXml: `<View><Query>${query}</Query>${limit}</View>` } } });
  const where = (field: string, value: string, type: string = 'Text'): string =>
    `<Where><Eq><FieldRef Name="${field}"/><Value Type="${type}">${value}</Value></Eq></Where>`;
  const refused: [string, string?][] = [
    [where('Plain', 'P3')], [where('Same', 'all')], ['<OrderBy><FieldRef Name="Plain"/></OrderBy>'], [where('Doer1', 'x', 'User')], ['', ''],
    ['<OrderBy><FieldRef Name="Code"/></OrderBy>', '']
  ];
  for (const [query, limit] of refused) {
    expect([query, errorOf(await ask(query, limit))]).toEqual([query, throttled]);
  }
  expect(rowsOf(await ask(where('Code', 'C3')))).toHaveLength(10);
  expect(rowsOf(await ask(where('Code', 'C3'), ''))).toHaveLength(500);
  expect(rowsOf(await ask('<OrderBy><FieldRef Name="Code" Ascending="FALSE"/></OrderBy>'))[0]).toEqual({ Code: 'C9' });
  // A day is from-to on one column, which its index answers although more than 5,000 rows are later than its beginning or earlier than its end.
  await fill(rows, rows + 200);
  expect(rowsOf(await ask(where('At', '2025-01-02', 'DateTime'), ''))).toHaveLength(24);
});
