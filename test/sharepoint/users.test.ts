import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, rowsOf, write } from './support/lists';

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
