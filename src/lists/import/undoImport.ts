import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { UndoOutcome } from '../../plan/ports/planImport';
import type { RowWatch } from '../../plan/ports/roundStore';
import type { Problem } from '../../plan/problem';
import { isSameVersion } from '../../plan/stored';
import type { Connection } from '../connection';
import { problemFrom } from '../errors';
import type { Row } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';
import type { ListKey } from '../schema/columns';
import { demandBatch, keepBatch } from './keptBatches';
import { batchSize } from './runImport';

/**
 * Takes a batch back: its rows go to the recycle bin, but for those that somebody has changed or that something refers to.
 * SharePoint recycles without asking for an ETag, so the rows are read again right before each hundred.
 */
export async function undoImport(connection: Connection, batchId: string, { onProgress, stop }: RowWatch): Promise<UndoOutcome> {
  let recycled = 0;
  try {
    const setting = await demandBatch(connection, batchId);
    const used = await readUsed(connection);
    for (;;) {
      const rows = await rowsOf(connection, 'Initiatives', { columns: ['Id', 'Title', 'ClientKey'], filter: `startswith(ClientKey,${quoted(`${batchId}:`)})` });
      const candidates = rows.filter((row) => isUntouched(row) && !used.has(Number(row.Id)));
      if (candidates.length === 0) {
        await keepBatch(connection, { ...setting, state: 'undone' });
        return { kind: 'done', recycled, kept: rows.map((row) => ({ title: String(row.Title), why: isUntouched(row) ? 'used' : 'changed' })) };
      }
      if (stop()) {
        return { kind: 'interrupted', recycled, kept: [] };
      }
      const next = candidates.slice(0, batchSize);
      // Those that turn out to be in use are no candidates in the next turn: every turn gets further.
      (await withReports(connection, next.map(({ Id }) => Number(Id)))).forEach((id) => used.add(id));
      const free = next.filter(({ Id }) => !used.has(Number(Id)));
      const problem = await recycleRows(connection, free);
      if (problem) {
        return { kind: 'interrupted', recycled, kept: [], problem };
      }
      recycled += free.length;
      onProgress({ done: recycled, total: recycled + candidates.length - next.length });
    }
  } catch (error) {
    return { kind: 'interrupted', recycled, kept: [], problem: await problemFrom(error) };
  }
}

const isUntouched = (row: Row): boolean => isSameVersion(String(row['odata.etag']), '"1"');

/** Lists that name initiatives and stay small enough to be read whole: a lookup has no index that a filter could use. */
const referring: readonly { list: ListKey; column: string }[] = [
  { list: 'ObsPoints', column: 'InitiativesId' }, { list: 'Decisions', column: 'InitiativesId' }, { list: 'StrategicEfforts', column: 'InitiativesId' },
  { list: 'Meetings', column: 'FocusInitiativesId' }, { list: 'FollowUps', column: 'InitiativeId' }, { list: 'EconomyLines', column: 'InitiativeId' }
];

async function readUsed(connection: Connection): Promise<Set<number>> {
  const lists = await Promise.all(referring.map(async ({ list, column }) => (await rowsOf(connection, list, { columns: ['Id', column] })).flatMap((row) => row[column])));
  return new Set(lists.flat().map(Number));
}

/** Of these, the ones that have a status in some month. Reports can be many: each is asked for by the beginning of its key. */
async function withReports({ sp, sitePath }: Connection, ids: readonly number[]): Promise<number[]> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'StatusReports'));
  const answers = ids.map((id) => list.items.select('Id').filter(`startswith(ReportKey,${quoted(`I${id}:`)})`).top(1)<Row[]>().then((rows) => ({ id, has: rows.length > 0 })));
  // Listened to below, after the batch has been sent.
  answers.forEach((answer) => { answer.catch(() => undefined); });
  await execute();
  return (await Promise.all(answers)).filter(({ has }) => has).map(({ id }) => id);
}

async function recycleRows({ sp, sitePath }: Connection, rows: readonly Row[]): Promise<Problem | undefined> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'Initiatives'));
  const answers = rows.map((row) => list.items.getById(Number(row.Id)).recycle().then(() => undefined, (error: unknown) => problemFrom(error)));
  await execute();
  // A row that is gone already is what was wanted.
  return (await Promise.all(answers)).find((problem) => problem !== undefined && problem.kind !== 'notFound');
}
