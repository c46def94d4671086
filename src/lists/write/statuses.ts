import type { Instant } from '../../plan/calendar';
import type { NewStatus, StatusOutcome } from '../../plan/ports/planStore';
import { noTexts, reportKeyOf, statusRules, textsOf, type ReportState, type StatusReport, type StatusTexts } from '../../plan/statusReport';
import { reportStateChoices } from '../choices';
import { statusBody } from '../mapping/bodies';
import { reportColumns, reportOf } from '../mapping/rows';
import { changeRow, type AlongWith, type RowChange } from './changeRow';
import { createRow } from './createRow';
import type { ListWriter, Writing } from './listWriter';

export const statusWriter: ListWriter<StatusReport, StatusTexts> = {
  list: 'StatusReports', columns: reportColumns, fromRow: reportOf, textsOf, toBody: statusBody, rules: statusRules,
  // The explanation belongs to a yes; see statusBody.
  asWritten: (texts) => ({ ...textsOf(texts), coordinationText: texts.needsCoordination === false ? '' : texts.coordinationText })
};

/** Saves and submits a status over the row it was written on. */
export function submitStatus(writing: Writing, base: StatusReport, texts: StatusTexts, onBehalfOf: string, now: Instant): Promise<StatusOutcome> {
  return changeRow(writing, statusWriter, { base, texts, along: submitted(onBehalfOf, now), refuse: refuseLocked(base) });
}

/** Keeps a status that has not been submitted as a draft in the list. A row that is past that is left alone: the state never goes back. */
export async function saveDraft(writing: Writing, base: StatusReport, texts: StatusTexts, onBehalfOf: string): Promise<StatusOutcome> {
  if (isHandedIn(base)) {
    return { kind: 'refused', problem: { kind: 'unexpected', message: 'A status that was submitted has no draft in the list.' } };
  }
  return changeRow(writing, statusWriter, { base, texts, along: drafted(onBehalfOf), refuse: refuseLocked(base), mustBeSeen: isHandedIn });
}

/** Makes the row that the round lacks. The key is unique: whoever comes second finds the first one's row. */
export function createStatus(writing: Writing, start: NewStatus, texts: StatusTexts, onBehalfOf: string, state: 'Draft' | 'Submitted', now: Instant): Promise<StatusOutcome> {
  return createRow(writing, statusWriter, {
    start: statusStart(start),
    begun: noTexts, texts, along: state === 'Draft' ? drafted(onBehalfOf) : submitted(onBehalfOf, now),
    key: { column: 'ReportKey', value: reportKeyOf(start.subject, start.period), kind: 'unique' },
    refuse: refuseLocked(undefined), mustBeSeen: state === 'Draft' ? isHandedIn : undefined
  });
}

/** What a status row is about, as it is written when the row is made. */
export function statusStart({ subject, period, title, responsibleId, responsibleRole }: NewStatus): Record<string, unknown> {
  const subjectColumn = subject.kind === 'initiative' ? 'InitiativeId' : 'StrategicEffortId';
  return { Title: title.slice(0, 255), [subjectColumn]: subject.id, Period: period, ResponsibleId: responsibleId ?? null, ResponsibleRole: responsibleRole };
}

/** Undo: a new version with the texts, choices, time and pen of before. The state is nobody's to take back. */
export function restoreStatus(writing: Writing, saved: StatusReport, before: StatusReport): Promise<StatusOutcome> {
  const { submittedAt, onBehalfOf } = before;
  return changeRow(writing, statusWriter, {
    base: saved, texts: textsOf(before), refuse: refuseLocked(saved),
    along: { body: { SubmittedAt: submittedAt ?? null, OnBehalfOf: onBehalfOf }, item: { submittedAt, onBehalfOf }, isIn: (row) => row.onBehalfOf === onBehalfOf }
  });
}

function submitted(onBehalfOf: string, now: Instant): AlongWith<StatusReport> {
  return {
    body: { ReportState: reportStateChoices.Submitted, SubmittedAt: now, OnBehalfOf: onBehalfOf },
    item: { state: 'Submitted', submittedAt: now, onBehalfOf },
    isIn: ({ state }) => state === 'Submitted'
  };
}

function drafted(onBehalfOf: string): AlongWith<StatusReport> {
  return { body: { ReportState: reportStateChoices.Draft, OnBehalfOf: onBehalfOf }, item: { state: 'Draft', onBehalfOf }, isIn: ({ state }) => state === 'Draft' };
}

const isHandedIn = ({ state }: StatusReport): boolean => isOver(state) || state === 'Submitted';

/** The lock turns what has not come into "not received": nothing is sent into a locked month unseen. */
function refuseLocked(base: StatusReport | undefined): RowChange<StatusReport, StatusTexts>['refuse'] {
  return (theirs) => (isOver(theirs.state) && !(base && isOver(base.state)) ? { kind: 'locked' } : undefined);
}

function isOver(state: ReportState): boolean {
  return state === 'NotReceived';
}
