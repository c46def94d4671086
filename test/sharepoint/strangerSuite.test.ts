import '@pnp/sp/attachments';
import '@pnp/sp/batching';
import '@pnp/sp/content-types';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/regional-settings';
import '@pnp/sp/sites';
import '@pnp/sp/user-custom-actions';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { FieldTypes, type IFields } from '@pnp/sp/fields';
import type { SPFI } from '@pnp/sp/fi';
import type { IList } from '@pnp/sp/lists';
import { people, startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';
import { clientOf } from './support/pnp';

// What a suite written against real tenants calls and expects (README, "What is verified against what"), in our own words.
const site = '/sites/test';
let server: TestSharePoint;
let owner: SPFI;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = clientOf(server.siteUrl, people.owner);
  await owner.web.lists.add('Suite', 'What a suite tries');
  await Promise.all(['one', 'two', 'three', 'four', 'five'].map((Title) => suite().items.add({ Title })));
}, 60000);
afterAll(() => server.stop());

const suite = (): IList => owner.web.lists.getByTitle('Suite');
const documents = (): IList => owner.web.lists.getByTitle('Documents');

describe('a property that leads somewhere can be read', () => {
  const readable: [string, () => Promise<unknown>, object][] = [
    ['information rights of a list', () => suite().informationRightsManagementSettings(), { AllowPrint: false, PolicyTitle: null }],
    ['what a web is called in a language', async () => ({ text: await owner.web.titleResource('en-us') }), { text: 'Test' }],
    ['what a list is called', async () => ({ text: await suite().titleResource('da-dk') }), { text: 'Suite' }],
    ['what a list is for', async () => ({ text: await suite().descriptionResource('en-us') }), { text: 'What a suite tries' }],
    ['what a column is called', async () => ({ text: await suite().fields.getByInternalNameOrTitle('Editor').titleResource('en-us') }), { text: 'Modified By' }],
    ['installed languages', async () => ({ languages: await owner.web.regionalSettings.getInstalledLanguages() }), { languages: expect.arrayContaining([{ DisplayName: 'English', LanguageTag: 'en-US', Lcid: 1033 }]) as unknown }],
    ['a time zone by its number', () => owner.web.regionalSettings.timeZones.getById(23), { Id: 23, Information: { Bias: -330 } }],
    ['a content type below Document', () => owner.web.contentTypes.getById('0x010102')(), { Name: 'Picture', StringId: '0x010102' }]
  ];
  test.each(readable)('%s', async (_, read, expected) => {
    expect(await read()).toMatchObject(expected);
  });

  test('web templates', async () => {
    expect(await owner.web.availableWebTemplates().select('Name')()).toEqual(expect.arrayContaining([expect.objectContaining({ Name: 'STS#3' })]));
  });

  test('the text of an extension and of a content type', async () => {
    const { data } = await owner.web.userCustomActions.add({ Title: 'Extra', Location: 'ClientSideExtension.ApplicationCustomizer' });
    const { Id } = data as { Id: string };
    expect(await owner.web.userCustomActions.getById(Id).titleResource('en-us')).toBe('Extra');
    expect(await owner.web.contentTypes.getById('0x01').titleResource('en-us')).toBe('Item');
  });
});

test('a title that is too long makes no list and renames none', async () => {
  await expect(owner.web.lists.ensure('x'.repeat(256))).rejects.toMatchObject({ status: 400 });
  await expect(suite().update({ Title: 'x'.repeat(256) })).rejects.toMatchObject({ status: 400 });
  await expect(suite().update({ Title: ' ' })).rejects.toMatchObject({ status: 400 });
  expect((await owner.web.lists.ensure('x'.repeat(255))).created).toBe(true);
});

test('a site exists at its own address only', async () => {
  const exists = (path: string): Promise<boolean> => owner.site.exists(`${server.origin}${path}`);
  expect(await Promise.all([site, `${site}/`, '/SITES/TEST', `${site}/Random`, '/sites/other', ''].map(exists))).toEqual([true, true, true, false, false, false]);
});

test('pages go backwards from an item, in the order that was asked for', async () => {
  const titles = (rows: { Title: string }[]): string[] => rows.map(({ Title }) => Title);
  const read = (): ReturnType<IList['items']['select']> => suite().items.select('Title');
  expect(titles(await read().top(2).orderBy('Id').skip(5, true)())).toEqual(titles(await read().top(2).orderBy('Id').skip(2)()));
  expect(titles(await suite().items.select('Title').skip(3, true)())).toHaveLength(2);
  const before: string[] = [];
  for await (const page of suite().items.select('Id').top(2).skip(6, true)) {
    before.push(page.map(({ Id }: { Id: number }) => Id).join());
  }
  expect(before).toEqual(['4,5', '2,3', '1']);
});

test('a view as HTML shows the columns and rows of the view', async () => {
  await suite().items.getById(5).update({ Title: 'a < b & c' });
  const { Id } = await suite().views.add('As HTML', false, { ViewQuery: '<OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>', RowLimit: 1 });
  await suite().views.getById(Id).fields.add('Editor');
  expect(await suite().views.getById(Id).renderAsHtml()).toMatch(/^<table><tr><th>Title<\/th><th>Modified By<\/th><\/tr><tr><td>a &lt; b &amp; c<\/td><td>.*<\/td><\/tr><\/table>$/);
});

