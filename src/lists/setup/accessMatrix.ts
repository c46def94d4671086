import type { AccessCell, AccessLevel, AccessRow, AccessWarning, PlanRole, Principal, SiteGroup } from '../../plan/ports/planSetup';
import { planRoles } from '../../plan/ports/planSetup';
import { holds, type PermissionMask } from '../permissionMask';
import type { ListSchema } from '../schema/columns';
import type { FoundAssignment, FoundList } from './foundLists';

/** Who has what on the lists now, and who would after the roles were applied. Pure. */

/** The site's own groups, by id, and how they are called. */
export interface SiteGroupIds {
  ownersGroupId: number;
  membersGroupId: number;
  visitorsGroupId: number;
  ownGroups: readonly SiteGroup[];
}

type Found = ReadonlyMap<ListSchema['key'], FoundList>;

/** The strongest thing that the masks allow. */
export function accessOf(masks: readonly PermissionMask[]): AccessLevel {
  const may = (right: Parameters<typeof holds>[1]): boolean => masks.some((mask) => holds(mask, right));
  if (may('managePermissions')) {
    return 'full';
  }
  if (may('deleteListItems') || may('manageLists')) {
    return 'more';
  }
  return may('editListItems') ? 'contribute' : may('addListItems') ? 'add' : may('viewListItems') ? 'read' : 'none';
}

/** What a role gives on a list. */
export function accessOfRole(schema: ListSchema, role: PlanRole): AccessLevel {
  return schema.writers.includes(role) ? (schema.addOnly ? 'add' : 'contribute') : 'read';
}

/**
 * Who has which role, read back from the lists: directors are those who write OBS points, finance those who write the settings,
 * heads of department those who write statuses and neither of these; readers whom somebody gave the plan to read. Where one of the two
 * lists is gone or follows the site again, the other list that only this role writes is asked: a director must never come out as a head of department.
 */
export function rolesOf(found: Found, site: SiteGroupIds): Record<PlanRole, Principal[]> {
  const roles: Record<PlanRole, Principal[]> = { finance: [], directors: [], chiefs: [], readers: [] };
  const writers = (key: ListSchema['key']): FoundAssignment[] => own(found.get(key)).filter((assignment) => isAtLeast(levelOf(assignment), 'contribute') && assignment.PrincipalId !== site.ownersGroupId);
  const either = (key: ListSchema['key'], instead: ListSchema['key']): FoundAssignment[] => writers(found.get(key)?.settings.HasUniqueRoleAssignments ? key : instead);
  const ids = (assignments: readonly FoundAssignment[]): Set<number> => new Set(assignments.map((assignment) => assignment.PrincipalId));
  const [directors, finance] = [either('ObsPoints', 'StrategicEfforts'), either('Settings', 'EconomyLines')];
  roles.directors = directors.map(principalOf);
  roles.finance = finance.map(principalOf);
  const both = ids([...directors, ...finance]);
  roles.chiefs = writers('StatusReports').filter((assignment) => !both.has(assignment.PrincipalId)).map(principalOf);
  const known = new Set([...both, ...ids(writers('StatusReports')), site.ownersGroupId, site.membersGroupId, site.visitorsGroupId]);
  roles.readers = own(found.get('Initiatives')).filter((assignment) => levelOf(assignment) === 'read' && !known.has(assignment.PrincipalId)).map(principalOf);
  return roles;
}

/** The matrix of lists and principals. Principals without an id are not on the site yet: they have nothing now. */
export function accessMatrix(schemas: readonly ListSchema[], found: Found, roles: Record<PlanRole, Principal[]>, site: SiteGroupIds): AccessRow[] {
  const everybody = principalsOf(found, roles, site);
  const labelOf = ({ title, loginName }: Principal): string => (everybody.filter((each) => each.title === title).length > 1 ? `${title} (${loginName})` : title);
  return schemas.map((schema) => {
    const list = found.get(schema.key);
    const cells = everybody.map((principal): AccessCell => {
      const now = accessOf((list?.assignments ?? []).filter((assignment) => isSame(principalOf(assignment), principal)).flatMap(masksOf));
      return { principal: labelOf(principal), now, after: afterwards(schema, principal, now, roles, site) };
    });
    return { list: schema.title, inherits: list !== undefined && !list.settings.HasUniqueRoleAssignments, cells };
  });
}

