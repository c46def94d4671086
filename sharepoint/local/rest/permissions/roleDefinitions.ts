import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { RoleDefinitionRecord } from '../state/records';
import { principalKey } from '../state/store';
import { halvesOf, rights } from './masks';

/** The permission level with the id. @throws SharePointError 500 when the site has none. */
export function requireRole(id: number, context: RequestContext): RoleDefinitionRecord {
  const role = context.store.roleDefinitions.get(principalKey(context.site.url, id));
  if (!role) {
    throw sharePointException('Specified argument was out of the range of valid values.', 500, -2146233086); // [A]
  }
  return role;
}

const roleResource: Resource<RoleDefinitionRecord> = {
  edmType: 'SP.RoleDefinition',
  properties: {
    BasePermissions: (role) => ({ High: String(role.high), Low: String(role.low) }),
    Description: (role) => role.description,
    Hidden: (role) => role.hidden,
    Id: (role) => role.id,
    Name: (role) => role.name,
    Order: (role) => role.order,
    RoleTypeKind: (role) => role.kind
  },
  update: (role, body, context) => {
    demand(context.effective.onWeb(context.web()), rights.managePermissions);
    context.store.roleDefinitions.put(changedRole(role, body));
    return undefined;
  },
  remove: (role, context) => {
    demand(context.effective.onWeb(context.web()), rights.managePermissions);
    context.store.roleDefinitions.delete(principalKey(role.site, role.id));
  }
};

function changedRole(role: RoleDefinitionRecord, body: Record<string, unknown>): RoleDefinitionRecord {
  const mask = body.BasePermissions as { High?: unknown; Low?: unknown } | null | undefined;
  const halves = mask ? halvesOf((BigInt(String(mask.High ?? 0)) << 32n) | BigInt(String(mask.Low ?? 0))) : { high: role.high, low: role.low };
  return {
    ...role,
    ...halves,
    name: typeof body.Name === 'string' ? body.Name : role.name,
    description: typeof body.Description === 'string' ? body.Description : role.description,
    order: typeof body.Order === 'number' ? body.Order : role.order
  };
}

export const roleNode = (role: RoleDefinitionRecord): EntityNode => entityNode(roleResource, role, `Web/RoleDefinitions(${role.id})`);

/** `web/roledefinitions`. */
export function roleCollection(context: RequestContext): CollectionNode {
  const all = (): RoleDefinitionRecord[] => [...context.store.roleDefinitions.values()]
    .filter((role) => role.site === context.site.url)
    .sort((one, other) => one.order - other.order || one.id - other.id);
  const find = (matches: (role: RoleDefinitionRecord) => boolean): EntityNode => {
    const role = all().find(matches);
    if (!role) {
      throw sharePointException('Cannot find the role definition.', 404, -2147024809); // [A]
    }
    return roleNode(role);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.RoleDefinition', context.metadata),
    path: 'Web/RoleDefinitions',
    members: () => all().map(roleNode),
    byKey: (key) => find((role) => role.id === key.integer('id')),
    add: (body) => addRole(readTyped('SP.RoleDefinition', body, context.metadata), all(), context),
    functions: {
      GetById: (args) => find((role) => role.id === args.integer('id')),
      GetByName: (args) => find((role) => role.name.toLowerCase() === args.text('name').toLowerCase()),
      GetByType: (args) => find((role) => role.kind === args.integer('roleType'))
    }
  };
}

function addRole(body: Record<string, unknown>, existing: RoleDefinitionRecord[], context: RequestContext): EntityNode {
  const web = context.web();
  demand(context.effective.onWeb(web), rights.managePermissions);
  const empty: RoleDefinitionRecord = {
    site: context.site.url, id: web.nextRoleDefinitionId, name: '', description: '', order: 0, hidden: false, kind: 0, high: 0, low: 0
  };
  const role = changedRole(empty, body);
  if (existing.some((other) => other.name.toLowerCase() === role.name.toLowerCase())) {
    throw sharePointException('A permission level with the same name already exists.'); // [A] text
  }
  context.store.webs.put({ ...web, nextRoleDefinitionId: web.nextRoleDefinitionId + 1 });
  context.store.roleDefinitions.put(role);
  return roleNode(role);
}
