import { demand, type RequestContext } from '../dispatch/context';
import { rights } from '../permissions/masks';
import type { Assignment, PrincipalRecord } from '../state/records';
import { principalsOf } from './principals';

/** Takes a principal out of every role assignment of its site. */
export function takeRights(principal: PrincipalRecord, context: RequestContext): void {
  const { store } = context;
  const without = <T extends { assignments?: Assignment[] }>(record: T): T =>
    ({ ...record, assignments: record.assignments?.filter((assignment) => assignment.principalId !== principal.id) });
  store.webs.put(without(context.web()));
  for (const list of [...store.lists.values()].filter((candidate) => candidate.site === principal.site)) {
    if (list.assignments) {
      store.lists.put(without(list));
    }
    for (const item of [...store.items.of(list.id).values()].filter((candidate) => candidate.assignments)) {
      store.items.put(without(item));
    }
  }
}

/**
 * Takes a user off the site: out of groups and role assignments and out of `siteusers`. What the user wrote keeps the
 * name, and the user gets the same id again [A].
 */
export function removeUser(user: PrincipalRecord, context: RequestContext): void {
  demand(context.effective.onWeb(context.web()), rights.managePermissions);
  takeRights(user, context);
  for (const group of principalsOf(context.store, user.site).filter((candidate) => candidate.members.includes(user.id))) {
    context.store.principals.put({ ...group, members: group.members.filter((id) => id !== user.id) });
  }
  context.store.principals.put({ ...user, isRemoved: true });
}
