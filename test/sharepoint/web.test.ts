import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, rowsOf, write } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } });
}, 60000);
afterAll(() => server.stop());

test('title, description and settings of a site are written by who manages it, and kept', async () => {
  expect(jsonOf(await owner('_api/web?$select=QuickLaunchEnabled,SiteLogoUrl'))).toEqual({ QuickLaunchEnabled: true, SiteLogoUrl: null });
  expectStatus(await write(owner, '_api/web', 'MERGE', '*', { Title: 'Renamed', Description: 'What it is', QuickLaunchEnabled: false, SiteLogoUrl: '/logo.png' }), 204);
  expect(jsonOf(await member('_api/web?$select=Title,Description,QuickLaunchEnabled,SiteLogoUrl,TreeViewEnabled'))).toEqual({
    Title: 'Renamed', Description: 'What it is', QuickLaunchEnabled: false, SiteLogoUrl: '/logo.png', TreeViewEnabled: false
  });
  expect((await write(member, '_api/web', 'MERGE', '*', { Title: 'Mine' })).status).toBe(403);
  expect(errorOf(await write(owner, '_api/web', 'MERGE', '*', { Nope: 1 })).status).toBe(400);
  expect(errorOf(await write(owner, '_api/web', 'MERGE', '*', { QuickLaunchEnabled: 'no' })).status).toBe(400);
});

test('the property bag is read, and written by nobody where scripts are not allowed', async () => {
  const bag = jsonOf(await member('_api/web/allproperties', { headers: { Accept: 'application/json' } }));
  expect(bag).toMatchObject({ 'odata.type': 'SP.PropertyValues', 'odata.editLink': 'Web/AllProperties', vti_x005f_defaultlanguage: 'en-us' });
  expect(jsonOf(await member('_api/web/allproperties?$select=vti_x005f_defaultlanguage'))).toEqual({ vti_x005f_defaultlanguage: 'en-us' });
  expect(jsonOf(await member('_api/web?$select=Id,AllProperties/vti_x005f_defaultlanguage&$expand=AllProperties')).AllProperties).toEqual({ vti_x005f_defaultlanguage: 'en-us' });
  expect(errorOf(await write(owner, '_api/web/allproperties', 'MERGE', '*', { mine: 'x' }))).toMatchObject({
    status: 403, code: '-2147024891, System.UnauthorizedAccessException'
  });
});

test('the site, its root web and what a site of this machine has none of', async () => {
  const site = jsonOf(await member('_api/site?$select=Id,Url,ServerRelativeUrl,GroupId,Owner/Email&$expand=Owner'));
  expect(site).toMatchObject({ Url: server.siteUrl, ServerRelativeUrl: '/sites/test', GroupId: '00000000-0000-0000-0000-000000000000', Owner: { Email: people.owner } });
  const web = jsonOf(await member('_api/web?$select=Id'));
  expect(jsonOf(await member('_api/site/rootweb?$select=Id'))).toEqual(web);
  expect(jsonOf(await owner(`_api/site/openwebbyid('${String(web.Id)}')`, { method: 'POST' })).Id).toBe(web.Id);
  const none = [
    'web/webs', 'web/webinfos', 'web/features', 'web/usercustomactions', 'web/eventreceivers', 'web/alerts', 'web/workflowassociations',
    'web/getsubwebsfilteredforcurrentuser(nwebtemplatefilter=-1,nconfigurationfilter=0)',
    'site/features', 'site/usercustomactions', 'site/eventreceivers'
  ];
  for (const path of none) {
    expect([path, (await member(`_api/${path}`)).json]).toEqual([path, { value: [] }]);
  }
  expect(jsonOf(await owner('_api/web?$select=ParentWeb/Id&$expand=ParentWeb'))).toEqual({});
});

