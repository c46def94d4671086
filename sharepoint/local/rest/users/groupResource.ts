import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied, sharePointException } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { principalIdsOf } from '../permissions/effective';
import { grants, rights } from '../permissions/masks';
import type { PrincipalRecord } from '../state/records';
import { principalKey } from '../state/store';
import { takeRights } from './removal';
import { addPrincipal, emptyPrincipal, principalById, principalsOf } from './principals';
import { ensureUser, loginOfBody, principalNode, userCollection, userNode } from './userResource';

export const groupsOf = (context: RequestContext): PrincipalRecord[] =>
  principalsOf(context.store, context.site.url).filter((principal) => principal.kind === 8);

const isIn = (group: PrincipalRecord, context: RequestContext): boolean =>
  principalIdsOf(context.store, group.site, context.userId).has(group.id);

/** Whoever manages permissions, and the owner of the group. */
const mayManage = (group: PrincipalRecord, context: RequestContext): boolean =>
  grants(context.effective.onWeb(context.web()), rights.managePermissions) || principalIdsOf(context.store, group.site, context.userId).has(group.ownerId);

/** Members may be let to say who is in the group, but never what the group is. */
const mayEditMembers = (group: PrincipalRecord, context: RequestContext): boolean =>
  mayManage(group, context) || (group.allowMembersEditMembership && isIn(group, context));

/** Whether the caller may see who is in the group. */
export const mayViewMembers = (group: PrincipalRecord, context: RequestContext): boolean =>
  !group.onlyAllowMembersViewMembership || isIn(group, context) || mayManage(group, context);

const latest = (group: PrincipalRecord, context: RequestContext): PrincipalRecord => principalById(context.store, group.site, group.id) ?? group;

export const groupResource: Resource<PrincipalRecord> = {
  edmType: 'SP.Group',
  properties: {
    Id: (group) => group.id,
    IsHiddenInUI: () => false,
    LoginName: (group) => group.title,
    Title: (group) => group.title,
    PrincipalType: (group) => group.kind,
    AllowMembersEditMembership: (group) => group.allowMembersEditMembership,
    AllowRequestToJoinLeave: () => false,
    AutoAcceptRequestToJoinLeave: () => false,
    Description: (group) => (group.description === '' ? null : group.description),
    OnlyAllowMembersViewMembership: (group) => group.onlyAllowMembersViewMembership,
    OwnerTitle: (group, context) => principalById(context.store, group.site, group.ownerId)?.title ?? '',
    RequestToJoinLeaveEmailSetting: () => null,
    CanCurrentUserEditMembership: mayEditMembers,
    CanCurrentUserManageGroup: mayManage,
    CanCurrentUserViewMembership: mayViewMembers,
    ContainsCurrentUser: isIn
  },
  onDemand: new Set(['CanCurrentUserEditMembership', 'CanCurrentUserManageGroup', 'CanCurrentUserViewMembership', 'ContainsCurrentUser']),
  navigations: {
    Owner: (group, context, path) => {
      const owner = principalById(context.store, group.site, group.ownerId);
      return owner && principalNode(owner, path);
    },
    Users: (group, context, path) => memberCollection(group, context, path)
  },
  functions: {
    SetUserAsOwner: (group, args, context) => {
      demandManage(group, context);
      const owner = principalById(context.store, group.site, args.integer('ownerId'));
      if (!owner) {
        throw sharePointException('User cannot be found.');
      }
      context.store.principals.put({ ...latest(group, context), ownerId: owner.id });
      return undefined;
    }
  },
  update: (group, body, context) => {
    demandManage(group, context);
    context.store.principals.put(changedGroup(latest(group, context), body));
    return undefined;
  }
};

function demandManage(group: PrincipalRecord, context: RequestContext): void {
  if (!mayManage(latest(group, context), context)) {
    throw accessDenied();
  }
}

function changedGroup(group: PrincipalRecord, body: Record<string, unknown>): PrincipalRecord {
  const flag = (name: string, otherwise: boolean): boolean => (typeof body[name] === 'boolean' ? body[name] === true : otherwise);
  const title = typeof body.Title === 'string' ? body.Title : group.title;
  return {
    ...group,
    title,
    loginName: title,
    description: typeof body.Description === 'string' ? body.Description : group.description,
    allowMembersEditMembership: flag('AllowMembersEditMembership', group.allowMembersEditMembership),
    onlyAllowMembersViewMembership: flag('OnlyAllowMembersViewMembership', group.onlyAllowMembersViewMembership)
  };
}

