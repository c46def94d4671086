import { dayOf } from '../plan/calendar';
import type { ExpectedMonth, MonthRows, PlanSite } from '../plan/ports/planStore';
import type { Connection } from './connection';
import { reading } from './errors';
import { initiativeColumns, initiativeOf } from './mapping/rows';
import type { Row } from './mapping/reader';
import { quoted, refreshMonth, rowsOf } from './readMonth';
import { readPlanYear, readSite, type WebRow } from './readSite';
import { knownTimeZone } from './timeZones';

/**
 * Site and month in one wave of six requests, seven where the page brought nothing of the site. The initiatives are asked
 * for from the expected year on: their rows tell which plan is the newest, so that nobody need ask for that.
 */
export function readOpening(connection: Connection, { planYear, period }: ExpectedMonth, chosenYear: string | undefined, now: () => Date, web?: WebRow): { site: Promise<PlanSite>; month: Promise<MonthRows> } {
  const rows = rowsOf(connection, 'Initiatives', { columns: initiativeColumns, filter: `PlanYear ${chosenYear === undefined ? 'ge' : 'eq'} ${quoted(planYear)}` });
  const site = readSite(connection, chosenYear, { now, web, newest: chosenYear === undefined ? newestIn(connection, rows) : undefined });
  const timeZone = site.then((read) => read.timeZone);
  const rest = refreshMonth(connection, { planYear, period, initiatives: [], efforts: [], reports: [], obsPoints: [] }, ['efforts', 'reports', 'obsPoints'], timeZone);
  const zone = web && knownTimeZone(web.RegionalSettings.TimeZone.Id);
  if (zone) {
    // The first date in a zone costs more than all that follow: paid while the answers are on their way.
    setTimeout(() => dayOf(now(), zone), 0);
  }
  const month = reading(async () => {
    const [found, shownZone, others] = await Promise.all([rows, timeZone, rest]);
    return { ...others, initiatives: found.filter((row) => row.PlanYear === planYear).map((row) => initiativeOf(row, shownZone)) };
  });
  return { site, month };
}

/** Where the expected plan is gone, or its rows are refused, and no later one is there, an earlier one is looked for. */
async function newestIn(connection: Connection, rows: Promise<Row[]>): Promise<string | undefined> {
  const years = await rows.then((found) => found.map((row) => String(row.PlanYear)).sort(), () => []);
  return years.pop() ?? readPlanYear(connection);
}
