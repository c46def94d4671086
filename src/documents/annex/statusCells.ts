import { periodName } from '../../plan/period';
import type { MonthRecord, StatusInRecord } from '../../plan/record/monthRecord';
import { changesBetween, type Progress, type StatusTexts } from '../../plan/statusReport';
import { linesOf, type Line } from '../model/documentModel';
import type { DocumentTextKey, Text } from '../texts';

/** A sign before the words, for the eye that skims; the words stand without it. */
export const progressSigns: Readonly<Record<Progress, string>> = { NotStarted: '○', OnTrack: '✓', Attention: '▲', OffTrack: '◆', Paused: 'Ⅱ', Completed: '●' };

/** Progress in words with its sign, what it was before where that is another, and how the economy is expected to end. */
export function progressLines({ report, received, previous }: StatusInRecord, text: Text): Line[] {
  if (!received || !report?.progress) {
    return [];
  }
  const lines: Line[] = [[{ text: `${progressSigns[report.progress]} ${text(`prog.${report.progress}`)}`, strong: true, tone: report.progress }]];
  if (previous?.progress && previous.progress !== report.progress) {
    lines.push([{ text: text('doc.changed.was', text(`prog.${previous.progress}`)), tone: 'quiet' }]);
  }
  if (report.economyOutlook && report.economyOutlook !== 'NotRelevant') {
    lines.push([{ text: `${text('status.economy')}: ${text(`eco.${report.economyOutlook}`)}` }]);
  }
  return lines;
}

/** The status itself and what is new in it; "Status ikke modtaget" where one was expected, never last month's text. */
export function statusLines(row: StatusInRecord, record: MonthRecord, text: Text): Line[] {
  const { report, received, expected, late } = row;
  if (!received || !report) {
    return [[{ text: text(expected ? 'status.notReceived' : 'status.notExpected'), strong: expected, tone: expected ? undefined : 'quiet' }]];
  }
  const notes = [
    ...changeNote(row, record, text),
    ...(late ? [text('status.late')] : []),
    ...(report.onBehalfOf ? [text('status.onBehalfOf', report.onBehalfOf)] : [])
  ];
  return [...linesOf(report.statusText), ...notes.map((note): Line => [{ text: note, tone: 'quiet' }])];
}

/** What help or coordination is asked of the board. */
export function needLines({ report, received }: StatusInRecord, text: Text): Line[] {
  if (!received || !report?.needsCoordination) {
    return [];
  }
  const [first = [], ...rest] = linesOf(report.coordinationText);
  return [[{ text: `${text('needs.yes')} `, strong: true }, ...first], ...rest];
}

export function nextStepLines({ report, received }: StatusInRecord): Line[] {
  return received && report ? linesOf(report.nextSteps) : [];
}

const fieldNames: Readonly<Record<keyof StatusTexts, DocumentTextKey>> = {
  progress: 'status.progress', economyOutlook: 'status.economy', statusText: 'status.text', nextSteps: 'status.next', needsCoordination: 'doc.changed.needs', coordinationText: 'doc.changed.needs'
};

function changeNote({ report, previous }: StatusInRecord, record: MonthRecord, text: Text): string[] {
  if (!report || !record.previousPeriod) {
    return [];
  }
  const locale = text('app.locale');
  const since = periodName(record.previousPeriod, locale);
  if (!previous) {
    return [text('doc.changed.first', since)];
  }
  const fields = new Set(changesBetween(previous, report).map((field) => text(fieldNames[field]).toLocaleLowerCase(locale)));
  return [fields.size === 0 ? text('doc.changed.none', since) : text('doc.changed.fields', since, Array.from(fields).join(', '))];
}
