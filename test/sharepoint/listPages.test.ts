import type { LocalSharePointConfiguration } from '../../sharepoint/local/configuration';
import { askAs, people, type Ask } from '../support/localSharePoint';
import { browserOf, type Paper } from './support/formPages';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';
import { startWithPages } from './support/withPages';

const configuration: LocalSharePointConfiguration = {
  port: 0, accounts: Object.values(people).map((login) => ({ login, title: login.split('@')[0] })), defaultLogin: people.owner, clockStart: '2025-04-25T08:00:00Z', packages: [], defaultLanguage: 'en-us',
  sites: [{ url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1033, owner: people.owner, pages: [{ name: 'Home.aspx', title: 'Home', webParts: [] }] }]
};
const pages = '/sites/test/Lists/Tasks';
const columns = [
  '<Field Type="Note" Name="Body" DisplayName="Body" Description="What it is about" />', '<Field Type="Number" Name="Rank" DisplayName="Rank" Min="0" Max="2000" />',
  '<Field Type="Boolean" Name="Done" DisplayName="Done" />', '<Field Type="DateTime" Name="At" DisplayName="At" />', '<Field Type="DateTime" Format="DateOnly" Name="Due" DisplayName="Due" />',
  '<Field Type="Choice" Name="State" DisplayName="State" Required="TRUE"><CHOICES><CHOICE>Open</CHOICE><CHOICE>Done</CHOICE></CHOICES></Field>',
  '<Field Type="MultiChoice" Name="Marks" DisplayName="Marks" FillInChoice="TRUE"><CHOICES><CHOICE>I</CHOICE><CHOICE>B</CHOICE></CHOICES></Field>',
  '<Field Type="User" Name="Doer" DisplayName="Doer" UserSelectionMode="PeopleOnly" />', '<Field Type="UserMulti" Mult="TRUE" Name="Crew" DisplayName="Crew" />', '<Field Type="URL" Name="Link" DisplayName="Link" />'
];

let site: Awaited<ReturnType<typeof startWithPages>>;
let owner: Ask;
let list: string;
let ownerId: number;
let visit: (path: string) => Promise<Paper>;

beforeAll(async () => {
  site = await startWithPages(configuration);
  owner = askAs(`${site.origin}/sites/test`, people.owner);
  ownerId = Number(jsonOf(await owner('_api/web/currentuser')).Id);
  const goals = await makeList(owner, 'Goals');
  await addItem(owner, goals, { Title: 'North' });
  await addItem(owner, goals, { Title: 'South' });
  const reference = `List="{${String(jsonOf(await owner(goals)).Id)}}" ShowField="Title"`;
  list = await makeList(owner, 'Tasks', [...columns,
    `<Field Type="Lookup" ${reference} Name="Goal" DisplayName="Goal" />`, `<Field Type="LookupMulti" Mult="TRUE" ${reference} Name="Goals" DisplayName="Goals" />`], { EnableVersioning: true });
  for (const [login, role] of [[people.member, 1073741827], [people.reader, 1073741826]] as const) {
    const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: login } }));
    expectStatus(await owner(`_api/web/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=${role})`, { method: 'POST' }), 200);
  }
  visit = browserOf(site.origin, people.member);
}, 60000);
afterAll(() => site.end());

const itemOf = async (id: number): Promise<Record<string, unknown>> => jsonOf(await owner(`${list}/items(${id})`));
const added = async (Title: string): Promise<number> => Number((await addItem(owner, list, { Title, State: 'Open' })).Id);
const idIn = (paper: Paper): number => Number(/ID=(\d+)/.exec(paper.location)?.[1]);

