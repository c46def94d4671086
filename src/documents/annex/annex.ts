import { instantName } from '../../plan/calendar';
import { rolesOf } from '../../plan/meeting';
import { countsOf, obsOn, type ObsInMonth } from '../../plan/overview';
import type { EffortInRecord, InitiativeInRecord, MonthRecord } from '../../plan/record/monthRecord';
import { heading, paragraph, paragraphs, type Block, type DocumentModel, type Line, type Table } from '../model/documentModel';
import type { Text } from '../texts';
import { meetingTitle } from './meetingTitle';
import { obsInRow } from './obsLines';
import { obsTable } from './obsTable';
import { needLines, nextStepLines, progressLines, statusLines } from './statusCells';

/** Under which headings the initiatives stand. */
export type AnnexGrouping = 'department' | 'director';

/**
 * The annex (*bilag*) of a month: everything the board is shown, OBS points first and in red. Made from the record alone.
 * A record without a revision gives a preview that says so.
 */
export function annex(record: MonthRecord, grouping: AnnexGrouping, text: Text): DocumentModel {
  const shown = record.initiatives.filter(({ initiative }) => initiative.crossCutting);
  const current = shown.filter((row) => !isOver(row));
  const over = shown.filter(isOver);
  return {
    title: text('doc.annex.title', record.planYear), language: text('app.locale'), landscape: true, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      ...head(record, shown, text),
      heading(1, text('details.obs'), record.obs.length > 0 ? 'obs' : undefined), ...obsTable(record.obs, record, text),
      ...focusBlocks(record, text),
      heading(1, text('doc.crossCutting')), ...grouped(current, grouping, text).flatMap(([name, rows]) => [heading(2, name), initiativeTable(name, rows, record, text)]),
      heading(1, text('doc.completed')), ...(over.length > 0 ? [initiativeTable(text('doc.completed'), over, record, text)] : [paragraph({ text: text('doc.completed.none') })]),
      heading(1, text('nav.strategy')), ...effortBlocks(record, text)
    ]
  };
}

/** Reported as completed, or ended in the plan. */
function isOver({ initiative, report, received }: InitiativeInRecord): boolean {
  return (received && report?.progress === 'Completed') || ['Delivered', 'Operational', 'CarriedForward', 'Cancelled'].includes(initiative.lifecycle);
}

function head(record: MonthRecord, shown: readonly InitiativeInRecord[], text: Text): Block[] {
  const { meeting } = record;
  const locale = text('app.locale');
  const counts = countsOf(shown, record.efforts, record.obs);
  const facts: [string, string][] = [
    [text('exp.caseNo'), meeting.caseNumber], [text('meet.presenter'), meeting.presenters], [text('meet.attending'), rolesOf(meeting.attendingText).join('; ')]
  ];
  const summary = [
    countText(shown.length, text), text('overview.received', counts.received, counts.expected),
    text('overview.missing', counts.missing), `${counts.openObs} ${text('overview.obsLabel')}`, `${counts.needsHelp} ${text('overview.helpLabel')}`
  ];
  return [
    paragraph({ text: meetingTitle(meeting, locale), strong: true }),
    ...facts.filter(([, value]) => value).map(([label, value]) => paragraph({ text: `${label}: `, strong: true }, { text: value })),
    paragraph({ text: revisionLine(record, locale, text), tone: 'quiet' }),
    ...paragraphs(record.reason && text('doc.revision.reason', record.reason)),
    paragraph({ text: summary.join(' · ') }),
    paragraph({ text: text('doc.marks', Object.entries(record.legend).map(([mark, meaning]) => `(${mark}) ${meaning}`).join(' · ')), tone: 'quiet' })
  ];
}

function revisionLine({ revision, madeAt, madeBy, timeZone }: MonthRecord, locale: string, text: Text): string {
  return revision === '' ? text('doc.revision.preview') : text('doc.revision', revision, instantName(madeAt, locale, timeZone), madeBy);
}

function focusBlocks({ meeting, initiatives }: MonthRecord, text: Text): Block[] {
  const focus = initiatives.filter(({ initiative }) => meeting.focusInitiativeIds.includes(initiative.id)).map(({ initiative }) => initiative.originalText);
  const invited = rolesOf(meeting.invitedText);
  if (focus.length === 0 && !meeting.focusText && invited.length === 0) {
    return [];
  }
  return [
    heading(1, text('meet.focus')),
    ...(focus.length > 0 ? [{ kind: 'list' as const, items: focus.map((title): Line => [{ text: title }]) }] : []),
    ...paragraphs(meeting.focusText),
    ...(invited.length > 0 ? [paragraph({ text: `${text('doc.invited')}: `, strong: true }, { text: invited.join('; ') })] : [])
  ];
}

function grouped(rows: readonly InitiativeInRecord[], grouping: AnnexGrouping, text: Text): [string, InitiativeInRecord[]][] {
  const groups = new Map<string, InitiativeInRecord[]>();
  for (const row of rows) {
    const name = (grouping === 'department' ? row.initiative.department : row.initiative.directorRole) || text('group.unnamed');
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return Array.from(groups);
}

function initiativeTable(caption: string, rows: readonly InitiativeInRecord[], record: MonthRecord, text: Text): Table {
  return {
    kind: 'table', caption, columns: statusColumns(text('column.title'), text),
    rows: rows.map((row) => {
      const { initiative } = row;
      const ended = isOver(row) ? [[{ text: text(`life.${initiative.lifecycle}`), tone: 'quiet' as const }]] : [];
      return statusRow([[{ text: initiative.originalText, strong: true }], ...ended], row.report?.responsibleRole || initiative.chiefRole, row, obsOn(initiative, record.obs), record, text);
    })
  };
}

function effortBlocks(record: MonthRecord, text: Text): Block[] {
  if (record.efforts.length === 0) {
    return [paragraph({ text: text('doc.none') })];
  }
  const rows = record.efforts.map((row) => statusRow(
    [[{ text: row.effort.title, strong: true }], [{ text: countText(row.effort.initiativeIds.length, text), tone: 'quiet' }]], row.report?.responsibleRole || row.effort.ownerRole, row, record.obs.filter(({ point }) => point.effortId === row.effort.id), record, text
  ));
  return [{ kind: 'table', caption: text('nav.strategy'), columns: statusColumns(text('doc.effort'), text), rows }];
}

function countText(initiatives: number, text: Text): string {
  return initiatives === 1 ? text('group.countOne') : text('group.count', initiatives);
}

function statusColumns(subject: string, text: Text): Table['columns'] {
  return [
    { title: subject, share: 16 }, { title: text('column.responsible'), share: 12 }, { title: text('column.progress'), share: 12 }, { title: text('column.status'), share: 21 },
    { title: text('column.nextSteps'), share: 13 }, { title: text('column.needs'), share: 12 }, { title: text('column.obs'), share: 14 }
  ];
}

function statusRow(title: Line[], role: string, row: InitiativeInRecord | EffortInRecord, obs: readonly ObsInMonth[], record: MonthRecord, text: Text): Line[][] {
  return [
    title, [[{ text: role || text('responsible.none') }]], progressLines(row, text), statusLines(row, record, text), nextStepLines(row), needLines(row, text),
    obs.flatMap((each) => obsInRow(each, text))
  ];
}
