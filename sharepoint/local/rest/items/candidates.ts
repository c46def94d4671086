import type { RequestContext } from '../dispatch/context';
import { isLink, itemShape } from './itemShape';
import type { Filter } from '../odata/filterParser';
import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord, ListRecord } from '../state/records';
import { pathsOf } from '../odata/filterParser';

const threshold = 5000;

/**
 * The rows a query has to look at. In a list past the threshold the first column of filter or sort must be
 * indexed, and its filter must not match more than 5,000; person and lookup columns do not count as indexed.
 */
export function candidatesOf(
  list: ListRecord, filter: Filter | undefined, order: OrderKey[], context: RequestContext
): { candidates: Iterable<ItemRecord>; narrowed: 'all' | 'tooMany' } {
  const items = context.store.items.of(list.id);
  if (items.size > threshold) {
    const first = filter ? pathsOf(filter)[0] : order[0]?.path;
    if (first !== undefined && !isIndexed(list, first)) {
      return { candidates: [], narrowed: 'tooMany' };
    }
  }
  return { candidates: items.values(), narrowed: 'all' };
}

function isIndexed(list: ListRecord, path: string): boolean {
  const field = itemShape(list).byName.get(path)?.field;
  return path === 'Id' || (field !== undefined && (field.internalName === 'ID' || (field.indexed && !isLink(field))));
}
