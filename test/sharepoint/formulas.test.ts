import * as fc from 'fast-check';
import { evaluate } from '../../sharepoint/local/rest/formulas/evaluate';
import { parseFormula } from '../../sharepoint/local/rest/formulas/parse';
import type { FormulaValue } from '../../sharepoint/local/rest/formulas/values';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';

const row: Record<string, FormulaValue> = { Rank: 3, Name: 'Anna Berg', Empty: null, Done: true, Start: 45772, 'Two words': 'x' };
function result(formula: string): FormulaValue {
  const expression = parseFormula(formula);
  if (!expression) {
    throw new Error(`${formula} is no formula`);
  }
  return evaluate(expression, { localNow: Date.UTC(2025, 3, 25, 10), column: (name) => row[name] ?? null });
}

test.each<[string, FormulaValue]>([
  ['=1+2*3', 7], ['=(1+2)*3', 9], ['=-2^2', 4], ['=2^3', 8], ['=10-4-3', 3], ['=50%', 0.5], ['="a"&1&TRUE', 'a1TRUE'], ['="say ""hi"""', 'say "hi"'], ['=[Rank]>=3', true], ['=Rank<>3', false],
  ['=[Two words]="X"', true], ['=IF([Rank]>5,"big","small")', 'small'], ['=IF(Done,1)', 1], ['=IF(AND([Rank]>1;NOT(ISBLANK([Name])));"yes";"no")', 'yes'], ['=OR(FALSE,[Rank]=3)', true],
  ['=ISBLANK([Empty])', true], ['=[Empty]=0', true], ['=[Empty]=""', true], ['=LEN([Name])', 9], ['=LEFT([Name],FIND(" ",[Name])-1)', 'Anna'], ['=RIGHT([Name],4)', 'Berg'], ['=MID("abcdef",2,3)', 'bcd'],
  ['=UPPER("å")', 'Å'], ['=PROPER("anna berg")', 'Anna Berg'], ['=TRIM("  a   b ")', 'a b'], ['=CONCATENATE("a",[Rank])', 'a3'], ['=SUBSTITUTE("a-b-c","-","")', 'abc'], ['=REPLACE("abc",2,1,"x")', 'axc'],
  ['=ISNUMBER(SEARCH("BERG",[Name]))', true], ['=ROUND(2.5,0)', 3], ['=ROUND(1.005,2)', 1.01], ['=ROUNDUP(1.1,0)', 2], ['=ROUNDDOWN(-1.9,0)', -1], ['=INT(-1.5)', -2], ['=MOD(-1,3)', 2], ['=SUM(1,2,[Empty],4)', 7],
  ['=AVERAGE(2,4)', 3], ['=MAX(1,[Rank])', 3], ['=YEAR([Start])', 2025], ['=MONTH([Start])', 4], ['=DAY([Start])', 25], ['=WEEKDAY([Start])', 6], ['=TEXT([Start],"yyyy-mm-dd")', '2025-04-25'],
  ['=TEXT(1234.5,"#,##0.00")', '1,234.50'], ['=[Start]+7', 45779], ['=DATEDIF([Start],DATE(2026,5,1),"m")', 12], ['=DATEDIF([Start],[Start]+9,"d")', 9], ['=TODAY()', 45772], ['=NOW()>TODAY()', true], ['=CHOOSE(2,"a","b")', 'b'],
  ['=IFERROR(1/0,"none")', 'none'], ['=ISERROR(VALUE("x"))', true], ['=EXACT("a","A")', false], ['="10"+1', 11]
])('%s', (formula, expected) => {
  expect(result(formula)).toEqual(expected);
});

test('arithmetic is JavaScript\'s', () => {
  const numbers = fc.letrec<{ number: string }>((tie) => ({
    number: fc.oneof({ maxDepth: 4 }, fc.integer({ min: 0, max: 99 }).map(String),
      fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([one, operator, other]) => `(${one} ${operator} ${other})`))
  })).number;
  fc.assert(fc.property(numbers, fc.constantFrom('+', '-', '*'), numbers, (one, operator, other) => {
    // eslint-disable-next-line no-eval -- an arithmetic text made right here is the oracle
    expect(result(`=${one}${operator}${other}*2`)).toBe(eval(`${one}${operator}${other}*2`));
  }));
});

