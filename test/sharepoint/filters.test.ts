import * as fc from 'fast-check';
import { satisfies } from '../../sharepoint/local/rest/odata/filterEvaluate';
import { parseFilter } from '../../sharepoint/local/rest/odata/filterParser';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, jsonOf, makeList, rowsOf, type Json } from './support/lists';

type Row = { Title: string | null; Rank: number | null; Flag: boolean | null };
/** A filter and, beside it, what it means. */
type Meant = { text: string; holds: (row: Row) => boolean };

const quote = (text: string): string => `'${text.replace(/'/g, '\'\'')}'`;
const lower = (text: string | null): string | undefined => text?.toLowerCase();
const word = fc.stringMatching(/^[a-cA-C' ]{0,3}$/);
const comparison: fc.Arbitrary<Meant> = fc.oneof(
  fc.record({ operator: fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value: fc.integer({ min: -2, max: 2 }) }).map(({ operator, value }) => ({
    text: `Rank ${operator} ${value}`,
    holds: ({ Rank }: Row) => (Rank === null ? operator === 'ne' : {
      eq: Rank === value, ne: Rank !== value, lt: Rank < value, le: Rank <= value, gt: Rank > value, ge: Rank >= value
    }[operator] === true)
  })),
  word.map((value) => ({ text: `Title eq ${quote(value)}`, holds: ({ Title }: Row) => lower(Title) === value.toLowerCase() })),
  word.map((value) => ({ text: `startswith(Title, ${quote(value)})`, holds: ({ Title }: Row) => lower(Title)?.startsWith(value.toLowerCase()) === true })),
  word.map((value) => ({ text: `substringof(${quote(value)},Title) eq true`, holds: ({ Title }: Row) => lower(Title)?.includes(value.toLowerCase()) === true })),
  fc.boolean().map((value) => ({ text: `Flag eq ${value}`, holds: ({ Flag }: Row) => Flag === value })),
  fc.boolean().map((value) => ({ text: `Flag eq ${Number(value)}`, holds: ({ Flag }: Row) => Flag === value })),
  fc.constantFrom<Meant>({ text: 'Title eq null', holds: ({ Title }) => Title === null }, { text: 'Rank ne null', holds: ({ Rank }) => Rank !== null })
);
const filters = fc.letrec<{ filter: Meant }>((tie) => ({
  filter: fc.oneof({ maxDepth: 4 }, comparison,
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({ text: `(${one.text}) and (${other.text})`, holds: (row: Row) => one.holds(row) && other.holds(row) })),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({ text: `(${one.text} or ${other.text})`, holds: (row: Row) => one.holds(row) || other.holds(row) })),
    tie('filter').map((inner) => ({ text: `not (${inner.text})`, holds: (row: Row) => !inner.holds(row) })))
})).filter;
const rows: fc.Arbitrary<Row> = fc.record({
  Title: fc.option(word.filter((text) => text !== '')), Rank: fc.option(fc.integer({ min: -2, max: 2 })), Flag: fc.option(fc.boolean())
});

test('a filter holds for a row exactly when what it means holds', () => {
  fc.assert(fc.property(filters, rows, (filter, row) => {
    expect(satisfies(parseFilter(filter.text), (path) => row[path as keyof Row], () => 0)).toBe(filter.holds(row));
  }), { numRuns: 500 });
});

test('and binds tighter than or', () => {
  const read = (path: string): unknown => ({ A: 1, B: 0, C: 0 })[path];
  expect(satisfies(parseFilter('A eq 1 or B eq 1 and C eq 1'), read, () => 0)).toBe(true);
  expect(satisfies(parseFilter('(A eq 1 or B eq 1) and C eq 1'), read, () => 0)).toBe(false);
});

