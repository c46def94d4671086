import '@pnp/sp/batching';
import type { Period } from '../../plan/period';
import type { Connection } from '../connection';
import { reportStateChoices } from '../choices';
import { refusalOf } from '../errors';
import type { Row } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';

/** SharePoint takes no more parts in one batch. */
const batchSize = 100;
/** Heads who write to the last second change rows under us; each time fewer can. */
const attempts = 5;

/**
 * Turns what has not been submitted into "Ikke modtaget". Only rows that still are as they were read: one that was
 * submitted a moment ago is a status, and stays one. The texts of drafts stay in their rows.
 * @returns how many became "not received" @throws what SharePoint answered
 */
export async function closeRows(connection: Connection, period: Period): Promise<number> {
  let closed = 0;
  for (let attempt = 1; ; attempt++) {
    const rows = await rowsOf(connection, 'StatusReports', { columns: ['Id', 'ReportState'], filter: `Period eq ${quoted(period)}` });
    const open = rows.filter(({ ReportState }) => ReportState === reportStateChoices.Missing || ReportState === reportStateChoices.Draft);
    if (open.length === 0 || attempt > attempts) {
      return closed;
    }
    for (let start = 0; start < open.length; start += batchSize) {
      closed += await closeBatch(connection, open.slice(start, start + batchSize));
    }
  }
}

async function closeBatch({ sp, sitePath }: Connection, rows: readonly Row[]): Promise<number> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'StatusReports'));
  const answers = rows.map((row) => list.items.getById(Number(row.Id)).update({ ReportState: reportStateChoices.NotReceived }, String(row['odata.etag'])).then(() => 1, changedMeanwhile));
  // Listened to below; when the batch as a whole fails its parts are never answered.
  answers.forEach((answer) => { answer.catch(() => undefined); });
  await execute();
  return (await Promise.all(answers)).reduce<number>((sum, each) => sum + each, 0);
}

/** A row that somebody changed, or took away, is looked at again in the next round. */
async function changedMeanwhile(error: unknown): Promise<number> {
  if ([404, 409, 412].includes((await refusalOf(error))?.status ?? 0)) {
    return 0;
  }
  throw error;
}
