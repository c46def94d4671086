import type { Strategy } from '../../plan/strategy';

/** The roles that the plan names, each with the person behind it where one is known: whom an effort may be given to. */
export function rolesInPlan({ initiatives, efforts, otherEfforts }: Strategy): { role: string; personId?: number }[] {
  const known = [
    ...efforts.map(({ effort }) => effort), ...otherEfforts
  ].map(({ ownerRole, ownerId }): [string, number | undefined] => [ownerRole, ownerId]).concat(initiatives.flatMap((initiative): [string, number | undefined][] => [
    [initiative.directorRole, initiative.directorId], [initiative.chiefRole, initiative.chiefId]
  ]));
  const roles = new Map<string, number | undefined>();
  known.filter(([role]) => role !== '').forEach(([role, personId]) => roles.set(role, roles.get(role) ?? personId));
  return Array.from(roles, ([role, personId]) => ({ role, personId })).sort((a, b) => a.role.localeCompare(b.role));
}
