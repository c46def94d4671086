import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import type { Instant } from '../../plan/calendar';
import { plain, type ImportedInitiative } from '../../plan/import/importedInitiative';
import type { FoundPerson, ImportOutcome, ImportRun, LineOutcome } from '../../plan/ports/planImport';
import type { RowWatch } from '../../plan/ports/roundStore';
import type { Problem } from '../../plan/problem';
import type { Connection } from '../connection';
import { problemFrom } from '../errors';
import { quoted, rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';
import type { Writing } from '../write/listWriter';
import { clientKeyOf, importedBody, type PeopleIds } from './initiativeBody';
import { keepBatch, readBatch, type BatchSetting } from './keptBatches';

/** SharePoint takes no more parts in one batch. */
export const batchSize = 100;

/** What stops a run: the next row would meet it too. Anything else is told on its row, and the run goes on. */
export const stopping: readonly Problem['kind'][] = ['forbidden', 'signedOut', 'throttled', 'offline', 'listsMissing', 'unreadable'];

/**
 * Makes the rows of an import, a hundred in a request. A batch is no transaction, and when its answer is lost nobody knows
 * which rows stand: each carries its batch and line as ClientKey, and a run begins by looking for those.
 */
export async function runImport(writing: Writing, run: ImportRun, now: Instant, { onProgress, stop }: RowWatch): Promise<ImportOutcome> {
  const { connection } = writing;
  const { batch, rows } = run;
  const lines: LineOutcome[] = [];
  try {
    const setting = await begin(connection, run, now);
    const standing = new Set((await rowsOf(connection, 'Initiatives', { columns: ['Id', 'ClientKey'], filter: `startswith(ClientKey,${quoted(`${batch.id}:`)})` })).map((row) => String(row.ClientKey)));
    const missing = rows.filter(({ line }) => !standing.has(clientKeyOf(batch.id, line)));
    lines.push(...rows.filter((row) => !missing.includes(row)).map(({ line }): LineOutcome => ({ line, kind: 'stood' })));
    onProgress({ done: lines.length, total: rows.length });
    const people = await idsOf(connection, missing, run.people);
    for (let start = 0; start < missing.length; start += batchSize) {
      if (stop()) {
        return { kind: 'interrupted', lines };
      }
      const made = await addBatch(writing, missing.slice(start, start + batchSize), run, setting, people);
      const problem = made.find(isStopped)?.problem;
      lines.push(...made.filter((line) => !isStopped(line)));
      if (problem) {
        return { kind: 'interrupted', lines, problem };
      }
      onProgress({ done: lines.length, total: rows.length });
    }
    await keepBatch(connection, { ...setting, state: 'done' });
    return { kind: 'done', lines };
  } catch (error) {
    return { kind: 'interrupted', lines, problem: await problemFrom(error) };
  }
}

const isStopped = ({ problem }: LineOutcome): boolean => problem !== undefined && stopping.includes(problem.kind);

/** Remembers the batch, or goes on with one that was begun before. */
async function begin(connection: Connection, { batch, rows }: ImportRun, now: Instant): Promise<BatchSetting> {
  const kept = (await readBatch(connection, batch.id))?.setting;
  const setting: BatchSetting = { ...batch, startedAt: kept?.startedAt ?? now, total: Math.max(rows.length, kept?.total ?? 0), state: 'started', orderFrom: kept?.orderFrom ?? await lastOrder(connection, batch.planYear) };
  await keepBatch(connection, setting);
  return setting;
}

async function lastOrder(connection: Connection, planYear: string): Promise<number> {
  const rows = await rowsOf(connection, 'Initiatives', { columns: ['Id', 'SortOrder'], filter: `PlanYear eq ${quoted(planYear)}` });
  return rows.reduce((last, row) => Math.max(last, Number(row.SortOrder ?? 0)), 0);
}

/** Makes sure that the site knows everybody, which gives them an id. */
async function idsOf({ sp }: Connection, rows: readonly ImportedInitiative[], people: ReadonlyMap<string, FoundPerson>): Promise<PeopleIds> {
  const ids = new Map<string, number>();
  const texts = new Set(rows.flatMap(({ director, chief, deputy }) => [director, chief, deputy].map(plain)));
  for (const text of Array.from(texts)) {
    const person = people.get(text);
    if (person) {
      ids.set(text, (await sp.web.ensureUser(person.loginName)).Id);
    }
  }
  return ids;
}

async function addBatch({ connection: { sp, sitePath }, timeZone }: Writing, rows: readonly ImportedInitiative[], run: ImportRun, setting: BatchSetting, people: PeopleIds): Promise<LineOutcome[]> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'Initiatives'));
  // `items` anew for each row: PnPjs batches every request object once, and one used again is never answered.
  const answers = rows.map((row) => list.items.add(importedBody(row, { ...setting, people, today: run.today, timeZone })).then(
    (): LineOutcome => ({ line: row.line, kind: 'made' }),
    async (error: unknown): Promise<LineOutcome> => ({ line: row.line, kind: 'refused', problem: await problemFrom(error) })
  ));
  await execute();
  return Promise.all(answers);
}
