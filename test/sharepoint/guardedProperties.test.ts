import * as fc from 'fast-check';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { apply, type Change, type Guarded, type Level, levelOf, makeGuarded, parents, type Scope, scopes } from './support/guarded';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let open: string;
let number = 0;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  open = await makeList(owner, 'Open');
  expectStatus(await owner(`${open}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, { method: 'POST' }), 200);
  const { Id: memberId } = jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } }));
  expectStatus(await owner(`${open}/roleassignments/addroleassignment(principalid=${String(memberId)},roledefid=1073741827)`, { method: 'POST' }), 200);
}, 60000);
afterAll(() => server.stop());

const scope = fc.constantFrom(...scopes);
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('grant' as const), scope, to: fc.constantFrom('member' as const, 'group' as const), level: fc.constantFrom<Level>('none', 'read', 'contribute') }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('inherit' as const), scope: scope.filter((one) => parents[one] !== undefined) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('group' as const), isIn: fc.boolean() }) }
);

/** Every way to read that there is: what comes back may hold no word of what may not be read. */
const reads: ((guarded: Guarded, open: string) => [string, object?])[] = [
  ({ list }) => [`${list}/items`],
  ({ list }) => [`${list}/items?$filter=substringof('x',Title)&$orderby=Title desc&$expand=AttachmentFiles`],
  ({ list }) => [`${list}/getitems`, { query: { ViewXml: '<View><Query><OrderBy><FieldRef Name="Title"/></OrderBy></Query></View>' } }],
  ({ list }) => [`${list}/renderlistdataasstream`, { parameters: { RenderOptions: 2 } }],
  ({ list }) => [`${list}?$expand=Items,RootFolder`],
  ({ list }) => [`${list}/getchanges`, { query: { Item: true, Add: true, Update: true } }],
  ({ addresses }) => [addresses.item1],
  ({ addresses }) => [`${addresses.item1}/title/$value`],
  ({ addresses }) => [`${addresses.item1}/versions`],
  ({ addresses }) => [`${addresses.item1}/attachmentfiles('a.txt')/$value`],
  ({ addresses }) => [`${addresses.item2}?$expand=FieldValuesAsText`],
  ({ addresses }) => [`${addresses.item1}/fieldvaluesashtml`],
  ({ addresses }) => [`${addresses.item2}/properties`],
  ({ addresses }) => [`${addresses.file}/firstuniqueancestorsecurableobject`],
  ({ list }) => [`${list}/getlistitemchangessincetoken`, { query: {} }],
  ({ list }) => [`${list}/renderlistdata(@v)?@v='<View />'`, {}],
  ({ addresses }) => [`${addresses.item1}/versions(512)`],
  ({ addresses }) => [`${addresses.item1}/comments`],
  ({ addresses }) => [`${addresses.item1}/getcomments`],
  ({ libraryUrl }) => [`_api/web/getfolderbyserverrelativeurl('${libraryUrl}')/storagemetrics`],
  ({ addresses }) => [`${addresses.library}/rootfolder?$expand=Properties,Folders/ListItemAllFields,Files/ListItemAllFields`],
  ({ list }) => [`${list}/getitembyid(2)`],
  ({ addresses }) => [`${addresses.library}/items?$select=FileRef,FileLeafRef,FileDirRef`],
  ({ addresses }) => [`${addresses.library}/renderlistdataasstream`, { parameters: { RenderOptions: 2, ViewXml: '<View Scope="RecursiveAll" />' } }],
  ({ libraryUrl }) => [`_api/web/getfolderbyserverrelativeurl('${libraryUrl}')?$expand=Files,Folders`],
  ({ libraryUrl, secrets }) => [`_api/web/getfolderbyserverrelativeurl('${libraryUrl}/${String(secrets.folder)}')/files`],
  ({ addresses }) => [addresses.file],
  ({ libraryUrl, secrets }) => [`_api/web/getfilebyserverrelativeurl('${libraryUrl}/${String(secrets.folder)}/${String(secrets.file)}.txt')/$value`],
  ({ libraryUrl, secrets }) => [`http-plain:${libraryUrl}/${String(secrets.folder)}/${String(secrets.file)}.txt`],
  () => ['_api/web/lists?$expand=Items'],
  () => ['_api/web/recyclebin'],
  (_, open) => [`${open}/items?$select=Ref/Title&$expand=Ref`],
  (_, open) => [`${open}/getlistitemchangessincetoken`, { query: {} }],
  (_, open) => [`${open}/items?$select=Id&$expand=Versions`],
  (_, open) => [`${open}/items?$select=Id&$expand=FieldValuesAsText,FieldValuesAsHtml,FieldValuesForEdit`],
  (_, open) => [`${open}/renderlistdataasstream`, { parameters: { RenderOptions: 2, ViewXml: '<View><ViewFields><FieldRef Name="Ref"/></ViewFields></View>' } }],
  (_, open) => [`${open}/getchanges`, { query: { Item: true, Add: true } }]
];

const ask = ([path, body]: [string, object?], as: Ask): Promise<Answered> =>
  as(path.startsWith('http-plain:') ? server.origin + path.slice('http-plain:'.length) : path, body === undefined ? {} : { body });

/** Lets an open list refer to the guarded one. */
async function refer(guarded: Guarded): Promise<void> {
  const target = String(jsonOf(await owner(`${guarded.list}?$select=Id`)).Id);
  const column = `<Field Type="Lookup" Name="Ref" DisplayName="Ref" ShowField="Title" List="{${target}}" />`;
  await owner(`${open}/fields/getbyinternalnameortitle('Ref')`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE' } });
  expectStatus(await owner(`${open}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: column, Options: 8 } } }), 200);
  await addItem(owner, open, { Title: 'refers', RefId: 1 });
}

