import '@pnp/sp/batching';
import type { Problem } from '../../plan/problem';
import type { RowsOutcome, RowWatch } from '../../plan/ports/roundStore';
import type { ExpectedStatus } from '../../plan/rounds/rounds';
import { reportKeyOf } from '../../plan/statusReport';
import { reportStateChoices } from '../choices';
import { isDuplicate, problemFrom, refusalOf } from '../errors';
import { listUrl } from '../schema/places';
import type { Writing } from '../write/listWriter';
import { statusStart } from '../write/statuses';

/** SharePoint takes no more parts in one batch. */
const batchSize = 100;

/**
 * Makes the rows of a round, a hundred in a request. A batch is no transaction: some of its rows may stand when it fails,
 * and when its answer is lost nobody knows which. The key is unique, so a row that stands already counts as made, and
 * running it again makes just what is missing.
 */
export async function addRows(writing: Writing, rows: readonly ExpectedStatus[], { onProgress, stop }: RowWatch): Promise<RowsOutcome> {
  const total = rows.length;
  let done = 0;
  while (done < total) {
    if (stop()) {
      return { kind: 'interrupted', done, total };
    }
    const { made, problem } = await addBatch(writing, rows.slice(done, done + batchSize));
    if (problem) {
      return { kind: 'interrupted', problem, done: done + made, total };
    }
    done += made;
    onProgress({ done, total });
  }
  return { kind: 'done', made: total };
}

async function addBatch({ connection: { sp, sitePath } }: Writing, rows: readonly ExpectedStatus[]): Promise<{ made: number; problem?: Problem }> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'StatusReports'));
  // `items` anew for each row: PnPjs batches every request object once, and one used again is never answered.
  const answers = rows.map((row) => list.items.add(bodyOf(row)).then(() => undefined, (error: unknown) => troubleOf(error)));
  try {
    await execute();
  } catch (error) {
    return { made: 0, problem: await problemFrom(error) };
  }
  const troubles = (await Promise.all(answers)).filter((trouble): trouble is Problem => trouble !== undefined);
  return { made: rows.length - troubles.length, problem: troubles[0] };
}

/** undefined when the row stands all the same. */
async function troubleOf(error: unknown): Promise<Problem | undefined> {
  const refusal = await refusalOf(error);
  return refusal && isDuplicate(refusal) ? undefined : problemFrom(error);
}

function bodyOf(row: ExpectedStatus): Record<string, unknown> {
  return { ...statusStart(row), ReportKey: reportKeyOf(row.subject, row.period), ReportState: reportStateChoices.Missing };
}
