import { dayName } from '../../plan/calendar';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { Meeting } from '../../plan/meeting';
import type { OverviewRow } from '../../plan/overview';
import { periodName, type Period } from '../../plan/period';
import { treatmentOfInitiative } from '../../plan/politicalTreatment';
import { progressSigns } from '../annex/statusCells';
import { heading, linesOf, paragraph, type Block, type DocumentModel, type Line } from '../model/documentModel';
import type { SheetRow, SheetTable } from '../sheet/sheetTable';
import { narrow, wide } from '../sheet/tables';
import type { Text } from '../texts';

/** What a committee is handed of a month: its own part of the plan alone. */
export interface CommitteeSource {
  committee: string;
  planYear: string;
  period: Period;
  /** The committee's own initiatives as the month shows them, in the order of the plan. */
  rows: readonly OverviewRow[];
  decisions: DecisionRows;
  meetings: readonly Meeting[];
}

/**
 * The extract for a committee. OBS points and wishes for help are the administration's own, between heads and board: they
 * are left out, and the extract says so.
 */
export function committeeExtract(source: CommitteeSource, text: Text): DocumentModel {
  const { committee, planYear, period, rows } = source;
  return {
    title: text('committee.extract.title', planYear, committee), language: text('app.locale'), landscape: true, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      paragraph({ text: [text('status.heading', periodName(period, text('app.locale'))), text(rows.length === 1 ? 'group.countOne' : 'group.count', rows.length)].join(' · '), strong: true }),
      paragraph({ text: text('committee.extract.leftOut'), tone: 'quiet' }),
      heading(1, text('nav.initiatives')), initiativeTable(source, text)
    ]
  };
}

function initiativeTable({ committee, rows, decisions, meetings }: CommitteeSource, text: Text): Block {
  return rows.length === 0 ? paragraph({ text: text('doc.none') }) : {
    kind: 'table', caption: text('exp.committee', committee),
    columns: [
      { title: text('column.title'), share: 22 }, { title: text('column.responsible'), share: 15 }, { title: text('column.progress'), share: 13 }, { title: text('column.status'), share: 24 },
      { title: text('column.nextSteps'), share: 12 }, { title: text('nav.committees'), share: 14 }
    ],
    rows: rows.map((row): Line[][] => [
      [[{ text: row.initiative.originalText, strong: true }], [{ text: row.initiative.department, tone: 'quiet' }]], [[{ text: roleOf(row) || text('responsible.none') }]], progressOf(row, text), statusOf(row, text),
      row.received && row.report ? linesOf(row.report.nextSteps) : [],
      treatmentOfInitiative(decisions, meetings, row.initiative).map((matter): Line => [{ text: treatmentText(matter, text) }])
    ])
  };
}

/** The same as a table for a spreadsheet. */
export function committeeSheet({ committee, rows, decisions, meetings }: CommitteeSource, text: Text): SheetTable {
  return {
    name: committee, note: text('committee.extract.leftOut'),
    columns: [
      wide(text('column.title'), 44), narrow(text('ini.code')), wide(text('overview.filterDepartment'), 24), wide(text('column.responsible'), 28), wide(text('life.heading'), 16), wide(text('column.progress'), 20),
      wide(text('column.status'), 60), wide(text('column.nextSteps'), 40), wide(text('nav.committees'), 50)
    ],
    rows: rows.map((row): SheetRow => ({
      cells: [
        row.initiative.originalText, row.initiative.code, row.initiative.department, roleOf(row), text(`life.${row.initiative.lifecycle}`), row.received && row.report?.progress ? text(`prog.${row.report.progress}`) : undefined,
        statusOf(row, text).map((line) => line.map((run) => run.text).join('')).join('\n'), row.received ? row.report?.nextSteps : undefined,
        treatmentOfInitiative(decisions, meetings, row.initiative).map((matter) => treatmentText(matter, text)).join('\n')
      ],
      obsColumns: []
    }))
  };
}

function roleOf({ initiative, report }: OverviewRow): string {
  return report?.responsibleRole || initiative.chiefRole;
}

function progressOf({ received, report }: OverviewRow, text: Text): Line[] {
  return received && report?.progress ? [[{ text: `${progressSigns[report.progress]} ${text(`prog.${report.progress}`)}`, strong: true, tone: report.progress }]] : [];
}

/** The status, or the word that it has not come; never last month's. */
function statusOf({ received, expected, report }: OverviewRow, text: Text): Line[] {
  return received && report ? linesOf(report.statusText) : [[{ text: text(expected ? 'status.notReceived' : 'status.notExpected') }]];
}

/** `Økonomiudvalget, 10. december 2024: Godkendt` */
export function treatmentText({ meeting, decision }: ReturnType<typeof treatmentOfInitiative>[number], text: Text): string {
  return `${meeting ? `${meeting.forum}, ${dayName(meeting.meetingDate, text('app.locale'))}: ` : ''}${text(`dec.${decision.kind}`)}`;
}