/** Every way to change something, and the scope whose Contribute it needs; undefined is more than Contribute can do. */
const writes: { needs: Scope | undefined; send: (guarded: Guarded, as: Ask) => Promise<Answered> }[] = [
  { needs: 'item1', send: ({ addresses }, as) => write(as, addresses.item1, 'MERGE', '*', { Title: 'taken' }) },
  { needs: 'item1', send: ({ addresses }, as) => as(`${addresses.item1}/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Title', FieldValue: 'taken' }] } }) },
  { needs: 'item2', send: ({ addresses }, as) => write(as, addresses.item2, 'DELETE', '*') },
  { needs: 'item2', send: ({ addresses }, as) => as(`${addresses.item2}/recycle`, { method: 'POST' }) },
  { needs: 'item1', send: ({ addresses }, as) => as(`${addresses.item1}/attachmentfiles/add(filename='b.txt')`, { method: 'POST', body: 'b' }) },
  { needs: 'item1', send: ({ addresses }, as) => as(`${addresses.item1}/comments`, { body: { text: 'taken' } }) },
  { needs: 'list', send: ({ list }, as) => as(`${list}/items`, { body: { Title: 'new' } }) },
  { needs: 'file', send: ({ libraryUrl, secrets }, as) => as(`_api/web/getfilebyserverrelativeurl('${libraryUrl}/${String(secrets.folder)}/${String(secrets.file)}.txt')/$value`, { method: 'POST', headers: { 'X-HTTP-Method': 'PUT' }, body: 'taken' }) },
  { needs: 'file', send: ({ addresses }, as) => write(as, addresses.file, 'DELETE', '*') },
  { needs: 'folder', send: ({ libraryUrl, secrets }, as) => as(`_api/web/getfolderbyserverrelativeurl('${libraryUrl}/${String(secrets.folder)}')/files/add(url='n.txt',overwrite=true)`, { method: 'POST', body: 'n' }) },
  { needs: 'library', send: ({ libraryUrl }, as) => as('_api/web/folders', { body: { ServerRelativeUrl: `${libraryUrl}/new` } }) },
  ...scopes.flatMap((one) => [
    { needs: undefined, send: ({ addresses }: Guarded, as: Ask) => as(`${addresses[one]}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, { method: 'POST' }) },
    { needs: undefined, send: ({ addresses }: Guarded, as: Ask) => as(`${addresses[one]}/resetroleinheritance`, { method: 'POST' }) },
    { needs: undefined, send: ({ addresses, memberId }: Guarded, as: Ask) => as(`${addresses[one]}/roleassignments/addroleassignment(principalid=${memberId},roledefid=1073741829)`, { method: 'POST' }) }
  ]),
  { needs: undefined, send: ({ list }, as) => write(as, list, 'MERGE', '*', { Description: 'taken' }) },
  { needs: undefined, send: ({ list }, as) => write(as, list, 'DELETE', '*') },
  { needs: undefined, send: ({ list }, as) => as(`${list}/recycle`, { method: 'POST' }) },
  { needs: undefined, send: ({ list }, as) => as(`${list}/fields`, { body: { Title: 'Taken', FieldTypeKind: 2 } }) },
  { needs: undefined, send: ({ list }, as) => as(`${list}/views`, { body: { Title: 'Taken', PersonalView: false } }) },
  { needs: undefined, send: ({ groupId, memberId }, as) => as(`_api/web/sitegroups(${groupId})/users/adduserbyid(${memberId})`, { method: 'POST' }) },
  { needs: undefined, send: ({ groupId, memberId }, as) => as(`_api/web/sitegroups(${groupId})/setuserasowner(${memberId})`, { method: 'POST' }) },
  { needs: undefined, send: ({ groupId }, as) => as(`_api/web/sitegroups/removebyid(${groupId})`, { method: 'POST' }) },
  { needs: undefined, send: ({ memberId }, as) => as(`_api/web/roleassignments/addroleassignment(principalid=${memberId},roledefid=1073741829)`, { method: 'POST' }) },
  { needs: undefined, send: (_, as) => write(as, '_api/web/roledefinitions(1073741826)', 'MERGE', '*', { BasePermissions: { High: '2147483647', Low: '4294967295' } }) },
  { needs: undefined, send: (_, as) => as('_api/web/lists', { body: { Title: `Taken ${number}`, BaseTemplate: 100 } }) },
  { needs: undefined, send: (_, as) => write(as, '_api/web', 'MERGE', '*', { Title: 'taken' }) }
];

