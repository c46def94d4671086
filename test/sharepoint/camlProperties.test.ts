import * as fc from 'fast-check';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, makeList, rowsOf } from './support/lists';

/** The same condition in both languages. */
interface Both {
  caml: string;
  odata: string;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const quote = (text: string): string => `'${text.replace(/'/g, '\'\'')}'`;
const caml = (element: string, field: string, type: string, value: string, more: string = ''): string =>
  `<${element}><FieldRef Name="${field}"/><Value Type="${type}"${more}>${escapeXml(value)}</Value></${element}>`;
const operators = fc.constantFrom(['Eq', 'eq'], ['Neq', 'ne'], ['Gt', 'gt'], ['Geq', 'ge'], ['Lt', 'lt'], ['Leq', 'le']);
const word = fc.stringMatching(/^[a-cA-C'&<]{1,3}$/);
const hour = fc.integer({ min: 0, max: 5 }).map((number) => `2025-03-30T0${number}:00:00Z`);

const simple: fc.Arbitrary<Both> = fc.oneof(
  fc.tuple(operators, fc.integer({ min: -2, max: 2 })).map(([[element, operator], value]) => ({
    caml: caml(element, 'Rank', 'Number', String(value)), odata: `Rank ${operator} ${value}`
  })),
  fc.tuple(operators, word).map(([[element, operator], value]) => ({ caml: caml(element, 'Title', 'Text', value), odata: `Title ${operator} ${quote(value)}` })),
  fc.tuple(operators, hour).map(([[element, operator], value]) => ({
    caml: caml(element, 'At', 'DateTime', value, ' IncludeTimeValue="TRUE"'), odata: `At ${operator} datetime'${value}'`
  })),
  word.map((value) => ({ caml: caml('BeginsWith', 'Title', 'Text', value), odata: `startswith(Title,${quote(value)})` })),
  word.map((value) => ({ caml: caml('Contains', 'Title', 'Text', value), odata: `substringof(${quote(value)},Title)` })),
  fc.boolean().map((value) => ({ caml: caml('Eq', 'Flag', 'Boolean', value ? '1' : '0'), odata: `Flag eq ${value}` })),
  fc.constantFrom('Rank', 'Title', 'Flag', 'At').chain((field) => fc.constantFrom(
    { caml: `<IsNull><FieldRef Name="${field}"/></IsNull>`, odata: `${field} eq null` },
    { caml: `<IsNotNull><FieldRef Name="${field}"/></IsNotNull>`, odata: `${field} ne null` }
  )),
  fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 4 }).map((values) => ({
    caml: `<In><FieldRef Name="Rank"/><Values>${values.map((value) => `<Value Type="Number">${value}</Value>`).join('')}</Values></In>`,
    odata: `(${values.map((value) => `Rank eq ${value}`).join(' or ')})`
  }))
);
const conditions = fc.letrec<{ condition: Both }>((tie) => ({
  condition: fc.oneof({ maxDepth: 3 }, simple, fc.tuple(fc.constantFrom('And', 'Or'), tie('condition'), tie('condition')).map(([name, one, other]) => ({
    caml: `<${name}>${one.caml}${other.caml}</${name}>`, odata: `((${one.odata}) ${name.toLowerCase()} (${other.odata}))`
  })))
})).condition;
const rows = fc.record({
  Title: fc.option(word), Rank: fc.option(fc.integer({ min: -2, max: 2 })), Flag: fc.option(fc.boolean()), At: fc.option(hour)
});

let server: TestSharePoint;
let owner: Ask;
let list: string;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Random', [
    '<Field Type="Number" Name="Rank" DisplayName="Rank" Indexed="TRUE" />', '<Field Type="Boolean" Name="Flag" DisplayName="Flag" />',
    '<Field Type="DateTime" Name="At" DisplayName="At" Indexed="TRUE" />'
  ]);
  for (const row of fc.sample(rows, { numRuns: 60, seed: 11 })) {
    await addItem(owner, list, row);
  }
}, 60000);
afterAll(() => server.stop());

test('a condition in CAML finds the rows that its translation into OData finds', async () => {
  await fc.assert(fc.asyncProperty(conditions, async (both) => {
    const byCaml = await owner(`${list}/getitems?$select=Id`, { body: { query: { ViewXml: `<View><Query><Where>${both.caml}</Where></Query></View>` } } });
    const byOData = await owner(`${list}/items?$select=Id&$top=100&$filter=${encodeURIComponent(both.odata)}`);
    expect(rowsOf(expectStatus(byCaml, 200))).toEqual(rowsOf(expectStatus(byOData, 200)));
  }), { numRuns: 200 });
});

test('pages in any order and of any size hold each row once, forwards and backwards', async () => {
  await fc.assert(fc.asyncProperty(fc.subarray(['Rank', 'Title', 'At']), fc.boolean(), fc.integer({ min: 7, max: 40 }), async (order, ascending, size) => {
    const orderBy = order.map((name) => `<FieldRef Name="${name}" Ascending="${ascending ? 'TRUE' : 'FALSE'}"/>`).join('');
    const view = (limit: string): string => `<View><Query><OrderBy>${orderBy}</OrderBy></Query>${limit}</View>`;
    const ask = async (limit: string, PagingInfo: string): Promise<Record<string, unknown>[]> => rowsOf(expectStatus(await owner(`${list}/getitems`, {
      body: { query: { ViewXml: view(limit), ListItemCollectionPosition: { PagingInfo } } }
    }), 200));
    const infoOf = (row: Record<string, unknown>, more: string): string =>
      `Paged=TRUE${more}&${order.map((name) => `p_${name}=${encodeURIComponent(String(row[name] ?? ''))}&`).join('')}p_ID=${String(row.ID)}`;
    const all = (await ask('', '')).map((row) => row.ID);
    const limit = `<RowLimit Paged="TRUE">${size}</RowLimit>`;
    const forwards: unknown[] = [];
    for (let page = await ask(limit, ''); page.length > 0; page = await ask(limit, infoOf(page[page.length - 1], ''))) {
      forwards.push(...page.map((row) => row.ID));
    }
    expect(forwards).toEqual(all);
    const [second] = await ask('<RowLimit>1</RowLimit>', infoOf((await ask(limit, ''))[size - 1], ''));
    expect((await ask(limit, infoOf(second, '&PagedPrev=TRUE'))).map((row) => row.ID)).toEqual(all.slice(0, size));
  }), { numRuns: 15 });
});
