import type { RequestContext } from '../dispatch/context';
import { thresholdExceeded } from '../http/errors';
import { formatTime, parseTime } from '../odata/dates';
import { literalValue } from '../odata/literals';
import { type Comparison, type Filter, pathsOf } from '../odata/filterParser';
import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord, ListRecord } from '../state/records';
import { hasDrafts } from './drafts';
import { type IndexKey, indexKey } from './itemIndexes';
import { isLink, itemShape } from './itemShape';

const threshold = 5000;

/**
 * The rows a query has to look at, in the order of their ids: those an index finds for the leading condition, or all.
 * @param wantsAll true when nothing limits the number of rows
 * @throws SharePointError 500 in a list past the list view threshold when the first column of filter or sort is
 * not indexed, or its filter matches more than 5,000. Person and lookup columns do not count as indexed.
 */
export function candidatesOf(
  list: ListRecord, filter: Filter | undefined, order: OrderKey[], context: RequestContext, wantsAll: boolean = false
): Iterable<ItemRecord> {
  const items = context.store.items.of(list.id);
  const isLarge = items.size > threshold;
  const found = filter && narrow(leading(filter, !isLarge, list), list, context);
  if (isLarge) {
    const first = filter ? pathsOf(filter)[0] : order[0]?.path;
    const isTooLarge = first === undefined
      ? wantsAll
      : indexedColumn(list, first) === undefined || ((filter !== undefined || wantsAll) && (found?.size ?? Infinity) > threshold);
    if (isTooLarge) {
      throw thresholdExceeded();
    }
  }
  return found ? pick(items, withDrafts(list, found, items)) : items.values();
}

/** An index knows what drafts say; whoever sees an older version may mean that. */
function withDrafts(list: ListRecord, found: ReadonlySet<number>, items: ReadonlyMap<number, ItemRecord>): ReadonlySet<number> {
  const isOlderToSome = ({ published, checkedOut }: ItemRecord): boolean => published !== undefined || checkedOut?.isDraft === true;
  return list.baseType === 1 || hasDrafts(list) ? new Set([...found, ...[...items.values()].filter(isOlderToSome).map(({ id }) => id)]) : found;
}

function pick(items: ReadonlyMap<number, ItemRecord>, ids: ReadonlySet<number>): ItemRecord[] {
  return [...ids].sort((one, other) => one - other).map((id) => items.get(id)).filter((item): item is ItemRecord => item !== undefined);
}

/** The condition that leads an and-chain; in a small list any that an index can answer. From-to on one column is one condition. */
function leading(filter: Filter, any: boolean, list: ListRecord): Filter {
  if (filter.kind !== 'and' || isSpan(filter, list)) {
    return filter;
  }
  const left = leading(filter.left, any, list);
  return any && !isAnswerable(left, list) ? leading(filter.right, any, list) : left;
}

/** Two comparisons of the same indexed column. */
function isSpan({ left, right }: { left: Filter; right: Filter }, list: ListRecord): boolean {
  const [from, to] = [left, right].map((side) => (side.kind === 'compare' ? rangeOf(side, list)?.column : undefined));
  return from !== undefined && from === to;
}

function isAnswerable(filter: Filter, list: ListRecord): boolean {
  switch (filter.kind) {
    case 'and':
      return isSpan(filter, list);
    case 'or':
      return isAnswerable(filter.left, list) && isAnswerable(filter.right, list);
    case 'startswith':
      return indexedColumn(list, filter.path) !== undefined;
    case 'compare':
      return rangeOf(filter, list) !== undefined;
    default:
      return false;
  }
}

/** Ids that satisfy the condition by an index, undefined when none can say. */
function narrow(filter: Filter, list: ListRecord, context: RequestContext): ReadonlySet<number> | undefined {
  if (!isAnswerable(filter, list)) {
    return undefined;
  }
  const { indexes } = context.store.items;
  if (filter.kind === 'or') {
    return new Set([...narrow(filter.left, list, context) ?? [], ...narrow(filter.right, list, context) ?? []]);
  }
  if (filter.kind === 'and') {
    return span([filter.left, filter.right], list, context);
  }
  if (filter.kind === 'startswith') {
    const prefix = filter.text.toLowerCase();
    const column = indexedColumn(list, filter.path) ?? '';
    return new Set(indexes.within(list.id, column, (key) => String(key).startsWith(prefix), prefix));
  }
  const range = filter.kind === 'compare' ? rangeOf(filter, list) : undefined;
  if (!range) {
    return undefined;
  }
  const { column, operator, key } = range;
  if (operator === 'eq') {
    return indexes.equal(list.id, column, key);
  }
  const bound = key ?? '';
  const isFrom = operator === 'gt' || operator === 'ge';
  // The bound itself is taken in: a literal may be finer than the whole seconds kept, and the filter runs afterwards.
  return new Set(indexes.within(list.id, column, isFrom ? () => true : (candidate) => candidate <= bound, isFrom ? bound : undefined));
}

/** Rows within two bounds of one column. Looked up at once: each bound for itself may hold most of a large list. */
function span(sides: Filter[], list: ListRecord, context: RequestContext): ReadonlySet<number> | undefined {
  const ranges = sides.map((side) => (side.kind === 'compare' ? rangeOf(side, list) : undefined));
  const from = ranges.find((range) => range?.operator === 'ge' || range?.operator === 'gt');
  const to = ranges.find((range) => range?.operator === 'le' || range?.operator === 'lt');
  if (from?.key === undefined || to?.key === undefined) {
    const [left, right] = sides.map((side) => narrow(side, list, context));
    return left && right && new Set([...left].filter((id) => right.has(id)));
  }
  const { key } = to;
  return new Set(context.store.items.indexes.within(list.id, from.column, (candidate) => candidate <= key, from.key));
}

interface Range {
  column: string;
  operator: Exclude<Comparison, 'ne'>;
  key: IndexKey;
}

const mirrored: Record<Exclude<Comparison, 'ne'>, Exclude<Comparison, 'ne'>> = { eq: 'eq', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' };

/** A comparison of an indexed column with a literal. */
function rangeOf(filter: Extract<Filter, { kind: 'compare' }>, list: ListRecord): Range | undefined {
  const { left, right, operator } = filter;
  if (operator === 'ne') {
    return undefined;
  }
  if (left.kind === 'literal' && right.kind === 'path') {
    return rangeOf({ ...filter, left: right, right: left, operator: mirrored[operator] }, list);
  }
  const column = left.kind === 'path' ? indexedColumn(list, left.path) : undefined;
  if (column === undefined || right.kind !== 'literal') {
    return undefined;
  }
  const value = literalValue(right.literal);
  const time = left.kind === 'path' && isDate(list, left.path) ? parseTime(value) : undefined;
  const key = indexKey(time === undefined ? value : formatTime(time));
  return key === undefined && operator !== 'eq' ? undefined : { column, operator, key };
}

const isDate = (list: ListRecord, path: string): boolean => itemShape(list).byName.get(path)?.field.type === 'DateTime';

/** Internal name of the indexed column that a path names. */
function indexedColumn(list: ListRecord, path: string): string | undefined {
  if (path === 'Id' || path === 'ID') {
    return 'ID';
  }
  const field = itemShape(list).byName.get(path)?.field;
  return field?.indexed === true && !isLink(field) ? field.internalName : undefined;
}
