import type { TimeZone } from '../../plan/calendar';
import { isTakenBack, type Decision } from '../../plan/decision';
import type { FollowUp } from '../../plan/followUp';
import { decisionKindChoices, followUpStateChoices } from '../choices';
import { RowReader, type Row } from './reader';

export const decisionColumns = ['Id', 'Title', 'MeetingId', 'InitiativesId', 'ObsPointId', 'DecisionKind', 'DecisionText', 'ClientKey'];

/** undefined for a decision without a meeting, which fell nowhere, and for one that was taken back. */
export function decisionOf(row: Row, timeZone: TimeZone): Decision | undefined {
  const decision = anyDecisionOf(row, timeZone);
  return decision.meetingId === noMeeting || isTakenBack(decision) ? undefined : decision;
}

const noMeeting = 0;

/** Also one whose meeting was taken away while it was written: what is written back must be readable. */
export function anyDecisionOf(row: Row, timeZone: TimeZone): Decision {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), meetingId: read.reference('Meeting') ?? noMeeting, initiativeIds: read.ids('InitiativesId'), obsPointId: read.reference('ObsPoint'),
    kind: read.choice('DecisionKind', decisionKindChoices) ?? 'Decided', text: read.text('DecisionText'), clientKey: read.optionalText('ClientKey'),
    problems: read.problems
  };
}

export const followUpColumns = ['Id', 'Title', 'DecisionId', 'InitiativeId', 'ResponsibleId', 'ResponsibleRole', 'DueDate', 'FollowUpState', 'Note'];

export function followUpOf(row: Row, timeZone: TimeZone): FollowUp {
  const read = new RowReader(row, timeZone);
  return {
    id: read.id, etag: read.etag, title: read.text('Title'), decisionId: read.reference('Decision'), initiativeId: read.reference('Initiative'),
    responsibleId: read.reference('Responsible'), responsibleRole: read.text('ResponsibleRole'), dueDate: read.day('DueDate'),
    // A state we cannot read is one that somebody still owes.
    state: read.choice('FollowUpState', followUpStateChoices) ?? 'NotStarted', note: read.text('Note'), problems: read.problems
  };
}
