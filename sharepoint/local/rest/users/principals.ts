import type { LocalAccount } from '../../configuration';
import type { PrincipalRecord } from '../state/records';
import { principalKey, type Store } from '../state/store';

export const membershipClaim = 'i:0#.f|membership|';

/** The claims form of a login, which SharePoint calls LoginName. */
export const claimOf = (login: string): string => (login.includes('|') ? login : membershipClaim + login).toLowerCase();

/** The account with the claim, or with the mail that somebody typed instead. */
export const accountOfClaim = (accounts: readonly LocalAccount[], claim: string): LocalAccount | undefined =>
  accounts.find((account) => claimOf(account.login) === claim) ??
  accounts.find((account) => account.email !== undefined && claimOf(account.email) === claim);

export function principalsOf(store: Store, site: string): PrincipalRecord[] {
  return [...store.principals.values()].filter((principal) => principal.site === site).sort((one, other) => one.id - other.id);
}

export function principalByLogin(store: Store, site: string, login: string): PrincipalRecord | undefined {
  const wanted = login.toLowerCase();
  for (const principal of store.principals.values()) {
    if (principal.site === site && principal.loginName.toLowerCase() === wanted) {
      return principal;
    }
  }
  return undefined;
}

/** Gives the account an id in the site, once. */
export function ensurePrincipal(context: { store: Store; site: { url: string }; now: number }, account: LocalAccount): PrincipalRecord {
  const { store, site } = context;
  return principalByLogin(store, site.url, claimOf(account.login)) ?? addPrincipal(store, {
    ...emptyPrincipal(site.url, context.now), kind: 1, loginName: claimOf(account.login), title: account.title, email: account.email ?? account.login
  });
}

export const emptyPrincipal = (site: string, now: number): Omit<PrincipalRecord, 'id' | 'kind' | 'loginName' | 'title'> => ({
  site, email: '', isSiteAdmin: false, members: [], description: '', ownerId: 0,
  allowMembersEditMembership: false, onlyAllowMembersViewMembership: true, created: now
});

/** Puts a new principal in under the site's next id. */
export function addPrincipal(store: Store, principal: Omit<PrincipalRecord, 'id'>): PrincipalRecord {
  const web = store.webs.get(principal.site);
  if (!web) {
    throw new Error(`There is no web at ${principal.site}.`);
  }
  const added = { ...principal, id: web.nextPrincipalId };
  store.webs.put({ ...web, nextPrincipalId: web.nextPrincipalId + 1 });
  store.principals.put(added);
  return added;
}

export const principalById = (store: Store, site: string, id: number): PrincipalRecord | undefined => store.principals.get(principalKey(site, id));
