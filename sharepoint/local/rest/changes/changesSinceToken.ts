import { parseView, type CamlView } from '../caml/view';
import { runCaml } from '../caml/query';
import { cannotComplete } from '../caml/errors';
import { parseXml } from '../caml/xml';
import { demand, type RequestContext } from '../dispatch/context';
import { isPerson, isTaxonomy } from '../fields/kinds';
import { seenItems } from '../items/access';
import { isLink } from '../items/itemShape';
import { readPath } from '../items/itemQuery';
import { linkedIds } from '../items/itemValues';
import { readSystemColumn } from '../items/systemColumns';
import { pathOf } from '../caml/columns';
import type { Arguments } from '../odata/arguments';
import { parseTime } from '../odata/dates';
import type { TextNode } from '../odata/nodes';
import { rights } from '../permissions/masks';
import { type ChangeRecord, changeTypes } from '../state/changes';
import type { FieldRecord, ItemRecord, ListRecord, ViewRecord } from '../state/records';
import { noSuchView } from '../views/viewCollection';
import { termsOf } from '../taxonomy/termValues';
import { localTime, zoneFacts } from '../web/timeZones';
import { currentToken, listScopeOf, placeOfToken } from './changeToken';

/** What is said of items beside their rows. */
const spoken: Record<number, string> = {
  [changeTypes.deleteObject]: 'Delete', [changeTypes.restore]: 'Restore', [changeTypes.rename]: 'Rename', [changeTypes.moveInto]: 'MoveInto'
};

/**
 * `GetListItemChangesSinceToken`: the rows that changed after a token, or all, and the ids of those that went, as a rowset.
 * Form after the documentation [D]; [A] all rows in one answer, and dates in the web's time whatever `QueryOptions` say.
 */
export function changesSinceToken(list: ListRecord, args: Arguments, context: RequestContext): TextNode {
  demand(context.effective.onList(list), rights.viewListItems);
  const query = args.object('query');
  const text = (name: string): string => (typeof query[name] === 'string' ? String(query[name]).trim() : '');
  const view = viewOf(list, text);
  const changes = text('ChangeToken') === '' ? undefined : changesAfter(text('ChangeToken'), list, context);
  const rows = rowsOf(list, view, changes, context);
  const said = (changes ?? []).filter(({ type }) => spoken[type] !== undefined)
    .map(({ type, item, id }) => `<Id ChangeType="${spoken[type]}" UniqueId="{${id.toUpperCase()}}">${item ?? 0}</Id>`);
  const fields = shownFields(list, view);
  const body = `<?xml version="1.0" encoding="utf-8" ?><GetListItemChangesSinceTokenResult><listitems MinTimeBetweenSyncs='0' RecommendedTimeBetweenSyncs='180' ` +
    `MaxBulkDocumentSyncSize='500' xmlns:s='uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882' xmlns:dt='uuid:C2F41010-65B3-11d1-A29F-00AA00C14882' ` +
    `xmlns:rs='urn:schemas-microsoft-com:rowset' xmlns:z='#RowsetSchema'>` +
    `<Changes LastChangeToken="${currentToken(listScopeOf(list), context).StringValue}">${said.join('')}</Changes>` +
    `<rs:data ItemCount="${rows.length}">${rows.map((item) => rowOf(list, item, fields, context)).join('')}</rs:data></listitems></GetListItemChangesSinceTokenResult>`;
  return { kind: 'text', body, contentType: 'text/xml; charset=utf-8' };
}

/** What is asked for: what a view (`ViewName`) says, the query's own parts before it, and what `Contains` narrows it to. @throws SharePointError 500 when that is not one condition */
function viewOf(list: ListRecord, text: (name: string) => string): CamlView {
  const named = text('ViewName') === '' ? undefined : viewNamed(list, text('ViewName'));
  const query = text('Query') || (named ? `<Query>${named.query}</Query>` : '');
  const fields = text('ViewFields') || (named ? `<ViewFields>${named.fields.map((name) => `<FieldRef Name="${name}" />`).join('')}</ViewFields>` : '');
  const limit = text('RowLimit') === '' ? '' : `<RowLimit>${text('RowLimit')}</RowLimit>`;
  const view = parseView(`<View Scope="RecursiveAll">${query}${fields}${limit}</View>`);
  if (text('Contains') === '') {
    return view;
  }
  const conditions = parseXml(text('Contains')) ?? [];
  const [contains] = conditions;
  if (conditions.length !== 1) {
    throw cannotComplete();
  }
  return { ...view, where: view.where ? { name: 'And', attributes: {}, children: [view.where, contains], text: '' } : contains };
}

