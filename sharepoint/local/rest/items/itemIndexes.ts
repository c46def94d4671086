import { formatTime } from '../odata/dates';
import type { ItemRecord } from '../state/records';

/** How a value stands in an index: text (times are ISO text, which sorts as time does) without case, true as 1. Undefined is an empty column. */
export type IndexKey = string | number | undefined;

/** The ids of a list's rows by the value of one column. */
interface ColumnIndex {
  buckets: Map<IndexKey, Set<number>>;
  /** The keys in order, undefined left out; made when first wanted and kept in order from then on. */
  sorted: IndexKey[] | undefined;
}

/** Indexes over the columns of all lists, built when first asked for and kept up with every write. */
export interface ItemIndexes {
  /** Rows whose column has exactly the value. */
  equal(list: string, column: string, key: IndexKey): ReadonlySet<number>;
  /** Rows whose column lies within the bounds; empty columns are in no range. */
  within(list: string, column: string, accepts: (key: string | number) => boolean, from: string | number | undefined): number[];
  /** Told of every change of an item, also of one taken back. */
  changed(before: ItemRecord | undefined, after: ItemRecord | undefined): void;
}

const none: ReadonlySet<number> = new Set();

export function createItemIndexes(itemsOf: (list: string) => ReadonlyMap<number, ItemRecord>): ItemIndexes {
  const lists = new Map<string, Map<string, ColumnIndex>>();

  function indexOf(list: string, column: string): ColumnIndex {
    const columns = lists.get(list) ?? new Map<string, ColumnIndex>();
    lists.set(list, columns);
    const known = columns.get(column);
    if (known) {
      return known;
    }
    const index: ColumnIndex = { buckets: new Map(), sorted: undefined };
    for (const item of itemsOf(list).values()) {
      add(index, keyOf(item, column), item.id);
    }
    columns.set(column, index);
    return index;
  }

  return {
    equal: (list, column, key) => indexOf(list, column).buckets.get(key) ?? none,
    within: (list, column, accepts, from) => {
      const index = indexOf(list, column);
      index.sorted = index.sorted ?? [...index.buckets.keys()].filter((key) => key !== undefined).sort(compareKeys);
      const ids: number[] = [];
      for (let position = from === undefined ? 0 : lowerBound(index.sorted, from); position < index.sorted.length; position++) {
        const key = index.sorted[position];
        if (key === undefined || !accepts(key)) {
          break;
        }
        // One by one: a bucket may hold more ids than a call takes arguments.
        (index.buckets.get(key) ?? none).forEach((id) => ids.push(id));
      }
      return ids;
    },
    changed: (before, after) => {
      for (const [column, index] of lists.get((before ?? after)?.list ?? '') ?? []) {
        const [old, fresh] = [before && keyOf(before, column), after && keyOf(after, column)];
        if (before && !(after && old === fresh)) {
          remove(index, old, before.id);
        }
        if (after && !(before && old === fresh)) {
          add(index, fresh, after.id);
        }
      }
    }
  };
}

function keyOf(item: ItemRecord, column: string): IndexKey {
  switch (column) {
    case 'ID':
      return item.id;
    case 'Created':
      return indexKey(formatTime(item.created));
    case 'Modified':
      return indexKey(formatTime(item.modified));
    case 'FileRef':
      return item.place && indexKey(`${item.place.dir}/${item.place.name}`);
    case 'FileDirRef':
      return indexKey(item.place?.dir);
    case 'UniqueId':
      return item.uniqueId;
    default:
      return indexKey(item.values[column]);
  }
}

/** The key of a column's value or of a literal that is compared with it. */
export function indexKey(value: unknown): IndexKey {
  if (typeof value === 'string') {
    return value.toLowerCase();
  }
  return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : undefined;
}

function add(index: ColumnIndex, key: IndexKey, id: number): void {
  const bucket = index.buckets.get(key);
  if (bucket) {
    bucket.add(id);
  } else {
    index.buckets.set(key, new Set([id]));
    if (index.sorted && key !== undefined) {
      index.sorted.splice(lowerBound(index.sorted, key), 0, key);
    }
  }
}

function remove(index: ColumnIndex, key: IndexKey, id: number): void {
  const bucket = index.buckets.get(key);
  bucket?.delete(id);
  if (bucket?.size === 0) {
    index.buckets.delete(key);
    if (index.sorted && key !== undefined) {
      index.sorted.splice(lowerBound(index.sorted, key), 1);
    }
  }
}

/** Numbers before text; a column has one or the other. */
function compareKeys(one: IndexKey, other: IndexKey): number {
  if (typeof one === 'number' && typeof other === 'number') {
    return one - other;
  }
  if (typeof one === 'string' && typeof other === 'string') {
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return typeof one === 'number' ? -1 : 1;
}

/** Position of the first key that is not before the wanted one. */
function lowerBound(sorted: readonly IndexKey[], wanted: string | number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(sorted[middle], wanted) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
