import { positionOf } from '../caml/position';
import { type CamlRows, runCaml } from '../caml/query';
import type { RequestContext } from '../dispatch/context';
import { isTaxonomy } from '../fields/kinds';
import { tooManyLookups } from '../http/errors';
import { isLink } from '../items/itemShape';
import { permMask } from '../permissions/masks';
import type { ListRecord } from '../state/records';
import { localeOf } from '../web/locale';
import { renderRow, type ViewColumn, viewColumns } from './row';
import type { Wanted } from './wanted';

const mostJoins = 12;

export const permMaskOfList = (list: ListRecord, context: RequestContext): string => permMask(context.effective.onList(list));

/**
 * The rows of a view as RenderListDataAsStream writes them, with the links to the pages around.
 * @throws SharePointError 500 for more than twelve person, lookup and managed metadata columns, and as runCaml.
 */
export function listData(list: ListRecord, wanted: Wanted, datesInUtc: boolean, context: RequestContext): { data: Record<string, unknown>; columns: ViewColumn[] } {
  const columns = viewColumns(list, wanted.view.fields);
  if (new Set(columns.map(({ field }) => field).filter((field) => isLink(field) || isTaxonomy(field.type))).size > mostJoins) {
    throw tooManyLookups();
  }
  const rows = runCaml(list, wanted, context);
  const locale = localeOf(context.web());
  const { firstRow } = wanted;
  const filterLink = wanted.filters.toString();
  return {
    columns,
    data: {
      Row: rows.items.map((item) => renderRow(columns, { list, item, locale, datesInUtc, context })),
      FirstRow: rows.items.length === 0 ? 0 : firstRow,
      FolderPermissions: permMaskOfList(list, context),
      LastRow: rows.items.length === 0 ? 0 : firstRow + rows.items.length - 1,
      RowLimit: wanted.view.rowLimit,
      ...pageLinks(wanted, rows),
      FilterLink: `?${filterLink}`,
      ForceNoHierarchy: '1',
      HierarchyHasIndention: '',
      CurrentFolderSpItemUrl: ''
    }
  };
}

/** NextHref only when more rows exist [R]; PrevHref [A] on every page but the first. */
function pageLinks({ view, viewId, filters, firstRow, position }: Wanted, { items, hasMore, order, read }: CamlRows): Record<string, string> {
  const [first, last] = [items[0], items[items.length - 1]];
  const isBackwards = /PagedPrev=TRUE/i.test(position ?? '');
  const link = (place: URLSearchParams, row: number): string =>
    `?${[place.toString(), `PageFirstRow=${row}`, ...(filters.size > 0 ? [filters.toString()] : []), `View=${viewId}`].join('&')}`;
  if (!view.paged || first === undefined || last === undefined) {
    return {};
  }
  return {
    ...(hasMore || isBackwards ? { NextHref: link(positionOf(last, order, read), firstRow + items.length) } : {}),
    ...(firstRow > 1 ? { PrevHref: link(positionOf(first, order, read, true), Math.max(1, firstRow - view.rowLimit)) } : {})
  };
}