/** @throws SharePointError 404 for a view that the list does not have */
function viewNamed(list: ListRecord, name: string): ViewRecord {
  const view = list.views.find(({ id }) => id === name.replace(/[{}]/g, '').toLowerCase());
  if (!view) {
    throw noSuchView();
  }
  return view;
}

function changesAfter(token: string, list: ListRecord, context: RequestContext): ChangeRecord[] {
  const { number, time } = placeOfToken(token, listScopeOf(list));
  return context.store.changes.read({ site: list.site, list: list.id, after: number, since: number === undefined ? time : undefined })
    .filter(({ kind }) => kind === 'item');
}

function rowsOf(list: ListRecord, view: CamlView, changes: ChangeRecord[] | undefined, context: RequestContext): ItemRecord[] {
  const changed = changes && new Set(changes.map(({ item }) => item));
  const isPlain = view.where === undefined && view.order.length === 0 && view.rowLimit === undefined;
  const items = isPlain
    ? [...seenItems(list, context.store.items.of(list.id).values(), context)]
    : runCaml(list, { view }, context).items;
  return changed ? items.filter(({ id }) => changed.has(id)) : items;
}

const always = ['ID', 'Modified', 'Created', 'Author', 'Editor', 'UniqueId', 'owshiddenversion', 'FSObjType', 'FileRef'];

function shownFields(list: ListRecord, view: CamlView): FieldRecord[] {
  const wanted = view.fields ?? list.fields.filter(({ fromBaseType, internalName }) => !fromBaseType || internalName === 'Title').map(({ internalName }) => internalName);
  return [...new Set([...always, ...wanted])].flatMap((name) => list.fields.filter((field) => field.internalName === name && field.type !== 'Computed'));
}

function rowOf(list: ListRecord, item: ItemRecord, fields: FieldRecord[], context: RequestContext): string {
  const attributes = fields.flatMap((field) => {
    const value = shown(list, item, field, context);
    return value === undefined ? [] : [` ows_${field.internalName}='${escape(value)}'`];
  });
  return `<z:row${attributes.join('')} />`;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&#39;').replace(/\n/g, '&#10;');

/** The lookups among the system's columns are written with the id in front. */
const withId = new Set(['UniqueId', 'FSObjType', 'FileRef']);

/** A value in the rowset's own form; undefined when there is none. */
function shown(list: ListRecord, item: ItemRecord, field: FieldRecord, context: RequestContext): string | undefined {
  if (isTaxonomy(field.type)) {
    return termsOf(item.values[field.internalName], context).map(({ id, label, guid }) => `${id};#${label}|${guid}`).join(';#') || undefined;
  }
  if (isLink(field)) {
    const values = readPath(list, item, isPerson(field.type) ? `${field.internalName}/Title` : pathOf(field, false), context);
    const texts = (Array.isArray(values) ? values : [values]) as unknown[];
    const pairs = linkedIds(item, field).map((id, index) => `${id};#${String(texts[index] ?? '')}`);
    return pairs.length === 0 ? undefined : pairs.join(';#');
  }
  const value = readSystemColumn(field.internalName, item, list, context) ?? item.values[field.internalName];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (withId.has(field.internalName)) {
    return `${item.id};#${field.internalName === 'UniqueId' ? `{${String(value).toUpperCase()}}` : String(value).replace(/^\//, '')}`;
  }
  return plain(field, value, context);
}

function plain(field: FieldRecord, value: unknown, context: RequestContext): string {
  if (Array.isArray(value)) {
    return `;#${value.join(';#')};#`;
  }
  if (typeof value === 'object' && value !== null && 'Url' in value) {
    const { Url, Description } = value as { Url: unknown; Description?: unknown };
    return `${String(Url)}, ${String(Description ?? Url)}`;
  }
  if (typeof value === 'boolean') {
    return value ? '1' : '0';
  }
  if (typeof value === 'number' && (field.type === 'Number' || field.type === 'Currency')) {
    return value.toPrecision(15);
  }
  const time = field.type === 'DateTime' ? parseTime(value) : undefined;
  return time === undefined ? String(value) : localText(time, zoneFacts(context.web().timeZoneId).iana);
}

/** `2014-09-02 08:18:48` on the web's clock. */
function localText(time: number, iana: string): string {
  const { year, month, day, hour, minute, second } = localTime(time, iana);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}
