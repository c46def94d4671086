import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { SPFI } from '@pnp/sp/fi';
import type { IList } from '@pnp/sp/lists';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

// Managed metadata columns. What SharePoint answers is from public measurements and issues (README, "What is verified against what").
const [store, set] = ['5d8bb6f3-3a27-4f5c-9bb6-0e9b1c1d2a10', '0f7e7c0c-6a7a-4b53-8a1c-3f6f6f0f3b21'];
const [school, care, park] = ['ed5449ec-4a4f-4102-8f07-5a207c438571', '1824510b-00e1-40ac-8294-528b1c9421e0', '0b709a34-a74e-4d07-b493-48041424a917'];
let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let sp: SPFI;
let list: string;
let note: string;

const property = (name: string, value: string, type: string = 'string'): string =>
  `<Property><Name>${name}</Name><Value xmlns:q1="http://www.w3.org/2001/XMLSchema" p4:type="q1:${type}" xmlns:p4="http://www.w3.org/2001/XMLSchema-instance">${value}</Value></Property>`;
const column = (name: string, type: string, more: string = ''): string => `<Field Type="${type}" Name="${name}" DisplayName="${name}" ShowField="Term1033"><Customization><ArrayOfProperty>` +
  `${property('SspId', store)}${property('TermSetId', `{${set.toUpperCase()}}`)}${property('Open', 'true', 'boolean')}${more}</ArrayOfProperty></Customization></Field>`;
const term = (Label: string, TermGuid: string): Json => ({ Label, TermGuid, WssId: -1 });
const tagged = (): IList => sp.web.lists.getByTitle('Tagged');

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  sp = clientOf(server.siteUrl, people.owner);
  expectStatus(await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  list = await makeList(owner, 'Tagged', [column('Area', 'TaxonomyFieldType'), column('Tags', 'TaxonomyFieldTypeMulti')]);
  const { TextField } = jsonOf(await owner(`${list}/fields/getbyinternalnameortitle('Tags')`));
  note = String(jsonOf(await owner(`${list}/fields(guid'${String(TextField)}')`)).InternalName);
}, 60000);
afterAll(() => server.stop());

const fieldsOf = async (ids: string): Promise<Json> => jsonOf(await owner(`${list}/${ids}`));

test('a column keeps its settings, and comes with a hidden note column and those that have all terms', async () => {
  expect(await tagged().fields.getByTitle('Area')()).toMatchObject({
    'odata.type': 'SP.Taxonomy.TaxonomyField', TypeAsString: 'TaxonomyFieldType', FieldTypeKind: 0, SspId: store, TermSetId: set, AnchorId: '00000000-0000-0000-0000-000000000000',
    Open: true, IsPathRendered: false, AllowMultipleValues: false, LookupField: 'Term1033', LookupList: jsonOf(await owner('_api/web/lists/getbytitle(\'TaxonomyHiddenList\')')).Id
  });
  const tags = await fieldsOf('fields/getbytitle(\'Tags\')');
  expect(tags).toMatchObject({ AllowMultipleValues: true, Sortable: false });
  expect(tags.SchemaXml).toMatch(/^<Field DisplayName="Tags" Type="TaxonomyFieldTypeMulti".* List="\{[0-9a-f-]{36}\}" ShowField="Term1033" Mult="TRUE"/);
  expect(tags.SchemaXml).toContain('<Name>Open</Name><Value xmlns:q3="http://www.w3.org/2001/XMLSchema" p4:type="q3:boolean"');
  expect(tags.SchemaXml).toContain(`>{${String(tags.TextField)}}</Value>`);
  expect(await fieldsOf(`fields(guid'${String(tags.TextField)}')`)).toMatchObject({ TypeAsString: 'Note', Title: 'Tags_0', Hidden: true });
  expect(note).toMatch(/^g[0-9a-f]{31}$/);
  expect(rowsOf(await owner(`${list}/fields?$filter=startswith(InternalName,'TaxCatchAll')&$select=InternalName,Hidden`)))
    .toEqual([{ InternalName: 'TaxCatchAll', Hidden: true }, { InternalName: 'TaxCatchAllLabel', Hidden: true }]);
  expect(jsonOf(await owner('_api/web/lists/getbytitle(\'TaxonomyHiddenList\')'))).toMatchObject({ Hidden: true });
});

