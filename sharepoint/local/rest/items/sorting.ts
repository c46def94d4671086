import { compareOrder } from '../odata/filterEvaluate';
import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord } from '../state/records';

/** Reads a path of an item. */
export type ReadItem = (item: ItemRecord, path: string) => unknown;

/** Sorts by the keys, then by id. Without keys the rows stay in the order of their ids. */
export function sortItems(items: ItemRecord[], order: OrderKey[], read: ReadItem): ItemRecord[] {
  if (order.length === 0) {
    return items;
  }
  const keyed = items.map((item) => ({ item, keys: order.map((key) => read(item, key.path)) }));
  keyed.sort((one, other) => compareKeys(one.keys, other.keys, order) || one.item.id - other.item.id);
  return keyed.map(({ item }) => item);
}

/** Empty values come first, as in SharePoint's database. */
export function compareKeys(one: unknown[], other: unknown[], order: OrderKey[]): number {
  for (const [index, { descending }] of order.entries()) {
    const result = compareSortValues(one[index], other[index]);
    if (result !== 0) {
      return descending ? -result : result;
    }
  }
  return 0;
}

function compareSortValues(one: unknown, other: unknown): number {
  const isEmpty = (value: unknown): boolean => value === null || value === undefined;
  if (isEmpty(one) || isEmpty(other)) {
    return Number(isEmpty(other)) - Number(isEmpty(one));
  }
  return compareOrder(one as string | number | boolean, other as string | number | boolean);
}