export const groupNode = (group: PrincipalRecord): EntityNode => entityNode(groupResource, group, `Web/SiteGroups/GetById(${group.id})`);

function memberCollection(group: PrincipalRecord, context: RequestContext, path: string): CollectionNode {
  const members = (): PrincipalRecord[] => {
    const current = latest(group, context);
    if (!mayViewMembers(current, context)) {
      throw accessDenied();
    }
    return current.members.map((id) => principalById(context.store, group.site, id)).filter((user): user is PrincipalRecord => user !== undefined);
  };
  const setMembers = (update: (members: number[]) => number[]): void => {
    const current = latest(group, context);
    if (!mayEditMembers(current, context)) {
      throw accessDenied();
    }
    context.store.principals.put({ ...current, members: update(current.members) });
  };
  const add = (user: PrincipalRecord): EntityNode => {
    setMembers((ids) => [...new Set([...ids, user.id])]);
    return userNode(user);
  };
  const remove = (matches: (user: PrincipalRecord) => boolean): undefined => {
    const gone = new Set(members().filter(matches).map((user) => user.id));
    setMembers((ids) => ids.filter((id) => !gone.has(id)));
    return undefined;
  };
  const users = userCollection(members, context, path);
  return {
    ...users,
    add: (body) => add(ensureUser(loginOfBody(body, context), context)),
    functions: {
      ...users.functions,
      AddUserById: (args) => {
        const user = principalById(context.store, group.site, args.integer('id'));
        if (!user || user.kind === 8) {
          throw sharePointException('User cannot be found.');
        }
        return add(user);
      },
      RemoveById: (args) => remove((user) => user.id === args.integer('id')),
      RemoveByLoginName: (args) => remove((user) => user.loginName.toLowerCase() === args.text('loginName').toLowerCase())
    }
  };
}

/** `web/sitegroups`. */
export function groupCollection(context: RequestContext): CollectionNode {
  const find = (matches: (group: PrincipalRecord) => boolean): EntityNode => {
    const group = groupsOf(context).find(matches);
    if (!group) {
      throw sharePointException('Group cannot be found.', 404); // [A] status
    }
    return groupNode(group);
  };
  const remove = (matches: (group: PrincipalRecord) => boolean): undefined => {
    const group = find(matches).entity as PrincipalRecord;
    demandManage(group, context);
    removeGroup(group, context);
    return undefined;
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.Group', context.metadata),
    path: 'Web/SiteGroups',
    members: () => groupsOf(context).map(groupNode),
    byKey: (key) => find((group) => group.id === key.integer('id')),
    add: (body) => addGroup(readTyped('SP.Group', body, context.metadata), context),
    functions: {
      GetById: (args) => find((group) => group.id === args.integer('id')),
      GetByName: (args) => find((group) => group.title.toLowerCase() === args.text('name').toLowerCase()),
      RemoveById: (args) => remove((group) => group.id === args.integer('id')),
      RemoveByLoginName: (args) => remove((group) => group.title.toLowerCase() === args.text('loginName').toLowerCase())
    }
  };
}

function addGroup(body: Record<string, unknown>, context: RequestContext): EntityNode {
  demand(context.effective.onWeb(context.web()), rights.createGroups);
  const { Title } = body;
  if (typeof Title !== 'string' || Title.trim() === '') {
    throw sharePointException('A group must have a name.', 400); // [A]
  }
  if (groupsOf(context).some((group) => group.title.toLowerCase() === Title.toLowerCase())) {
    throw sharePointException('The specified name is already in use.\n\nTry again with a new name.', 500, -2130575293); // [A] number
  }
  // [A] The creator owns the group and is its first member.
  const creator = callerId(context);
  const group = { ...emptyPrincipal(context.site.url, context.now), id: 0, kind: 8 as const, loginName: Title, title: Title, ownerId: creator, members: [creator] };
  return groupNode(addPrincipal(context.store, changedGroup(group, body)));
}

function removeGroup(group: PrincipalRecord, context: RequestContext): void {
  takeRights(group, context);
  context.store.principals.delete(principalKey(group.site, group.id));
}