/** What an owner must know before trusting the permissions. Only assignments are looked at, never who is in a directory group. */
export function accessWarnings(schemas: readonly ListSchema[], found: Found, roles: Record<PlanRole, Principal[]>, site: SiteGroupIds, emptyGroups: readonly string[]): AccessWarning[] {
  const warnings: AccessWarning[] = [];
  if (roles.directors.length === 0) {
    warnings.push({ kind: 'noDirectors' });
  }
  planRoles.flatMap((role) => roles[role]).filter((principal) => emptyGroups.includes(principal.title)).forEach((principal) => warnings.push({ kind: 'emptyGroup', principal: principal.title }));
  for (const schema of schemas) {
    const list = found.get(schema.key);
    if (!list) {
      continue;
    }
    if (!list.settings.HasUniqueRoleAssignments) {
      warnings.push({ kind: 'inherits', list: schema.title });
    }
    for (const assignment of list.assignments.filter((each) => each.PrincipalId !== site.ownersGroupId)) {
      const level = levelOf(assignment);
      const isChief = roles.chiefs.some((chief) => isSame(chief, principalOf(assignment)));
      if (schema.key === 'ObsPoints' && isChief && isAtLeast(level, 'add')) {
        warnings.push({ kind: 'chiefsWriteObs', list: schema.title, principal: assignment.Member.Title });
      } else if (isAtLeast(level, 'more') || (assignment.PrincipalId === site.membersGroupId && isAtLeast(level, 'add'))) {
        warnings.push({ kind: 'keepsMore', list: schema.title, principal: assignment.Member.Title });
      }
    }
  }
  const groups = planRoles.flatMap((role) => roles[role]).filter((principal) => principal.kind === 'directoryGroup');
  return [...warnings, ...distinctTitles(groups).map((principal): AccessWarning => ({ kind: 'notLookedInto', principal }))];
}

export function principalOf({ PrincipalId, Member }: FoundAssignment): Principal {
  return { id: PrincipalId, title: Member.Title, loginName: Member.LoginName, kind: Member.PrincipalType === 8 ? 'siteGroup' : Member.PrincipalType === 4 ? 'directoryGroup' : 'person' };
}

/** Roles set what they give; whatever somebody gave by hand beyond our levels stays. */
function afterwards(schema: ListSchema, principal: Principal, now: AccessLevel, roles: Record<PlanRole, Principal[]>, site: SiteGroupIds): AccessLevel {
  if (principal.id === site.ownersGroupId) {
    return 'full';
  }
  const given = planRoles.filter((role) => roles[role].some((each) => isSame(each, principal))).map((role) => accessOfRole(schema, role));
  const always: AccessLevel[] = principal.id === site.membersGroupId || principal.id === site.visitorsGroupId ? ['read'] : [];
  const kept: AccessLevel[] = isAtLeast(now, 'more') ? [now] : now === 'read' ? ['read'] : [];
  return order([...given, ...always, ...kept])[0] ?? 'none';
}

const strength: readonly AccessLevel[] = ['full', 'more', 'contribute', 'add', 'read', 'none'];
const order = (levels: readonly AccessLevel[]): AccessLevel[] => [...levels].sort((a, b) => strength.indexOf(a) - strength.indexOf(b));
const isAtLeast = (level: AccessLevel, least: AccessLevel): boolean => strength.indexOf(level) <= strength.indexOf(least);

/** Whoever has a role, the site's own groups, and whoever else was given something. */
function principalsOf(found: Found, roles: Record<PlanRole, Principal[]>, { ownGroups }: SiteGroupIds): Principal[] {
  const own = ownGroups.map(({ id, title }): Principal => ({ id, title, kind: 'siteGroup', loginName: title }));
  const all = [...planRoles.flatMap((role) => roles[role]), ...own, ...Array.from(found.values()).flatMap((list) => list.assignments.map(principalOf))];
  return all.filter((principal, index) => all.findIndex((each) => isSame(each, principal)) === index);
}

function isSame(a: Principal, b: Principal): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.loginName.toLowerCase() === b.loginName.toLowerCase();
}

const own = (list: FoundList | undefined): FoundAssignment[] => (list?.settings.HasUniqueRoleAssignments ? list.assignments : []);
const masksOf = (assignment: FoundAssignment): PermissionMask[] => assignment.RoleDefinitionBindings.map((binding) => binding.BasePermissions);
const levelOf = (assignment: FoundAssignment): AccessLevel => accessOf(masksOf(assignment));
const distinctTitles = (principals: readonly Principal[]): string[] => Array.from(new Set(principals.map((principal) => principal.title)));
