import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

const read = 1073741826;
const contribute = 1073741827;
const fullControl = 1073741829;
let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let reader: Ask;
let memberId: number;
let readerId: number;

const idOf = async (logonName: string): Promise<number> => Number(jsonOf(expectStatus(await owner('_api/web/ensureuser', { body: { logonName } }), 200)).Id);
const post = async (ask: Ask, path: string): Promise<number> => (await ask(path, { method: 'POST' })).status;
const assign = async (securable: string, principal: number, role: number): Promise<void> => {
  expectStatus(await owner(`${securable}/roleassignments/addroleassignment(principalid=${principal}, roledefid=${role})`, { method: 'POST' }), 200);
};
const breakInheritance = async (securable: string): Promise<void> => {
  expectStatus(await owner(`${securable}/breakroleinheritance(copyroleassignments=false, clearsubscopes=true)`, { method: 'POST' }), 200);
};

beforeAll(async () => {
  server = await startTestSharePoint();
  [owner, member, reader] = [people.owner, people.member, people.reader].map((login) => server.as(login));
  [memberId, readerId] = [await idOf(people.member), await idOf(people.reader)];
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } });
  await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: people.reader } });
}, 60000);
afterAll(() => server.stop());

test('the built-in levels have the recorded masks', async () => {
  const levels = rowsOf(await owner('_api/web/roledefinitions'));
  expect(levels.map((level) => [level.Id, level.Name, level.BasePermissions, level.Hidden])).toEqual([
    [1073741829, 'Full Control', { High: '2147483647', Low: '4294967295' }, false],
    [1073741828, 'Design', { High: '432', Low: '1012866047' }, false],
    [1073741830, 'Edit', { High: '432', Low: '1011030767' }, false],
    [1073741827, 'Contribute', { High: '432', Low: '1011028719' }, false],
    [1073741826, 'Read', { High: '176', Low: '138612833' }, false],
    [1073741825, 'Limited Access', { High: '48', Low: '134287360' }, true]
  ]);
  for (const path of [`getbyid(${read})`, 'getbyname(\'Read\')', 'getbytype(2)']) {
    expect(jsonOf(await owner(`_api/web/roledefinitions/${path}`)).Name).toBe('Read');
  }
});

test('a new site: owners, members and visitors, with the owner alone in a group', async () => {
  for (const [group, title, level] of [['Owner', 'Test Owners', 'Full Control'], ['Member', 'Test Members', 'Edit'], ['Visitor', 'Test Visitors', 'Read']]) {
    const found = jsonOf(await owner(`_api/web/associated${group}group`));
    expect(found.Title).toBe(title);
    const assignment = jsonOf(await owner(`_api/web/roleassignments/getbyprincipalid(${String(found.Id)})?$expand=Member,RoleDefinitionBindings`));
    expect(assignment).toMatchObject({ PrincipalId: found.Id, Member: { Title: title }, RoleDefinitionBindings: [{ Name: level }] });
  }
  expect(jsonOf(await member('_api/web?$select=EffectiveBasePermissions')).EffectiveBasePermissions).toEqual({ High: '432', Low: '1011030767' });
});