/** What the owner sees of everything that could be changed. */
async function everything({ list, addresses, libraryUrl, groupId }: Guarded): Promise<string> {
  const roles = (address: string): string => `${address}?$select=HasUniqueRoleAssignments,RoleAssignments/PrincipalId,RoleAssignments/RoleDefinitionBindings/Id&$expand=RoleAssignments/RoleDefinitionBindings`;
  const paths = [
    `${list}/items?$select=Id,Title,AttachmentFiles/FileName&$expand=AttachmentFiles`, `${addresses.item1}/comments?$select=text`, `${list}?$select=Description,Fields/Id,Views/Id&$expand=Fields,Views`,
    `_api/web/getfolderbyserverrelativeurl('${libraryUrl}')?$select=Name,Folders/Name,Folders/Files/Name,Folders/Files/Length&$expand=Folders/Files`,
    `_api/web/sitegroups(${groupId})?$select=OwnerTitle,Users/Id&$expand=Users`, '_api/web/roledefinitions?$select=BasePermissions',
    '_api/web?$select=Title,RoleAssignments/PrincipalId&$expand=RoleAssignments', ...[...new Set(scopes.map((one) => addresses[one]))].map(roles)
  ];
  return (await Promise.all(paths.map(async (path) => (await owner(path)).text))).join('\n');
}

test('no sequence of requests reads or changes what role assignments do not allow', async () => {
  const step = fc.oneof(change.map((one) => ({ change: one })), fc.nat(reads.length - 1).map((read) => ({ read })), fc.nat(writes.length - 1).map((tried) => ({ tried })));
  let seen = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
    const guarded = await makeGuarded(owner, ++number);
    await refer(guarded);
    const changes: Change[] = [];
    for (const one of steps) {
      if ('change' in one) {
        await apply(one.change, guarded, owner);
        changes.push(one.change);
      } else if ('read' in one) {
        const asked = reads[one.read](guarded, open);
        const answer = await ask(asked, member);
        for (const [name, secret] of Object.entries(guarded.secrets)) {
          // An error may repeat the address that was asked for.
          const isTold = answer.status < 400 && answer.text.includes(secret);
          const mayBeTold = levelOf(name as Scope, changes) !== 'none' || (name === 'folder' && levelOf('file', changes) !== 'none');
          seen += isTold ? 1 : 0;
          expect([asked[0], name, isTold && !mayBeTold]).toEqual([asked[0], name, false]);
        }
      } else {
        const { needs, send } = writes[one.tried];
        if (needs !== undefined && levelOf(needs, changes) === 'contribute') {
          continue;
        }
        const before = await everything(guarded);
        const answer = await send(guarded, member);
        expect([one.tried, answer.status, await everything(guarded)]).toEqual([one.tried, answer.status, before]);
      }
    }
  }), { numRuns: 40 });
  // The words do come where they may: the property looks at answers that have something in them.
  expect(seen).toBeGreaterThan(0);
}, 120000);

test.each(writes.flatMap((one, index) => (one.needs === undefined ? [] : [[index, one] as const])))('a write that Contribute allows is done (%d)', async (_, { needs, send }) => {
  const guarded = await makeGuarded(owner, ++number);
  await apply({ what: 'grant', scope: needs ?? 'list', to: 'member', level: 'contribute' }, guarded, owner);
  const before = await everything(guarded);
  expect((await send(guarded, member)).status).toBeLessThan(300);
  expect(await everything(guarded)).not.toBe(before);
});

test.each(reads.map((read, index) => [index, read] as const))('a way to read shows what may be read (%d)', async (_, read) => {
  const guarded = await makeGuarded(owner, ++number);
  await refer(guarded);
  for (const one of ['list', 'library'] as const) {
    await apply({ what: 'grant', scope: one, to: 'member', level: 'read' }, guarded, owner);
  }
  expectStatus(await ask(read(guarded, open), member), 200);
  expect(rowsOf(await member(`${guarded.list}/items`))).toHaveLength(2);
});
