import { html, raw, type Html } from '../page/html';
import type { Asking } from './asking';
import type { Column, ListFacts } from './listFacts';

/** A row of RenderListDataAsStream: display strings, and arrays of people, lookups and choices. */
export type Row = Record<string, unknown> & { ID: string; PermMask: string; FSObjType: string; FileRef: string };

/** A column of a view, as its schema names it. */
export interface ShownColumn {
  Name: string;
  RealFieldName: string;
  DisplayName: string;
  Type: string;
  Sortable: string;
  Filterable: string;
}

export interface Rows {
  ListData: { Row: Row[]; FirstRow: number; LastRow: number; NextHref?: string; PrevHref?: string };
  ListSchema: { Field: ShownColumn[] };
}

/** Rows and schema. */
const renderOptions = 2 + 4;

/** @param query further words of the address: view, order, filters */
export const readRows = (list: ListFacts, parameters: Record<string, unknown>, query: string, asking: Asking): Rows =>
  asking.query<Rows>(`${list.api}/RenderListDataAsStream${query === '' ? '' : `?${query}`}`, { parameters: { RenderOptions: renderOptions, ...parameters } });

/** SharePoint joins at most twelve other lists in a query. */
const mostJoins = 12;

/** The columns of one item, each as the web shows it. Undefined when there is no such item for the person. */
export function readShown(list: ListFacts, id: number, columns: readonly Column[], asking: Asking): Row | undefined {
  const parts = Array.from({ length: Math.max(1, Math.ceil(columns.length / mostJoins)) }, (_, index) => columns.slice(index * mostJoins, (index + 1) * mostJoins));
  const rows = parts.map((part) => {
    const fields = part.map(({ InternalName }) => `<FieldRef Name="${InternalName}"/>`).join('');
    const ViewXml = `<View Scope="RecursiveAll"><Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">${id}</Value></Eq></Where></Query><ViewFields>${fields}</ViewFields></View>`;
    return readRows(list, { ViewXml }, '', asking).ListData.Row[0];
  });
  return rows.every((row) => row !== undefined) ? Object.assign({}, ...rows) as Row : undefined;
}

/** One value as markup; a text longer than `most` is cut. */
export function cell(type: string, name: string, row: Row, most: number = Infinity): Html {
  const value = row[name];
  if (Array.isArray(value)) {
    return html`${value.map(wordsOf).join('; ')}`;
  }
  const text = typeof value === 'string' ? value : nameOf(value);
  if (type === 'URL') {
    return linkTo(text, String(row[`${name}.desc`] ?? ''));
  }
  if (type === 'Attachments') {
    return raw(text === '1' ? '<span aria-hidden="true">📎</span>' : '');
  }
  return html`${text.length > most ? `${text.slice(0, most).trimEnd()} …` : text}`;
}

/** A picture or a place. */
function nameOf(value: unknown): string {
  const { fileName, DisplayName } = (value ?? {}) as { fileName?: string; DisplayName?: string };
  return fileName ?? DisplayName ?? '';
}

/** A person, a row of another list, or a choice. */
function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  const { title, lookupValue } = value as { title?: string; lookupValue?: string };
  return title ?? lookupValue ?? '';
}

/** Only what leads somewhere becomes a link. */
function linkTo(address: string, description: string): Html {
  const shown = description === '' ? address : description;
  return /^(?:https?:|mailto:|\/)/i.test(address) ? html`<a href="${address}">${shown}</a>` : html`${shown}`;
}
