import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
let memberId: number;

const getItems = (view: string, more: Record<string, unknown> = {}, ask: Ask = owner): Promise<Answered> =>
  ask(`${list}/getitems?$select=Title`, { body: { query: { ViewXml: view, ...more } } });
const titlesOf = (answer: Answered): unknown[] => rowsOf(expectStatus(answer, 200)).map((row) => row.Title);
const where = async (condition: string, ask: Ask = owner): Promise<unknown[]> => titlesOf(await getItems(`<View><Query><Where>${condition}</Where></Query></View>`, {}, ask));
const is = (element: string, field: string, value: string, type: string = 'Text', reference: string = '', more: string = ''): string =>
  `<${element}><FieldRef Name='${field}' ${reference}/><Value Type='${type}' ${more}>${value}</Value></${element}>`;

const notInstalled = {
  status: 500, code: '-2130575340, Microsoft.SharePoint.SPException',
  text: 'One or more field types are not installed properly. Go to the list settings page to delete these fields.'
};
const cannotComplete = { status: 500, code: '-2147467259, Microsoft.SharePoint.SPException', text: 'Cannot complete this action.\n\nPlease try again.' };

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  const target = await makeList(owner, 'Goals');
  await addItem(owner, target, { Title: 'North' });
  await addItem(owner, target, { Title: 'South' });
  list = await makeList(owner, 'Work', [
    '<Field Type="Number" Name="Rank" DisplayName="Rank" />', '<Field Type="Boolean" Name="Done" DisplayName="Done" />',
    '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />', '<Field Type="DateTime" Name="At" DisplayName="At" />',
    '<Field Type="User" Name="Doer" DisplayName="Doer" />', '<Field Type="UserMulti" Mult="TRUE" Name="Crew" DisplayName="Crew" />',
    '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks" />', '<Field Type="Note" Name="Body" DisplayName="Body" />',
    `<Field Type="Lookup" List="{${String(jsonOf(await owner(target)).Id)}}" ShowField="Title" Name="Goal" DisplayName="Goal" />`
  ]);
  const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } }));
  memberId = Number(Id);
  const { Id: ownerId } = jsonOf(await owner('_api/web/currentuser'));
  // The clock stands at 25 April 2025, 10:00 in Copenhagen.
  await addItem(owner, list, { Title: 'a', Rank: 1, Done: true, Due: '2025-04-25T00:00:00', At: '2025-04-25T21:30:00Z', DoerId: memberId, Marks: ['I', 'B'], Body: 'a long text', GoalId: 1 });
  await addItem(owner, list, { Title: 'b', Rank: 2, Done: false, Due: '2025-04-26T00:00:00', At: '2025-04-25T22:30:00Z', DoerId: ownerId, CrewId: [memberId, ownerId], Marks: ['I'], GoalId: 2 });
  await addItem(owner, list, { Title: 'c', Due: '2025-04-18T00:00:00' });
}, 60000);
afterAll(() => server.stop());

test('numbers, texts and yes/no are compared as the column holds them', async () => {
  expect(await where(is('Eq', 'Rank', '1', 'Number'))).toEqual(['a']);
  expect(await where(is('Neq', 'Rank', '1', 'Number'))).toEqual(['b', 'c']);
  expect(await where(is('Gt', 'Rank', '1', 'Number'))).toEqual(['b']);
  expect(await where(is('Geq', 'Rank', '1', 'Number'))).toEqual(['a', 'b']);
  expect(await where(is('Lt', 'Rank', '2', 'Number'))).toEqual(['a']);
  expect(await where(is('Leq', 'Rank', '2', 'Number'))).toEqual(['a', 'b']);
  expect(await where(is('Eq', 'Title', 'A'))).toEqual(['a']);
  expect(await where(is('Eq', 'Done', '1', 'Boolean'))).toEqual(['a']);
  expect(await where(is('Eq', 'ID', '2', 'Counter'))).toEqual(['b']);
  expect(await where(is('Eq', 'LinkTitle', 'c', 'Computed'))).toEqual(['c']);
  expect(await where(is('Eq', 'FSObjType', '0', 'Integer'))).toEqual(['a', 'b', 'c']);
});

