import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
}, 60000);
afterAll(() => server.stop());

test('a user as recorded', async () => {
  expect(jsonOf(await owner('_api/web/currentuser'))).toEqual({
    Id: expect.any(Number), IsHiddenInUI: false, LoginName: `i:0#.f|membership|${people.owner}`, Title: 'Eksempel Ejer', PrincipalType: 1, Email: people.owner,
    Expiration: '', IsEmailAuthenticationGuestUser: false, IsShareByEmailGuestUser: false, IsSiteAdmin: false,
    UserId: { NameId: people.owner, NameIdIssuer: 'urn:federation:microsoftonline' }, UserPrincipalName: people.owner
  });
});

test('every account of the tenant can be ensured, by login or claim, and gets one id', async () => {
  expect(rowsOf(await owner('_api/web/siteusers')).map((user) => user.Email)).not.toContain(people.reader);
  const first = jsonOf(expectStatus(await owner('_api/web/ensureuser', { body: { logonName: people.reader } }), 200));
  const again = jsonOf(await owner(`_api/web/ensureuser('i:0%23.f|membership|${people.reader}')`, { method: 'POST' }));
  expect(again).toEqual(first);
  for (const path of [`siteusers/getbyid(${String(first.Id)})`, `siteusers(${String(first.Id)})`, `getuserbyid(${String(first.Id)})`, `siteusers/getbyemail('${people.reader}')`,
    `siteusers(@v)?@v='i:0%23.f|membership|${people.reader}'`, `siteusers/getbyloginname('i:0%23.f|membership|${people.reader}')`]) {
    expect([path, jsonOf(await owner(`_api/web/${path}`)).Id]).toEqual([path, first.Id]);
  }
  expect(errorOf(await owner('_api/web/ensureuser', { body: { logonName: 'nobody@example.invalid' } }))).toMatchObject({ status: 400 });
});

