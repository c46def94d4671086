import '@pnp/sp/profiles';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/sputilities';
import '@pnp/sp/webs';
import type { IPeoplePickerEntity } from '@pnp/sp/profiles';
import type { SPFI } from '@pnp/sp/fi';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, rowsOf, type Json } from './support/lists';
import { clientOf } from './support/pnp';

const search = '_api/SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.clientPeoplePickerSearchUser';
let server: TestSharePoint;
let owner: Ask;
let sp: SPFI;
beforeAll(async () => {
  server = await startTestSharePoint({ accounts: [
    { login: people.owner, title: 'Eksempel Ejer' }, { login: people.member, title: 'Eksempel Medlem' },
    { login: people.reader, title: 'Eksempel Læser' }, { login: people.stranger, title: 'Ada Lykke Fremmed', email: 'post@example.invalid' }
  ] });
  owner = server.as(people.owner);
  sp = clientOf(`${server.siteUrl}`, people.owner);
}, 60000);
afterAll(() => server.stop());

const query = (QueryString: string, more: Json = {}): Json =>
  ({ QueryString, MaximumEntitySuggestions: 10, PrincipalSource: 15, PrincipalType: 15, AllowEmailAddresses: true, AllowMultipleEntities: false, AllUrlZones: false, ...more });
async function find(text: string, more: Json = {}, ask: Ask = owner): Promise<IPeoplePickerEntity[]> {
  const answer = expectStatus(await ask(search, { body: { queryParams: query(text, more) } }), 200);
  return JSON.parse(String(jsonOf(answer).value)) as IPeoplePickerEntity[];
}
const keys = async (text: string, more?: Json): Promise<string[]> => (await find(text, more)).map((entity) => entity.Key);
const claim = (login: string): string => `i:0#.f|membership|${login}`;

test('an account that the site has not met is found by name, part of the name, mail and login', async () => {
  expect(rowsOf(await owner('_api/web/siteusers?$select=Email')).map((user) => user.Email)).not.toContain('post@example.invalid');
  for (const text of ['ada', 'lykke', 'Ada L', 'post@', 'fremmed@example.invalid', claim(people.stranger)]) {
    expect([text, await find(text)]).toEqual([text, [{
      Key: claim(people.stranger), DisplayText: 'Ada Lykke Fremmed', IsResolved: true, Description: 'post@example.invalid', EntityType: 'User', MultipleMatches: [],
      ProviderName: 'Tenant', ProviderDisplayName: 'Tenant',
      EntityData: {
        IsAltSecIdPresent: 'False', ObjectId: expect.stringMatching(/^[0-9a-f-]{36}$/), Title: '', Email: 'post@example.invalid', MobilePhone: '', OtherMails: '', Department: ''
      }
    }]]);
  }
  expect(await find('nobody')).toEqual([]);
  expect(await find('')).toEqual([]);
});

test('who is on the site has an id there; at most as many as asked for', async () => {
  const { Id } = jsonOf(await owner('_api/web/currentuser'));
  expect((await find('Eksempel Ejer'))[0].EntityData).toMatchObject({ SPUserID: String(Id) });
  expect(await find('eksempel')).toHaveLength(3);
  expect(await find('eksempel', { MaximumEntitySuggestions: 2 })).toHaveLength(2);
});

