import { randomUUID } from 'node:crypto';
import type { LocalAccount, LocalSite } from '../../configuration';
import { newList } from '../lists/newList';
import { builtInRoles, roleIds } from '../permissions/masks';
import { addPrincipal, claimOf, emptyPrincipal, ensurePrincipal } from '../users/principals';
import type { ListRecord } from './records';
import type { Store } from './store';

const systemAccountId = 1073741823;
const firstPrincipalId = 3;
const firstCustomRoleId = 1073741924;

/**
 * Makes a site as SharePoint makes a team site: three associated groups, the built-in permission levels, the
 * libraries every site has. Nobody but the owner is in a group.
 */
export function newSite(store: Store, site: LocalSite, accounts: readonly LocalAccount[], now: number): void {
  const isDanish = site.localeId === 1030;
  store.webs.put({
    url: site.url, siteId: randomUUID(), webId: randomUUID(), title: site.title, description: '', created: now,
    timeZoneId: site.timeZoneId, localeId: site.localeId, groups: { owners: 0, members: 0, visitors: 0 }, assignments: [],
    nextPrincipalId: firstPrincipalId, nextRoleDefinitionId: firstCustomRoleId, version: 1
  });
  for (const { id, name, kind, high, low, order, hidden, description } of builtInRoles) {
    store.roleDefinitions.put({ site: site.url, id, name, kind, high, low, order, hidden, description });
  }
  store.principals.put({
    ...emptyPrincipal(site.url, now), id: systemAccountId, kind: 1, loginName: 'SHAREPOINT\\system', title: isDanish ? 'Systemkonto' : 'System Account', isSiteAdmin: true
  });
  const group = (danish: string, english: string): number => {
    const title = isDanish ? danish : english;
    return addPrincipal(store, { ...emptyPrincipal(site.url, now), kind: 8, loginName: title, title, onlyAllowMembersViewMembership: false }).id;
  };
  const owners = group(`Ejere af ${site.title}`, `${site.title} Owners`);
  const visitors = group(`Besøgende på ${site.title}`, `${site.title} Visitors`);
  const members = group(`Medlemmer af ${site.title}`, `${site.title} Members`);
  const account = accounts.find((candidate) => claimOf(candidate.login) === claimOf(site.owner));
  if (!account) {
    throw new Error(`The owner ${site.owner} of ${site.url} is not among the accounts.`);
  }
  const owner = ensurePrincipal({ store, site, now }, account);
  for (const id of [owners, visitors, members]) {
    const record = store.principals.get(`${site.url}|${id}`);
    if (record) {
      store.principals.put({
        ...record, ownerId: owners, allowMembersEditMembership: id === members, members: id === owners ? [owner.id] : []
      });
    }
  }
  const web = store.webs.get(site.url);
  if (!web) {
    throw new Error(`The web at ${site.url} was not made.`);
  }
  store.webs.put({
    ...web,
    groups: { owners, members, visitors },
    assignments: [
      { principalId: owners, roleDefinitionIds: [roleIds.fullControl] },
      { principalId: members, roleDefinitionIds: [roleIds.edit] },
      { principalId: visitors, roleDefinitionIds: [roleIds.read] }
    ]
  });
  const library = (folder: string, danish: string, english: string, baseTemplate: number, hidden: boolean = false): ListRecord => {
    const { list, counters } = newList({
      site: site.url, url: `${site.url}/${folder}`, title: isDanish ? danish : english, description: '', baseTemplate, hidden,
      localeId: site.localeId, authorId: systemAccountId, now
    });
    store.lists.put(list);
    store.counters.put(counters);
    return list;
  };
  library('Shared Documents', 'Dokumenter', 'Documents', 101);
  addHomePage(store, library('SitePages', 'Webstedssider', 'Site Pages', 119), now);
  library('SiteAssets', 'Webstedsaktiver', 'Site Assets', 101);
  library('_catalogs/users', 'Liste over brugeroplysninger', 'User Information List', 112, true);
}

/** The first item of Site Pages. What it shows is drawn by the page side, not by its bytes. */
function addHomePage(store: Store, list: ListRecord, now: number): void {
  const uniqueId = randomUUID();
  const bytes = Buffer.from('<%@ Page Language="C#" %>\n');
  store.items.put({
    list: list.id, id: 1, guid: randomUUID(), uniqueId, version: 1, uiVersion: 512, created: now, modified: now, authorId: systemAccountId, editorId: systemAccountId,
    contentTypeId: list.contentTypeId, values: { Title: 'Home' }, place: { dir: list.url, name: 'Home.aspx', isFolder: false },
    content: { id: store.contents.put(uniqueId, bytes), length: bytes.length, version: 1 }
  });
  const counters = store.counters.get(list.id);
  if (counters) {
    store.counters.put({ ...counters, nextItemId: 2 });
  }
}
