import type { TimeZone } from '../../plan/calendar';
import type { NextYearRows, NextYearStore } from '../../plan/ports/nextYearStore';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { detailsColumns, initiativeWriter } from '../initiatives/writeInitiatives';
import { RowReader } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import type { Writing } from '../write/listWriter';
import { readKeptYear } from './keptYear';
import { runNextYear } from './runNextYear';

/** The next year's plan out of this one, in the plan's lists. */
export function createNextYearStore(connection: Connection, timeZone: TimeZone): NextYearStore {
  const writing: Writing = { connection, timeZone };
  const rows = (fromYear: string, toYear: string): Promise<NextYearRows> => reading(() => readYears(writing, fromYear, toYear));
  return { rows, run: (run, watch) => runNextYear(writing, () => rows(run.fromYear, run.toYear), run, watch) };
}

async function readYears(writing: Writing, fromYear: string, toYear: string): Promise<NextYearRows> {
  const { connection, timeZone } = writing;
  const [initiatives, successors, kept] = await Promise.all([
    rowsOf(connection, 'Initiatives', { columns: detailsColumns, filter: `PlanYear eq ${quoted(fromYear)}` }),
    rowsOf(connection, 'Initiatives', { columns: ['Id', 'PredecessorId'], filter: `PlanYear eq ${quoted(toYear)}` }),
    readKeptYear(connection, toYear)
  ]);
  const writer = initiativeWriter(writing);
  return {
    initiatives: initiatives.map((row) => writer.fromRow(row, timeZone)), kept,
    successors: successors.map((row) => { const read = new RowReader(row, timeZone); return { id: read.id, predecessorId: read.reference('Predecessor') }; })
  };
}
