import type { TimeZone } from '../../plan/calendar';
import type { KnownInitiative, PlanImport } from '../../plan/ports/planImport';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { RowReader } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { findPeople } from './findPeople';
import { readBatches } from './keptBatches';
import { runImport } from './runImport';
import { undoImport } from './undoImport';

/** Brings initiatives into the plan's lists. */
export function createPlanImport(connection: Connection, timeZone: TimeZone, now: () => Date): PlanImport {
  return {
    known: (planYear) => reading(() => readKnown(connection, planYear)),
    findPeople: (texts) => reading(() => findPeople(connection, texts)),
    run: (run, watch) => runImport({ connection, timeZone }, run, `${now().toISOString().slice(0, 19)}Z`, watch),
    batches: () => reading(() => readBatches(connection)),
    undo: (batchId, watch) => undoImport(connection, batchId, watch)
  };
}

async function readKnown(connection: Connection, planYear: string): Promise<KnownInitiative[]> {
  const rows = await rowsOf(connection, 'Initiatives', { columns: ['Id', 'Title', 'Code', 'Department', 'Committees', 'ClientKey'], filter: `PlanYear eq ${quoted(planYear)}` });
  return rows.map((row) => {
    const read = new RowReader(row, 'UTC');
    return { title: read.text('Title'), code: read.optionalText('Code'), department: read.text('Department'), committees: read.texts('Committees'), clientKey: read.optionalText('ClientKey') };
  });
}
