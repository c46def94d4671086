import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { ListStamps, WatchedList } from '../plan/ports/planStore';
import type { Connection } from './connection';
import { reading } from './errors';
import { listUrl } from './schema/all';
import type { ListKey } from './schema/columns';

interface ListRow {
  RootFolder: { ServerRelativeUrl: string };
  LastItemUserModifiedDate: string;
  ItemCount: number;
}

/** The list behind each name of the port. */
export const watchedKeys: Readonly<Record<WatchedList, ListKey>> = {
  initiatives: 'Initiatives', efforts: 'StrategicEfforts', reports: 'StatusReports', meetings: 'Meetings', obsPoints: 'ObsPoints'
};

/** When each list was last written to by somebody, and how many rows it holds: one request whatever their size. */
export function readChanges({ sp, sitePath }: Connection): Promise<ListStamps> {
  return reading(async () => {
    const lists = await sp.web.lists.select('RootFolder/ServerRelativeUrl', 'LastItemUserModifiedDate', 'ItemCount').expand('RootFolder')<ListRow[]>();
    const stamps = new Map(lists.map((list) => [list.RootFolder.ServerRelativeUrl.toLowerCase(), `${list.LastItemUserModifiedDate} ${list.ItemCount}`]));
    const named = (Object.keys(watchedKeys) as WatchedList[]).map((name) => [name, stamps.get(listUrl(sitePath, watchedKeys[name]).toLowerCase())]);
    return Object.fromEntries(named) as ListStamps;
  });
}
