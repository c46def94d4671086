import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { TimeZone } from '../plan/calendar';
import type { Period } from '../plan/period';
import type { InitiativeHistory, MonthRows, WatchedList } from '../plan/ports/planStore';
import { PlanError } from '../plan/problem';
import { obsStateChoices } from './choices';
import type { Connection } from './connection';
import { reading } from './errors';
import {
  effortColumns, effortOf, initiativeColumns, initiativeOf, initiativeTextColumns, initiativeTextsOf, obsColumns, obsPointOf, reportColumns, reportOf
} from './mapping/rows';
import type { Row } from './mapping/reader';
import { watchedKeys } from './readChanges';
import { listUrl } from './schema/places';
import type { ListKey } from './schema/columns';

interface Question {
  columns: readonly string[];
  /** An OData filter, built of `quoted` values. */
  filter?: string;
}

/** Everything of one month: four requests, whatever the number of rows. Filters begin with an indexed column. */
export async function readMonth(connection: Connection, planYear: string, period: Period, timeZone: TimeZone | Promise<TimeZone>): Promise<MonthRows> {
  const nothing: MonthRows = { planYear, period, initiatives: [], efforts: [], reports: [], obsPoints: [] };
  return refreshMonth(connection, nothing, ['initiatives', 'efforts', 'reports', 'obsPoints'], timeZone);
}

/**
 * A month of which only the named lists are read anew.
 * @param timeZone waited for when the rows are there: they may be asked for while the site itself is still being read
 */
export async function refreshMonth(connection: Connection, known: MonthRows, changed: readonly WatchedList[], timeZone: TimeZone | Promise<TimeZone>): Promise<MonthRows> {
  const { planYear, period } = known;
  const part = async <T>(list: WatchedList, question: Question, make: (row: Row, timeZone: TimeZone) => T, before: T[]): Promise<T[]> => {
    if (!changed.includes(list)) {
      return before;
    }
    const rows = await rowsOf(connection, watchedKeys[list], question);
    const zone = await timeZone;
    return rows.map((row) => make(row, zone));
  };
  return reading(async () => {
    const [initiatives, efforts, reports, obsPoints] = await Promise.all([
      part('initiatives', { columns: initiativeColumns, filter: `PlanYear eq ${quoted(planYear)}` }, initiativeOf, known.initiatives),
      part('efforts', { columns: effortColumns }, effortOf, known.efforts),
      part('reports', { columns: reportColumns, filter: `Period eq ${quoted(period)}` }, reportOf, known.reports),
      part('obsPoints', { columns: obsColumns, filter: obsFilter(period) }, obsPointOf, known.obsPoints)
    ]);
    return { planYear, period, initiatives, efforts, reports, obsPoints };
  });
}

/** The rest of one initiative, over the years. OBS points are few, so all are read and sorted out here: a lookup filter has no index. */
export async function readHistory(connection: Connection, initiativeId: number, timeZone: TimeZone): Promise<InitiativeHistory> {
  return reading(async () => {
    const [rows, obsPoints, legend] = await Promise.all([
      readLine(connection, initiativeId),
      rowsOf(connection, 'ObsPoints', { columns: obsColumns }),
      rowsOf(connection, 'Settings', { columns: ['SettingKey', 'Value'], filter: `SettingKey eq ${quoted('markLegend')}` })
    ]);
    const ids = rows.map((row) => Number(row.Id));
    return {
      texts: initiativeTextsOf(rows[0]),
      line: rows.map((row) => ({ id: Number(row.Id), planYear: String(row.PlanYear ?? '') })),
      reports: rows.flatMap(({ reports }) => reports).map((row) => reportOf(row, timeZone)).sort((a, b) => b.period.localeCompare(a.period)),
      obsPoints: obsPoints.map((row) => obsPointOf(row, timeZone)).filter((point) => point.initiativeIds.some((id) => ids.includes(id))).sort((a, b) => b.raisedPeriod.localeCompare(a.raisedPeriod)),
      legend: legendOf(legend[0])
    };
  });
}

/** The row with its reports, then the one that it was carried on from, and so on. One that is gone ends the line. */
async function readLine(connection: Connection, initiativeId: number): Promise<(Row & { reports: Row[] })[]> {
  const rows: (Row & { reports: Row[] })[] = [];
  for (let id: number | undefined = initiativeId; id !== undefined && !rows.some((row) => row.Id === id);) {
    const [found, reports]: [Row[], Row[]] = await Promise.all([
      rowsOf(connection, 'Initiatives', { columns: [...initiativeTextColumns, 'PlanYear', 'PredecessorId'], filter: `Id eq ${id}` }),
      rowsOf(connection, 'StatusReports', { columns: reportColumns, filter: `startswith(ReportKey,${quoted(`I${id}:`)})` })
    ]);
    if (found.length === 0) {
      break;
    }
    rows.push({ ...found[0], reports });
    id = typeof found[0].PredecessorId === 'number' ? found[0].PredecessorId : undefined;
  }
  if (rows.length === 0) {
    throw new PlanError({ kind: 'notFound' });
  }
  return rows;
}

/** The OBS points that a month shows. */
export function obsFilter(period: Period): string {
  return `RaisedPeriod le ${quoted(period)} and (ObsState eq ${quoted(obsStateChoices.Open)} or ClosedPeriod ge ${quoted(period)})`;
}

/** A text as OData writes it; the only way that a value gets into a filter. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\'')}'`;
}

/** All rows of a list that a question asks for, page by page. */
export async function rowsOf({ sp, sitePath }: Connection, key: ListKey, { columns, filter }: Question): Promise<Row[]> {
  const items = sp.web.getList(listUrl(sitePath, key)).items.select(...columns).top(5000);
  const rows: Row[] = [];
  for await (const page of (filter ? items.filter(filter) : items) as AsyncIterable<Row[]>) {
    rows.push(...page);
  }
  return rows;
}

/** The legend of the marks as the settings hold it. */
export function legendOf(row: Row | undefined): Record<string, string> {
  try {
    return JSON.parse(String(row?.Value ?? '{}')) as Record<string, string>;
  } catch {
    // The legend explains marks in a tooltip; one that somebody broke by hand leaves the marks unexplained.
    return {};
  }
}
