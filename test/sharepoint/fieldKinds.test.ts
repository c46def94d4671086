import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-groups';
import '@pnp/sp/site-users';
import '@pnp/sp/webs';
import { spfi, type SPFI } from '@pnp/sp/fi';
import type { IFields } from '@pnp/sp/fields';
import type { IItems } from '@pnp/sp/items';
import { DefaultHeaders, DefaultInit } from '@pnp/sp/behaviors/defaults';
import { BrowserFetch, DefaultParse, InjectHeaders } from '@pnp/queryable';
import { people, startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';

/** Every kind of column as the real client makes it, by body and by XML, with values in and out. */
let server: TestSharePoint;
let sp: SPFI;
let fields: IFields;
let items: IItems;
let goals: string;
let person: number;

beforeAll(async () => {
  server = await startTestSharePoint();
  sp = spfi(server.siteUrl).using(DefaultHeaders(), DefaultInit(), BrowserFetch(), DefaultParse(), InjectHeaders({ Authorization: `Bearer as:${people.owner}` }));
  const target = await sp.web.lists.add('Goals');
  goals = String(target.Id);
  await sp.web.lists.getById(goals).fields.addNumber('Weight');
  await sp.web.lists.getById(goals).items.add({ Title: 'North', Weight: 3 });
  await sp.web.lists.getById(goals).items.add({ Title: 'South', Weight: 5 });
  const { Id } = await sp.web.lists.add('Kinds');
  ({ fields, items } = sp.web.lists.getById(String(Id)));
  person = Number((await sp.web.ensureUser(people.member)).Id);
}, 60000);
afterAll(() => server.stop());

/** The client's own type leaves out what its request carries all the same. */
function addNumber(properties: Record<string, number | boolean>): Promise<{ Id?: string }> {
  return fields.addNumber('Number1', properties);
}

async function roundTrip(values: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { Id } = await items.add(values) as { Id: number };
  return await items.getById(Id)() as Record<string, unknown>;
}

test.each<[string, () => Promise<{ Id?: string }>, Record<string, unknown>, unknown, unknown]>([
  ['Text1', () => fields.addText('Text1', { MaxLength: 10 }), { FieldTypeKind: 2, MaxLength: 10 }, 'a', 'a'],
  ['Note1', () => fields.addMultilineText('Note1', { NumberOfLines: 3, RichText: true, AppendOnly: true }), { FieldTypeKind: 3, NumberOfLines: 3, RichText: true, AppendOnly: true }, '<p>a</p>', '<p>a</p>'],
  ['Plain1', () => fields.addMultilineText('Plain1', { RichText: false }), { FieldTypeKind: 3, RichText: false }, 'a\nb', 'a\nb'],
  ['Number1', () => addNumber({ MinimumValue: 0, MaximumValue: 5, DisplayFormat: 2, ShowAsPercentage: true }), { FieldTypeKind: 9, MinimumValue: 0, MaximumValue: 5, DisplayFormat: 2, ShowAsPercentage: true }, 0.5, 0.5],
  ['Currency1', () => fields.addCurrency('Currency1', { CurrencyLocaleId: 1030 }), { FieldTypeKind: 10, CurrencyLocaleId: 1030 }, 12.5, 12.5],
  ['Bool1', () => fields.addBoolean('Bool1'), { FieldTypeKind: 8 }, true, true],
  ['Date1', () => fields.addDateTime('Date1', { DisplayFormat: 0 }), { FieldTypeKind: 4, DisplayFormat: 0 }, '2025-03-26', '2025-03-25T23:00:00Z'],
  ['Time1', () => fields.addDateTime('Time1', { DisplayFormat: 1 }), { FieldTypeKind: 4, DisplayFormat: 1 }, '2025-03-26T10:00:00Z', '2025-03-26T10:00:00Z'],
  ['Choice1', () => fields.addChoice('Choice1', { Choices: ['a', 'b'], EditFormat: 1, FillInChoice: true }), { FieldTypeKind: 6, Choices: ['a', 'b'], EditFormat: 1, FillInChoice: true }, 'a', 'a'],
  ['Multi1', () => fields.addMultiChoice('Multi1', { Choices: ['a', 'b'] }), { FieldTypeKind: 15, Choices: ['a', 'b'] }, ['a', 'b'], ['a', 'b']],
  ['Url1', () => fields.addUrl('Url1', { DisplayFormat: 1 }), { FieldTypeKind: 11, DisplayFormat: 1 }, { Url: 'https://example.invalid', Description: 'x' }, { Url: 'https://example.invalid', Description: 'x' }],
  ['Whole1', () => fields.createFieldAsXml({ SchemaXml: '<Field Type="Integer" Name="Whole1" DisplayName="Whole1" />', Options: 8 }), { FieldTypeKind: 1 }, 7, 7],
  ['Guid1', () => fields.createFieldAsXml({ SchemaXml: '<Field Type="Guid" Name="Guid1" DisplayName="Guid1" />', Options: 8 }), { FieldTypeKind: 14 }, '0D910C1C-13B9-4E1C-9AA4-B008C5E42D7D', '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d']
])('%s is made, written and read', async (name, make, properties, written, read) => {
  const made = await make();
  expect(await fields.getById(String(made.Id))()).toMatchObject(properties);
  expect(await roundTrip({ [name]: written })).toMatchObject({ [name]: read });
  expect(await roundTrip({ [name]: null })).toMatchObject({ [name]: null });
});

test('persons and lookups, one or several; groups only where the column lets them', async () => {
  await fields.addUser('Doer', { SelectionMode: 0 });
  await fields.createFieldAsXml({ SchemaXml: '<Field Type="UserMulti" Mult="TRUE" Name="Crew" DisplayName="Crew" UserSelectionMode="PeopleAndGroups" />', Options: 8 });
  await fields.addLookup('Goal', { LookupListId: goals, LookupFieldName: 'Title' });
  await fields.createFieldAsXml({ SchemaXml: `<Field Type="LookupMulti" Mult="TRUE" List="{${goals}}" ShowField="Title" Name="Goals" DisplayName="Goals" />`, Options: 8 });
  const group = Number((await sp.web.siteGroups.getByName('Test Members')()).Id);
  expect(await fields.getByTitle('Doer')()).toMatchObject({ SelectionMode: 0, AllowMultipleValues: false });
  expect(await fields.getByTitle('Goals')()).toMatchObject({ LookupList: goals, LookupField: 'Title', AllowMultipleValues: true });
  expect(await roundTrip({ DoerId: person, CrewId: [person, group], GoalId: 2, GoalsId: [1, 2] })).toMatchObject({ DoerId: person, CrewId: [person, group], GoalId: 2, GoalsId: [1, 2] });
  await expect(items.add({ DoerId: group })).rejects.toMatchObject({ status: 500 });
  await expect(items.add({ GoalId: 9 })).rejects.toMatchObject({ status: 500 });
});

test('a dependent lookup shows another column of the same row, and is written by nobody', async () => {
  const primary = await fields.addLookup('Aim', { LookupListId: goals, LookupFieldName: 'Title' });
  const dependent = await fields.addDependentLookupField('Aim:Weight', String(primary.Id), 'Weight') as { Id: string };
  expect(await fields.getById(dependent.Id)()).toMatchObject({ IsDependentLookup: true, PrimaryFieldId: primary.Id, LookupField: 'Weight', ReadOnlyField: true, InternalName: 'Aim_x003a_Weight' });
  expect(await fields.getById(String(primary.Id))()).toMatchObject({ IsDependentLookup: false, DependentLookupInternalNames: ['Aim_x003a_Weight'] });
  const { Id } = await items.add({ AimId: 2 }) as { Id: number };
  expect(await items.getById(Id).select('Aim_x003a_Weight/Weight').expand('Aim_x003a_Weight')()).toMatchObject({ Aim_x003a_Weight: { Weight: 5 } });
  await items.getById(Id).update({ Aim_x003a_WeightId: 1 });
  expect(await items.getById(Id)()).toMatchObject({ AimId: 2, Aim_x003a_WeightId: 2 });
});

test('kinds that are not built here say so', async () => {
  const recurrence = 21;
  await expect(fields.addField('Again', recurrence)).rejects.toMatchObject({ status: 501 });
  await expect(fields.createFieldAsXml('<Field Type="Geolocation" Name="Where" DisplayName="Where" />')).rejects.toMatchObject({ status: 501 });
});