test('one term is written as an object and read with its number for a label; several go through the note column', async () => {
  const one = await addItem(owner, list, { Title: 'one', Area: term('School', school), [note]: `-1;#Care|${care};#-1;#Park|${park.toUpperCase()}` });
  expect(one).toMatchObject({ Area: { Label: '1', TermGuid: school, WssId: 1 }, Tags: [{ Label: 'Care', TermGuid: care, WssId: 2 }, { Label: 'Park', TermGuid: park, WssId: 3 }] });
  expect(Object.keys(one)).not.toContain(note);
  expect(await fieldsOf(`items(1)?$select=${note}`)).toEqual({ [note]: `Care|${care};Park|${park}` });
  expectStatus(await write(owner, `${list}/items(1)`, 'MERGE', '*', { [note]: `School|${school};Care|${care}` }), 204);
  expect(await fieldsOf('items(1)?$select=Tags')).toEqual({ Tags: [{ Label: 'School', TermGuid: school, WssId: 1 }, { Label: 'Care', TermGuid: care, WssId: 2 }] });
  const area = await tagged().items.select('Area').getById(1)<{ Area: Json }>();
  expect(area.Area).toEqual({ Label: '1', TermGuid: school, WssId: 1 });
  expect((await owner(`${list}/items`, { body: { Tags: [term('Care', care)] } })).status).toBe(500);
  expect((await owner(`${list}/items`, { body: { Area: { Label: 'x', TermGuid: 'x', WssId: -1 } } })).status).toBe(500);
  expect((await owner(`${list}/items`, { body: { [note]: 'Care' } })).status).toBe(500);
  expect(errorOf(await owner(`${list}/items`, { body: { Area: 'School' } }))).toMatchObject({ status: 400 });
});

test('verbose JSON names the types, and takes the number as text', async () => {
  const verbose = { 'Content-Type': 'application/json;odata=verbose', Accept: 'application/json;odata=verbose' };
  const added = await member(`${list}/items`, {
    headers: verbose, body: { __metadata: { type: 'SP.Data.TaggedListItem' }, Title: 'two', Area: { __metadata: { type: 'SP.Taxonomy.TaxonomyFieldValue' }, Label: 'Park', TermGuid: park, WssId: '-1' } }
  });
  expectStatus(added, 201);
  expect((added.json as { d: Json }).d).toMatchObject({
    Area: { __metadata: { type: 'SP.Taxonomy.TaxonomyFieldValue' }, Label: '3', TermGuid: park, WssId: 3 },
    Tags: { __metadata: { type: 'Collection(SP.Taxonomy.TaxonomyFieldValue)' }, results: [] }
  });
  expect((await owner(`${list}/items`, { body: { Area: { __metadata: { type: 'SP.Taxonomy.TaxonomyFieldValue' }, ...term('Park', park) } } })).status).toBe(400);
});

test('an empty column is null or an empty array', async () => {
  await addItem(owner, list, { Title: 'three' });
  expect(await fieldsOf(`items(3)?$select=Area,Tags,${note}`)).toEqual({ Area: null, Tags: [], [note]: null });
  await addItem(owner, list, { Title: 'four', Area: term('Care', care), [note]: `Care|${care}` });
  expectStatus(await write(owner, `${list}/items(4)`, 'MERGE', '*', { Area: null, [note]: '' }), 204);
  expect(await fieldsOf('items(4)?$select=Area,Tags,TaxCatchAllId')).toEqual({ Area: null, Tags: [], TaxCatchAllId: [] });
});

test('a form writes terms as Label|guid, and is refused what is written otherwise', async () => {
  const form = async (values: Record<string, string>): Promise<Json[]> => rowsOf(await owner(`${list}/items(3)/validateupdatelistitem`, {
    body: { formValues: Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })), bNewDocumentUpdate: false }
  }));
  expect((await form({ Area: `Care|${care};`, Tags: `School|${school};Park|${park};` })).map(({ HasException }) => HasException)).toEqual([false, false]);
  expect(await fieldsOf('items(3)?$select=Area,Tags')).toMatchObject({ Area: { WssId: 2 }, Tags: [{ Label: 'School' }, { Label: 'Park' }] });
  const wrong: Record<string, string>[] = [{ Area: `-1;#Care|${care}` }, { Area: 'Care' }, { Area: `Care|${care};Park|${park}` }, { Tags: `Care|${care};Park` }];
  for (const refused of wrong) {
    expect(await form(refused)).toMatchObject([{ HasException: true, ErrorMessage: 'The data returned from the tagging UI was not formatted correctly.' }]);
  }
  await form({ Area: '', Tags: '' });
  expect(await fieldsOf('items(3)?$select=Area,Tags')).toEqual({ Area: null, Tags: [] });
});

