import type { CalendarDate } from './calendar';
import type { MergeRules } from './merge/mergeFields';
import type { RowProblem, Stored } from './stored';

/** Where a follow-up is. Overdue is no state: it follows from the date. */
export const followUpStates = ['NotStarted', 'InProgress', 'Done', 'Dropped'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** The part of a follow-up that people write. */
export interface FollowUpWriting {
  title: string;
  decisionId?: number;
  initiativeId?: number;
  responsibleId?: number;
  responsibleRole: string;
  dueDate?: CalendarDate;
  state: FollowUpState;
  note: string;
}

/** What a decision set in motion (*opfølgning*), with somebody responsible and a date. */
export interface FollowUp extends Stored, FollowUpWriting {
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

/** What a follow-up begins with. */
export const unwrittenFollowUp: FollowUpWriting = { title: '', responsibleRole: '', state: 'NotStarted', note: '' };

/** How two people's edits of a follow-up are joined. */
export const followUpRules: MergeRules<FollowUpWriting> = {
  kinds: {
    title: 'text', decisionId: 'value', initiativeId: 'value', responsibleId: 'value', responsibleRole: 'text', dueDate: 'value', state: 'value', note: 'text'
  },
  together: [['responsibleId', 'responsibleRole']]
};

/** The written part of a follow-up alone. */
export function followUpWritingOf({ title, decisionId, initiativeId, responsibleId, responsibleRole, dueDate, state, note }: FollowUpWriting): FollowUpWriting {
  return { title, decisionId, initiativeId, responsibleId, responsibleRole, dueDate, state, note };
}
