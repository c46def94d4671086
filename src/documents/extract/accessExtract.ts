import type { Decision } from '../../plan/decision';
import { boardForum, type MeetingDetails } from '../../plan/meeting';
import { isObsIn } from '../../plan/obsPoint';
import { periodName, type Period } from '../../plan/period';
import type { ExtractRows } from '../../plan/ports/annexStore';
import { isReceived, type StatusReport } from '../../plan/statusReport';
import { heading, linesOf, paragraph, type DocumentModel, type Line } from '../model/documentModel';
import type { DocumentTextKey, Text } from '../texts';

/** What can be taken into an extract for an access request (*aktindsigt*). */
export const extractFields = ['responsible', 'progress', 'economy', 'status', 'nextSteps', 'needs', 'obs', 'decisions'] as const;
export type ExtractField = (typeof extractFields)[number];

export interface ExtractChoice {
  from: Period;
  to: Period;
  /** undefined: all. */
  initiativeIds?: readonly number[];
  fields: readonly ExtractField[];
  /** Both are left out unless asked for, and counted. */
  drafts: boolean;
  closedItems: boolean;
}

export interface AccessExtract {
  model: DocumentModel;
  /** Statuses within the choice that are not in it. */
  leftOut: { drafts: number; closedItems: number };
}

/** The extract: a row for each initiative and month, with the fields chosen, and a line that says what was left out. */
export function accessExtract(source: ExtractRows, choice: ExtractChoice, text: Text): AccessExtract {
  const locale = text('app.locale');
  const initiatives = new Map(source.initiatives.map((initiative) => [initiative.id, initiative]));
  // A month's statuses belong to the board's item; a closed item of another forum hides its own decisions alone.
  const closedPeriods = new Set(source.meetings.filter(({ closedItem, forum }) => closedItem && forum === boardForum).map(({ period }) => period));
  const chosen = source.reports.filter(({ subject, period, state }) =>
    subject.kind === 'initiative' && initiatives.has(subject.id) && period >= choice.from && period <= choice.to && (state === 'Submitted' || state === 'Draft') &&
    (choice.initiativeIds === undefined || choice.initiativeIds.includes(subject.id)));
  const open = chosen.filter(({ period }) => choice.closedItems || !closedPeriods.has(period));
  const shown = open.filter((report) => choice.drafts || isReceived(report));
  const leftOut = { drafts: open.length - shown.length, closedItems: chosen.length - open.length };
  const rows = shown
    .map((report) => ({ report, initiative: initiatives.get(report.subject.id) }))
    .flatMap(({ report, initiative }) => (initiative ? [{ report, initiative }] : []))
    .sort((a, b) => a.report.period.localeCompare(b.report.period) || a.initiative.sortOrder - b.initiative.sortOrder);
  const columns = [{ title: text('column.title'), share: 2 }, { title: text('doc.month'), share: 1 }, ...choice.fields.map((field) => ({ title: text(fieldTitles[field]), share: 2 }))];
  return {
    leftOut,
    model: {
      title: text('exp.access'), language: locale, landscape: true, pageText: text('doc.page', '{0}', '{1}'),
      blocks: [
        paragraph({ text: text('doc.extract.period', periodName(choice.from, locale), periodName(choice.to, locale)), strong: true }),
        paragraph({ text: text('doc.extract.leftOut', leftOut.drafts, leftOut.closedItems) }),
        heading(1, text('nav.initiatives')),
        rows.length === 0 ? paragraph({ text: text('doc.extract.nothing') }) : {
          kind: 'table', caption: text('exp.access'), columns,
          rows: rows.map(({ report, initiative }) => [
            linesOf(initiative.originalText), [[{ text: periodName(report.period, locale) }], ...(isReceived(report) ? [] : linesOf(text('status.state.Draft')))],
            ...choice.fields.map((field) => fieldLines(field, report, source, closedPeriods, choice, text))
          ])
        }
      ]
    }
  };
}

const fieldTitles: Readonly<Record<ExtractField, DocumentTextKey>> = {
  responsible: 'column.responsible', progress: 'column.progress', economy: 'status.economy', status: 'column.status', nextSteps: 'column.nextSteps', needs: 'column.needs',
  obs: 'details.obs', decisions: 'doc.decisions'
};

function fieldLines(field: ExtractField, report: StatusReport, source: ExtractRows, closedPeriods: ReadonlySet<Period>, choice: ExtractChoice, text: Text): Line[] {
  switch (field) {
    case 'responsible':
      return linesOf(report.responsibleRole);
    case 'progress':
      return report.progress ? linesOf(text(`prog.${report.progress}`)) : [];
    case 'economy':
      return report.economyOutlook ? linesOf(text(`eco.${report.economyOutlook}`)) : [];
    case 'status':
      return linesOf(report.statusText);
    case 'nextSteps':
      return linesOf(report.nextSteps);
    case 'needs':
      return report.needsCoordination ? linesOf(report.coordinationText) : [];
    case 'obs':
      // A point raised for a closed item stays behind its door, also in the later months that show it.
      return source.obsPoints
        .filter((point) => point.initiativeIds.includes(report.subject.id) && isObsIn(point, report.period) && (choice.closedItems || !closedPeriods.has(point.raisedPeriod)))
        .flatMap((point): Line[] => linesOf(`⚑ ${text('obs.label')} ${point.text}`, { tone: 'obs' }));
    case 'decisions':
      return source.decisions.filter((decision) => isDecidedIn(decision, report, source.meetings, choice)).flatMap((decision) => linesOf(decision.text));
  }
}

function isDecidedIn(decision: Decision, report: StatusReport, meetings: readonly MeetingDetails[], choice: ExtractChoice): boolean {
  const meeting = meetings.find(({ id }) => id === decision.meetingId);
  return decision.initiativeIds.includes(report.subject.id) && meeting !== undefined && meeting.period === report.period && (choice.closedItems || !meeting.closedItem);
}
