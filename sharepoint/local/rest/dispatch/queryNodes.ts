import { invalidRequest, unknownProperty } from '../http/errors';
import { compareOrder, satisfies } from '../odata/filterEvaluate';
import { parseFilter, pathsOf } from '../odata/filterParser';
import type { CollectionNode, CollectionQuery, EntityNode } from '../odata/nodes';
import { parseOrderBy } from '../odata/orderBy';
import { follow, readProperty, shapeOf } from '../odata/project';
import { localTime, zoneFacts } from '../web/timeZones';
import type { RequestContext } from './context';

/** Filter, order, skip and top of a collection that is small enough to look at as a whole. */
export function queryNodes(collection: CollectionNode, query: CollectionQuery, context: RequestContext): EntityNode[] {
  let nodes = collection.members();
  const read = (node: EntityNode, path: string): unknown => readPath(node, path, context);
  if (query.filter !== undefined) {
    const filter = parseFilter(query.filter);
    pathsOf(filter).forEach((path) => checkPath(collection, path));
    const { iana } = zoneFacts(context.web().timeZoneId);
    nodes = nodes.filter((node) => satisfies(filter, (path) => read(node, path), (part, time) => localTime(time, iana)[part]));
  }
  if (query.orderBy !== undefined) {
    const order = parseOrderBy(query.orderBy);
    order.forEach(({ path }) => checkPath(collection, path));
    nodes = [...nodes].sort((one, other) => {
      for (const { path, descending } of order) {
        const result = compareOrder(comparable(read(one, path)), comparable(read(other, path)));
        if (result !== 0) {
          return descending ? -result : result;
        }
      }
      return 0;
    });
  }
  const start = query.skip ?? 0;
  return query.top === undefined ? nodes.slice(start) : nodes.slice(start, start + query.top);
}

const comparable = (value: unknown): string | number | boolean =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '');

function checkPath(collection: CollectionNode, path: string): void {
  const [first] = path.split('/');
  if (!collection.shape.member(first)) {
    throw unknownProperty(first, collection.shape.typeName);
  }
}

function readPath(node: EntityNode, path: string, context: RequestContext): unknown {
  const [first, ...rest] = path.split('/');
  const member = shapeOf(node, context).member(first);
  if (!member) {
    return null;
  }
  if (member.kind === 'property') {
    const value = readProperty(node, member.name, member.type, context);
    return rest.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : null), value);
  }
  const target = follow(node, member.name, context);
  return target?.kind === 'entity' && rest.length > 0 ? readPath(target, rest.join('/'), context) : null;
}

/** @throws SharePointError 400 when the option is no whole number. */
export function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') {
    return undefined;
  }
  if (!/^\d+$/.test(text.trim())) {
    throw invalidRequest(`The value '${text}' of the query option ${option} is not valid.`); // [A]
  }
  return Number(text);
}
