import * as fc from 'fast-check';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Paged', ['<Field Type="Number" Name="Rank" DisplayName="Rank" />', '<Field Type="DateTime" Name="At" DisplayName="At" />']);
}, 60000);
afterAll(() => server.stop());

const values = fc.record({
  Title: fc.constantFrom('', 'a', 'B', 'b', 'æ & ø', '50 %', 'it\'s', 'A'),
  Rank: fc.constantFrom(null, -2, 0, 2.5, 3, 10),
  At: fc.constantFrom(null, '2025-03-25T23:00:00Z', '2025-06-25T22:00:00Z')
});
/** What somebody else does while the pages are read: a row more, or the n-th of those that stand is gone. */
const meanwhile = fc.oneof(fc.record({ add: values }), fc.record({ remove: fc.nat(30) }), fc.constant({}));
const walk = fc.record({
  rows: fc.array(values, { minLength: 2, maxLength: 10 }), top: fc.integer({ min: 1, max: 4 }), between: fc.array(meanwhile, { maxLength: 8 }),
  order: fc.constantFrom('', 'Rank', 'Rank desc', 'Title', 'Title desc', 'At', 'At desc', 'Title,Rank desc', 'Rank desc,Title')
});

/** Reads one page after the other; `next` is whatever leads to the page that follows. */
type Read = (order: string, top: number, next: string | undefined) => Promise<{ ids: number[]; next: string | undefined }>;

const byRest: Read = async (order, top, next) => {
  const answer = expectStatus(await owner(next ?? `${list}/items?$select=Id&$top=${top}${order === '' ? '' : `&$orderby=${order}`}`), 200);
  return { ids: rowsOf(answer).map(({ Id }) => Number(Id)), next: jsonOf(answer)['odata.nextLink'] as string | undefined };
};

const byView: Read = async (order, top, next) => {
  const fields = order.split(',').filter((key) => key !== '').map((key) => `<FieldRef Name="${key.split(' ')[0]}" Ascending="${key.endsWith('desc') ? 'FALSE' : 'TRUE'}"/>`).join('');
  const ViewXml = `<View><Query>${fields === '' ? '' : `<OrderBy>${fields}</OrderBy>`}</Query><ViewFields><FieldRef Name="Title"/></ViewFields><RowLimit Paged="TRUE">${top}</RowLimit></View>`;
  const answer = expectStatus(await owner(`${list}/renderlistdataasstream`, { body: { parameters: { ViewXml, ...(next === undefined ? {} : { Paging: next.slice(1) }) } } }), 200);
  return { ids: (jsonOf(answer).Row as Json[]).map(({ ID }) => Number(ID)), next: jsonOf(answer).NextHref as string | undefined };
};

const standing = async (): Promise<number[]> => rowsOf(await owner(`${list}/items?$select=Id&$top=5000`)).map(({ Id }) => Number(Id));
const remove = async (id: number): Promise<void> => { expectStatus(await owner(`${list}/items(${id})`, { method: 'DELETE' }), 200); };

test.each([['REST', byRest], ['a view', byView]])('page by page through %s, each row that stays is read exactly once and in order, whatever comes and goes meanwhile', async (_, read) => {
  await fc.assert(fc.asyncProperty(walk, async ({ rows, top, order, between }) => {
    for (const id of await standing()) {
      await remove(id);
    }
    for (const row of rows) {
      await addItem(owner, list, row);
    }
    const before = await standing();
    const seen: number[] = [];
    let next: string | undefined;
    for (let page = 0; page === 0 || next !== undefined; page++) {
      const answer = await read(order, top, next);
      expect(answer.ids.length).toBeLessThanOrEqual(top);
      seen.push(...answer.ids);
      next = answer.next;
      const action: { add?: Json; remove?: number } = between[page] ?? {};
      if (action.add) {
        await addItem(owner, list, action.add);
      }
      const now = action.remove === undefined ? [] : await standing();
      if (action.remove !== undefined && now.length > 1) {
        await remove(now[action.remove % now.length]);
      }
    }
    const after = new Set(await standing());
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => after.has(id) && !seen.includes(id))).toEqual([]);
    const inOrder = (await byRest(order, 5000, undefined)).ids;
    expect(seen.filter((id) => after.has(id))).toEqual(inOrder.filter((id) => seen.includes(id)));
  }), { numRuns: 20 });
}, 120000);
