import { foldersAbove } from '../items/place';
import type { Assignment, ItemRecord, ListRecord } from '../state/records';
import type { Store } from '../state/store';

/** What an item has of its own or inherits from the nearest folder or its list; undefined is what the web has. */
export function assignmentsOf(store: Store, list: ListRecord, item: ItemRecord): Assignment[] | undefined {
  if (item.assignments !== undefined || item.place === undefined) {
    return item.assignments ?? list.assignments;
  }
  return foldersAbove(store, list, item).find((folder) => folder.assignments !== undefined)?.assignments ?? list.assignments;
}
