import { useQueryClient } from '@tanstack/react-query';
import { amountText } from '../../plan/amounts';
import { dayName, type CalendarDate } from '../../plan/calendar';
import type { DecisionWriting } from '../../plan/decision';
import type { EconomyWriting } from '../../plan/economyLine';
import type { FollowUpWriting } from '../../plan/followUp';
import type { MeetingWriting } from '../../plan/meeting';
import type { PaperTemplate } from '../../plan/paperTemplate';
import type { ObsWriting } from '../../plan/obsPoint';
import type { MonthRows } from '../../plan/ports/planStore';
import type { StatusTexts } from '../../plan/statusReport';
import type { EffortWriting } from '../../plan/strategicEffort';
import { locale, text } from '../shared/texts';

/** A field of a row as people read it. */
export interface FieldView<Texts> {
  field: keyof Texts;
  name: string;
  value: (texts: Texts) => string;
}

/** A status as it is compared, in the order of its form. */
export function statusFieldViews(): FieldView<StatusTexts>[] {
  return [
    { field: 'progress', name: text('status.progress'), value: ({ progress }) => (progress ? text(`prog.${progress}` as const) : '') },
    { field: 'economyOutlook', name: text('status.economy'), value: ({ economyOutlook }) => (economyOutlook ? text(`eco.${economyOutlook}` as const) : '') },
    { field: 'statusText', name: text('status.text'), value: ({ statusText }) => statusText },
    { field: 'nextSteps', name: text('status.next'), value: ({ nextSteps }) => nextSteps },
    { field: 'needsCoordination', name: text('status.needs'), value: ({ needsCoordination: needs }) => (needs === undefined ? '' : text(needs ? 'needs.choose.yes' : 'needs.choose.no')) },
    { field: 'coordinationText', name: text('status.needsText'), value: ({ coordinationText }) => coordinationText }
  ];
}

/** The part of a follow-up that is reported on, as it is compared; the rest was decided. */
export function followUpFieldViews(): FieldView<FollowUpWriting>[] {
  return [
    { field: 'title', name: text('act.title'), value: ({ title }) => title },
    { field: 'responsibleRole', name: text('act.owner'), value: ({ responsibleRole }) => responsibleRole },
    { field: 'dueDate', name: text('act.due'), value: ({ dueDate }) => (dueDate ? dayName(dueDate, locale()) : '') },
    { field: 'state', name: text('followUps.state'), value: ({ state }) => text(`act.${state}` as const) },
    { field: 'note', name: text('followUps.note'), value: ({ note }) => note }
  ];
}

/** A decision as it is compared. What it is about was chosen where it fell. */
export function decisionFieldViews(titleOf: SubjectTitle): FieldView<DecisionWriting>[] {
  return [
    { field: 'initiativeIds', name: text('obs.about'), value: ({ initiativeIds }) => titlesOf(initiativeIds, titleOf) },
    { field: 'kind', name: text('decision.kind'), value: ({ kind }) => text(`dec.${kind}` as const) },
    { field: 'text', name: text('meet.decision'), value: (decision) => decision.text }
  ];
}

/** What is written on a meeting, as it is compared. The people behind the roles go with them. */
export function meetingFieldViews(titleOf: SubjectTitle): FieldView<MeetingWriting>[] {
  return [
    { field: 'focusInitiativeIds', name: text('meet.focus'), value: ({ focusInitiativeIds }) => titlesOf(focusInitiativeIds, titleOf) },
    { field: 'focusText', name: text('meetings.focusText'), value: ({ focusText }) => focusText },
    { field: 'invitedText', name: text('meetings.invited'), value: ({ invitedText }) => invitedText },
    { field: 'attendingText', name: text('meet.attending'), value: ({ attendingText }) => attendingText },
    { field: 'presenters', name: text('meet.presenter'), value: ({ presenters }) => presenters },
    { field: 'caseOwners', name: text('meet.caseOwner'), value: ({ caseOwners }) => caseOwners },
    { field: 'caseNumber', name: text('exp.caseNo'), value: ({ caseNumber }) => caseNumber },
    { field: 'closedItem', name: text('meet.closedItem'), value: ({ closedItem }) => text(closedItem ? 'needs.choose.yes' : 'needs.choose.no') },
    ...templateFieldViews()
  ];
}

