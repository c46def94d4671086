import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
let ownerId: number;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  ownerId = Number(jsonOf(await owner('_api/web/currentuser')).Id);
  const target = await makeList(owner, 'Targets', ['<Field Type="Text" Name="Code" DisplayName="Code" />']);
  await addItem(owner, target, { Title: 'first', Code: 'A & B' });
  list = await makeList(owner, 'Strings', [
    '<Field Type="Number" Name="Amount" DisplayName="Amount" Decimals="2" />', '<Field Type="Boolean" Name="Done" DisplayName="Done" />',
    '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />', '<Field Type="URL" Name="Link" DisplayName="Link" />',
    '<Field Type="MultiChoice" Name="Some_x0020_choices" DisplayName="Some choices"><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>',
    '<Field Type="UserMulti" Mult="TRUE" Name="Team" DisplayName="Team" />', '<Field Type="Note" Name="Words" DisplayName="Words" RichText="TRUE" />',
    `<Field Type="Lookup" Name="Target" DisplayName="Target" ShowField="Code" List="{${String(jsonOf(await owner(target)).Id)}}" />`
  ]);
  await addItem(owner, list, {
    Title: 'A & B', Amount: 1234.5, Done: true, Due: '2025-03-26', Link: { Url: 'https://example.invalid/', Description: 'there' }, Some_x0020_choices: ['a', 'b'],
    TeamId: [ownerId], Words: '<p>rich</p>', TargetId: 1
  });
}, 60000);
afterAll(() => server.stop());

const strings = async (which: string): Promise<Json> => jsonOf(expectStatus(await owner(`${list}/items(1)/${which}`), 200));

test('FieldValuesAsText: every column as the web shows it, each underscore of its name escaped', async () => {
  expect(await strings('FieldValuesAsText')).toMatchObject({
    Title: 'A & B', Amount: '1,234.50', Done: 'Yes', Due: '3/26/2025', Link: 'https://example.invalid/, there', Some_x005f_x0020_x005f_choices: 'a, b',
    Team: 'Eksempel Ejer', Words: 'rich', Target: 'A & B', Author: 'Eksempel Ejer', Attachments: 'False', ID: '1', OData__x005f_UIVersionString: '1.0',
    FileRef: '/sites/test/Lists/Strings/1_.000', File_x005f_x0020_x005f_Type: '', FSObjType: '0', Order: '100'
  });
});

test('FieldValuesAsHtml: markup where a column is one, encoded where it is not', async () => {
  expect(await strings('FieldValuesAsHtml')).toMatchObject({
    Title: 'A &#38; B', Target: 'A &#38; B', Words: '<p>rich</p>', Link: '<a href="https://example.invalid/">there</a>',
    Team: `<a href="${server.siteUrl}/_layouts/15/userdisp.aspx?ID=${ownerId}">Eksempel Ejer</a>`
  });
});

test('FieldValuesForEdit: texts that the form-value calls take back unchanged', async () => {
  const before = await strings('FieldValuesAsText');
  const edit = await strings('FieldValuesForEdit');
  const names = { Title: 'Title', Amount: 'Amount', Done: 'Done', Due: 'Due', Link: 'Link', Some_x0020_choices: 'Some_x005f_x0020_x005f_choices', Team: 'Team', Target: 'Target' };
  const formValues = Object.entries(names).map(([FieldName, key]) => ({ FieldName, FieldValue: String(edit[key]) }));
  expect(rowsOf(await owner(`${list}/items(1)/ValidateUpdateListItem`, { body: { formValues } })).filter(({ HasException }) => HasException)).toEqual([]);
  const after = await strings('FieldValuesAsText');
  expect(Object.values(names).map((key) => after[key])).toEqual(Object.values(names).map((key) => before[key]));
});

test('they expand and select as any navigation, selected or whole', async () => {
  const selected = await owner(`${list}/items?$select=Id,FieldValuesAsText/Amount,FieldValuesAsText/Team&$expand=FieldValuesAsText`);
  expect(rowsOf(selected)).toEqual([{ FieldValuesAsText: { Amount: '1,234.50', Team: 'Eksempel Ejer' }, Id: 1, ID: 1 }]);
  expect(rowsOf(await owner(`${list}/items?$expand=FieldValuesAsHtml`))[0]).toMatchObject({ FieldValuesAsHtml: { Words: '<p>rich</p>' } });
});

test('columns of every list that strangers select: addresses, icons, masks', async () => {
  const item = jsonOf(await owner(`${list}/items(1)?$select=EncodedAbsUrl,ServerUrl,BaseName,LinkTitle,PermMask,Order,File_x0020_Type,Created_x0020_Date,ItemChildCount`));
  expect(item).toMatchObject({
    EncodedAbsUrl: `${server.siteUrl}/Lists/Strings/1_.000`, ServerUrl: '/sites/test/Lists/Strings/1_.000', BaseName: '1_', LinkTitle: 'A & B', PermMask: '0x7fffffffffffffff',
    Order: 100, File_x0020_Type: null, ItemChildCount: '0'
  });
  const ViewXml = '<View><ViewFields><FieldRef Name="EncodedAbsUrl"/></ViewFields></View>';
  expect(jsonOf(await owner(`${list}/RenderListDataAsStream`, { body: { parameters: { ViewXml } } })).Row).toMatchObject([{ EncodedAbsUrl: `${server.siteUrl}/Lists/Strings/1_.000` }]);
  const documents = '_api/web/getlist(\'/sites/test/Shared Documents\')';
  expectStatus(await owner('_api/web/getfolderbyserverrelativeurl(\'/sites/test/Shared Documents\')/files/add(url=\'a b.txt\',overwrite=true)', { method: 'POST', body: 'x' }), 200);
  expect(rowsOf(await owner(`${documents}/items?$select=EncodedAbsUrl,BaseName,DocIcon,LinkFilename`)))
    .toEqual([expect.objectContaining({ EncodedAbsUrl: `${server.siteUrl}/Shared%20Documents/a%20b.txt`, BaseName: 'a b', DocIcon: 'txt', LinkFilename: 'a b.txt' })]);
});

test('a version shows what a lookup shows, also in columns whose names have underscores', async () => {
  expectStatus(await write(owner, `${list}/items(1)`, 'MERGE', '*', { Title: 'second' }), 204);
  const [newest] = rowsOf(await owner(`${list}/items(1)/versions`));
  expect(newest).toMatchObject({ Target: { LookupId: 1, LookupValue: 'A & B' }, Some_x005f_x0020_x005f_choices: ['a', 'b'] });
});
