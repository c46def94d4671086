import type { RequestContext } from '../dispatch/context';
import { invalidRequest, sharePointException, tooManyLookups, unknownProperty } from '../http/errors';
import type { CollectionQuery } from '../odata/nodes';
import { satisfies } from '../odata/filterEvaluate';
import { type Filter, parseFilter, pathsOf } from '../odata/filterParser';
import { type OrderKey, parseOrderBy } from '../odata/orderBy';
import { isTaxonomy } from '../fields/kinds';
import { calculatedValue } from '../formulas/itemFormulas';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';
import { localTime, zoneFacts } from '../web/timeZones';
import { seenItems } from './access';
import { candidatesOf } from './candidates';
import { itemShape, isLink, lookupShape } from './itemShape';
import { linkedIds, readItemProperty } from './itemValues';
import { lookupTarget } from './lookupTargets';
import { readProperty } from '../odata/project';
import { cut, cutEnd, firstRows, type Page, placeOf, skipTokenOf } from './paging';
import { type ReadItem, sortItems } from './sorting';
import { itemProperties } from './systemColumns';
import { itemTypeName } from '../lists/listResource';

const defaultPage = 100;
const largestPage = 5000;
const mostJoins = 12;

/**
 * Answers a query of a list's items: filter, order, page, trimmed to what the caller may read.
 * @throws SharePointError 400 for what the columns do not allow, 500 past the list view threshold or twelve joins.
 */
export function queryItems(list: ListRecord, query: CollectionQuery, context: RequestContext): { items: ItemRecord[]; next?: string } {
  const filter = query.filter === undefined ? undefined : parseFilter(query.filter);
  const order = query.orderBy === undefined ? [] : parseOrderBy(query.orderBy);
  checkPaths(list, filter, order, context);
  checkJoins(list, query, filter, order);
  const read = itemReader(list, context);
  const { isBackwards, accepts } = placeOf(query.skipToken, order, read);
  const { page, hasMore } = findItems(list, { filter, order, top: Math.min(query.top ?? defaultPage, largestPage), accepts, fromEnd: isBackwards }, context);
  const last = page.at(isBackwards ? 0 : -1);
  return { items: page, next: hasMore && last ? skipTokenOf(last, order, read, isBackwards) : undefined };
}

/** Rows of a list, whatever language asked for them. */
export interface ItemSearch {
  filter: Filter | undefined;
  order: OrderKey[];
  top: number;
  /** What else a row must satisfy: its place after the page before, its folder. */
  accepts(item: ItemRecord): boolean;
  /** True when the last rows are wanted, not the first. */
  fromEnd?: boolean;
  /** True when all rows are wanted, which a list past the threshold refuses. */
  isUnlimited?: boolean;
}

/** The rows that a search finds and the caller may read. @throws SharePointError 500 past the list view threshold. */
export function findItems(list: ListRecord, search: ItemSearch, context: RequestContext): Page {
  const { filter, order, top, accepts } = search;
  const candidates = seenItems(list, candidatesOf(list, filter, order, context, search.isUnlimited), context);
  const { iana } = zoneFacts(context.web().timeZoneId);
  const read = itemReader(list, context);
  const matches = (item: ItemRecord): boolean => accepts(item) &&
    (!filter || satisfies(filter, (path) => read(item, path), (part, time) => localTime(time, iana)[part]));
  if (search.fromEnd) {
    return cutEnd(sortItems([...candidates].filter(matches), order, read), top);
  }
  return order.length === 0 ? firstRows(candidates, matches, top) : cut(sortItems([...candidates].filter(matches), order, read), top);
}

export const itemReader = (list: ListRecord, context: RequestContext): ReadItem => (item, path) => readPath(list, item, path, context);

/** Reads `Title`, `AuthorId` or `Author/Title` of an item; several values for several persons or lookups. */
export function readPath(list: ListRecord, item: ItemRecord, path: string, context: RequestContext): unknown {
  const slash = path.indexOf('/');
  if (slash < 0) {
    const property = itemShape(list).byName.get(path);
    if (property?.field.type === 'Calculated') {
      return calculatedValue(property.field, item, list, context);
    }
    const name = property?.name ?? path;
    const value = readItemProperty(item, list, name, context);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && 'Url' in value ? value.Url : value;
  }
  const field = itemShape(list).links.get(path.slice(0, slash)) ?? taxonomyColumn(list, path.slice(0, slash));
  if (!field) {
    return null;
  }
  const values = linkedIds(item, field).map((id) => {
    const target = lookupTarget(field, id, context);
    const member = target && lookupShape(field, context).member(path.slice(slash + 1));
    return target && member ? readProperty(target, member.name, member.type, context) : null;
  });
  return field.multiple ? values : values[0] ?? null;
}

/** CAML reads a term as it reads a lookup; OData cannot. */
function taxonomyColumn(list: ListRecord, name: string): FieldRecord | undefined {
  const field = itemShape(list).byName.get(name)?.field;
  return field && isTaxonomy(field.type) ? field : undefined;
}

/** Refuses names the list does not have and columns that cannot be filtered or sorted by. */
function checkPaths(list: ListRecord, filter: Filter | undefined, order: OrderKey[], context: RequestContext): void {
  const check = (path: string, clause: string): void => {
    const field = fieldOfPath(list, path, context);
    if (field && (field.type === 'Note' || isTaxonomy(field.type) || field.type === 'URL' && clause === 'order by')) {
      throw sharePointException(`The field '${field.internalName}' of type '${field.type}' cannot be used in the query ${clause} expression.`, 400, -1);
    }
  };
  (filter ? pathsOf(filter) : []).forEach((path) => check(path, 'filter'));
  order.forEach((key) => check(key.path, 'order by'));
}

function fieldOfPath(list: ListRecord, path: string, context: RequestContext): FieldRecord | undefined {
  const [first, second, ...rest] = path.split('/');
  const shape = itemShape(list);
  const link = shape.links.get(first);
  if (second === undefined) {
    const property = shape.byName.get(first);
    if (!property && itemProperties[first] === undefined && !link) {
      throw unknownProperty(first, itemTypeName(list));
    }
    if (!property && link) {
      throw invalidRequest(`The query to field '${first}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${first}.`);
    }
    return property?.field;
  }
  if (!link || rest.length > 0 || !lookupShape(link, context).member(second)) {
    throw unknownProperty(path, itemTypeName(list));
  }
  return undefined;
}

/** Every person or lookup column that is expanded, filtered through or sorted through is a join. */
function checkJoins(list: ListRecord, query: CollectionQuery, filter: Filter | undefined, order: OrderKey[]): void {
  const paths = [...query.selection.expanded.keys(), ...(filter ? pathsOf(filter) : []), ...order.map((key) => key.path)];
  const shape = itemShape(list);
  const joins = new Set(paths.map((path) => shape.links.get(path.split('/')[0])).filter((field) => field !== undefined && isLink(field)));
  if (joins.size > mostJoins) {
    throw tooManyLookups();
  }
}
