import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import type { Arguments } from '../odata/arguments';
import type { Node } from '../odata/nodes';
import type { PrincipalRecord } from '../state/records';
import { type DirectoryEntry, resolveInDirectory, searchDirectory } from './directory';
import { groupsOf, mayViewMembers } from './groupResource';
import { principalById } from './principals';
import { ensureUser } from './userResource';

const infoType = 'SP.Utilities.PrincipalInfo';

const infoOf = (entry: DirectoryEntry): Record<string, unknown> => ({
  Department: null, DisplayName: entry.title, Email: entry.email, JobTitle: null, LoginName: entry.loginName, Mobile: null,
  PrincipalId: entry.principalId ?? -1, PrincipalType: entry.kind, SIPAddress: null
});

/** `SP.Utilities.Utility.SearchPrincipalsUsingContextWeb` */
export function searchPrincipals(args: Arguments, context: RequestContext): Node {
  const group = args.has('groupName') && args.text('groupName') !== '' ? groupsOf(context).find((candidate) => candidate.title === args.text('groupName')) : undefined;
  const found = searchDirectory({ text: args.text('input'), kinds: args.integer('scopes'), from: args.integer('sources'), groupId: group?.id }, context);
  return {
    kind: 'value', type: `Collection(${infoType})`, name: 'SearchPrincipalsUsingContextWeb', value: found.slice(0, args.integer('maxCount')).map(infoOf)
  };
}

/** `SP.Utilities.Utility.ResolvePrincipalInCurrentContext`; nobody is null. */
export function resolvePrincipal(args: Arguments, context: RequestContext): Node {
  const found = resolveInDirectory({ text: args.text('input'), kinds: args.integer('scopes'), from: args.integer('sources') }, context);
  const only = found.length === 1 ? found[0] : undefined;
  const known = only?.kind === 1 && only.principalId === undefined && args.flag('addToUserInfoList', false)
    ? { ...only, principalId: ensureUser(only.loginName, context).id }
    : only;
  return { kind: 'value', type: infoType, name: 'ResolvePrincipalInCurrentContext', value: known ? infoOf(known) : null };
}

/** `SP.Utilities.Utility.ExpandGroupsToPrincipals`: the members of groups that are named by title. */
export function expandGroups(args: Arguments, context: RequestContext): Node {
  const names = args.value('inputs');
  const members = (Array.isArray(names) ? names : []).flatMap((name) => {
    const group = groupsOf(context).find((candidate) => candidate.title === name);
    if (!group || !mayViewMembers(group, context)) {
      throw sharePointException('Group cannot be found.', 404); // [A]
    }
    return group.members;
  });
  const found = [...new Set(members)].map((id) => principalById(context.store, context.site.url, id)).filter((user): user is PrincipalRecord => user !== undefined);
  const infos = found.slice(0, args.integer('maxCount')).map((user) => infoOf({ ...user, principalId: user.id }));
  return { kind: 'value', type: `Collection(${infoType})`, name: 'ExpandGroupsToPrincipals', value: infos };
}

/** `SP.Utilities.Utility.GetCurrentUserEmailAddresses` */
export const ownAddress = (context: RequestContext): Node => ({
  kind: 'value', type: 'Edm.String', name: 'GetCurrentUserEmailAddresses', value: context.caller.account.email ?? context.caller.account.login
});