test('users, security groups and SharePoint groups by PrincipalType; the site\'s own by source', async () => {
  expect(await keys('test', { PrincipalType: 1 })).toEqual([]);
  expect(await keys('test', { PrincipalType: 8 })).toEqual(['Test Owners', 'Test Visitors', 'Test Members']);
  expect((await find('Test Owners', { PrincipalType: 8 }))[0]).toMatchObject({
    IsResolved: true, EntityType: '', EntityData: { SPGroupID: expect.stringMatching(/^\d+$/), AccountName: 'Test Owners', PrincipalType: 'SharePointGroup' }
  });
  expect(await keys('everyone', { PrincipalType: 4 })).toEqual([expect.stringMatching(/^c:0-\.f\|rolemanager\|spo-grid-all-users\//)]);
  expect(await keys('e', { PrincipalType: 1, PrincipalSource: 1 })).toEqual([claim(people.owner)]);
});

test('members of one group only, and of no group whose members one may not see', async () => {
  const { Id } = jsonOf(await owner('_api/web/associatedOwnerGroup'));
  expect(await keys('e', { SharePointGroupID: Id })).toEqual([claim(people.owner)]);
  await owner('_api/web/associatedVisitorGroup/users', { body: { LoginName: claim(people.reader) } });
  const secret = jsonOf(await owner('_api/web/sitegroups', { body: { Title: 'Secret' } }));
  expect(await find('e', { SharePointGroupID: secret.Id })).toHaveLength(1);
  expect(await find('e', { SharePointGroupID: secret.Id }, server.as(people.reader))).toEqual([]);
});

test('the formats: a text in value, or under the name of the function', async () => {
  const ask = (Accept: string, body: Json): Promise<Json> => owner(search, { body, headers: { Accept, 'Content-Type': Accept } }).then(jsonOf);
  expect(typeof (await ask('application/json', { queryParams: query('ada') })).value).toBe('string');
  const verbose = await ask('application/json;odata=verbose', {
    queryParams: { __metadata: { type: 'SP.UI.ApplicationPages.ClientPeoplePickerQueryParameters' }, ...query('ada') }
  });
  expect(JSON.parse(String((verbose.d as Json).ClientPeoplePickerSearchUser))).toHaveLength(1);
  expect(errorOf(await owner(search, { body: { queryParams: query('ada', { Nope: 1 }) } })).status).toBe(400);
  expect((await server.as(people.stranger)(search, { body: { queryParams: query('ada') } })).status).toBe(403);
});

test('@pnp/sp: search, resolve, ensure, add to a group', async () => {
  const [ada] = await sp.profiles.clientPeoplePickerSearchUser({ QueryString: 'ada', MaximumEntitySuggestions: 5, AllowEmailAddresses: true });
  expect(ada.DisplayText).toBe('Ada Lykke Fremmed');
  expect(await sp.profiles.clientPeoplePickerResolveUser({ QueryString: 'post@example.invalid', MaximumEntitySuggestions: 1 })).toEqual(ada);
  expect(await sp.profiles.clientPeoplePickerResolveUser({ QueryString: 'nobody', MaximumEntitySuggestions: 1 })).toMatchObject({ IsResolved: false, Key: 'nobody', MultipleMatches: [] });
  expect((await sp.profiles.clientPeoplePickerResolveUser({ QueryString: 'eksempel', MaximumEntitySuggestions: 1 })).MultipleMatches).toHaveLength(3);
  expect((await sp.utility.resolvePrincipal('ada lykke fremmed', 1, 15, false, false)).PrincipalId).toBe(-1);
  const { Id } = await sp.web.ensureUser(ada.Key);
  expect(await sp.utility.resolvePrincipal('ada', 1, 15, false, false)).toMatchObject({ PrincipalId: Id, PrincipalType: 1, LoginName: ada.Key, DisplayName: 'Ada Lykke Fremmed' });
  expect((await sp.web.ensureUser('post@example.invalid')).Id).toBe(Id);
  await sp.web.associatedMemberGroup.users.add(ada.Key);
  expect(await clientOf(server.siteUrl, people.stranger).utility.getCurrentUserEmailAddresses()).toBe('post@example.invalid');
  expect(await sp.utility.expandGroupsToPrincipals(['Test Members'])).toMatchObject([{ LoginName: ada.Key }]);
  expect((await sp.utility.searchPrincipals('e', 1, 15, '', 10)).map((principal) => principal.Email).sort()).toEqual([people.owner, people.reader, people.member].sort());
});

test('resolving a principal may let the site know the account', async () => {
  const path = '_api/SP.Utilities.Utility.ResolvePrincipalInCurrentContext';
  const body = { input: people.member, scopes: 1, sources: 15, inputIsEmailOnly: false, addToUserInfoList: true };
  const info = jsonOf(expectStatus(await owner(path, { body }), 200));
  expect(jsonOf(await owner(`_api/web/siteusers/getbyemail('${people.member}')`)).Id).toBe(info.PrincipalId);
  expect(expectStatus(await owner(path, { body: { ...body, input: 'nobody' } }), 200).json).toEqual({ 'odata.null': true });
});
