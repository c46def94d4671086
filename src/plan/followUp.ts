import type { CalendarDate } from './calendar';
import type { RowProblem, Stored } from './stored';

/** Where a follow-up is. Overdue is no state: it follows from the date. */
export const followUpStates = ['NotStarted', 'InProgress', 'Done', 'Dropped'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** What a decision set in motion (*opfølgning*), with somebody responsible and a date. */
export interface FollowUp extends Stored {
  title: string;
  decisionId?: number;
  initiativeId?: number;
  responsibleId?: number;
  responsibleRole: string;
  dueDate?: CalendarDate;
  state: FollowUpState;
  note: string;
  problems: RowProblem[];
}

/** Somebody still owes it. */
export function isOpenFollowUp(followUp: FollowUp): boolean {
  return followUp.state === 'NotStarted' || followUp.state === 'InProgress';
}

/** Open after the end of its day. */
export function isOverdue(followUp: FollowUp, today: CalendarDate): boolean {
  return isOpenFollowUp(followUp) && followUp.dueDate !== undefined && followUp.dueDate < today;
}