describe('in lists', () => {
  let server: TestSharePoint;
  let owner: Ask;
  let list: string;
  const field = (xml: string): Promise<Answered> => owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml, Options: 8 } } });
  const merge = (path: string, body: Json): Promise<Answered> => write(owner, path, 'MERGE', '*', body);
  beforeAll(async () => {
    server = await startTestSharePoint();
    owner = server.as(people.owner);
    list = await makeList(owner, 'Computed', [
      '<Field Type="Number" Name="Hours" DisplayName="Hours spent" />', '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />', '<Field Type="Note" Name="Body" DisplayName="Body" />',
      '<Field Type="User" Name="Doer" DisplayName="Doer" />', '<Field Type="Text" Name="Code" DisplayName="Code"><Validation Message="A code has three letters.">=LEN(Code)=3</Validation></Field>',
      '<Field Type="Calculated" Name="Price" DisplayName="Price" ResultType="Number" Decimals="2"><Formula>=[Hours spent]*100</Formula></Field>',
      '<Field Type="Calculated" Name="Label" DisplayName="Label" ResultType="Text"><Formula>=Title&amp;": "&amp;IF([Hours spent]&gt;5,"long","short")</Formula></Field>',
      '<Field Type="Calculated" Name="Reminder" DisplayName="Reminder" ResultType="DateTime" Format="DateOnly"><Formula>=Due-7</Formula></Field>'
    ]);
    for (const [Title, Hours] of [['a', 10], ['b', 2], ['c', 30]] as const) {
      await addItem(owner, list, { Title, Hours, Due: '2025-04-02', Code: 'abc' });
    }
  }, 60000);
  afterAll(() => server.stop());

  test('calculated columns show, filter and sort by what they compute; nobody writes them', async () => {
    expect(jsonOf(await owner(`${list}/items(1)?$select=Price,Label,Reminder`))).toEqual({ Price: '1000.00000000000', Label: 'a: long', Reminder: '2025-03-25T23:00:00Z' });
    const titles = async (query: string): Promise<unknown[]> => rowsOf(expectStatus(await owner(`${list}/items?$select=Title&${query}`), 200)).map((item) => item.Title);
    expect(await titles('$filter=Price gt 500&$orderby=Price desc')).toEqual(['c', 'a']);
    expect(await titles('$filter=Label eq \'b: short\'')).toEqual(['b']);
    expect(await titles('$orderby=Price')).toEqual(['b', 'a', 'c']);
    const caml = await owner(`${list}/RenderListDataAsStream`, {
      body: { parameters: { ViewXml: '<View><Query><Where><Gt><FieldRef Name="Price"/><Value Type="Number">500</Value></Gt></Where></Query><ViewFields><FieldRef Name="Price"/><FieldRef Name="Reminder"/></ViewFields></View>' } }
    });
    expect((jsonOf(caml).Row as Json[])[0]).toMatchObject({ Price: '1,000.00', 'Price.': '1000.00000000000', Reminder: '3/26/2025' });
    await merge(`${list}/items(1)`, { Price: '5', Hours: 1 });
    expect(jsonOf(await owner(`${list}/items(1)?$select=Price`))).toEqual({ Price: '100.000000000000' });
    expect(jsonOf(await owner(`${list}/fields/getbytitle('Price')`))).toMatchObject({ ReadOnlyField: true, Formula: '=[Hours spent]*100', OutputType: 9, FieldTypeKind: 17 });
  });

  test('a formula that SharePoint would not take is refused when it is set', async () => {
    const formula = async (text: string): Promise<string> => errorOf(await field(`<Field Type="Calculated" Name="F" DisplayName="F" ResultType="Text"><Formula>${text}</Formula></Field>`)).text;
    expect(await formula('=[Nothing]+1')).toContain('refers to a column that does not exist');
    expect(await formula('=1+')).toBe('The formula contains a syntax error or is not supported.');
    expect(await formula('=VLOOKUP(1,2,3)')).toBe('The formula contains a syntax error or is not supported.');
    expect(await formula('=LEFT()')).toBe('The formula contains a syntax error or is not supported.');
    expect(await formula('=TODAY()-Due')).toBe('Calculated columns cannot contain volatile functions like Today and Me.');
    expect(await formula('=LEN(Body)')).toContain('data type that is not supported in formulas');
    expect(await formula('=Doer')).toContain('data type that is not supported in formulas');
    expect(errorOf(await merge(`${list}/fields/getbytitle('Code')`, { ValidationFormula: '=Title="x"' })).text).toContain('refers to a column that does not exist');
    expect(errorOf(await merge(list, { ValidationFormula: '=[Nothing]>1' }))).toMatchObject({ status: 500 });
  });

  test('validations of column and list refuse items, however they are written', async () => {
    const refused = { status: 500, code: '-2130575162, Microsoft.SharePoint.SPListDataValidationException', text: 'List data validation failed.' };
    expect(errorOf(await owner(`${list}/items`, { body: { Title: 'd', Code: 'abcd' } }))).toEqual(refused);
    expect(errorOf(await owner(`${list}/items`, { body: { Title: 'd' } }))).toEqual(refused);
    expectStatus(await merge(list, { ValidationFormula: '=AND(Due>=DATE(2025,1,1),[Hours spent]<100)', ValidationMessage: 'Too long.' }), 204);
    expect(jsonOf(await owner(`${list}?$select=ValidationFormula,ValidationMessage`))).toEqual({ ValidationFormula: '=AND(Due>=DATE(2025,1,1),[Hours spent]<100)', ValidationMessage: 'Too long.' });
    expect(errorOf(await merge(`${list}/items(2)`, { Hours: 100 }))).toEqual(refused);
    expectStatus(await merge(`${list}/items(2)`, { Hours: 99 }), 204);
    const form = await owner(`${list}/items(2)/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Hours', FieldValue: '100' }] } });
    expect(rowsOf(form).map((one) => [one.FieldName, one.ErrorMessage])).toEqual([['Hours', null], ['', 'Too long.']]);
    expectStatus(await merge(list, { ValidationFormula: '' }), 204);
    expectStatus(await merge(`${list}/items(2)`, { Hours: 100 }), 204);
  });
});