test('an item is made with every kind of column, and shown as it was written', async () => {
  const saved = await (await visit(`${pages}/NewForm.aspx`)).submits('Save', {
    Title: 'All <b>of</b> it', Body: 'two\r\nlines', Rank: '1,234.5', Done: '1', At: '2025-06-01T20:05', Due: '2025-06-01', State: 'Open', Marks: ['I'], Marks$2: 'X; Y',
    Doer$2: people.stranger, Crew: [String(ownerId)], Crew$2: people.reader, Link: 'https://example.invalid/x', Link$2: 'there', Goal: '2', Goals: ['1', '2']
  });
  expect(saved.status).toBe(303);
  const id = idIn(saved);
  const { Id: stranger } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.stranger } }));
  const { Id: reader } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.reader } }));
  expect(await itemOf(id)).toMatchObject({
    Title: 'All <b>of</b> it', Body: 'two\nlines', Rank: 1234.5, Done: true, At: '2025-06-01T18:05:00Z', Due: '2025-05-31T22:00:00Z', State: 'Open', Marks: ['I', 'X', 'Y'],
    DoerId: stranger, CrewId: [ownerId, reader], Link: { Url: 'https://example.invalid/x', Description: 'there' }, GoalId: 2, GoalsId: [1, 2]
  });
  const shown = await visit(saved.location);
  expect(shown.text).toContain('The item is saved.');
  expect(shown.document.querySelector('h1')?.textContent).toBe('All <b>of</b> it');
  expect(Array.from(shown.document.querySelectorAll('dl.item dd'), (value) => value.textContent)).toEqual(
    ['All <b>of</b> it', 'two\nlines', '1,234.5', 'Yes', '6/1/2025 8:05 PM', '6/1/2025', 'Open', 'I; X; Y', 'fremmed', expect.stringMatching(/^.+; laeser$/), 'there', 'South', 'North; South']
  );
});

test('what is not taken is said at its column, once more above the form, and nothing typed is lost', async () => {
  const refused = await (await visit(`${pages}/NewForm.aspx`)).submits('Save', { Title: '', Body: 'kept', Rank: 'many', State: '', Doer$2: 'nobody@example.invalid' });
  expect(refused.status).toBe(200);
  const { document } = refused;
  expect(Array.from(document.querySelectorAll('.problems a'), (link) => link.textContent)).toEqual(['Title', 'Rank', 'State', 'Doer']);
  const rank = document.getElementById('field-Rank') as HTMLInputElement;
  expect([rank.value, rank.getAttribute('aria-invalid')]).toEqual(['many', 'true']);
  expect(document.getElementById(rank.getAttribute('aria-describedby') ?? '')?.textContent).toBe('You can only enter numbers here.');
  expect((document.getElementById('field-Body') as HTMLTextAreaElement).value).toBe('kept');
  expect((document.querySelector('[name="Doer$2"]') as HTMLInputElement).value).toBe('nobody@example.invalid');
});

test('the form of an item holds what stands on it, and only what was changed is written', async () => {
  const { Id } = await addItem(owner, list, { Title: 'Before', State: 'Not a choice', Rank: 2.5, Due: '2025-03-25T23:00:00Z', GoalsId: [2], CrewId: [ownerId], Marks: ['Mine'], Done: true });
  const form = await visit(`${pages}/EditForm.aspx?ID=${String(Id)}`);
  expect((await form.submits('Save', { Body: 'new' })).status).toBe(303);
  expect(await itemOf(Number(Id))).toMatchObject({ Title: 'Before', Body: 'new', State: 'Not a choice', Rank: 2.5, Due: '2025-03-25T23:00:00Z', GoalsId: [2], CrewId: [ownerId], Marks: ['Mine'], Done: true });
  const again = await (await visit(`${pages}/EditForm.aspx?ID=${String(Id)}`)).submits('Save', { Goals: [], Done: [], Due: '' });
  expect(again.status).toBe(303);
  expect(await itemOf(Number(Id))).toMatchObject({ GoalsId: [], Done: false, Due: null, Body: 'new' });
});

test('who saves second is told so, and writes over nothing', async () => {
  const id = await added('Both');
  const form = await visit(`${pages}/EditForm.aspx?ID=${id}`);
  expectStatus(await write(owner, `${list}/items(${id})`, 'MERGE', '*', { Title: 'The first one' }), 204);
  const refused = await form.submits('Save', { Title: 'The second one' });
  expect(refused.text).toContain('Save conflict.');
  expect((refused.document.getElementById('field-Title') as HTMLInputElement).value).toBe('The second one');
  expect((await refused.submits('Save')).text).toContain('Save conflict.');
  expect(await itemOf(id)).toMatchObject({ Title: 'The first one' });
});

