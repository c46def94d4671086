import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException, unknownParameter } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Getter, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { grants, rights } from '../permissions/masks';
import type { PrincipalRecord } from '../state/records';
import { accountOfClaim, claimOf, emptyPrincipal, ensurePrincipal, principalById, principalByLogin, principalsOf, addPrincipal } from './principals';
import { emptyNavigations } from '../web/emptyCollections';
import { groupNode, groupsOf, mayViewMembers } from './groupResource';
import { removeUser } from './removal';
import { everyoneClaim } from '../permissions/effective';

const always = (value: unknown): Getter<PrincipalRecord> => () => value;
const isMember = (user: PrincipalRecord): boolean => user.loginName.startsWith('i:0#.f|membership|');
const account = (user: PrincipalRecord): string => user.loginName.slice(user.loginName.lastIndexOf('|') + 1);

export const principalProperties: Record<string, Getter<PrincipalRecord>> = {
  Id: (principal) => principal.id,
  IsHiddenInUI: always(false),
  LoginName: (principal) => principal.loginName,
  Title: (principal) => principal.title,
  PrincipalType: (principal) => principal.kind
};

export const userResource: Resource<PrincipalRecord> = {
  edmType: 'SP.User',
  properties: {
    ...principalProperties,
    Email: (user) => user.email,
    Expiration: always(''),
    IsEmailAuthenticationGuestUser: always(false),
    IsShareByEmailGuestUser: always(false),
    IsSiteAdmin: (user) => user.isSiteAdmin,
    UserId: (user) => (isMember(user) ? { NameId: account(user), NameIdIssuer: 'urn:federation:microsoftonline' } : null),
    UserPrincipalName: (user) => (isMember(user) ? account(user) : null)
  },
  navigations: {
    Groups: (user, context, path) => ({
      kind: 'collection',
      shape: metadataShape('SP.Group', context.metadata),
      path,
      members: () => groupsOf(context).filter((group) => group.members.includes(user.id) && mayViewMembers(group, context)).map(groupNode)
    }),
    ...emptyNavigations('Alerts')
  },
  update: (user, body, context) => {
    demand(context.effective.onWeb(context.web()), rights.managePermissions);
    const { Title, Email } = body;
    context.store.principals.put({ ...user, title: typeof Title === 'string' ? Title : user.title, email: typeof Email === 'string' ? Email : user.email });
    return undefined;
  },
  remove: removeUser
};

export const userNode = (user: PrincipalRecord, path: string = `Web/GetUserById(${user.id})`): EntityNode => entityNode(userResource, user, path);

/** A user or a group, whichever it is. */
export const principalNode = (principal: PrincipalRecord, path: string): EntityNode =>
  (principal.kind === 8 ? groupNode(principal) : userNode(principal, path));

const notFound = (): Error => sharePointException('User cannot be found.'); // [R] 500

/** Users by id, login or mail, as `siteusers` and a group's `users` offer them. */
export function userCollection(users: () => PrincipalRecord[], context: RequestContext, path: string): CollectionNode {
  const find = (matches: (user: PrincipalRecord) => boolean): EntityNode => {
    const user = users().find(matches);
    if (!user) {
      throw notFound();
    }
    return userNode(user);
  };
  const byLogin = (login: string): EntityNode => find((user) => user.loginName.toLowerCase() === login.toLowerCase());
  return {
    kind: 'collection',
    shape: metadataShape('SP.User', context.metadata),
    path,
    members: () => users().map((user) => userNode(user)),
    byKey: (key) => (typeof key.value('id') === 'string' ? byLogin(key.text('id')) : find((user) => user.id === key.integer('id'))),
    functions: {
      GetById: (args) => find((user) => user.id === args.integer('id')),
      GetByEmail: (args) => find((user) => user.email.toLowerCase() === args.text('emailAddress').toLowerCase()),
      GetByLoginName: (args) => byLogin(args.text('loginName'))
    }
  };
}

/** `web/siteusers`. */
export const siteUsers = (context: RequestContext): CollectionNode => {
  demand(context.effective.onWeb(context.web()), rights.browseUserInfo);
  const users = userCollection(() => principalsOf(context.store, context.site.url).filter((principal) => principal.kind !== 8 && !principal.isRemoved), context, 'Web/SiteUsers');
  const remove = (find: string): NonNullable<CollectionNode['functions']>[string] => (args, path) => {
    const found = users.functions?.[find](args, path);
    removeUser((found as EntityNode).entity as PrincipalRecord, context);
    return undefined;
  };
  return {
    ...users,
    add: (body) => userNode(ensureUser(loginOfBody(body, context), context)),
    functions: { ...users.functions, RemoveById: remove('GetById'), RemoveByLoginName: remove('GetByLoginName') }
  };
};

/**
 * Finds an account by login, claim or mail, and gives it an id in the site.
 * @throws SharePointError 400 for an account the tenant does not have.
 */
export function ensureUser(logonName: string, context: RequestContext): PrincipalRecord {
  const mask = context.effective.onWeb(context.web());
  const claim = claimOf(logonName);
  const known = principalByLogin(context.store, context.site.url, claim);
  if (known) {
    return known.isRemoved ? restored(known, context) : known;
  }
  if (everyoneClaim.test(logonName)) {
    demand(mask, rights.managePermissions);
    return addPrincipal(context.store, {
      ...emptyPrincipal(context.site.url, context.now), kind: 4, loginName: logonName.toLowerCase(), title: 'Everyone except external users'
    });
  }
  const found = accountOfClaim(context.accounts, claim);
  if (!found) {
    // [R] text
    throw sharePointException(`The specified user ${logonName} could not be found.`, 400, -2146232832);
  }
  // [A] Whoever may browse the user information may have somebody looked up.
  if (!grants(mask, rights.browseUserInfo)) {
    demand(mask, rights.managePermissions);
  }
  return ensurePrincipal(context, found);
}

function restored(user: PrincipalRecord, context: RequestContext): PrincipalRecord {
  const again = { ...user, isRemoved: false };
  context.store.principals.put(again);
  return again;
}

/** The login of a POST body of a `users` collection. */
export function loginOfBody(body: Record<string, unknown>, context: RequestContext): string {
  const { LoginName } = readTyped('SP.User', body, context.metadata);
  if (typeof LoginName !== 'string') {
    throw unknownParameter('LoginName', 'Add');
  }
  return LoginName;
}

/** `getuserbyid`. */
export function userById(id: number, context: RequestContext): EntityNode {
  const user = principalById(context.store, context.site.url, id);
  if (!user || user.kind === 8 || user.isRemoved) {
    throw notFound();
  }
  return userNode(user);
}
