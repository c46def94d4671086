import { html, raw, type Html } from '../page/html';
import { cell, readRows, type Row, type Rows, type ShownColumn } from './cells';
import { rightsOfRow, type ListFacts, type View } from './listFacts';
import { uploadForm } from './uploads';
import type { Outcome, Visit } from './visit';

/** Longer texts are cut in a view, and whole on the item's page. */
const mostCharacters = 300;

/** A view of the list: its columns, filters and order, a page at a time. */
export function viewPage(list: ListFacts, view: View, visit: Visit): Outcome {
  const { url, say } = visit;
  const rows = readRows(list, {}, queryOf(view, url.searchParams), visit.asking);
  const { Row: shown } = rows.ListData;
  const content = html`
${url.searchParams.has('Deleted') && html`<p class="done" role="status">${say.deleted}</p>`}
<h1>${list.title}</h1>${list.description !== '' && html`<p>${list.description}</p>`}
${views(list, view, visit)}
${list.may.add && (list.isLibrary ? uploadForm(say.upload, say.uploadDo, visit) : html`<p><a class="button" href="${list.pagesUrl}/NewForm.aspx">${say.newItem}</a></p>`)}
${filters(rows.ListSchema.Field, visit)}
${shown.length === 0 ? html`<p>${say.empty}</p>` : table(list, rows, visit)}
${pages(rows, visit)}`;
  return { kind: 'page', title: `${list.title} – ${view.Title}`, content };
}

/** What SharePoint's addresses say of order, filters and place, with the view's own id. */
function queryOf(view: View, asked: URLSearchParams): string {
  const query = new URLSearchParams([...asked].filter(([name, value]) => /^(?:Sort|Filter|Paged|p_|PageFirstRow|RootFolder)/i.test(name) && !(name === 'FilterField1' && value === '')));
  query.set('View', view.Id);
  return query.toString();
}

function views(list: ListFacts, current: View, { say }: Visit): Html | undefined {
  const all = list.views.filter((view) => !view.Hidden);
  const link = (view: View): Html => html`<li><a href="${encodeURI(view.ServerRelativeUrl)}"${raw(view.Id === current.Id ? ' aria-current="page"' : '')}>${view.Title}</a></li>`;
  return all.length > 1 ? html`<nav aria-label="${say.views}"><ul class="tabs">${all.map(link)}</ul></nav>` : undefined;
}

/** The address with other words in it; pages begin anew with another order or filter. */
function changed(url: URL, words: Record<string, string | undefined>): string {
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !/^(?:Paged|p_|PageFirstRow|Deleted)/i.test(name)));
  Object.entries(words).forEach(([name, value]) => (value === undefined ? query.delete(name) : query.set(name, value)));
  return `?${query.toString()}`;
}

function filters(columns: readonly ShownColumn[], { url, say }: Visit): Html {
  const field = url.searchParams.get('FilterField1') ?? '';
  const column = columns.find(({ RealFieldName }) => RealFieldName === field);
  if (column) {
    return html`<p>${say.filtered(column.DisplayName, url.searchParams.get('FilterValue1') ?? '')} <a href="${changed(url, { FilterField1: undefined, FilterValue1: undefined })}">${say.showAll}</a></p>`;
  }
  const kept = [...url.searchParams].filter(([name]) => /^(?:Sort|RootFolder)/i.test(name)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const choices = columns.filter(({ Filterable }) => Filterable === 'TRUE').map(({ RealFieldName, DisplayName }) => html`<option value="${RealFieldName}">${DisplayName}</option>`);
  return html`<form class="filter" method="get" role="search" aria-label="${say.filter}">${kept}
<label>${say.filter}: <select name="FilterField1">${choices}</select></label> <label>${say.is} <input name="FilterValue1"></label> <button>${say.apply}</button></form>`;
}

function table(list: ListFacts, { ListData, ListSchema }: Rows, visit: Visit): Html {
  const { say } = visit;
  const columns = ListSchema.Field;
  return html`<div class="scrolls" role="region" tabindex="0" aria-label="${say.tableScrolls(list.title)}"><table>
<thead><tr>${columns.map((column) => header(column, visit))}<th scope="col">${say.actions}</th></tr></thead>
<tbody>${ListData.Row.map((row) => rowOf(list, columns, row, visit))}</tbody></table></div>`;
}

function header({ RealFieldName, DisplayName, Sortable }: ShownColumn, { url }: Visit): Html {
  const isSorted = url.searchParams.get('SortField') === RealFieldName;
  const isDescending = /^desc/i.test(url.searchParams.get('SortDir') ?? '');
  const order = isSorted ? (isDescending ? 'descending' : 'ascending') : 'none';
  const words = { SortField: RealFieldName, SortDir: isSorted && !isDescending ? 'Desc' : 'Asc' };
  const mark = isSorted && html` <span aria-hidden="true">${isDescending ? '↓' : '↑'}</span>`;
  return html`<th scope="col" aria-sort="${order}">${Sortable === 'TRUE' ? html`<a href="${changed(url, words)}">${DisplayName}${mark}</a>` : DisplayName}</th>`;
}

const numbers = new Set(['Number', 'Currency', 'Integer', 'Counter']);

function rowOf(list: ListFacts, columns: readonly ShownColumn[], row: Row, visit: Visit): Html {
  const link = Math.max(0, columns.findIndex(({ Name }) => /^Link|^Title$/.test(Name)));
  const name = nameOf(columns[link], row);
  const form = (kind: string): string => `${list.pagesUrl}/${kind}Form.aspx?ID=${row.ID}`;
  const cells = columns.map(({ Name, Type }, index) => {
    const shown = index === link ? html`<a href="${mainAddress(list, row, form('Disp'), visit)}">${name}</a>` : cell(Type, Name, row, mostCharacters);
    return html`<td${raw(numbers.has(Type) ? ' class="number"' : '')}>${shown}</td>`;
  });
  const action = (kind: string, words: string): Html => html`<a href="${form(kind)}" aria-label="${words}: ${name}">${words}</a> `;
  return html`<tr>${cells}<td>${list.isLibrary && action('Disp', visit.say.properties)}${rightsOfRow(row.PermMask).edit && action('Edit', visit.say.edit)}</td></tr>`;
}

/** What a row is called: its first column, or its number where that is empty. */
function nameOf(column: ShownColumn | undefined, row: Row): string {
  const value = column === undefined ? '' : row[column.Name];
  return typeof value === 'string' && value.trim() !== '' ? value : row.ID;
}

/** A document is opened, a folder gone into, an item shown. */
function mainAddress(list: ListFacts, row: Row, display: string, { url }: Visit): string {
  if (row.FSObjType === '1') {
    return changed(url, { RootFolder: row.FileRef });
  }
  return list.isLibrary ? encodeURI(row.FileRef) : display;
}

function pages({ ListData }: Rows, { url, say }: Visit): Html | undefined {
  const { FirstRow, LastRow, NextHref, PrevHref } = ListData;
  if (NextHref === undefined && PrevHref === undefined) {
    return undefined;
  }
  // The page before and after are told without the order of the address, which they need too.
  const link = (href: string | undefined, words: string): Html | undefined =>
    (href === undefined ? undefined : html`<a href="${changed(url, Object.fromEntries([...new URLSearchParams(href.slice(1))].filter(([name]) => name !== 'View')))}">${words}</a>`);
  return html`<nav class="pages" aria-label="${say.pages}">${link(PrevHref, say.previous)} <span>${say.rows(FirstRow, LastRow)}</span> ${link(NextHref, say.next)}</nav>`;
}