test('a form whose digest has expired says so and keeps the words', async () => {
  const id = await added('Old form');
  const refused = await (await visit(`${pages}/EditForm.aspx?ID=${id}`)).submits('Save', { Title: 'Typed', __REQUESTDIGEST: '0x00,old' });
  expect(refused.text).toContain('The security validation for this page is invalid');
  expect((refused.document.getElementById('field-Title') as HTMLInputElement).value).toBe('Typed');
  expect(await itemOf(id)).toMatchObject({ Title: 'Old form' });
});

test('versions say who changed what', async () => {
  const id = await added('One');
  await (await visit(`${pages}/EditForm.aspx?ID=${id}`)).submits('Save', { Title: 'Two', Rank: '7' });
  const shown = await visit(`${pages}/DispForm.aspx?ID=${id}`);
  expect(shown.row('2.0')).toEqual(['2.0', '4/25/2025 10:00 AM', 'medlem', 'TitleTwoRank7']);
  expect(shown.row('1.0')[3]).toContain('TitleOne');
});

test('an item is moved to the recycle bin', async () => {
  const id = await added('Deleted by hand');
  const done = await (await visit(`${pages}/DispForm.aspx?ID=${id}`)).submits('Move to the recycle bin');
  expect((await visit(done.location)).text).toContain('It is in the recycle bin.');
  expect((await visit(`${pages}/DispForm.aspx?ID=${id}`)).status).toBe(404);
  expect(rowsOf(await owner('_api/web/recyclebin')).map(({ Title }) => Title)).toContain('Deleted by hand');
});

test('files are attached, opened and removed', async () => {
  const id = await added('With a file');
  const address = `${pages}/DispForm.aspx?ID=${id}`;
  const file = new File(['what is in it'], 'Bilag 1 æ.txt');
  expect((await (await visit(address)).submits('Attach', { file })).status).toBe(303);
  const link = (await visit(address)).link('Bilag 1 æ.txt') ?? '';
  expect((await owner(`${site.origin}${link}`)).text).toBe('what is in it');
  await (await visit(address)).submits('×');
  expect((await visit(address)).text).toContain('No files are attached.');
});

test('a view has its own columns, order and filter; the address orders, filters and pages further', async () => {
  const many = await makeList(owner, 'Many', ['<Field Type="Number" Name="Rank" DisplayName="Rank" />']);
  for (let rank = 1; rank <= 7; rank++) {
    await addItem(owner, many, { Title: rank % 2 === 0 ? 'even' : 'odd', Rank: rank });
  }
  expectStatus(await owner(`${many}/views/add`, { body: { parameters: {
    Title: 'High', RowLimit: 2, Paged: true, ViewFields: ['Rank', 'LinkTitle'], Query: '<Where><Gt><FieldRef Name="Rank"/><Value Type="Number">1</Value></Gt></Where><OrderBy><FieldRef Name="Rank" Ascending="FALSE"/></OrderBy>'
  } } }), 200);
  const ranks = (paper: Paper): (string | null)[] => Array.from(paper.document.querySelectorAll('tbody tr td:first-child'), (cell) => cell.textContent);
  const first = await visit('/sites/test/Lists/Many/High.aspx');
  expect(Array.from(first.document.querySelectorAll('thead th'), (cell) => cell.textContent?.trim())).toEqual(['Rank', 'Title', 'Actions']);
  expect(ranks(first)).toEqual(['7', '6']);
  const follow = (paper: Paper, name: string): Promise<Paper> => visit(`/sites/test/Lists/Many/High.aspx${paper.link(name) ?? ''}`);
  const second = await follow(first, 'Next');
  expect([ranks(second), ranks(await follow(second, 'Next')), ranks(await follow(second, 'Previous'))]).toEqual([['5', '4'], ['3', '2'], ['7', '6']]);
  const ordered = await follow(first, 'Rank');
  expect([ranks(ordered), ranks(await follow(ordered, 'Next'))]).toEqual([['2', '3'], ['4', '5']]);
  expect(ordered.document.querySelector('th[aria-sort=ascending]')?.textContent).toContain('Rank');
  const filtered = await first.submits('Show', { FilterField1: 'Title', FilterValue1: 'odd' });
  expect(ranks(filtered)).toEqual(['7', '5']);
  expect(filtered.text).toContain('Only rows where Title is “odd”.');
  expect(ranks(await follow(filtered, 'Next'))).toEqual(['3']);
  expect(ranks(await follow(filtered, 'Show all'))).toEqual(['7', '6']);
});

