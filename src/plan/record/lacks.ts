import type { MonthRecord } from './monthRecord';

/** What the paper should say of its meeting. */
export type PaperFact = 'caseNumber' | 'caseOwners' | 'presenters';

export interface Lacks {
  /** Statuses expected and not received, in the plan's order. */
  statuses: { title: string; role: string }[];
  facts: PaperFact[];
}

/** What is missing in a month that is about to be locked. None of it stops the lock. */
export function lacksOf({ initiatives, efforts, meeting }: MonthRecord): Lacks {
  const missing = [
    ...initiatives.map((row) => ({ ...row, title: row.initiative.originalText, role: row.report?.responsibleRole || row.initiative.chiefRole })),
    ...efforts.map((row) => ({ ...row, title: row.effort.title, role: row.report?.responsibleRole || row.effort.ownerRole }))
  ].filter(({ expected, received }) => expected && !received);
  return {
    statuses: missing.map(({ title, role }) => ({ title, role })),
    facts: (['caseNumber', 'caseOwners', 'presenters'] as const).filter((fact) => meeting[fact].trim() === '')
  };
}