test('a list inherits until it is told not to; then the caller keeps Full Control', async () => {
  const list = await makeList(owner, 'Own rights');
  expect((await member(list)).status).toBe(200);
  await breakInheritance(list);
  expect(jsonOf(await owner(`${list}?$select=HasUniqueRoleAssignments,EffectiveBasePermissions`))).toEqual({
    HasUniqueRoleAssignments: true, EffectiveBasePermissions: { High: '2147483647', Low: '4294967295' }
  });
  expect((await member(list)).status).toBe(404);
  expect(rowsOf(await member('_api/web/lists?$select=Title')).map((row) => row.Title)).not.toContain('Own rights');
  expect(errorOf(await member('_api/web/getlist(\'/sites/test/Lists/Own rights\')')).status).toBe(403);
  await assign(list, memberId, read);
  expect((await member(`${list}/items`)).status).toBe(200);
  expect((await member(`${list}/items`, { body: { Title: 'x' } })).status).toBe(403);
  await assign(list, memberId, contribute);
  expect((await member(`${list}/items`, { body: { Title: 'x' } })).status).toBe(201);
  expect(rowsOf(await owner(`${list}/roleassignments?$expand=RoleDefinitionBindings&$filter=PrincipalId eq ${memberId}`))[0].RoleDefinitionBindings).toHaveLength(2);
  expect(await post(owner, `${list}/roleassignments/removeroleassignment(principalid=${memberId},roledefid=${contribute})`)).toBe(200);
  expect((await member(`${list}/items`, { body: { Title: 'x' } })).status).toBe(403);
  expect(await post(owner, `${list}/resetroleinheritance`)).toBe(200);
  expect((await member(`${list}/items`, { body: { Title: 'x' } })).status).toBe(201);
});

test('a right on a list alone lets through the door, and no further', async () => {
  const list = await makeList(owner, 'For a stranger');
  const stranger = server.as(people.stranger);
  expect((await stranger('_api/web/currentuser')).status).toBe(403);
  await breakInheritance(list);
  await assign(list, await idOf(people.stranger), contribute);
  expect(jsonOf(await stranger('_api/web/currentuser')).Title).toBe('Eksempel Fremmed');
  expect(jsonOf(await stranger('_api/web?$select=EffectiveBasePermissions')).EffectiveBasePermissions).toEqual({ High: '48', Low: '134287360' });
  expect(rowsOf(await stranger('_api/web/lists?$select=Title'))).toEqual([{ Title: 'For a stranger' }]);
  expect((await stranger(`${list}/items`, { body: { Title: 'x' } })).status).toBe(201);
});

test('items with rights of their own are absent for others, and 404 by id', async () => {
  const list = await makeList(owner, 'Items apart');
  await addItem(owner, list, { Title: 'For all' });
  await addItem(owner, list, { Title: 'For some' });
  await breakInheritance(`${list}/items(2)`);
  await assign(`${list}/items(2)`, readerId, read);
  expect(rowsOf(await member(`${list}/items?$select=Title`))).toEqual([{ Title: 'For all' }]);
  expect((await member(`${list}/items(2)`)).status).toBe(404);
  expect(rowsOf(await reader(`${list}/items?$select=Title`))).toHaveLength(2);
  expect((await write(reader, `${list}/items(2)`, 'MERGE', '*', { Title: 'x' })).status).toBe(403);
  const item = jsonOf(await owner(`${list}/items(2)?$select=Id,HasUniqueRoleAssignments&$expand=RoleAssignments`));
  expect(item).toMatchObject({ HasUniqueRoleAssignments: true, RoleAssignments: [{ PrincipalId: expect.any(Number) }, { PrincipalId: readerId }] });
  await breakInheritance(list);
  expect(jsonOf(await owner(`${list}/items(2)?$select=HasUniqueRoleAssignments`)).HasUniqueRoleAssignments).toBe(false);
});

test('a list with a unique column cannot have items apart', async () => {
  const list = await makeList(owner, 'Unique', ['<Field Type="Text" Name="Key1" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE" />']);
  await addItem(owner, list, { Key1: 'a' });
  expect(await post(owner, `${list}/items(1)/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`)).toBe(500);
  expect((await write(owner, list, 'MERGE', '*', { ReadSecurity: 2 })).status).toBe(400);
});

