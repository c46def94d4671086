import recorded from './shapes.json';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, jsonOf, makeList, write } from './support/lists';
import { differences, type Shape } from './support/shape';

let server: TestSharePoint;
let owner: Ask;
let plain: string;
let special: string;

const field = async (SchemaXml: string): Promise<Answered> => {
  const list = await makeList(owner, `Field ${Math.random()}`);
  return owner(`${list}/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options: 8 } } });
};
const post = (path: string): Promise<Answered> => owner(path, { method: 'POST' });

/** Newer than several of the recordings and in the contract; recorded, but not in the $metadata we have. */
const known = ['/OData__ColorTag: not recorded', '/CustomOrder: missing'];

/** How each recorded answer is asked for here, by the beginning of its name; `loose` where the recording unites several kinds. */
const requests: { name: string; ask: () => Promise<Answered>; loose?: boolean; status?: number }[] = [
  { name: 'web: regional settings', ask: () => owner('_api/web?$select=Id,Url,RegionalSettings/*&$expand=RegionalSettings,RegionalSettings/TimeZone') },
  { name: 'lists: empty collection', ask: () => owner('_api/web/lists?$filter=Title eq \'x\'') },
  { name: 'fields: DateTime field, DateOnly', ask: () => field('<Field Type="DateTime" Format="DateOnly" Name="F" DisplayName="F" />') },
  { name: 'fields: Currency', ask: () => field('<Field Type="Currency" Name="F" DisplayName="F" />') },
  { name: 'fields: Choice', ask: () => field('<Field Type="Choice" Name="F" DisplayName="F"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>') },
  { name: 'fields: Note', ask: () => field('<Field Type="Note" Name="F" DisplayName="F" />') },
  { name: 'fields: Lookup', ask: async () => field(`<Field Type="Lookup" Name="F" DisplayName="F" ShowField="Title" List="{${String(jsonOf(await owner(plain)).Id)}}" />`) },
  { name: 'fields: URL', ask: () => field('<Field Type="URL" Name="F" DisplayName="F" />') },
  { name: 'fields: DateTime', ask: () => field('<Field Type="DateTime" Name="F" DisplayName="F" />') },
  { name: 'fields: all fields', ask: () => owner(`${special}?$select=Id&$expand=Fields`), loose: true },
  { name: 'items: null/empty shapes', ask: () => owner(`${special}/items`), loose: true },
  { name: 'items: odata.nextLink', ask: () => owner(`${plain}/items?$top=1`) },
  { name: 'versions:', ask: () => owner(`${plain}/items?$expand=Versions&$top=5`), loose: true },
  { name: 'attachments:', ask: () => owner(`${plain}/items?$select=Id&$filter=Id eq 1&$expand=AttachmentFiles`) },
  { name: 'contenttypes: list', ask: () => owner(`${plain}?$select=Id&$expand=ContentTypes`) },
  { name: 'security: High/Low', ask: () => owner(`${plain}/items(1)/getusereffectivepermissions('i:0%23.f|membership|${people.owner}')`) },
  { name: 'users: SP.User', ask: () => owner('_api/web/currentuser') },
  { name: 'users: Everyone', ask: () => owner('_api/web/ensureuser', { body: { logonName: 'c:0-.f|rolemanager|spo-grid-all-users/1' } }) },
  { name: 'security: void function', ask: () => post(`${plain}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`) },
  { name: 'security: all role definitions', ask: () => owner('_api/web/roledefinitions') },
  { name: 'security: PrincipalId only', ask: () => owner(`${plain}/items(1)?$select=Id&$expand=RoleAssignments`) },
  { name: 'groups: user used', ask: () => owner('_api/web/currentuser') },
  { name: 'groups: see body', ask: () => owner('_api/web/sitegroups?$select=Id,Users&$expand=Users&$filter=Title eq \'Test Owners\'') },
  { name: 'errors: HTTP 500 user', ask: () => owner('_api/web/siteusers/getbyid(4711)') },
  { name: 'errors: HTTP 404 list', ask: () => owner('_api/web/lists/getbytitle(\'nonexisting\')') },
  { name: 'errors: HTTP 500 duplicate', ask: () => owner('_api/web/lists', { body: { Title: 'Plain' } }) },
  // Recorded inside a batch whose own status was noted.
  { name: 'views: 201 SP.View', status: 201, ask: () => owner(`${plain}/views`, { body: { Title: `View ${Math.random()}`, ViewType2: 'MODERN' } }) }
];

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  plain = await makeList(owner, 'Plain');
  for (const Title of ['one', 'two']) {
    await addItem(owner, plain, { Title });
  }
  await write(owner, `${plain}/items(1)`, 'MERGE', '*', { Title: 'changed' });
  await owner(`${plain}/items(1)/attachmentfiles/add(filename='a.txt')`, { method: 'POST', body: 'a' });
  const id = String(jsonOf(await owner(plain)).Id);
  special = await makeList(owner, 'Special', [
    '<Field Type="URL" Name="URLField1" DisplayName="URLField1" />', '<Field Type="User" Name="UserSingleField1" DisplayName="UserSingleField1" />',
    '<Field Type="UserMulti" Mult="TRUE" Name="UserMultiField1" DisplayName="UserMultiField1" />',
    `<Field Type="Lookup" List="{${id}}" ShowField="Title" Name="LookupSingleField1" DisplayName="LookupSingleField1" />`,
    `<Field Type="LookupMulti" Mult="TRUE" List="{${id}}" ShowField="Title" Name="LookupMultiField1" DisplayName="LookupMultiField1" />`,
    '<Field Type="Choice" Name="ChoiceSingle1" DisplayName="ChoiceSingle1"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
    '<Field Type="MultiChoice" Name="ChoiceMulti1" DisplayName="ChoiceMulti1"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>'
  ]);
  await addItem(owner, special, { Title: 'empty', ChoiceSingle1: 'a', ChoiceMulti1: ['a'] });
}, 60000);
afterAll(() => server.stop());

test.each(requests.map((request) => [request.name, request] as const))('%s', async (name, { ask, loose, status }) => {
  const recording = recorded.recordings.find((candidate) => candidate.name.startsWith(name));
  const answer = await ask();
  expect(answer.status).toBe(status ?? recording?.status);
  const found = differences(recording?.body as unknown as Shape, answer.json, '', loose);
  expect(found.filter((difference) => !known.some((end) => difference.endsWith(end)))).toEqual([]);
});
