import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { watchedLists, type ListStamps, type WatchedList } from '../plan/ports/planStore';
import type { Connection } from './connection';
import { reading } from './errors';
import { listUrl } from './schema/places';
import type { ListKey } from './schema/columns';

/** What tells of a list that somebody has saved in it. */
export interface StampedRow {
  RootFolder: { ServerRelativeUrl: string };
  LastItemUserModifiedDate: string;
  ItemCount: number;
}

/** The list behind each name of the port. */
export const watchedKeys: Readonly<Record<WatchedList, ListKey>> = {
  initiatives: 'Initiatives', efforts: 'StrategicEfforts', reports: 'StatusReports', meetings: 'Meetings', obsPoints: 'ObsPoints',
  decisions: 'Decisions', followUps: 'FollowUps', economy: 'EconomyLines'
};

export const stampColumns = ['RootFolder/ServerRelativeUrl', 'LastItemUserModifiedDate', 'ItemCount'];

/** One request whatever the size of the lists. */
export function readChanges({ sp, sitePath }: Connection): Promise<ListStamps> {
  return reading(async () => stampsOf(await sp.web.lists.select(...stampColumns).expand('RootFolder')<StampedRow[]>(), sitePath));
}

/** When each list was last written to by somebody, and how many rows it holds. */
export function stampsOf(lists: readonly StampedRow[], sitePath: string): ListStamps {
  const stamps = new Map(lists.map((list) => [list.RootFolder.ServerRelativeUrl.toLowerCase(), `${list.LastItemUserModifiedDate} ${list.ItemCount}`]));
  return Object.fromEntries(watchedLists.map((name) => [name, stamps.get(listUrl(sitePath, watchedKeys[name]).toLowerCase())]));
}
