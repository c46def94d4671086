import type { FollowUpEntry } from '../../plan/decisionHistory';
import type { ObsInMonth } from '../../plan/overview';
import type { RowGroup } from '../../plan/overviewSelection';
import { ageOf } from '../annex/obsLines';
import type { Text } from '../texts';
import type { SheetColumn, SheetRow, SheetTable } from './sheetTable';

/** Where the OBS points stand in the overview. */
const obsColumn = 12;

/** Titles of initiatives as the plan writes them, by id. */
export type TitlesById = ReadonlyMap<number, string>;

/** An OBS point with the titles of what it is about. */
export interface ShownObs {
  obs: ObsInMonth;
  concerns: readonly string[];
}

/**
 * The overview as it is shown: the rows asked for, in the order asked for. A row under several headings is written once.
 * @param otherObs OBS points that the page shows beside the rows, because they name none of them
 */
export function overviewSheet(groups: readonly RowGroup[], otherObs: readonly ShownObs[], text: Text): SheetTable {
  const rows = Array.from(new Map(groups.flatMap((group) => group.rows).map((row) => [row.initiative.id, row])).values());
  return {
    name: text('nav.overview'),
    columns: [
      wide(text('column.title'), 44), narrow(text('ini.code')), narrow(text('ini.marks')), wide(text('overview.filterDepartment'), 24), wide(text('overview.filterCommittee'), 14),
      wide(text('ini.director'), 26), wide(text('column.responsible'), 28), wide(text('column.progress'), 20), wide(text('status.economy'), 22), wide(text('column.status'), 60),
      wide(text('column.nextSteps'), 40), wide(text('column.needs'), 40), wide(text('column.obs'), 60)
    ],
    rows: [...rows.map(({ initiative, report, received, expected, obs }): SheetRow => {
      const shown = received ? report : undefined;
      const missing = expected && !received ? text('status.notReceived') : '';
      return {
        cells: [
          initiative.originalText, initiative.code, initiative.marks.map((mark) => `(${mark})`).join(''), initiative.department, initiative.committees.join('; '), initiative.directorRole,
          report?.responsibleRole || initiative.chiefRole, shown?.progress && text(`prog.${shown.progress}`), shown?.economyOutlook && text(`eco.${shown.economyOutlook}`),
          shown?.statusText ?? missing, shown?.nextSteps, shown?.needsCoordination ? shown.coordinationText : undefined, obs.map((each) => obsText(each, text)).join('\n')
        ],
        obsColumns: obs.some(({ open }) => open) ? [0, obsColumn] : obs.length > 0 ? [obsColumn] : []
      };
    }), ...otherObs.map(({ obs, concerns }): SheetRow => ({ cells: [concerns.join('\n'), ...Array<undefined>(obsColumn - 1).fill(undefined), obsText(obs, text)], obsColumns: [obsColumn] }))]
  };
}

/** OBS points as they are shown, each in red with flag and word. */
export function obsSheet(points: readonly ShownObs[], text: Text): SheetTable {
  return {
    name: text('nav.obs'),
    columns: [
      wide(text('doc.obs.point'), 60), wide(text('doc.obs.concerns'), 44), wide(text('obs.level'), 18), wide(text('obs.type'), 18), wide(text('obs.proposed'), 44),
      { title: text('doc.obs.months'), width: 12, type: 'number' }, wide(text('doc.state'), 12)
    ],
    rows: points.map(({ obs, concerns }): SheetRow => ({
      cells: [
        obsText(obs, text), concerns.join('\n'), text(`obs.level.${obs.point.level}`), obs.point.type && text(`obs.type.${obs.point.type}`), obs.point.proposedAction, obs.age,
        text(obs.open ? 'obs.state.Open' : 'obs.state.Closed')
      ],
      obsColumns: [0]
    }))
  };
}

/** Follow-ups as they are shown, with what they came from. */
export function followUpSheet(entries: readonly FollowUpEntry[], titles: TitlesById, text: Text): SheetTable {
  return {
    name: text('doc.followUps'),
    columns: [
      wide(text('act.title'), 50), wide(text('column.title'), 44), wide(text('act.owner'), 28), { title: text('act.due'), width: 12, type: 'day' }, wide(text('doc.state'), 14),
      wide(text('act.Overdue'), 14), wide(text('doc.note'), 50), wide(text('rounds.column.meeting'), 30), wide(text('meet.decision'), 60)
    ],
    rows: entries.map(({ followUp, initiativeIds, overdue, meeting, decision }): SheetRow => ({
      cells: [
        followUp.title, initiativeIds.map((id) => titles.get(id) ?? '').filter(Boolean).join('\n'), followUp.responsibleRole, followUp.dueDate, text(`act.${followUp.state}`),
        overdue ? text('act.Overdue') : undefined, followUp.note, meeting?.title, decision && `${text(`dec.${decision.kind}`)}: ${decision.text}`
      ],
      obsColumns: []
    }))
  };
}

/** `⚑ OBS text (2. måned i træk)`: told without the colour. */
function obsText(obs: ObsInMonth, text: Text): string {
  return `⚑ ${text('obs.label')} ${obs.point.text} (${obs.open ? ageOf(obs, text) : text('obs.state.Closed')})`;
}

/** A column of text. @param width in characters */
export function wide(title: string, width: number): SheetColumn {
  return { title, width, type: 'text' };
}

/** A column of a few characters. */
export function narrow(title: string): SheetColumn {
  return wide(title, 12);
}
