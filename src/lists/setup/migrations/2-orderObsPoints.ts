import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { listUrl } from '../../schema/places';
import type { SetupSite } from '../site';

interface PointRow {
  Id: number;
  SortOrder: number | null;
  'odata.etag': string;
}

/**
 * Version 1 raised OBS points without a place in the order; from version 2 on directors move them. Points without a place
 * get one behind the others, in the order they were raised.
 */
export async function orderObsPoints({ connection }: SetupSite): Promise<void> {
  const items = connection.sp.web.getList(listUrl(connection.sitePath, 'ObsPoints')).items;
  const rows = await items.select('Id', 'SortOrder').top(5000)<PointRow[]>();
  let last = Math.max(0, ...rows.map((row) => row.SortOrder ?? 0));
  for (const row of rows.filter((each) => each.SortOrder === null).sort((a, b) => a.Id - b.Id)) {
    await items.getById(row.Id).update({ SortOrder: ++last }, row['odata.etag']);
  }
}
