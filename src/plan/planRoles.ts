import { rolesOf } from './meeting';
import type { MonthRows } from './ports/planStore';

/** A role of the plan, with the person who has it where one is named. */
export interface PlanRole {
  role: string;
  personId?: number;
}

/** Roles as they are printed, and the people behind those that have one. */
export interface RolesWritten {
  text: string;
  ids: number[];
}

/** Every role that answers for something in the month: heads of department in the plan's order, then directors, then those of the strategic efforts. */
export function rolesInPlan({ initiatives, efforts }: Pick<MonthRows, 'initiatives' | 'efforts'>): PlanRole[] {
  const inOrder = [...initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const all: PlanRole[] = [
    ...inOrder.map(({ chiefRole, chiefId }) => ({ role: chiefRole, personId: chiefId })),
    ...inOrder.map(({ directorRole, directorId }) => ({ role: directorRole, personId: directorId })),
    ...efforts.map(({ ownerRole, ownerId }) => ({ role: ownerRole, personId: ownerId }))
  ].map(({ role, personId }) => ({ role: role.trim(), personId })).filter(({ role }) => role !== '');
  return all.filter(({ role }, index) => all.findIndex((each) => each.role === role) === index)
    .map(({ role, personId }) => ({ role, personId: personId ?? all.find((each) => each.role === role && each.personId !== undefined)?.personId }));
}

/** The heads of department of the initiatives in focus, who are usually called in. */
export function headsOf(initiativeIds: readonly number[], { initiatives }: Pick<MonthRows, 'initiatives'>): PlanRole[] {
  return rolesInPlan({ initiatives: initiatives.filter(({ id }) => initiativeIds.includes(id)).map((initiative) => ({ ...initiative, directorRole: '' })), efforts: [] });
}

/** The roles with one more, or with one less and its person gone with it. */
export function withRole({ text, ids }: RolesWritten, { role, personId }: PlanRole, wanted: boolean): RolesWritten {
  const others = rolesOf(text).filter((each) => each !== role);
  const otherIds = ids.filter((id) => id !== personId);
  return {
    text: (wanted ? [...others, role] : others).join('; '),
    ids: wanted && personId !== undefined ? [...otherIds, personId] : otherIds
  };
}