test('libraries that a site always has', async () => {
  expect(jsonOf(await owner('_api/web/lists/ensuresiteassetslibrary', { method: 'POST' })).Title).toBe('Site Assets');
  expect(jsonOf(await owner('_api/web/lists/ensuresitepageslibrary', { method: 'POST' })).Title).toBe('Site Pages');
  expect(jsonOf(await owner('_api/web/defaultdocumentlibrary?$select=Title'))).toEqual({ Title: 'Documents' });
  expect(jsonOf(await owner('_api/web/siteuserinfolist?$select=BaseTemplate,Hidden'))).toEqual({ BaseTemplate: 112, Hidden: true });
});

test('regional settings and time zones', async () => {
  expect(jsonOf(await owner('_api/web/regionalsettings?$select=LocaleId,Time24,DecimalSeparator,FirstDayOfWeek'))).toEqual({ LocaleId: 1033, Time24: false, DecimalSeparator: '.', FirstDayOfWeek: 0 });
  expect(jsonOf(await owner('_api/web/regionalsettings/timezone'))).toEqual({
    Description: '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', Id: 3, Information: { Bias: -60, DaylightBias: -60, StandardBias: 0 }
  });
  const zones = rowsOf(await owner('_api/web/regionalsettings/timezones?$select=Id'));
  expect(zones).toContainEqual({ Id: 93 });
  expect(jsonOf(await owner('_api/web/regionalsettings/timezones/getbyid(93)', { method: 'POST' })).Description).toBe('(UTC) Coordinated Universal Time');
  const local = async (call: string): Promise<unknown> => jsonOf(await owner(`_api/web/regionalsettings/timezone/${call}`)).value;
  expect(await local('utctolocaltime(\'2025-06-01T10:00:00Z\')')).toBe('2025-06-01T12:00:00Z');
  expect(await local('localtimetoutc(\'2025-01-01T10:00:00Z\')')).toBe('2025-01-01T09:00:00Z');
});

test('rights are asked for by mask and by login', async () => {
  const can = async (ask: Ask, High: string, Low: string): Promise<unknown> =>
    jsonOf(expectStatus(await ask(`_api/web/doesuserhavepermissions(@v)?@v={'High':'${High}','Low':'${Low}'}`), 200)).value;
  expect([await can(owner, '0', '1073741824'), await can(member, '0', '1073741824'), await can(member, '0', '4')]).toEqual([true, false, true]);
  expect(jsonOf(await owner('_api/web/doesuserhavepermissions', { body: { permissionMask: { High: '0', Low: '4' } } })).value).toBe(true);
  expect(jsonOf(await owner(`_api/web/getusereffectivepermissions(@u)?@u='i:0%23.f|membership|${people.member}'`))).toEqual({ High: '432', Low: '1011030767' });
  expect(jsonOf(await member('_api/web/effectivebasepermissions'))).toEqual({ High: '432', Low: '1011030767' });
  expect(jsonOf(await member('_api/web?$select=EffectiveBasePermissions'))).toEqual({ EffectiveBasePermissions: { High: '432', Low: '1011030767' } });
  expect((await member('_api/web/effectivebasepermissions/low')).json).toEqual({ value: '1011030767' });
});

test('profiles: what the tenant knows of an account', async () => {
  const mine = jsonOf(await member('_api/SP.UserProfiles.PeopleManager/GetMyProperties'));
  expect(mine).toMatchObject({ AccountName: `i:0#.f|membership|${people.member}`, DisplayName: 'Eksempel Medlem', Email: people.member, PictureUrl: null });
  expect(mine.UserProfileProperties).toContainEqual({ Key: 'PreferredName', Value: 'Eksempel Medlem', ValueType: 'Edm.String' });
  const of = (login: string): string => `@v)?@v='i:0%23.f|membership|${login}'`;
  expect(jsonOf(await member(`_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=${of(people.stranger)}`)).DisplayName).toBe('Eksempel Fremmed');
  expect((await member(`_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=${of('nobody@example.invalid')}`)).json).toEqual({ 'odata.null': true });
  expect(jsonOf(await member(`_api/SP.UserProfiles.PeopleManager/GetUserProfilePropertyFor(propertyName='LastName',accountName=${of(people.reader)}`)).value).toBe('Læser');
});
