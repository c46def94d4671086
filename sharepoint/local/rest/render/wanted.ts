import type { CamlRequest } from '../caml/query';
import { type CamlOrder, type CamlView, parseView, parseViewQuery, viewScopes } from '../caml/view';
import type { XmlElement } from '../caml/xml';
import type { RequestContext } from '../dispatch/context';
import { notBuiltHere, sharePointException } from '../http/errors';
import { normalGuid } from '../odata/literals';
import type { ListRecord, ViewRecord } from '../state/records';

/** What is asked besides `parameters`: by query string, as arguments of their own, in `overrideParameters` or in `Paging`. */
export type Overrides = ReadonlyMap<string, string>;

export interface Wanted extends CamlRequest {
  view: CamlView & { fields: readonly string[]; rowLimit: number };
  viewId: string;
  /** The filters of the address, as FilterLink and the links to other pages repeat them. */
  filters: URLSearchParams;
  firstRow: number;
}

/** [A] What a ViewXml without RowLimit gets. */
const defaultRowLimit = 30;
const emptyGuid = '00000000-0000-0000-0000-000000000000';

/**
 * The rows and columns that a RenderListDataAsStream wants: ViewXml, or the view named, or the default view; changed by
 * filters, order and row limit of the address.
 * @throws SharePointError 500 for CAML that SharePoint does not take, 404 for a view that is not there.
 */
export function readWanted(list: ListRecord, parameters: Record<string, unknown>, overrides: Overrides, context: RequestContext): Wanted {
  const given = (name: string): string | undefined => overrides.get(name.toLowerCase());
  if (given('InplaceSearchQuery') || given('GroupString')) {
    throw notBuiltHere('RenderListDataAsStream with InplaceSearchQuery or GroupString');
  }
  const viewXml = textOf(parameters.ViewXml);
  const stored = viewOf(list, given('View') ?? given('ViewId'), context);
  const base = viewXml === undefined ? storedView(stored) : parseView(viewXml);
  const merged = textOf(parameters.OverrideViewXml) === undefined ? base : overridden(base, parseView(String(parameters.OverrideViewXml)));
  const filters = filtersOf(overrides);
  const condition = conditionOf(filters);
  const order = orderOf(given);
  const rowLimit = Number(given('OverrideRowLimit') ?? merged.rowLimit ?? defaultRowLimit);
  return {
    view: {
      ...merged,
      where: both(merged.where, condition),
      order: order.length > 0 ? order : merged.order,
      fields: merged.fields ?? stored.fields,
      rowLimit,
      scope: viewScopes.find((scope) => scope.toLowerCase() === given('OverrideScope')?.toLowerCase()) ?? merged.scope
    },
    viewId: viewXml === undefined ? stored.id : normalGuid(given('View') ?? '') ?? emptyGuid,
    folder: textOf(parameters.FolderServerRelativeUrl) ?? given('RootFolder'),
    position: positionOf(overrides),
    filters,
    firstRow: Number(given('PageFirstRow') ?? 1)
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

function viewOf(list: ListRecord, wanted: string | undefined, context: RequestContext): ViewRecord {
  const id = wanted === undefined ? undefined : normalGuid(wanted);
  const visible = list.views.filter((view) => view.personalOf === undefined || view.personalOf === context.userId);
  // NextHref of a ViewXml names no view.
  const found = id === undefined || id === emptyGuid ? visible.find((view) => view.isDefault) ?? visible[0] : visible.find((view) => view.id === id);
  if (!found) {
    throw sharePointException('The specified view is invalid.', 404, -2147024809); // [A]
  }
  return found;
}

const storedView = (view: ViewRecord): CamlView => ({
  ...parseViewQuery(view.query), rowLimit: view.rowLimit, paged: view.paged, fields: view.fields, scope: viewScopes[view.scope] ?? ''
});

const overridden = (view: CamlView, by: CamlView): CamlView => ({
  ...view,
  where: by.where ?? view.where,
  order: by.order.length > 0 ? by.order : view.order,
  fields: by.fields ?? view.fields,
  rowLimit: by.rowLimit ?? view.rowLimit,
  paged: by.rowLimit === undefined ? view.paged : by.paged
});

function positionOf(overrides: Overrides): string | undefined {
  const position = new URLSearchParams([...overrides].filter(([name]) => /^(?:paged|pagedprev|p_.*)$/.test(name)).map(([name, value]) => [positionNames[name] ?? name, value]));
  return position.has('p_ID') ? position.toString() : undefined;
}
const positionNames: Record<string, string> = { paged: 'Paged', pagedprev: 'PagedPrev', p_id: 'p_ID' };

/** `FilterField1=…&FilterValue1=…` with what belongs to them, as they came. */
function filtersOf(overrides: Overrides): URLSearchParams {
  return new URLSearchParams([...overrides]
    .filter(([name]) => /^filter(?:fields?|values?|op|lookupid)\d*$/.test(name))
    .map(([name, value]) => [name.replace(/^filter(lookupid|fields?|values?|op)/, (_, part: string) => `Filter${filterParts[part] ?? part}`), value]));
}
const filterParts: Record<string, string> = { field: 'Field', fields: 'Fields', value: 'Value', values: 'Values', op: 'Op', lookupid: 'LookupId' };

const element = (name: string, attributes: Record<string, string>, children: readonly XmlElement[], text: string = ''): XmlElement => ({ name, attributes, children, text });

function both(one: XmlElement | undefined, other: XmlElement | undefined): XmlElement | undefined {
  return one && other ? element('And', {}, [one, other]) : one ?? other;
}

/** The filters of an address as CAML: several values of one (`a;#b`) are either, several filters are both. */
function conditionOf(filters: URLSearchParams): XmlElement | undefined {
  let condition: XmlElement | undefined;
  for (const [name, field] of filters) {
    const [, plural, number] = /^FilterField(s?)(\d*)$/.exec(name) ?? [];
    if (number === undefined) {
      continue;
    }
    const value = filters.get(`FilterValue${plural}${number}`) ?? filters.get(`FilterValue${number}`) ?? filters.get(`FilterValues${number}`) ?? '';
    const reference = element('FieldRef', { Name: field, ...(filters.has(`FilterLookupId${number}`) ? { LookupId: 'TRUE' } : {}) }, []);
    const single = (text: string): XmlElement => (text === ''
      ? element('IsNull', {}, [reference])
      : element(filters.get(`FilterOp${number}`) ?? 'Eq', {}, [reference, element('Value', { Type: 'Text' }, [], text)]));
    const values = value.split(';#').map(single);
    condition = both(condition, values.reduce((one, next) => element('Or', {}, [one, next])));
  }
  return condition;
}

function orderOf(given: (name: string) => string | undefined): CamlOrder[] {
  return ['', ...Array.from({ length: 10 }, (_, index) => String(index + 1))]
    .map((number) => ({ name: given(`SortField${number}`) ?? '', descending: /^desc/i.test(given(`SortDir${number}`) ?? '') }))
    .filter(({ name }) => name !== '');
}