/** The paper's standard phrases as they are compared. */
export function templateFieldViews(): FieldView<PaperTemplate>[] {
  return [
    { field: 'background', name: text('meet.background'), value: ({ background }) => background },
    { field: 'casePresentation', name: text('meet.presentation'), value: ({ casePresentation }) => casePresentation },
    { field: 'recommendation', name: text('meet.recommendation'), value: ({ recommendation }) => recommendation }
  ];
}

function titlesOf(ids: readonly number[], titleOf: SubjectTitle): string {
  return ids.map((id) => titleOf('initiatives', id)).join(', ');
}

/**
 * An OBS point as it is compared. The month it was closed in goes with its state.
 * @param titleOf what a subject is called
 */
export function obsFieldViews(titleOf: SubjectTitle): FieldView<ObsWriting>[] {
  return [
    { field: 'initiativeIds', name: text('obs.about'), value: ({ initiativeIds }) => titlesOf(initiativeIds, titleOf) },
    { field: 'effortId', name: text('obs.effort'), value: ({ effortId }) => (effortId === undefined ? '' : titleOf('efforts', effortId)) },
    { field: 'text', name: text('obs.text'), value: (point) => point.text },
    { field: 'proposedAction', name: text('obs.proposed'), value: ({ proposedAction }) => proposedAction },
    { field: 'level', name: text('obs.level'), value: ({ level }) => text(`obs.level.${level}` as const) },
    { field: 'type', name: text('obs.type'), value: ({ type }) => (type ? text(`obs.type.${type}` as const) : '') },
    { field: 'state', name: text('obs.state'), value: ({ state }) => text(`obs.state.${state}` as const) },
    { field: 'closingText', name: text('obs.closingText'), value: ({ closingText }) => closingText }
  ];
}

/** A strategic effort as it is compared. */
export function effortFieldViews(titleOf: SubjectTitle): FieldView<EffortWriting>[] {
  const day = (date: CalendarDate | undefined): string => (date ? dayName(date, locale()) : '');
  return [
    { field: 'title', name: text('strategy.title'), value: ({ title }) => title },
    { field: 'description', name: text('ini.description'), value: ({ description }) => description },
    { field: 'ownerRole', name: text('strategy.owner'), value: ({ ownerRole }) => ownerRole },
    { field: 'initiativeIds', name: text('nav.initiatives'), value: ({ initiativeIds }) => initiativeIds.map((id) => titleOf('initiatives', id)).join(', ') },
    { field: 'validFrom', name: text('strategy.validFrom'), value: ({ validFrom }) => day(validFrom) },
    { field: 'validTo', name: text('strategy.validTo'), value: ({ validTo }) => day(validTo) },
    { field: 'sortOrder', name: text('column.plan'), value: ({ sortOrder }) => String(sortOrder) }
  ];
}

/** An economy line as it is compared. */
export function economyFieldViews(titleOf: SubjectTitle): FieldView<EconomyWriting>[] {
  const amount = (value: number | undefined): string => (value === undefined ? '' : amountText(value, locale()));
  return [
    { field: 'initiativeId', name: text('column.title'), value: ({ initiativeId }) => titleOf('initiatives', initiativeId) },
    { field: 'budgetYear', name: text('doc.year'), value: ({ budgetYear }) => budgetYear },
    { field: 'mark', name: text('ini.marks'), value: ({ mark }) => (mark ? `(${mark})` : '') },
    { field: 'area', name: text('doc.economy.area'), value: ({ area }) => area },
    { field: 'planned', name: text('doc.economy.planned'), value: ({ planned }) => amount(planned) },
    { field: 'expected', name: text('doc.economy.expected'), value: ({ expected }) => amount(expected) },
    { field: 'realised', name: text('doc.economy.realised'), value: ({ realised }) => amount(realised) },
    { field: 'priceLevel', name: text('doc.economy.priceLevel'), value: ({ priceLevel }) => priceLevel }
  ];
}

export type SubjectTitle = (list: 'initiatives' | 'efforts', id: number) => string;

/** Titles as the months that have been read know them; a subject of another plan year is its number. */
export function useSubjectTitle(): SubjectTitle {
  const client = useQueryClient();
  return (list, id) => {
    const months = client.getQueriesData<MonthRows>(['month']).map(([, month]) => month?.[list].find((subject) => subject.id === id)?.title);
    return months.find((title) => title !== undefined) ?? `#${id}`;
  };
}