test('groups: made, filled, changed, emptied, removed', async () => {
  const group = jsonOf(expectStatus(await owner('_api/web/sitegroups', { body: { Title: 'Writers', Description: 'who write' } }), 201));
  expect(group).toMatchObject({ LoginName: 'Writers', PrincipalType: 8, OwnerTitle: 'Eksempel Ejer', Description: 'who write', OnlyAllowMembersViewMembership: true });
  const path = `_api/web/sitegroups(${String(group.Id)})`;
  expectStatus(await owner(`${path}/users`, { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  const { Id } = jsonOf(await owner(`_api/web/siteusers/getbyemail('${people.member}')`));
  expect(rowsOf(await owner(`${path}/users?$select=Title`)).map((user) => user.Title)).toEqual(['Eksempel Ejer', 'Eksempel Medlem']);
  expect(rowsOf(await owner(`_api/web/siteusers(${String(Id)})/groups?$select=Title`))).toEqual([{ Title: 'Writers' }]);
  expect((await owner(`${path}/users/removebyid(${String(Id)})`, { method: 'POST' })).status).toBe(200);
  expect((await owner(`${path}/users/removebyloginname(@v)?@v='i:0%23.f|membership|${people.owner}'`, { method: 'POST' })).status).toBe(200);
  expect(rowsOf(await owner(`${path}/users`))).toEqual([]);
  expect((await write(owner, path, 'MERGE', '*', { Title: 'Authors', OnlyAllowMembersViewMembership: false })).status).toBe(204);
  expect(jsonOf(await owner('_api/web/sitegroups/getbyname(\'Authors\')')).Id).toBe(group.Id);
  expect(errorOf(await owner('_api/web/sitegroups', { body: { Title: 'authors' } })).status).toBe(500);
  expect((await owner(`_api/web/sitegroups/removebyid(${String(group.Id)})`, { method: 'POST' })).status).toBe(200);
  expect(errorOf(await owner(path)).text).toBe('Group cannot be found.');
});

test('nested expansion', async () => {
  const web = jsonOf(await owner('_api/web?$select=Id,CurrentUser/Id,CurrentUser/Groups/Title&$expand=CurrentUser,CurrentUser/Groups'));
  expect(web.CurrentUser).toEqual({ Id: expect.any(Number), Groups: [{ Title: 'Test Owners' }] });
  const groups = rowsOf(await owner('_api/web/sitegroups?$select=Title,Users/Email&$expand=Users&$filter=Title eq \'Test Owners\''));
  expect(groups).toEqual([{ Title: 'Test Owners', Users: [{ Email: people.owner }] }]);
});

test('members of a group may say who is in it where that is allowed, and never what the group is', async () => {
  const group = jsonOf(await owner('_api/web/associatedMemberGroup'));
  const path = `_api/web/sitegroups(${String(group.Id)})`;
  const member = server.as(people.member);
  expectStatus(await owner(`${path}/users`, { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  expect(group.AllowMembersEditMembership).toBe(true);
  expectStatus(await member(`${path}/users`, { body: { LoginName: `i:0#.f|membership|${people.stranger}` } }), 201);
  expect(jsonOf(await member(`${path}?$select=CanCurrentUserEditMembership,CanCurrentUserManageGroup`))).toEqual({ CanCurrentUserEditMembership: true, CanCurrentUserManageGroup: false });
  const { Id } = jsonOf(await member('_api/web/currentuser'));
  expect((await write(member, path, 'MERGE', '*', { Title: 'Mine' })).status).toBe(403);
  expect((await member(`${path}/setuserasowner(${String(Id)})`, { method: 'POST' })).status).toBe(403);
  const owners = jsonOf(await owner('_api/web/associatedOwnerGroup'));
  expect((await member(`_api/web/sitegroups(${String(owners.Id)})/users`, { body: { LoginName: `i:0#.f|membership|${people.member}` } })).status).toBe(403);
  expect((await member('_api/web/sitegroups', { body: { Title: 'Mine' } })).status).toBe(403);
});

test('a group gets an owner; groups are in no group', async () => {
  const group = jsonOf(await owner('_api/web/sitegroups', { body: { Title: 'Owned' } }));
  const path = `_api/web/sitegroups(${String(group.Id)})`;
  const { Id } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.reader } }));
  expectStatus(await owner(`${path}/setuserasowner(${String(Id)})`, { method: 'POST' }), 200);
  expect(jsonOf(await owner(`${path}?$select=OwnerTitle,Owner/Email&$expand=Owner`))).toEqual({ OwnerTitle: 'Eksempel Læser', Owner: { Email: people.reader } });
  expect(errorOf(await owner(`${path}/setuserasowner(4711)`, { method: 'POST' })).status).toBe(500);
  expectStatus(await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: `i:0#.f|membership|${people.reader}` } }), 201);
  expectStatus(await server.as(people.reader)(`${path}/users`, { body: { LoginName: `i:0#.f|membership|${people.reader}` } }), 201);
  expectStatus(await owner(`${path}/users/adduserbyid(${String(Id)})`, { method: 'POST' }), 200);
  const other = jsonOf(await owner('_api/web/associatedVisitorGroup'));
  expect(errorOf(await owner(`${path}/users/adduserbyid(${String(other.Id)})`, { method: 'POST' })).text).toBe('User cannot be found.');
});

test('a user taken off the site loses every right, keeps what it wrote, and can come back', async () => {
  const login = `i:0#.f|membership|${people.member}`;
  const list = await makeList(owner, 'Written');
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: login } });
  await addItem(server.as(people.member), list, { Title: 'mine' });
  const { Id } = jsonOf(await owner(`_api/web/siteusers(@v)?@v='${login.replace('#', '%23')}'`));
  expectStatus(await owner(`_api/web/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=1073741827)`, { method: 'POST' }), 200);
  expect((await server.as(people.member)(`_api/web/siteusers/removebyid(${String(Id)})`, { method: 'POST' })).status).toBe(403);
  expectStatus(await owner(`_api/web/siteusers/removebyid(${String(Id)})`, { method: 'POST' }), 200);
  expect((await server.as(people.member)('_api/web')).status).toBe(403);
  expect(errorOf(await owner(`_api/web/getuserbyid(${String(Id)})`)).text).toBe('User cannot be found.');
  expect(rowsOf(await owner('_api/web/siteusers?$select=Email')).map((user) => user.Email)).not.toContain(people.member);
  expect(jsonOf(await owner(`${list}/items(1)?$select=Author/Title&$expand=Author`))).toEqual({ Author: { Title: 'Eksempel Medlem' } });
  expect(jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } })).Id).toBe(Id);
  expect(jsonOf(await owner(`_api/web/getuserbyid(${String(Id)})`)).Email).toBe(people.member);
  expect((await server.as(people.member)('_api/web')).status).toBe(403);
  expect((await write(owner, `_api/web/siteusers(${String(Id)})`, 'DELETE', '*')).status).toBe(200);
});
