import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { EarlierMonth, EarlierReport } from '../plan/sinceLast';
import type { Connection } from './connection';
import { reading } from './errors';
import { earlierReportOf, earlierReportColumns, statusTextColumns } from './mapping/rows';
import type { Row } from './mapping/reader';
import { quoted } from './readMonth';
import { listUrl } from './schema/places';

/** Reports of earlier months: a filter on the indexed month each, all in one `$batch`. Texts only where they are to be compared. */
export function readEarlier({ sp, sitePath }: Connection, months: readonly EarlierMonth[]): Promise<EarlierReport[]> {
  return reading(async () => {
    const [batched, send] = sp.batched();
    const answers = Promise.all(months.map(async ({ period, withTexts }) => {
      const columns = withTexts ? [...earlierReportColumns, ...statusTextColumns] : earlierReportColumns;
      // A query of its own for each: what is chosen of one would be chosen of all.
      const rows = await batched.web.getList(listUrl(sitePath, 'StatusReports')).items.select(...columns).filter(`Period eq ${quoted(period)}`).top(5000)<Row[]>();
      return rows.map((row) => earlierReportOf(row, period, withTexts));
    }));
    // Awaited below; when the batch as a whole fails its parts are never answered.
    answers.catch(() => undefined);
    await send();
    return (await answers).flat();
  });
}
