import * as fc from 'fast-check';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList, rowsOf, write } from './support/lists';

const roles = { read: 1073741826, contribute: 1073741827, none: 0 } as const;
type Role = keyof typeof roles;
let server: TestSharePoint;
let owner: Ask;
let member: Ask;
let memberId: number;
let number = 0;

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  memberId = Number(jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } })).Id);
}, 60000);
afterAll(() => server.stop());

async function setRole(securable: string, role: Role): Promise<void> {
  const path = `${securable}/roleassignments`;
  for (const id of [roles.read, roles.contribute]) {
    expectStatus(await owner(`${path}/removeroleassignment(principalid=${memberId},roledefid=${id})`, { method: 'POST' }), 200);
  }
  if (role !== 'none') {
    expectStatus(await owner(`${path}/addroleassignment(principalid=${memberId},roledefid=${roles[role]})`, { method: 'POST' }), 200);
  }
}

/** What the member is given, and what the member then tries. */
const given = fc.array(fc.oneof(
  fc.record({ what: fc.constant('list' as const), role: fc.constantFrom<Role>('read', 'contribute', 'none') }),
  fc.record({ what: fc.constant('item' as const), item: fc.integer({ min: 1, max: 3 }), role: fc.constantFrom<Role>('read', 'contribute', 'none') }),
  fc.record({ what: fc.constant('reset' as const), item: fc.integer({ min: 1, max: 3 }) })
), { maxLength: 6 });

test('no sequence of role assignments lets an account read or change what they do not allow', async () => {
  await fc.assert(fc.asyncProperty(given, async (changes) => {
    const list = await makeList(owner, `Guarded ${++number}`);
    for (const Title of ['1', '2', '3']) {
      await addItem(owner, list, { Title });
    }
    expectStatus(await owner(`${list}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' }), 200);
    let listRole: Role = 'none';
    const itemRoles = new Map<number, Role>();
    for (const change of changes) {
      if (change.what === 'list') {
        await setRole(list, change.role);
        listRole = change.role;
      } else if (change.what === 'item') {
        const item = `${list}/items(${change.item})`;
        await owner(`${item}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
        await setRole(item, change.role);
        itemRoles.set(change.item, change.role);
      } else {
        expectStatus(await owner(`${list}/items(${change.item})/resetroleinheritance`, { method: 'POST' }), 200);
        itemRoles.delete(change.item);
      }
    }
    const roleOf = (item: number): Role => itemRoles.get(item) ?? listRole;
    const readable = [1, 2, 3].filter((item) => roleOf(item) !== 'none');
    // A list is open to who may read it, or one of its items.
    const isOpen = listRole !== 'none' || readable.length > 0;
    const rows = await member(`${list}/items?$select=Id`);
    expect(isOpen ? rowsOf(rows).map((row) => row.Id) : rows.status >= 400).toEqual(isOpen ? readable : true);
    for (const item of [1, 2, 3]) {
      const path = `${list}/items(${item})`;
      const before = jsonOf(await owner(`${path}?$select=Title`)).Title;
      const read = await member(path);
      const merge = await write(member, path, 'MERGE', '*', { Title: 'changed by the member' });
      const mayWrite = roleOf(item) === 'contribute';
      expect([item, read.status === 200]).toEqual([item, roleOf(item) !== 'none']);
      expect([item, merge.status === 204]).toEqual([item, mayWrite]);
      expect(jsonOf(await owner(`${path}?$select=Title`)).Title).toBe(mayWrite ? 'changed by the member' : before);
    }
    expect((await member(`${list}/items`, { body: { Title: 'new' } })).status === 201).toBe(listRole === 'contribute');
  }), { numRuns: 15 });
}, 60000);