test('empty columns, beginnings, parts, lists of values, both and either', async () => {
  expect(await where('<IsNull><FieldRef Name="Rank"/></IsNull>')).toEqual(['c']);
  expect(await where('<IsNotNull><FieldRef Name="Doer"/></IsNotNull>')).toEqual(['a', 'b']);
  expect(await where(is('BeginsWith', 'Title', 'B'))).toEqual(['b']);
  expect(await where(is('Contains', 'Body', 'LONG', 'Note'))).toEqual(['a']);
  expect(await where('<In><FieldRef Name="Rank"/><Values><Value Type="Number">2</Value><Value Type="Number">7</Value></Values></In>')).toEqual(['b']);
  expect(await where(`<And>${is('Geq', 'Rank', '1', 'Number')}<Or>${is('Eq', 'Title', 'b')}${is('Eq', 'Title', 'c')}</Or></And>`)).toEqual(['b']);
  expect(await where(is('Eq', 'Marks', 'B', 'MultiChoice'))).toEqual(['a']);
  expect(await where(is('Neq', 'Marks', 'B', 'MultiChoice'))).toEqual(['b', 'c']);
});

test('lookups and persons by what they show, or by id', async () => {
  expect(await where(is('Eq', 'Goal', 'South', 'Lookup'))).toEqual(['b']);
  expect(await where(is('Eq', 'Goal', '2', 'Lookup', 'LookupId="TRUE"'))).toEqual(['b']);
  expect(await where(is('Eq', 'Goal', '2', 'Lookup'))).toEqual([]);
  expect(await where(is('Eq', 'Doer', 'Eksempel Medlem', 'User'))).toEqual(['a']);
  expect(await where(is('Eq', 'Doer', String(memberId), 'Integer', 'LookupId="TRUE"'))).toEqual(['a']);
  expect(await where(is('Eq', 'Crew', String(memberId), 'Lookup', 'LookupId="TRUE"'))).toEqual(['b']);
  expect(await where(is('Includes', 'Crew', String(memberId), 'Lookup', 'LookupId="TRUE"'))).toEqual(['b']);
  expect(await where(is('NotIncludes', 'Crew', String(memberId), 'Lookup', 'LookupId="TRUE"'))).toEqual(['a', 'c']);
});

test('UserID is whoever asks; membership is the group\'s', async () => {
  await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } });
  const mine = is('Eq', 'Doer', '<UserID/>', 'Integer');
  expect(await where(mine)).toEqual(['b']);
  expect(await where(mine, server.as(people.member))).toEqual(['a']);
  const { Id } = jsonOf(await owner('_api/web/associatedmembergroup'));
  expect(await where(`<Membership Type="SPGroup" ID="${String(Id)}"><FieldRef Name="Doer"/></Membership>`)).toEqual(['a']);
  expect(await where('<Membership Type="SPWeb.AllUsers"><FieldRef Name="Doer"/></Membership>')).toEqual(['a', 'b']);
  expect(await where('<Membership Type="CurrentUserGroups"><FieldRef Name="Doer"/></Membership>')).toEqual([]);
});

test('dates are days in the web\'s zone unless the time counts', async () => {
  expect(await where(is('Eq', 'Due', '<Today/>', 'DateTime'))).toEqual(['a']);
  expect(await where(is('Eq', 'Due', '<Today OffsetDays="-7"/>', 'DateTime'))).toEqual(['c']);
  expect(await where(is('Geq', 'Due', '2025-04-26', 'DateTime'))).toEqual(['b']);
  // 22:30 UTC is half past midnight in Copenhagen.
  expect(await where(is('Eq', 'At', '2025-04-25', 'DateTime'))).toEqual(['a']);
  expect(await where(is('Neq', 'At', '2025-04-25', 'DateTime'))).toEqual(['b', 'c']);
  expect(await where(is('Gt', 'At', '2025-04-25', 'DateTime'))).toEqual(['b']);
  expect(await where(is('Leq', 'At', '2025-04-25', 'DateTime'))).toEqual(['a']);
  expect(await where(is('Gt', 'At', '2025-04-25T22:00:00Z', 'DateTime', '', 'IncludeTimeValue="TRUE"'))).toEqual(['b']);
  expect(await where(is('Lt', 'At', '2025-04-25T23:45:00', 'DateTime', '', 'IncludeTimeValue="TRUE"'))).toEqual(['a']);
  expect(await where(is('Lt', 'At', '2025-04-25T23:45:00', 'DateTime', '', 'IncludeTimeValue="TRUE" StorageTZ="TRUE"'))).toEqual(['a', 'b']);
  expect(await where(is('Lt', 'Created', '<Now OffsetDays="1"/>', 'DateTime', '', 'IncludeTimeValue="TRUE"'))).toEqual(['a', 'b', 'c']);
});