test('TaxCatchAll has the terms of all columns with their names', async () => {
  expect(rowsOf(await owner(`${list}/items?$select=Id,TaxCatchAll/ID,TaxCatchAll/Term,TaxCatchAll/IdForTerm&$expand=TaxCatchAll&$filter=TaxCatchAll/Term eq 'Care'`)))
    .toMatchObject([{ Id: 1, TaxCatchAll: [{ ID: 1, Term: 'School', IdForTerm: school }, { ID: 2, Term: 'Care', IdForTerm: care }] }]);
  expect(rowsOf(await member('_api/web/lists/getbytitle(\'TaxonomyHiddenList\')/items?$select=Id,Title,IdForTermSet')))
    .toEqual(['School', 'Care', 'Park'].map((Title, index) => ({ Id: index + 1, ID: index + 1, Title, IdForTermSet: set })));
});

test('OData cannot filter by a term, CAML can: by its name and by its number', async () => {
  for (const query of ['$filter=Area eq \'School\'', '$filter=Tags ne null']) {
    const { status, text } = errorOf(await owner(`${list}/items?${query}`));
    expect([status, text]).toEqual([400, expect.stringMatching(/^The field '(?:Area|Tags)' of type 'TaxonomyFieldType(?:Multi)?' cannot be used in the query filter expression\.$/)]);
  }
  const found = async (where: string): Promise<unknown[]> => (await tagged().getItemsByCAMLQuery({ ViewXml: `<View><Query><Where>${where}</Where></Query></View>` }) as { Id: number }[]).map(({ Id }) => Id);
  const by = (operator: string, name: string, value: string, more: string = ''): string => `<${operator}><FieldRef Name="${name}"${more} />${value}</${operator}>`;
  const text = (value: string): string => `<Value Type="TaxonomyFieldType">${value}</Value>`;
  const number = (value: number): string => `<Value Type="Integer">${value}</Value>`;
  expect(await found(by('Eq', 'Area', text('School')))).toEqual([1]);
  expect(await found(by('Eq', 'Tags', text('Care')))).toEqual([1]);
  expect(await found(by('Contains', 'Area', text('ar')))).toEqual([2]);
  expect(await found(by('Eq', 'Area', number(3), ' LookupId="TRUE"'))).toEqual([2]);
  expect(await found(by('In', 'Tags', `<Values>${number(2)}${number(3)}</Values>`, ' LookupId="TRUE"'))).toEqual([1]);
  expect(await found(by('IsNull', 'Area', ''))).toEqual([3, 4]);
  expect(await found(by('IsNotNull', 'Tags', ''))).toEqual([1]);
});

test('rows of a view, texts, versions and changes say terms by name', async () => {
  const { Row } = jsonOf(await owner(`${list}/renderlistdataasstream`, {
    body: { parameters: { ViewXml: '<View><ViewFields><FieldRef Name="Area"/><FieldRef Name="Tags"/></ViewFields><RowLimit>3</RowLimit></View>' } }
  })) as { Row: Json[] };
  expect(Row.map(({ Area, Tags }) => [Area, Tags])).toEqual([
    [{ __type: 'TaxonomyFieldValue:#Microsoft.SharePoint.Taxonomy', Label: 'School', TermID: school }, [{ Label: 'School', TermID: school }, { Label: 'Care', TermID: care }]],
    [{ __type: 'TaxonomyFieldValue:#Microsoft.SharePoint.Taxonomy', Label: 'Park', TermID: park }, ''],
    ['', '']
  ]);
  expect(await fieldsOf('items(1)/fieldvaluesastext?$select=Area,Tags')).toEqual({ Area: 'School', Tags: 'School; Care' });
  expect(await fieldsOf('items(1)/fieldvaluesforedit?$select=Area,Tags')).toEqual({ Area: `School|${school}`, Tags: `School|${school};Care|${care}` });
  expect(rowsOf(await owner(`${list}/items(1)/versions?$select=Tags`))).toMatchObject([{ Tags: [{ Label: 'School' }, { Label: 'Care' }] }, { Tags: [{ Label: 'Care' }, { Label: 'Park' }] }]);
  const { text } = await owner(`${list}/getlistitemchangessincetoken`, { body: { query: {} } });
  expect(text).toContain(`ows_Tags='1;#School|${school};#2;#Care|${care}'`);
});