test('who may only read is offered nothing else, and refused in words', async () => {
  const id = await added('Read only');
  const reader = browserOf(site.origin, people.reader);
  const view = await reader(`${pages}/AllItems.aspx`);
  expect([view.link('New item'), view.link('Edit: Read only'), view.link('Read only')]).toEqual([undefined, undefined, `${pages}/DispForm.aspx?ID=${id}`]);
  const shown = await reader(`${pages}/DispForm.aspx?ID=${id}`);
  expect([shown.link('Edit'), shown.document.querySelector('main button')]).toEqual([undefined, null]);
  for (const address of [`${pages}/EditForm.aspx?ID=${id}`, `${pages}/NewForm.aspx`]) {
    const refused = await reader(address);
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('You have no access')]);
  }
  const sent = await fetch(`${site.origin}${pages}/DispForm.aspx?ID=${id}`, {
    method: 'POST', headers: { Authorization: `Bearer as:${people.reader}` }, body: new URLSearchParams({ do: 'recycle' }), redirect: 'manual'
  });
  expect([sent.status, (await itemOf(id)).Title]).toEqual([403, 'Read only']);
});

test('who has no right on the site, and who asks for what is not there, is told so', async () => {
  const lost = await makeList(owner, 'Closed');
  expectStatus(await owner(`${lost}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' }), 200);
  const answers = await Promise.all([
    browserOf(site.origin, people.stranger)('/sites/test/SitePages/Home.aspx'), browserOf(site.origin, people.stranger)(`${pages}/AllItems.aspx`), visit('/sites/test/Lists/Closed/AllItems.aspx'),
    visit('/sites/test/Lists/None/AllItems.aspx'), visit(`${pages}/None.aspx`), visit(`${pages}/EditForm.aspx?ID=4711`), visit(`${pages}/DispForm.aspx?ID=x`)
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404, 404, 404]);
  expect(answers.map(({ document }) => document.querySelector('h1')?.textContent)).toEqual([...Array<string>(3).fill('You have no access'), ...Array<string>(4).fill('There is nothing here')]);
});

test('a library takes files, shows folders, and renames', async () => {
  expectStatus(await owner('_api/web/folders', { body: { ServerRelativeUrl: '/sites/test/Shared Documents/Deep' } }), 201);
  const library = '/sites/test/Shared%20Documents/Forms';
  const folder = (await visit(`${library}/AllItems.aspx`)).link('Deep') ?? '';
  await (await visit(`${library}/AllItems.aspx${folder}`)).submits('Upload', { file: new File(['text'], 'a.txt') });
  const inside = await visit(`${library}/AllItems.aspx${folder}`);
  expect((await owner(`${site.origin}${inside.link('a.txt') ?? ''}`)).text).toBe('text');
  expect((await (await visit(inside.link('Edit: a.txt') ?? '')).submits('Save', { FileLeafRef: 'b.txt', Title: 'Named' })).status).toBe(303);
  expect((await visit(`${library}/AllItems.aspx${folder}`)).link('b.txt')).toBe('/sites/test/Shared%20Documents/Deep/b.txt');
});

test('the site’s contents lead to every list that one may see, in the person’s language', async () => {
  const danish = await browserOf(site.origin, people.member, 'da-dk')('/sites/test/_layouts/15/viewlsts.aspx');
  expect(danish.document.documentElement.lang).toBe('da');
  expect([danish.text.startsWith('Webstedsindhold'), danish.link('Tasks'), danish.link('Closed')]).toEqual([true, `${pages}/AllItems.aspx`, undefined]);
  expect((await browserOf(site.origin, people.member)('/sites/test/SitePages/Home.aspx')).document.querySelector('#suite-bar a[href$="viewlsts.aspx"]')?.textContent).toBe('Site contents');
});