test('order, number of rows and the place after the page before', async () => {
  const view = '<View><Query><OrderBy><FieldRef Name="Rank" Ascending="FALSE"/></OrderBy></Query><RowLimit Paged="TRUE">2</RowLimit></View>';
  expect(titlesOf(await getItems(view))).toEqual(['b', 'a']);
  expect(titlesOf(await getItems(view, { ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&p_Rank=1&p_ID=1' } }))).toEqual(['c']);
  expect(titlesOf(await getItems(view, { ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&PagedPrev=TRUE&p_Rank=&p_ID=3' } }))).toEqual(['b', 'a']);
  expect(titlesOf(await getItems('<View><Query><OrderBy><FieldRef Name="Goal"/></OrderBy></Query></View>'))).toEqual(['c', 'a', 'b']);
  expect(titlesOf(await getItems('<View><Query><GroupBy Collapse="TRUE"><FieldRef Name="Done" Ascending="FALSE"/></GroupBy><OrderBy><FieldRef Name="Title"/></OrderBy></Query></View>'))).toEqual(['a', 'b', 'c']);
  expect(titlesOf(await getItems('<View Scope="RecursiveAll"></View>', { FolderServerRelativeUrl: '/sites/test/Lists/Work' }))).toHaveLength(3);
  expect(titlesOf(await getItems('<View></View>', { FolderServerRelativeUrl: '/sites/test/Lists/Work/nowhere' }))).toEqual([]);
});

test('without a View around it a query is passed over; what cannot be read is refused', async () => {
  expect(titlesOf(await getItems(`<Query><Where>${is('Eq', 'Title', 'a')}</Where></Query>`))).toHaveLength(3);
  const errors = async (condition: string): Promise<unknown> => errorOf(await getItems(`<View><Query><Where>${condition}</Where></Query></View>`));
  expect(await errors(is('Eq', 'Nothing', 'a'))).toEqual(notInstalled);
  expect(await errors(`<Or>${is('Eq', 'Title', 'a')}</Or>`)).toEqual(notInstalled);
  expect(await errors(`<And>${is('Eq', 'Title', 'a').repeat(3)}</And>`)).toEqual(notInstalled);
  expect(await errors('<Eq><FieldRef Name="Title"/></Eq>')).toEqual(cannotComplete);
  expect(await errors(is('Like', 'Title', 'a'))).toEqual(cannotComplete);
  expect(await errors(is('Eq', 'Title', 'a').repeat(2))).toEqual(cannotComplete);
  expect(await errors(is('Eq', 'Due', 'soon', 'DateTime'))).toEqual(cannotComplete);
  expect(errorOf(await getItems('<View><Query>'))).toEqual(cannotComplete);
  expect(errorOf(await getItems('<View><Query><OrderBy><FieldRef Name="Nothing"/></OrderBy></Query></View>'))).toEqual(notInstalled);
  expect(errorOf(await getItems('<View><Query><OrderBy><FieldRef Name="Body"/></OrderBy></Query></View>'))).toMatchObject({ status: 500 });
  expect(errorOf(await owner(`${list}/getitems`, { body: { query: { Viewxml: '' } } }))).toMatchObject({ status: 400 });
});

test('rows that one may not read are absent', async () => {
  expect((await getItems('<View></View>', {}, server.as(people.stranger))).status).toBe(403);
  await owner(`${list}/items(2)/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
  expect(titlesOf(await getItems('<View></View>', {}, server.as(people.member)))).toEqual(['a', 'c']);
});
