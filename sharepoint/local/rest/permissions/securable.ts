import { callerId, demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { type CollectionNode, entityNode, type EntityNode, type Navigate, type Operation, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { fileRef, foldersAbove, isFolder, itemsBelow } from '../items/place';
import { assignmentsOf } from './inheritance';
import { rights, roleIds } from './masks';
import { requireRole, roleNode } from './roleDefinitions';
import type { Assignment, ItemRecord, ListRecord, RoleDefinitionRecord, WebRecord } from '../state/records';
import { principalKey } from '../state/store';
import { principalNode } from '../users/userResource';
import { principalById } from '../users/principals';

/** Something that can have permissions of its own: how they are found and set. */
export interface Scope<T> {
  /** Undefined while it inherits. */
  own(entity: T, context: RequestContext): Assignment[] | undefined;
  /** What it has or inherits. */
  inherited(entity: T, context: RequestContext): Assignment[];
  set(entity: T, assignments: Assignment[] | undefined, context: RequestContext): void;
  mask(entity: T, context: RequestContext): bigint;
  /** Refuses permissions of its own where SharePoint does not allow them. */
  allowOwn?(entity: T, context: RequestContext): void;
  /** Gives a principal the little it needs above to reach this. */
  open?(entity: T, principalId: number, context: RequestContext): void;
  /** Takes away what stands below and has permissions of its own. */
  clearBelow?(entity: T, context: RequestContext): void;
}

const latestWeb = (context: RequestContext): WebRecord => context.web();
const latestList = (list: ListRecord, context: RequestContext): ListRecord => context.store.lists.get(list.id) ?? list;
const latestItem = (item: ItemRecord, context: RequestContext): ItemRecord => context.store.items.of(item.list).get(item.id) ?? item;

export const webScope: Scope<WebRecord> = {
  own: (_, context) => latestWeb(context).assignments,
  inherited: (_, context) => latestWeb(context).assignments,
  set: (_, assignments, context) => {
    if (assignments === undefined) {
      throw sharePointException('The root web of a site collection cannot inherit permissions.'); // [A] text
    }
    context.store.webs.put({ ...latestWeb(context), assignments });
  },
  mask: (web, context) => context.effective.onWeb(latestWeb(context) ?? web)
};

export const listScope: Scope<ListRecord> = {
  own: (list, context) => latestList(list, context).assignments,
  inherited: (list, context) => latestList(list, context).assignments ?? latestWeb(context).assignments,
  set: (list, assignments, context) => {
    const latest = latestList(list, context);
    context.store.lists.put({ ...latest, assignments, version: latest.version + 1 });
  },
  mask: (list, context) => context.effective.onList(latestList(list, context)),
  open: (_, principalId, context) => giveLimitedAccess(webScope, latestWeb(context), principalId, context),
  clearBelow: (list, context) => inheritAgain(context.store.items.of(list.id).values(), context)
};

export const itemScope: Scope<{ list: ListRecord; item: ItemRecord }> = {
  own: ({ item }, context) => context.store.items.of(item.list).get(item.id)?.assignments,
  inherited: ({ list, item }, context) =>
    assignmentsOf(context.store, latestList(list, context), latestItem(item, context)) ?? latestWeb(context).assignments,
  set: ({ item }, assignments, context) => {
    const latest = latestItem(item, context);
    // A change of permissions counts the ETag up.
    context.store.items.put({ ...latest, assignments, version: latest.version + 1 });
  },
  mask: ({ list, item }, context) => context.effective.onItem(latestList(list, context), latestItem(item, context)),
  allowOwn: ({ list }, context) => {
    if (latestList(list, context).fields.some((field) => field.unique)) {
      throw sharePointException('This list has a column with unique values, so its items cannot have permissions of their own.'); // [A] text
    }
  },
  open: ({ list, item }, principalId, context) => {
    const latest = latestList(list, context);
    for (const folder of foldersAbove(context.store, latest, item).filter((above) => above.assignments !== undefined)) {
      giveLimitedAccess(itemScope, { list: latest, item: folder }, principalId, context);
    }
    if (latest.assignments !== undefined) {
      giveLimitedAccess(listScope, latest, principalId, context);
    }
    giveLimitedAccess(webScope, latestWeb(context), principalId, context);
  },
  clearBelow: ({ list, item }, context) => {
    const below = isFolder(item) ? itemsBelow(context.store, list, fileRef(item, list)) : [];
    inheritAgain(below, context);
  }
};

/** Takes permissions of their own away from those that have any. */
function inheritAgain(items: Iterable<ItemRecord>, context: RequestContext): void {
  for (const item of [...items].filter((candidate) => candidate.assignments !== undefined)) {
    context.store.items.put({ ...item, assignments: undefined, version: item.version + 1 });
  }
}

function giveLimitedAccess<T>(scope: Scope<T>, entity: T, principalId: number, context: RequestContext): void {
  const assignments = scope.inherited(entity, context);
  if (!assignments.some((assignment) => assignment.principalId === principalId)) {
    scope.set(entity, withRole(assignments, principalId, roleIds.limitedAccess), context);
  }
}

function withRole(assignments: Assignment[], principalId: number, roleId: number): Assignment[] {
  const existing = assignments.find((assignment) => assignment.principalId === principalId);
  const roleDefinitionIds = [...new Set([...(existing?.roleDefinitionIds ?? []), roleId])];
  return [...assignments.filter((assignment) => assignment !== existing), { principalId, roleDefinitionIds }];
}

/** BreakRoleInheritance and ResetRoleInheritance of a securable. */
export function securableFunctions<T extends object>(scope: Scope<T>): Record<string, Operation<T>> {
  return {
    BreakRoleInheritance: (entity, args, context) => {
      demand(scope.mask(entity, context), rights.managePermissions);
      if (args.flag('clearSubscopes', false)) {
        scope.clearBelow?.(entity, context);
      }
      if (scope.own(entity, context) !== undefined) {
        return undefined;
      }
      scope.allowOwn?.(entity, context);
      const copied = args.flag('copyRoleAssignments', false)
        ? scope.inherited(entity, context).filter((assignment) => assignment.roleDefinitionIds.some((id) => id !== roleIds.limitedAccess))
        : [];
      // Whoever breaks the inheritance keeps Full Control on what is left.
      scope.set(entity, args.flag('copyRoleAssignments', false) ? copied : withRole([], callerId(context), roleIds.fullControl), context);
      return undefined;
    },
    ResetRoleInheritance: (entity, _, context) => {
      demand(scope.mask(entity, context), rights.managePermissions);
      scope.set(entity, undefined, context);
      return undefined;
    }
  };
}

/** RoleAssignments of a securable. */
export function securableNavigations<T extends object>(scope: Scope<T>): Record<string, Navigate<T>> {
  return { RoleAssignments: (entity, context, path) => assignmentCollection(entity, scope, context, path) };
}

interface AssignmentOfScope {
  assignment: Assignment;
  remove(context: RequestContext): void;
}

const assignmentResource: Resource<AssignmentOfScope> = {
  edmType: 'SP.RoleAssignment',
  properties: { PrincipalId: ({ assignment }) => assignment.principalId },
  navigations: {
    Member: ({ assignment }, context, path) => {
      const member = principalById(context.store, context.site.url, assignment.principalId);
      return member && principalNode(member, path);
    },
    RoleDefinitionBindings: ({ assignment }, context, path) => ({
      kind: 'collection',
      shape: metadataShape('SP.RoleDefinition', context.metadata),
      path,
      members: () => assignment.roleDefinitionIds
        .map((id) => context.store.roleDefinitions.get(principalKey(context.site.url, id)))
        .filter((role): role is RoleDefinitionRecord => role !== undefined)
        .map(roleNode)
    })
  },
  functions: {
    DeleteObject: (owned, _, context) => {
      owned.remove(context);
      return undefined;
    }
  },
  remove: (owned, context) => owned.remove(context)
};

function assignmentCollection<T>(entity: T, scope: Scope<T>, context: RequestContext, path: string): CollectionNode {
  const change = (update: (assignments: Assignment[]) => Assignment[]): void => {
    demand(scope.mask(entity, context), rights.managePermissions);
    const own = scope.own(entity, context);
    if (own === undefined) {
      throw sharePointException('This operation is not allowed on an object that inherits permissions.', 500, -2146232832); // [A] text
    }
    scope.set(entity, update(own), context);
  };
  const remove = (principalId: number): void => change((assignments) => assignments.filter((other) => other.principalId !== principalId));
  const node = (assignment: Assignment): EntityNode =>
    entityNode(assignmentResource, { assignment, remove: () => remove(assignment.principalId) }, `${path}(${assignment.principalId})`);
  const byPrincipal = (principalId: number): EntityNode => {
    const assignment = scope.inherited(entity, context).find((candidate) => candidate.principalId === principalId);
    if (!assignment) {
      throw sharePointException(`Can not find the principal with id: ${principalId}.`, 404, -2146232832); // [A]
    }
    return node(assignment);
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.RoleAssignment', context.metadata),
    path,
    members: () => {
      demand(scope.mask(entity, context), rights.enumeratePermissions);
      return scope.inherited(entity, context).map(node);
    },
    byKey: (key) => byPrincipal(key.integer('principalId')),
    functions: {
      GetByPrincipalId: (args) => byPrincipal(args.integer('principalId')),
      AddRoleAssignment: (args) => {
        const principalId = args.integer('principalId');
        const roleId = args.integer('roleDefId');
        if (!principalById(context.store, context.site.url, principalId)) {
          throw sharePointException('User cannot be found.');
        }
        requireRole(roleId, context);
        change((assignments) => withRole(assignments, principalId, roleId));
        scope.open?.(entity, principalId, context);
        return undefined;
      },
      RemoveRoleAssignment: (args) => {
        const principalId = args.integer('principalId');
        const roleId = args.integer('roleDefId');
        change((assignments) => assignments
          .map((assignment) => (assignment.principalId === principalId
            ? { ...assignment, roleDefinitionIds: assignment.roleDefinitionIds.filter((id) => id !== roleId) }
            : assignment))
          .filter((assignment) => assignment.roleDefinitionIds.length > 0));
        return undefined;
      }
    }
  };
}
