import { sampleConfiguration, sitePath, teamSitePath } from '../../sharepoint/sample/configuration';
import { startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList, rowsOf } from './support/lists';

const tenant = sampleConfiguration(0, 'not used', false);
const [someone] = tenant.accounts.filter(({ login }) => login !== tenant.defaultLogin);
let server: TestSharePoint;
let team: Ask;
const onTeamSite = (login: string): Ask => (path, init) => server.as(login)(`${server.origin}${teamSitePath}/${path}`, init);

beforeAll(async () => {
  server = await startTestSharePoint({ accounts: tenant.accounts, sites: tenant.sites, defaultLogin: tenant.defaultLogin });
  team = onTeamSite(tenant.defaultLogin);
}, 60000);
afterAll(() => server.stop());

test('the team site has what every site has and nothing else', async () => {
  expect(rowsOf(await team('_api/web/lists?$filter=Hidden eq false&$select=Title,BaseTemplate&$orderby=Title')).map(({ Title, BaseTemplate }) => [Title, BaseTemplate])).toEqual([
    ['Dokumenter', 101], ['Webstedsaktiver', 101], ['Webstedssider', 119]
  ]);
  const groups = jsonOf(await team('_api/web?$select=Title,AssociatedOwnerGroup/Title,AssociatedMemberGroup/Title,AssociatedVisitorGroup/Title&$expand=AssociatedOwnerGroup,AssociatedMemberGroup,AssociatedVisitorGroup'));
  expect(groups).toEqual({
    Title: 'Team', AssociatedOwnerGroup: { Title: 'Ejere af Team' }, AssociatedMemberGroup: { Title: 'Medlemmer af Team' }, AssociatedVisitorGroup: { Title: 'Besøgende på Team' }
  });
});

test('lists, members and rights of one site are not those of the other', async () => {
  const other = onTeamSite(someone.login);
  expect((await other('_api/web')).status).toBe(403);
  expectStatus(await team('_api/web/associatedMemberGroup/users', { body: { LoginName: `i:0#.f|membership|${someone.login}` } }), 201);
  const list = await makeList(other, 'Opgaver');
  await addItem(other, list, { Title: 'Den første' });
  expect(rowsOf(await team(`${list}/items?$select=Title`))).toEqual([{ Title: 'Den første' }]);
  const directorate = server.as(tenant.defaultLogin);
  expect((await directorate(`${server.origin}${sitePath}/${list}`)).status).toBe(404);
  expect((await server.as(someone.login)(`${server.origin}${sitePath}/_api/web`)).status).toBe(403);
});
