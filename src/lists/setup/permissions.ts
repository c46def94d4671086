import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/webs';
import type { RoleGroups } from '../../plan/ports/planSetup';
import { listUrl } from '../schema/places';
import type { ListSchema } from '../schema/columns';
import type { SetupSite } from './site';

interface FoundAssignment {
  PrincipalId: number;
  RoleDefinitionBindings: { Id: number }[];
}

/** Who gets which level on a list: principal id -> role definition ids. */
export function wantedAssignments(site: SetupSite, schema: ListSchema, groups: RoleGroups): Map<number, number> {
  const wanted = new Map<number, number>();
  const { levels } = site;
  [site.membersGroupId, site.visitorsGroupId, ...groups.readers, ...groups.chiefs, ...groups.finance, ...groups.directors].forEach((id) => wanted.set(id, levels.read));
  schema.writers.flatMap((role) => groups[role]).forEach((id) => wanted.set(id, schema.addOnly ? levels.add : levels.contribute));
  wanted.set(site.ownersGroupId, levels.fullControl);
  wanted.delete(0);
  return wanted;
}

/**
 * Gives the list permissions of its own. Only what the plan's roles need is set: what others were given by hand stays,
 * but a group that no longer has a writing role loses our levels. The personal Full Control that SharePoint leaves
 * whoever breaks the inheritance is taken back last, when the owners' group has it.
 */
export async function ensurePermissions(site: SetupSite, schema: ListSchema, groups: RoleGroups): Promise<boolean> {
  const list = site.connection.sp.web.getList(listUrl(site.connection.sitePath, schema.key));
  const { HasUniqueRoleAssignments: unique } = await list.select('HasUniqueRoleAssignments')<{ HasUniqueRoleAssignments: boolean }>();
  if (!unique) {
    await list.breakRoleInheritance(false, false);
  }
  const found = await list.roleAssignments.select('PrincipalId', 'RoleDefinitionBindings/Id').expand('RoleDefinitionBindings')<FoundAssignment[]>();
  const wanted = wantedAssignments(site, schema, groups);
  const { levels, myId } = site;
  let changed = !unique;
  for (const [principalId, level] of wanted) {
    const has = found.find((assignment) => assignment.PrincipalId === principalId)?.RoleDefinitionBindings.map((binding) => binding.Id) ?? [];
    if (!has.includes(level)) {
      await list.roleAssignments.add(principalId, level);
      changed = true;
    }
  }
  for (const { PrincipalId, RoleDefinitionBindings } of found) {
    const ours = PrincipalId === myId && !wanted.has(myId) ? [levels.fullControl] : [levels.contribute, levels.add];
    for (const { Id } of RoleDefinitionBindings.filter((binding) => ours.includes(binding.Id) && wanted.get(PrincipalId) !== binding.Id)) {
      await list.roleAssignments.remove(PrincipalId, Id);
      changed = true;
    }
  }
  return changed;
}