test('own items only, when the list says so', async () => {
  const list = await makeList(owner, 'Own items', [], { ReadSecurity: 2, WriteSecurity: 2 });
  await addItem(owner, list, { Title: 'The owner\'s' });
  await breakInheritance(list);
  await assign(list, memberId, contribute);
  await addItem(member, list, { Title: 'The member\'s' });
  expect(rowsOf(await member(`${list}/items?$select=Title`))).toEqual([{ Title: 'The member\'s' }]);
  expect((await member(`${list}/items(1)`)).status).toBe(404);
  expect(rowsOf(await owner(`${list}/items`))).toHaveLength(2);
  const change = (title: string): Promise<Answered> => write(member, `${list}/items(2)`, 'MERGE', '*', { Title: title });
  expect((await change('changed')).status).toBe(204);
  await write(owner, list, 'MERGE', '*', { WriteSecurity: 4 });
  expect((await change('refused')).status).toBe(403);
  expect((await write(member, `${list}/items(2)`, 'DELETE', '*')).status).toBe(403);
  expect((await write(owner, `${list}/items(2)`, 'MERGE', '*', { Title: 'The owner may' })).status).toBe(204);
  const key = { parameters: { SchemaXml: '<Field Type="Text" Name="Key1" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE" />', Options: 8 } };
  expect((await owner(`${list}/fields/createfieldasxml`, { body: key })).status).toBe(500);
});

test('a level of one\'s own: contribute without deleting, and adding only', async () => {
  const level = jsonOf(expectStatus(await owner('_api/web/roledefinitions', {
    body: { Name: 'Without deleting', Description: 'd', Order: 7, BasePermissions: { High: '432', Low: '1011028583' } }
  }), 201));
  expect(level).toMatchObject({ Id: expect.any(Number), RoleTypeKind: 0, Hidden: false, BasePermissions: { High: '432', Low: '1011028583' } });
  const list = await makeList(owner, 'No deleting');
  await breakInheritance(list);
  await assign(list, memberId, Number(level.Id));
  await addItem(member, list, { Title: 'x' });
  expect((await write(member, `${list}/items(1)`, 'MERGE', '*', { Title: 'y' })).status).toBe(204);
  expect((await write(member, `${list}/items(1)`, 'DELETE', '*')).status).toBe(403);
});

test('who may not manage, may not give rights, make lists or columns, or read who has which', async () => {
  const list = await makeList(owner, 'Guarded');
  for (const attempt of [
    post(reader, `${list}/breakroleinheritance(copyroleassignments=true,clearsubscopes=false)`),
    post(member, `_api/web/roleassignments/addroleassignment(principalid=${memberId},roledefid=${fullControl})`),
    post(member, `${list}/breakroleinheritance(copyroleassignments=true,clearsubscopes=false)`),
    member('_api/web/roledefinitions', { body: { Name: 'Mine', BasePermissions: { High: '0', Low: '1' } } }).then(({ status }) => status),
    reader('_api/web/lists', { body: { Title: 'Mine' } }).then(({ status }) => status),
    reader(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: '<Field Type="Text" DisplayName="X" />' } } }).then(({ status }) => status),
    reader('_api/web/associatedOwnerGroup/users', { body: { LoginName: people.reader } }).then(({ status }) => status),
    reader('_api/web/sitegroups', { body: { Title: 'Mine' } }).then(({ status }) => status),
    member('_api/web/roleassignments').then(({ status }) => status)
  ]) {
    expect(await attempt).toBe(403);
  }
});

test('rights through groups, security groups and for others', async () => {
  const everyone = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: 'c:0-.f|rolemanager|spo-grid-all-users/7a9c' } }));
  expect(everyone).toMatchObject({ PrincipalType: 4, UserId: null, UserPrincipalName: null, Email: '' });
  const list = await makeList(owner, 'For everyone');
  await breakInheritance(list);
  await assign(list, Number(everyone.Id), read);
  expect((await member(`${list}/items`)).status).toBe(200);
  const mask = jsonOf(await owner(`${list}/getusereffectivepermissions(@u)?@u='i:0%23.f|membership|${people.reader}'`));
  expect(mask).toEqual({ High: '176', Low: '138612833' });
});
