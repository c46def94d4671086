import '@pnp/sp/attachments';
import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/navigation';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/regional-settings';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { ChoiceFieldFormatType, DateTimeFieldFormatType, FieldUserSelectionMode } from '@pnp/sp/fields';
import type { SPFI } from '@pnp/sp/fi';
import { PermissionKind } from '@pnp/sp/security';
import { sampleConfiguration, teamSitePath } from '../../sharepoint/sample/configuration';
import { startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';
import { clientOf } from './support/pnp';

// One working day of an ordinary team site, in order, with the real client: each step stands on those before it.
const tenant = sampleConfiguration(0, 'not used', false);
const [colleague, guest] = tenant.accounts.filter(({ login }) => login !== tenant.defaultLogin).map(({ login }) => login);
const listUrl = `${teamSitePath}/Lists/Arrangementer`;
const library = `${teamSitePath}/Shared Documents`;
/** Read, whose name is in the site's language. */
const readRole = 1073741826;
let server: TestSharePoint;
let owner: SPFI;
let member: SPFI;

beforeAll(async () => {
  server = await startTestSharePoint({ accounts: tenant.accounts, sites: tenant.sites, defaultLogin: tenant.defaultLogin });
  const as = (login: string): SPFI => clientOf(`${server.origin}${teamSitePath}`, login);
  owner = as(tenant.defaultLogin);
  member = as(colleague);
}, 60000);
afterAll(() => server.stop());

const onList = (sp: SPFI): ReturnType<SPFI['web']['getList']> => sp.web.getList(listUrl);

test('morning: the owner looks around, lets people in and makes a list', async () => {
  expect(await owner.web.select('Title', 'Language')()).toMatchObject({ Title: 'Team', Language: 1030 });
  expect(await owner.web.regionalSettings.timeZone()).toMatchObject({ Id: 3 });
  const members = await owner.web.associatedMemberGroup();
  await owner.web.siteGroups.getById(members.Id).users.add(`i:0#.f|membership|${colleague}`);
  await owner.web.associatedVisitorGroup.users.add(`i:0#.f|membership|${guest}`);
  expect((await owner.web.siteUsers()).map(({ UserPrincipalName }) => UserPrincipalName)).toEqual(expect.arrayContaining([colleague, guest]));
  expect(await member.web.currentUserHasPermissions(PermissionKind.AddListItems)).toBe(true);

  const { created } = await owner.web.lists.ensure('Arrangementer', 'Hvad vi holder', 100, false, { EnableVersioning: true });
  expect(created).toBe(true);
  expect((await owner.web.lists.ensure('Arrangementer')).created).toBe(false);
  await onList(owner).update({ Title: 'Arrangementer 2025', EnableFolderCreation: false });
  expect(await onList(owner).select('Title')()).toEqual(expect.objectContaining({ Title: 'Arrangementer 2025' }));
});

test('its columns, of every kind that is made by a call of its own', async () => {
  const { fields } = onList(owner);
  await fields.addText('Sted', { MaxLength: 80 });
  await fields.addMultilineText('Beskrivelse', { NumberOfLines: 4, RichText: false });
  await fields.addNumber('Pladser', { MinimumValue: 1, MaximumValue: 500 });
  await fields.addCurrency('Pris', { CurrencyLocaleId: 1030 });
  await fields.addDateTime('Dag', { DisplayFormat: DateTimeFieldFormatType.DateOnly });
  await fields.addChoice('Form', { Choices: ['Møde', 'Kursus'], EditFormat: ChoiceFieldFormatType.RadioButtons });
  await fields.addMultiChoice('Emner', { Choices: ['Plan', 'Økonomi'] });
  await fields.addBoolean('Aflyst');
  await fields.addUrl('Link');
  await fields.addUser('Vært', { SelectionMode: FieldUserSelectionMode.PeopleOnly });
  await owner.web.lists.add('Lokaler');
  const { Id } = await owner.web.lists.getByTitle('Lokaler').select('Id')();
  await owner.web.lists.getByTitle('Lokaler').items.add({ Title: 'Byrådssalen' });
  await fields.addLookup('Lokale', { LookupListId: Id, LookupFieldName: 'Title' });
  await fields.addCalculated('Navn', { Formula: '=[Titel]&", "&[Sted]' });
  await fields.getByInternalNameOrTitle('Pladser').update({ Indexed: true, Description: 'Højst 500' });
  const own = await fields.filter('CanBeDeleted eq true').select('Title', 'TypeAsString')();
  expect(own.map(({ Title, TypeAsString }) => `${Title} ${TypeAsString}`)).toEqual([
    'Sted Text', 'Beskrivelse Note', 'Pladser Number', 'Pris Currency', 'Dag DateTime', 'Form Choice', 'Emner MultiChoice', 'Aflyst Boolean', 'Link URL', 'Vært User', 'Lokale Lookup', 'Navn Calculated'
  ]);
});

test('a view, which shows its columns in its order', async () => {
  const view = await onList(owner).views.add('De største', false, { RowLimit: 2, Paged: true, ViewQuery: '<OrderBy><FieldRef Name="Pladser" Ascending="FALSE"/></OrderBy>' });
  const { fields } = onList(owner).views.getById(view.Id);
  await fields.removeAll();
  await fields.add('Pladser');
  await fields.add('LinkTitle');
  await fields.move('LinkTitle', 0);
  expect((await fields.getSchemaXml())).toBe('<FieldRef Name="LinkTitle" /><FieldRef Name="Pladser" />');
});

test('forenoon: a member fills it, one by one and in a batch, and finds again what is wanted', async () => {
  const names = Object.fromEntries((await onList(member).fields.select('Title', 'EntityPropertyName')()).map(({ Title, EntityPropertyName }) => [Title, EntityPropertyName]));
  const { Id: hostId } = await member.web.currentUser();
  const first = await onList(member).items.add({
    Title: 'Budgetdag', Sted: 'Rådhuset', Pladser: 80, Pris: 125.5, Dag: '2025-05-06T10:00:00Z', Form: 'Kursus', Emner: ['Økonomi'], Aflyst: false, LokaleId: 1, [`${names['Vært']}Id`]: hostId,
    Link: { Url: 'https://example.invalid/dag', Description: 'Program' }
  });
  expect(first).toMatchObject({ Dag: '2025-05-05T22:00:00Z', Pris: 125.5, LokaleId: 1 });
  const [batched, execute] = member.batched();
  const answers = Array.from({ length: 45 }, (_, index) => batched.web.getList(listUrl).items.add({ Title: `Møde ${index + 1}`, Sted: 'Online', Pladser: index + 1, Form: 'Møde' }));
  const refused = batched.web.getList(listUrl).items.add({ Titel: 'Ingen sådan kolonne' }).catch((problem: { status: number }) => problem.status);
  await execute();
  expect([(await Promise.all(answers)).length, await refused]).toEqual([45, 400]);

  const items = (): ReturnType<typeof onList>['items'] => onList(member).items;
  const large = await items().select('Id', 'Title', 'Lokale/Title', 'Author/Title').expand('Lokale', 'Author').filter<{ Pladser: number; Form: string }>((f) => f.number('Pladser').greaterThan(44))();
  expect(large.map(({ Title, Lokale }) => [Title, (Lokale as { Title: string } | undefined)?.Title])).toEqual([['Budgetdag', 'Byrådssalen'], ['Møde 45', undefined]]);
  let pages = 0;
  for await (const page of items().select('Id').top(20)) {
    pages += page.length > 0 ? 1 : 0;
  }
  expect(pages).toBe(3);
  const view = await onList(member).views.getByTitle('De største').select('Id')();
  const rendered = await onList(member).renderListDataAsStream({}, { View: view.Id }) as unknown as { Row: { Title: string; Pladser: string }[] };
  expect(rendered.Row.map(({ Title, Pladser }) => [Title, Pladser])).toEqual([['Budgetdag', '80'], ['Møde 45', '45']]);
  expect(await items().getById(1).select('Navn')()).toMatchObject({ Navn: 'Budgetdag, Rådhuset' });
});

test('two in the same item, and its versions', async () => {
  const item = onList(member).items.getById(1);
  const before = await item();
  await onList(owner).items.getById(1).update({ Sted: 'Multihuset' }, before['odata.etag']);
  await expect(item.update({ Pladser: 90 }, before['odata.etag'])).rejects.toMatchObject({ status: 412 });
  const after = await item();
  await item.update({ Pladser: 90 }, after['odata.etag']);
  expect((await item.versions()).map(({ VersionLabel, Sted, Pladser }) => [VersionLabel, Sted, Pladser])).toEqual([['3.0', 'Multihuset', 90], ['2.0', 'Multihuset', 80], ['1.0', 'Rådhuset', 80]]);
  const results = await item.validateUpdateListItem([{ FieldName: 'Pladser', FieldValue: '501' }, { FieldName: 'Dag', FieldValue: '07-05-2025' }]);
  expect(results.map(({ FieldName, HasException }) => [FieldName, HasException])).toEqual([['Pladser', true], ['Dag', false]]);
  expect(await item.select('Pladser', 'Dag')()).toMatchObject({ Pladser: 90, Dag: '2025-05-05T22:00:00Z' });
});

test('afternoon: papers beside it', async () => {
  await onList(member).items.getById(1).attachmentFiles.add('program.txt', 'Program');
  expect(await onList(member).items.getById(1).attachmentFiles.getByName('program.txt').getText()).toBe('Program');
  await member.web.folders.addUsingPath(`${library}/Referater`);
  const file = await member.web.getFolderByServerRelativePath(`${library}/Referater`).files.addUsingPath('referat.txt', 'Første udkast', { Overwrite: true });
  await member.web.getFileByServerRelativePath(file.ServerRelativeUrl).setContent('Endeligt');
  expect(await member.web.getFileById(file.UniqueId).getText()).toBe('Endeligt');
  await member.web.getFileById(file.UniqueId).moveByPath(`${library}/referat.txt`, false);
  expect((await member.web.getFolderByServerRelativePath(library).files.select('Name')()).map(({ Name }) => Name)).toEqual(['referat.txt']);
});

test('a group of their own, a list and an item that not everybody sees', async () => {
  const { Id: groupId } = await owner.web.siteGroups.add({ Title: 'Udvalget' });
  await owner.web.siteGroups.getById(groupId).users.add(`i:0#.f|membership|${colleague}`);
  await owner.web.lists.add('Udvalgets');
  const closed = owner.web.getList(`${teamSitePath}/Lists/Udvalgets`);
  await closed.breakRoleInheritance(false, true);
  await closed.roleAssignments.add(groupId, readRole);
  const visitor = clientOf(`${server.origin}${teamSitePath}`, guest);
  expect((await member.web.lists.select('Title')()).map(({ Title }) => Title)).toContain('Udvalgets');
  expect((await visitor.web.lists.select('Title')()).map(({ Title }) => Title)).not.toContain('Udvalgets');
  await expect(member.web.getList(`${teamSitePath}/Lists/Udvalgets`).items.add({ Title: 'x' })).rejects.toMatchObject({ status: 403 });

  const hidden = onList(owner).items.getById(2);
  await hidden.breakRoleInheritance(false, false);
  expect(await onList(visitor).items.getById(3).select('Title')()).toMatchObject({ Title: 'Møde 2' });
  await expect(onList(visitor).items.getById(2)()).rejects.toMatchObject({ status: 404 });
  await hidden.resetRoleInheritance();
  expect(await onList(visitor).items.getById(2).select('Title')()).toMatchObject({ Title: 'Møde 1' });
});

test('evening: what was thrown away is found again, and the site is left tidy', async () => {
  const binId = await onList(member).items.getById(2).recycle();
  await expect(onList(member).items.getById(2)()).rejects.toMatchObject({ status: 404 });
  await member.web.recycleBin.getById(binId).restore();
  expect(await onList(member).items.getById(2).select('Title')()).toMatchObject({ Title: 'Møde 1' });
  await owner.web.navigation.quicklaunch.add('Arrangementer', listUrl, true);
  expect((await owner.web.navigation.quicklaunch()).map(({ Title }) => Title)).toContain('Arrangementer');
  await owner.web.lists.getByTitle('Udvalgets').recycle();
  expect((await owner.web.recycleBin()).map(({ Title }) => Title)).toEqual(['Udvalgets']);
  await owner.web.siteGroups.removeByLoginName('Udvalget');
  expect((await owner.web.siteGroups.select('Title')()).map(({ Title }) => Title)).not.toContain('Udvalget');
  await onList(owner).delete();
  await expect(onList(owner)()).rejects.toMatchObject({ status: 404 });
});

test('nothing of the day was unknown to SharePoint', async () => {
  const log = await (await fetch(`${server.origin}/__requests`)).json() as { url: string; status: number; unknownToMetadata: boolean }[];
  expect(log.length).toBeGreaterThan(120);
  expect(log.filter(({ unknownToMetadata, status }) => unknownToMetadata && status !== 400).map(({ url }) => url)).toEqual([]);
  expect(log.filter(({ status }) => status === 501)).toEqual([]);
});