test('what SharePoint does not have is refused', () => {
  for (const text of ['endswith(Title,\'a\')', 'tolower(Title) eq \'a\'', 'Rank add 1 eq 2', 'Title eq', 'Title \'a\'', '(Title eq \'a\'', 'Title eq \'a\' b', 'Title like \'a\'']) {
    expect(() => parseFilter(text)).toThrow('is not valid');
  }
});

describe('over HTTP', () => {
  let server: TestSharePoint;
  let owner: Ask;
  let list: string;
  const titles = async (query: string): Promise<unknown[]> => rowsOf(await owner(`${list}/items?$select=Title&${query}`)).map((row: Json) => row.Title);
  beforeAll(async () => {
    server = await startTestSharePoint();
    owner = server.as(people.owner);
    const target = await makeList(owner, 'Filter target');
    await addItem(owner, target, { Title: 'Goal' });
    const targetId = String(jsonOf(await owner(`${target}?$select=Id`)).Id);
    list = await makeList(owner, 'Filtered', [
      '<Field Type="DateTime" Format="DateOnly" Name="Day" DisplayName="Day" />', '<Field Type="User" Name="Doer" DisplayName="Doer" />',
      '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks" />', '<Field Type="Note" Name="Body" DisplayName="Body" />',
      `<Field Type="LookupMulti" Mult="TRUE" List="{${targetId}}" ShowField="Title" Name="Goals" DisplayName="Goals" />`
    ]);
    const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } }));
    await addItem(owner, list, { Title: 'O\'Neill', Day: '2025-03-26T00:00:00Z', DoerId: Id, Marks: ['I', 'B'], GoalsId: [1] });
    await addItem(owner, list, { Title: 'second', Day: '2025-06-30T22:00:00Z' });
  }, 60000);
  afterAll(() => server.stop());

  test('text, dates, persons, several values, paths', async () => {
    expect(await titles('$filter=Title eq \'o\'\'neill\'')).toEqual(['O\'Neill']);
    expect(await titles('$filter=Day ge datetime\'2025-04-01T00:00:00Z\'')).toEqual(['second']);
    expect(await titles('$filter=Day ge \'2025-04-01T00:00:00.000Z\'')).toEqual(['second']);
    expect(await titles('$filter=month(Day) eq 7')).toEqual(['second']);
    expect(await titles('$filter=year(Day) eq 2025 and day(Day) eq 26')).toEqual(['O\'Neill']);
    expect(await titles('$filter=Marks eq \'B\'')).toEqual(['O\'Neill']);
    expect(await titles('$filter=Doer/EMail eq \'medlem@example.invalid\'')).toEqual(['O\'Neill']);
    expect(await titles('$filter=DoerId eq null')).toEqual(['second']);
    expect(await titles('$filter=Goals/Title eq \'Goal\'')).toEqual(['O\'Neill']);
    expect(await titles('$filter=Author/Title eq \'Eksempel Ejer\'&$orderby=Title desc')).toEqual(['second', 'O\'Neill']);
    expect(await titles('%24filter=substringof%28%27eco%27%2CTitle%29&%24top=5')).toEqual(['second']);
  });

  test('a column of several lines cannot be filtered by', async () => {
    expect(errorOf(await owner(`${list}/items?$filter=Body eq 'x'`))).toMatchObject({
      status: 400, text: 'The field \'Body\' of type \'Note\' cannot be used in the query filter expression.'
    });
  });

  test('other collections are filtered, ordered and cut too', async () => {
    expect(rowsOf(await owner('_api/web/lists?$filter=Title eq \'x\''))).toEqual([]);
    expect(rowsOf(await owner('_api/web/lists?$filter=Hidden eq false and BaseTemplate eq 100&$select=Title&$orderby=Title desc&$top=1'))).toEqual([{ Title: 'Filtered' }]);
    expect(rowsOf(await owner(`${list}/fields?$filter=InternalName eq 'Day' or StaticName eq 'Doer'&$select=InternalName`))).toEqual([{ InternalName: 'Day' }, { InternalName: 'Doer' }]);
  });
});
