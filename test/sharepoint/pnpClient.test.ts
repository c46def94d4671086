import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import { startTestSharePoint, people, type TestSharePoint } from '../support/localSharePoint';
import { clientOf } from './support/pnp';

const client = (server: TestSharePoint, login: string): SPFI => clientOf(server.siteUrl, login);

let server: TestSharePoint;
let sp: SPFI;
beforeAll(async () => {
  server = await startTestSharePoint();
  sp = client(server, people.owner);
}, 60000);
afterAll(() => server.stop());

test('a list, its columns, items, a conflict and a batch', async () => {
  const created = await sp.web.lists.add('Tasks', 'What is to be done', 100, false, { EnableVersioning: true, MajorVersionLimit: 500 });
  expect(created.EntityTypeName).toBe('TasksList');
  const list = sp.web.getList('/sites/test/Lists/Tasks');
  const key = await list.fields.createFieldAsXml({
    SchemaXml: '<Field Type="Text" Name="TaskKey" StaticName="TaskKey" DisplayName="Nøgle" Indexed="TRUE" EnforceUniqueValues="TRUE" Required="TRUE" />',
    Options: 8
  });
  expect(key).toMatchObject({ InternalName: 'TaskKey', Title: 'Nøgle', Indexed: true, EnforceUniqueValues: true, 'odata.type': 'SP.FieldText' });
  await list.fields.addChoice('State', { Choices: ['Open', 'Done'] });
  await list.fields.addNumber('Hours');

  const { Id: userId } = await sp.web.ensureUser(people.member);
  await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="User" Name="Doer" DisplayName="Doer" UserSelectionMode="PeopleOnly" />', Options: 8 });
  const item = await list.items.add({ Title: 'First', TaskKey: 'a', State: 'Open', Hours: 2.5, DoerId: userId });
  expect(item).toMatchObject({ Id: 1, ID: 1, Title: 'First', Hours: 2.5, DoerId: userId, DoerStringId: String(userId) });

  const rows = await list.items.select('Title', 'Doer/Title', 'Doer/EMail').expand('Doer').filter('State eq \'Open\'').orderBy('Title').top(10)();
  expect(rows).toMatchObject([{ Title: 'First', Doer: { Title: 'Eksempel Medlem', EMail: people.member } }]);

  const after = await list.items.getById(1).update({ Hours: 3 }, item['odata.etag']);
  expect(after['etag']).toMatch(/^"[0-9a-f-]{36},2"$/);
  await expect(list.items.getById(1).update({ Hours: 4 }, item['odata.etag'])).rejects.toMatchObject({ status: 412 });
  await expect(list.items.add({ Title: 'Second', TaskKey: 'A' })).rejects.toMatchObject({ status: 500 });

  const [batched, execute] = sp.batched();
  const batchedList = batched.web.getList('/sites/test/Lists/Tasks');
  const answers = Promise.all([
    batchedList.items.add({ Title: 'Third', TaskKey: 'c' }).then((added) => added.Title as string),
    batchedList.items.getById(1).update({ Title: 'Renamed' }, after['etag']).then((changed) => changed.etag),
    batchedList.items.getById(99)().catch((problem: { status: number }) => problem.status),
    batched.web.currentUser().then((user) => user.Title)
  ]);
  await execute();
  expect(await answers).toEqual(['Third', expect.stringMatching(/,3"$/), 404, 'Eksempel Ejer']);

  await list.items.getById(1).delete();
  expect((await list.items.select('Title')()).map((row) => row.Title)).toEqual(['Third']);
});

test('items by CAML, in order and a page at a time', async () => {
  const { list } = await sp.web.lists.ensure('Queried');
  for (const Title of ['one', 'two', 'three']) {
    await list.items.add({ Title });
  }
  const query = { ViewXml: '<View><Query><OrderBy><FieldRef Name="Title"/></OrderBy></Query><RowLimit Paged="TRUE">2</RowLimit></View>' };
  expect((await list.getItemsByCAMLQuery(query) as { Title: string }[]).map((row) => row.Title)).toEqual(['one', 'three']);
  const next = await list.getItemsByCAMLQuery({ ...query, ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&p_Title=three&p_ID=3' } }) as { Title: string }[];
  expect(next.map((row) => row.Title)).toEqual(['two']);
  const rendered = await list.renderListDataAsStream({ RenderOptions: [2, 4], ViewXml: query.ViewXml }, { SortField: 'Title', SortDir: 'Desc' }) as unknown as { ListData: { Row: { Title: string }[] } };
  expect(rendered.ListData.Row.map((row) => row.Title)).toEqual(['two', 'three']);
  expect((await list.renderListData('<View><ViewFields><FieldRef Name="Title"/></ViewFields></View>')).Row).toHaveLength(3);
});

test('groups, a permission level and a list of its own', async () => {
  const { Id: groupId } = await sp.web.siteGroups.add({ Title: 'Writers' });
  await sp.web.siteGroups.getById(groupId).users.add(`i:0#.f|membership|${people.reader}`);
  expect((await sp.web.siteGroups.getById(groupId).users()).map((user) => user.Email)).toEqual([people.owner, people.reader]);
  const level = await sp.web.roleDefinitions.add('Contribute without deleting', '', 70, { High: 432, Low: 1011028583 });
  await sp.web.lists.add('Private');
  const list = sp.web.lists.getByTitle('Private');
  await list.breakRoleInheritance(false, true);
  await list.roleAssignments.add(groupId, level.data.Id);
  const assignments = await list.roleAssignments.expand('Member', 'RoleDefinitionBindings')();
  expect(assignments.map((assignment) => assignment.PrincipalId)).toHaveLength(2);

  const reader = client(server, people.reader).web.lists.getByTitle('Private');
  await reader.items.add({ Title: 'Written by a writer' });
  await expect(reader.items.getById(1).delete()).rejects.toMatchObject({ status: 403 });
  expect(await reader.select('EffectiveBasePermissions')()).toMatchObject({ EffectiveBasePermissions: { High: '432', Low: '1011028583' } });
  await expect(client(server, people.stranger).web.lists.getByTitle('Private')()).rejects.toMatchObject({ status: 403 });
});
