import type { Assignment, ItemRecord, ListRecord, PrincipalRecord, WebRecord } from '../state/records';
import { principalKey, type Store } from '../state/store';
import { assignmentsOf } from './inheritance';
import { fullMask, maskOf, readingMask } from './masks';

/** Claim of the group that every account of the tenant is in. */
export const everyoneClaim = /^c:0-\.f\|rolemanager\|spo-grid-all-users\//;

/** What one account may do, computed from role assignments and nothing else. */
export interface Effective {
  onWeb(web: WebRecord): bigint;
  onList(list: ListRecord): bigint;
  onItem(list: ListRecord, item: ItemRecord): bigint;
}

/** The ids of everything that counts as the account: itself, security groups and SharePoint groups. */
export function principalIdsOf(store: Store, site: string, userId: number | undefined): ReadonlySet<number> {
  const ids = new Set<number>(userId === undefined ? [] : [userId]);
  const groups: PrincipalRecord[] = [];
  for (const principal of store.principals.values()) {
    if (principal.site === site && principal.kind === 4 && everyoneClaim.test(principal.loginName)) {
      ids.add(principal.id);
    } else if (principal.site === site && principal.kind === 8) {
      groups.push(principal);
    }
  }
  for (const group of groups) {
    if (group.members.some((member) => ids.has(member))) {
      ids.add(group.id);
    }
  }
  return ids;
}

/** Effective permissions of an account of a site: the union of its role definitions in the scope that counts. */
export function effectivePermissions(store: Store, site: string, userId: number | undefined): Effective {
  const ids = principalIdsOf(store, site, userId);
  const isAdmin = userId !== undefined && store.principals.get(principalKey(site, userId))?.isSiteAdmin === true;
  // Assignments are replaced, never changed, so a scope's mask can be kept by its array.
  const masks = new WeakMap<Assignment[], bigint>();

  function inScope(assignments: Assignment[]): bigint {
    if (isAdmin) {
      return fullMask;
    }
    const known = masks.get(assignments);
    if (known !== undefined) {
      return known;
    }
    let mask = 0n;
    for (const assignment of assignments) {
      if (ids.has(assignment.principalId)) {
        for (const id of assignment.roleDefinitionIds) {
          const role = store.roleDefinitions.get(principalKey(site, id));
          mask |= role ? maskOf(role.high, role.low) : 0n;
        }
      }
    }
    masks.set(assignments, mask);
    return mask;
  }

  const webAssignments = (): Assignment[] => store.webs.get(site)?.assignments ?? [];
  const asListAllows = ({ readOnly }: ListRecord, mask: bigint): bigint => (readOnly ? mask & readingMask : mask);
  return {
    onWeb: (web) => inScope(web.assignments),
    onList: (list) => asListAllows(list, inScope(list.assignments ?? webAssignments())),
    onItem: (list, item) => asListAllows(list, inScope(assignmentsOf(store, list, item) ?? webAssignments()))
  };
}
