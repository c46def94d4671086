import { people, type Answered, type Ask } from '../../support/localSharePoint';
import { addItem, expectStatus, jsonOf, makeList } from './lists';

/** What can have permissions of its own in the guarded site, and what it inherits from. */
export const parents = { list: undefined, item1: 'list', item2: 'list', library: undefined, folder: 'library', file: 'folder' } as const;
export type Scope = keyof typeof parents;
export const scopes = Object.keys(parents) as Scope[];

export const levels = { none: 0, read: 1073741826, contribute: 1073741827 } as const;
export type Level = keyof typeof levels;

/** What the owner does next. */
export type Change =
  | { what: 'grant'; scope: Scope; to: 'member' | 'group'; level: Level }
  | { what: 'inherit'; scope: Scope }
  | { what: 'group'; isIn: boolean };

/** A list and a library that nobody but the owner sees, with words in them that give a leak away. */
export interface Guarded {
  list: string;
  libraryUrl: string;
  addresses: Record<Scope, string>;
  /** Words that are only in what belongs to the scope. */
  secrets: Partial<Record<Scope, string>>;
  memberId: number;
  groupId: number;
}

const post = (ask: Ask, path: string): Promise<Answered> => ask(path, { method: 'POST' });

export async function makeGuarded(owner: Ask, number: number): Promise<Guarded> {
  const list = await makeList(owner, `Guarded ${number}`);
  const secrets = { item1: `tango${number}x`, item2: `sierra${number}x`, file: `victor${number}x`, folder: `yankee${number}x` };
  await addItem(owner, list, { Title: secrets.item1 });
  await addItem(owner, list, { Title: secrets.item2 });
  expectStatus(await owner(`${list}/items(1)/attachmentfiles/add(filename='a.txt')`, { method: 'POST', body: secrets.item1 }), 200);
  expectStatus(await owner(`${list}/items(1)/comments`, { body: { text: secrets.item1 } }), 201);
  const library = await makeList(owner, `Papers ${number}`, [], { BaseTemplate: 101 });
  const libraryUrl = String(jsonOf(await owner(`${library}/rootfolder`)).ServerRelativeUrl);
  expectStatus(await owner('_api/web/folders', { body: { ServerRelativeUrl: `${libraryUrl}/${secrets.folder}` } }), 201);
  const folder = `_api/web/getfolderbyserverrelativeurl('${libraryUrl}/${secrets.folder}')`;
  expectStatus(await owner(`${folder}/files/add(url='${secrets.file}.txt',overwrite=false)`, { method: 'POST', body: secrets.file }), 200);
  const file = `_api/web/getfilebyserverrelativeurl('${libraryUrl}/${secrets.folder}/${secrets.file}.txt')`;
  const addresses = { list, item1: `${list}/items(1)`, item2: `${list}/items(2)`, library, folder: `${folder}/listitemallfields`, file: `${file}/listitemallfields` };
  for (const scope of [list, library]) {
    expectStatus(await post(owner, `${scope}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`), 200);
  }
  const memberId = Number(jsonOf(await owner('_api/web/ensureuser', { body: { logonName: people.member } })).Id);
  const groupId = Number(jsonOf(await owner('_api/web/sitegroups', { body: { Title: `Guards ${number}` } })).Id);
  return { list, libraryUrl, addresses, secrets, memberId, groupId };
}

/** Does what the owner does, over REST. */
export async function apply(change: Change, guarded: Guarded, owner: Ask): Promise<void> {
  if (change.what === 'group') {
    const users = `_api/web/sitegroups(${guarded.groupId})/users`;
    expectStatus(await post(owner, `${users}/${change.isIn ? 'adduserbyid' : 'removebyid'}(${guarded.memberId})`), 200);
    return;
  }
  const address = guarded.addresses[change.scope];
  if (change.what === 'inherit') {
    expectStatus(await post(owner, `${address}/resetroleinheritance`), 200);
    return;
  }
  expectStatus(await post(owner, `${address}/breakroleinheritance(copyroleassignments=false,clearsubscopes=false)`), 200);
  const principal = change.to === 'member' ? guarded.memberId : guarded.groupId;
  for (const level of ['read', 'contribute'] as const) {
    const call = level === change.level ? 'addroleassignment' : 'removeroleassignment';
    expectStatus(await post(owner, `${address}/roleassignments/${call}(principalid=${principal},roledefid=${levels[level]})`), 200);
  }
}

/** What the changes so far allow, worked out without SharePoint. */
export function levelOf(scope: Scope, changes: readonly Change[]): Level {
  let own: Record<'member' | 'group', Level> | undefined = parents[scope] === undefined ? { member: 'none', group: 'none' } : undefined;
  let isIn = false;
  for (const change of changes) {
    if (change.what === 'group') {
      isIn = change.isIn;
    } else if (change.scope === scope) {
      own = change.what === 'inherit' ? undefined : { ...(own ?? { member: 'none', group: 'none' }), [change.to]: change.level };
    }
  }
  const parent = parents[scope];
  if (own === undefined) {
    return parent === undefined ? 'none' : levelOf(parent, changes);
  }
  const given: Level[] = isIn ? [own.member, own.group] : [own.member];
  return given.includes('contribute') ? 'contribute' : given.includes('read') ? 'read' : 'none';
}