test('Office opens what is an Office document, and nothing else', async () => {
  const item = async (name: string): Promise<string> => {
    const { UniqueId } = await documents().rootFolder.files.addUsingPath(name, 'x', { Overwrite: true });
    return (await owner.web.getFileById(UniqueId).getItem<{ Id: number }>('Id')).getWopiFrameUrl(1);
  };
  expect(await item('plan.txt')).toBe('');
  expect(await suite().items.getById(1).getWopiFrameUrl()).toBe('');
  expect(await item('plan og mål.pptx')).toMatch(/\/_layouts\/15\/WopiFrame\.aspx\?sourcedoc=%7B[0-9A-F-]{36}%7D&file=plan%20og%20m%C3%A5l\.pptx&action=edit$/);
});

describe.each<[string, () => IFields]>([['web', () => owner.web.fields], ['list', () => documents().fields]])('columns of a %s', (where, fields) => {
  test('are shown in the forms that they are to be shown in', async () => {
    await fields().add(`Shown ${where}`, FieldTypes.Text, { Group: 'Suite' });
    const field = (): ReturnType<IFields['getByTitle']> => fields().getByTitle(`Shown ${where}`);
    await field().setShowInDisplayForm(true);
    await field().setShowInEditForm(false);
    await field().setShowInNewForm(false);
    expect((await field()()).SchemaXml).toMatch(/ShowInDisplayForm="TRUE" ShowInEditForm="FALSE" ShowInNewForm="FALSE"/);
  });

  test('show more of what a lookup points to', async () => {
    const { Id: LookupListId } = await suite().select('Id')();
    const { Id: primary = '' } = await fields().addLookup(`Points ${where}`, { LookupListId, LookupFieldName: 'Title' });
    expect(await fields().addDependentLookupField(`When ${where}`, primary, 'Modified'))
      .toMatchObject({ Title: `When ${where}`, LookupField: 'Modified', IsDependentLookup: true, PrimaryFieldId: primary });
  });
});

describe('changes since a token', () => {
  const idsOf = async (query: object): Promise<string[]> =>
    [...(await suite().getListItemChangesSinceToken(query)).matchAll(/ows_ID='(\d+)'/g)].map(([, id]) => id);
  const contains = (text: string): string => `<Contains><FieldRef Name="Title"/><Value Type="Text">${text}</Value></Contains>`;

  test('are narrowed by Contains, beside what the query says', async () => {
    const titled = await suite().items.filter('substringof(\'o\',Title)').select('Id')<{ Id: number }[]>();
    expect(await idsOf({ Contains: contains('o') })).toEqual(titled.map(({ Id }) => String(Id)));
    expect(await idsOf({ Contains: contains('o'), Query: '<Query><Where><Lt><FieldRef Name="ID"/><Value Type="Counter">3</Value></Lt></Where></Query>' }))
      .toEqual(titled.filter(({ Id }) => Id < 3).map(({ Id }) => String(Id)));
  });

  test('are none for a Contains that cannot be read', async () => {
    for (const Contains of ['<Contains>', 'Title', contains('o') + contains('e')]) {
      await expect(suite().getListItemChangesSinceToken({ Contains })).rejects.toMatchObject({ status: 500 });
    }
  });

  test('come as a view has them', async () => {
    const { Id } = await suite().views.add('Backwards', false, { ViewQuery: '<Where><Gt><FieldRef Name="ID"/><Value Type="Counter">3</Value></Gt></Where><OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>' });
    expect(await idsOf({ ViewName: `{${Id.toUpperCase()}}` })).toEqual(['5', '4']);
    expect(await idsOf({ ViewName: Id, Query: '<Query><OrderBy><FieldRef Name="ID"/></OrderBy></Query>' })).toEqual(['1', '2', '3', '4', '5']);
    await expect(suite().getListItemChangesSinceToken({ ViewName: '{9bf5e4a1-8e6a-4f0c-9a41-1c0d5b7fa901}' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('names that an address must escape', () => {
  test.each(['folder\'s root', 'fol #%^&()_+-=!@$ der', 'æøå 100%', 'a\'\'b'])('%s', async (name) => {
    await documents().rootFolder.folders.addUsingPath(name);
    const folder = `${site}/Shared Documents/${name}`;
    const path = `${folder}/x ${name}.txt`;
    await owner.web.getFolderByServerRelativePath(`!@p1::${folder}`).files.addUsingPath(`!@p2::x ${name}.txt`, 'text');
    expect(await owner.web.getFileByServerRelativePath(path).getText()).toBe('text');
    expect(await owner.web.getFileByServerRelativePath(`!@p1::${path}`).getText()).toBe('text');
    expect((await owner.web.getFileByUrl(path)()).Name).toBe(`x ${name}.txt`);
    expect((await owner.web.folders.getByUrl(folder)()).Name).toBe(name);
  });
});

test('nothing of the suite was unknown to SharePoint, or not built here', async () => {
  const log = await (await fetch(`${server.origin}/__requests`)).json() as { url: string; status: number; unknownToMetadata: boolean }[];
  expect(log.filter(({ unknownToMetadata, status }) => unknownToMetadata || status === 501).map(({ url }) => url)).toEqual([]);
});