test('a note column that is there already is used; settings are changed; a column takes its note column with it', async () => {
  const id = '7a7c1e5b-90a4-4b0c-8a11-0c8a6c2f9e01';
  const made = await makeList(owner, 'Given', [`<Field Type="Note" ID="{${id}}" Name="KindText" DisplayName="Kind_0" Hidden="TRUE"/>`, column('Kind', 'TaxonomyFieldType', property('TextField', `{${id}}`))]);
  const kind = `${made}/fields/getbyinternalnameortitle('Kind')`;
  expect(jsonOf(await owner(kind))).toMatchObject({ TextField: id });
  expect(await addItem(owner, made, { Title: 'x', KindText: `Park|${park}` })).toMatchObject({ Kind: { TermGuid: park, WssId: 3 } });
  expectStatus(await write(owner, kind, 'MERGE', '*', { 'odata.type': 'SP.Taxonomy.TaxonomyField', TermSetId: store, Open: false }), 204);
  expect(jsonOf(await owner(kind))).toMatchObject({ TermSetId: store, Open: false, SspId: store, TextField: id });
  // Another term set numbers the same guid anew.
  expect(await addItem(owner, made, { Title: 'y', Kind: term('Park', park) })).toMatchObject({ Kind: { WssId: 4 } });
  expectStatus(await write(owner, kind, 'DELETE', '*'), 200);
  expect(rowsOf(await owner(`${made}/fields?$filter=startswith(InternalName,'Kind')`))).toEqual([]);
});

test('a site column comes to a list with a content type, with a note column of its own there', async () => {
  await sp.web.fields.createFieldAsXml(column('Place', 'TaxonomyFieldType'));
  const { TextField } = jsonOf(await owner('_api/web/fields/getbytitle(\'Place\')'));
  expect(jsonOf(await owner(`_api/web/fields(guid'${String(TextField)}')`))).toMatchObject({ Title: 'Place_0' });
  expect(rowsOf(await owner('_api/web/fields?$filter=InternalName eq \'TaxCatchAll\''))).toHaveLength(1);
  const type = `0x0100${'AB'.repeat(16)}`;
  expectStatus(await owner('_api/web/contenttypes', { body: { Id: { StringValue: type }, Name: 'Placed' } }), 201);
  expectStatus(await owner(`_api/web/contenttypes('${type}')/fieldlinks`, { body: { FieldInternalName: 'Place' } }), 201);
  const placed = await makeList(owner, 'Placed');
  expectStatus(await owner(`${placed}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: type } }), 204);
  const there = jsonOf(await owner(`${placed}/fields/getbytitle('Place')`));
  expect([there.TermSetId, there.TextField === TextField]).toEqual([set, false]);
  expect(jsonOf(await owner(`${placed}/fields(guid'${String(there.TextField)}')`))).toMatchObject({ Title: 'Place_0', Hidden: true });
  expect(await addItem(owner, placed, { Title: 'x', Place: term('Park', park) })).toMatchObject({ Place: { WssId: 3 } });
});

test('managed metadata counts among the twelve lookups of a view; a column of no kind is not made one', async () => {
  const names = Array.from({ length: 13 }, (_, index) => `Term${index}`);
  const many = await makeList(owner, 'Many', names.map((name) => column(name, 'TaxonomyFieldType')));
  const rendered = async (count: number): Promise<number> => (await owner(`${many}/renderlistdataasstream`, {
    body: { parameters: { ViewXml: `<View><ViewFields>${names.slice(0, count).map((name) => `<FieldRef Name="${name}"/>`).join('')}</ViewFields></View>` } }
  })).status;
  expect([await rendered(12), await rendered(13)]).toEqual([200, 500]);
  expect((await owner(`${many}/fields/addfield`, { body: { parameters: { Title: 'None', FieldTypeKind: 0 } } })).status).not.toBe(200);
  expect(rowsOf(await owner(`${many}/fields?$filter=Title eq 'None'`))).toEqual([]);
});

test('the list that numbers terms is read by all and written by the site alone', async () => {
  const hidden = '_api/web/lists/getbytitle(\'TaxonomyHiddenList\')';
  for (const ask of [owner, member]) {
    const refused = [
      await write(ask, `${hidden}/items(1)`, 'MERGE', '*', { Term: 'taken' }), await write(ask, `${hidden}/items(1)`, 'DELETE', '*'), await ask(`${hidden}/items`, { body: { Title: 'x' } }),
      await write(ask, hidden, 'DELETE', '*'), await ask(`${hidden}/recycle`, { method: 'POST' }), await ask(`${hidden}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' }),
      await write(ask, `${hidden}/fields/getbytitle('Term')`, 'DELETE', '*')
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  }
  // A member's new term is numbered all the same.
  expect(await addItem(member, list, { Title: 'by a member', Area: term('New', '3c1f0f5e-27a3-4c5e-9a61-52d5a3f0b1aa') })).toMatchObject({ Area: { TermGuid: '3c1f0f5e-27a3-4c5e-9a61-52d5a3f0b1aa' } });
});
