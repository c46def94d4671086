import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { findItems, itemReader } from '../items/itemQuery';
import type { ReadItem } from '../items/sorting';
import { readSystemColumn } from '../items/systemColumns';
import type { ItemRecord, ListRecord } from '../state/records';
import { pathOf, queriedColumn } from './columns';
import { filterOf } from './conditions';
import { type NamedOrder, readPosition } from './position';
import type { CamlView } from './view';

/** Rows wanted of a list, as a view says. */
export interface CamlRequest {
  view: CamlView;
  /** Server-relative address of the folder; undefined is the root of the list. */
  folder?: string;
  /** Paging information of the page before. */
  position?: string;
}

export interface CamlRows {
  items: ItemRecord[];
  hasMore: boolean;
  order: readonly NamedOrder[];
  read: ReadItem;
}

/** Every query of more rows than this is refused in a list that has more [D]. */
const threshold = 5000;

/**
 * The rows that a view wants and the caller may read.
 * @throws SharePointError 500 for CAML that SharePoint does not take, and past the list view threshold.
 */
export function runCaml(list: ListRecord, { view, folder, position }: CamlRequest, context: RequestContext): CamlRows {
  const order = [...view.groupBy, ...view.order].map(({ name, descending }) => ({ name, descending, path: orderPath(list, name) }));
  const read = itemReader(list, context);
  const place = readPosition(position, order, read);
  const isIn = scopeOf(list, view, folder, context);
  const { page, hasMore } = findItems(list, {
    filter: view.where && filterOf(view.where, list, context),
    order,
    // A list past the threshold is not read as a whole.
    top: view.rowLimit ?? threshold,
    isUnlimited: view.rowLimit === undefined,
    accepts: (item) => isIn(item) && place.accepts(item),
    fromEnd: place.isBackwards
  }, context);
  return { items: page, hasMore, order, read };
}

function orderPath(list: ListRecord, name: string): string {
  const field = queriedColumn(list, name);
  if (field.type === 'Note' || field.type === 'URL') {
    throw sharePointException(`The field '${field.internalName}' of type '${field.type}' cannot be used in the query order by expression.`, 500, -1); // [A] that CAML says it too
  }
  return pathOf(field, false);
}

/** Which rows a view shows of folder and subfolders: without a scope, what lies in the folder itself. */
function scopeOf(list: ListRecord, view: CamlView, folder: string | undefined, context: RequestContext): (item: ItemRecord) => boolean {
  const wanted = (folder ?? list.url).replace(/\/+$/, '').toLowerCase();
  const isRecursive = view.scope === 'Recursive' || view.scope === 'RecursiveAll';
  const isWithoutFolders = view.scope === 'Recursive' || view.scope === 'FilesOnly';
  return (item) => {
    const directory = String(readSystemColumn('FileDirRef', item, list, context)).toLowerCase();
    return (directory === wanted || (isRecursive && directory.startsWith(`${wanted}/`))) &&
      (!isWithoutFolders || readSystemColumn('FSObjType', item, list, context) === 0);
  };
}
