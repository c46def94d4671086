import { html, raw, type Html } from '../page/html';
import { literal, type Asking } from './asking';
import { secondName, type Entered } from './entered';
import { isLookup, isMultiple, isPerson, type Column } from './listFacts';
import type { Words } from './words';

/** What can be chosen. */
interface Option { value: string; text: string }

/** Another list is offered in full up to here. */
const mostOffered = 5000;

/** What a column offers: its choices, the people of the site, the rows of the other list that the person may see. */
function optionsOf(column: Column, asking: Asking): Option[] {
  if (column.Choices) {
    return column.Choices.map((choice) => ({ value: choice, text: choice }));
  }
  if (isPerson(column)) {
    const people = ['web/siteusers?$select=Id,Title', ...(column.SelectionMode === 0 ? [] : ['web/sitegroups?$select=Id,Title'])];
    return people.flatMap((path) => asking.rows<{ Id: number; Title: string }>(path)).map(({ Id, Title }) => ({ value: String(Id), text: Title }));
  }
  const shown = column.LookupField === undefined || column.LookupField === '' ? 'Title' : column.LookupField;
  const rows = asking.rows<Record<string, unknown>>(`web/lists(guid${literal(column.LookupList ?? '')})/items?$select=Id,${shown}&$top=${mostOffered}`);
  return rows.map((row) => ({ value: String(row.Id), text: String(row[shown] ?? row.Id) }));
}

/** What all inputs of a column share. */
interface Field {
  column: Column;
  entered: Entered;
  id: string;
  /** Attributes that tie help and problem to an input. */
  described: Html;
  say: Words;
}

/** A column of a form: label, help, input and what is wrong with it. */
export function field(column: Column, entered: Entered, problem: string | undefined, asking: Asking, say: Words): Html {
  const id = inputId(column);
  const described = raw([column.Description !== '' && `${id}-help`, problem !== undefined && `${id}-problem`].filter(Boolean).join(' '));
  const attributes = html` aria-describedby="${described}"${raw(problem === undefined ? '' : ' aria-invalid="true"')}`;
  const one: Field = { column, entered, id, described: described.markup === '' ? html`` : attributes, say };
  const offers = column.Choices !== undefined || isPerson(column) || isLookup(column);
  const input = offers ? choosing(one, optionsOf(column, asking)) : typing(one);
  const help = html`${column.Description !== '' && html`<p class="help" id="${id}-help">${column.Description}</p>`}${problem !== undefined && html`<p class="problem" id="${id}-problem">${problem}</p>`}`;
  const label = html`${column.Title}${column.Required && html` <span aria-hidden="true">*</span><span class="unseen"> (${say.required})</span>`}`;
  return isGrouped(column)
    ? html`<fieldset class="field" id="${id}" tabindex="-1"${one.described}><legend>${label}</legend>${help}${input}</fieldset>`
    : html`<div class="field"><label for="${id}">${label}</label>${help}${input}</div>`;
}

/** Where a summary of problems leads. */
export const inputId = ({ InternalName }: Column): string => `field-${InternalName}`;

/** Columns with more than one input stand in a group of their own. */
const isGrouped = (column: Column): boolean => isMultiple(column) || column.TypeAsString === 'URL' || takesOwn(column);

const takesOwn = (column: Column): boolean => column.FillInChoice === true || isPerson(column);

function choosing(one: Field, options: Option[]): Html {
  const { column, entered } = one;
  const unknown = entered.filter((value) => !options.some((option) => option.value === value));
  // What stands on the item stays, also where it is no longer offered.
  const all = takesOwn(column) ? options : [...options, ...unknown.map((value) => ({ value, text: value }))];
  return html`${isMultiple(column) ? boxes(one, all) : select(one, all)}${takesOwn(column) && own(one, unknown)}`;
}

const boxes = ({ column, entered }: Field, options: Option[]): Html => html`<div class="boxes">${options.map(({ value, text }) =>
  html`<label><input type="checkbox" name="${column.InternalName}" value="${value}"${raw(entered.includes(value) ? ' checked' : '')}> ${text}</label>`)}</div>`;

function select(one: Field, options: Option[]): Html {
  const { column, entered, say } = one;
  const choices = options.map(({ value, text }) => html`<option value="${value}"${raw(entered.includes(value) ? ' selected' : '')}>${text}</option>`);
  return html`<select name="${column.InternalName}" ${nameOf(one)}><option value="">${say.none}</option>${choices}</select>`;
}

/** A grouped input is named by its column, any other has its label. */
const nameOf = ({ column, id, described }: Field): Html => (isGrouped(column) ? html`aria-label="${column.Title}"` : html`id="${id}"${described}`);

function own({ column, say }: Field, values: readonly string[]): Html {
  const label = isPerson(column) ? (isMultiple(column) ? say.people : say.person) : isMultiple(column) ? say.ownChoices : say.ownChoice;
  return html`<label class="own">${label} <input name="${secondName(column)}" value="${values.join('; ')}"></label>`;
}

function typing(one: Field): Html {
  const { column, entered, say } = one;
  const attributes = html`name="${column.InternalName}" ${nameOf(one)}`;
  const [first = '', second = ''] = entered;
  switch (column.TypeAsString) {
    case 'Note':
      return html`<textarea ${attributes} rows="${Math.max(3, column.NumberOfLines ?? 6)}">
${first}</textarea>`;
    case 'Boolean':
      return html`<span><input type="checkbox" ${attributes} value="1"${raw(first === '' ? '' : ' checked')}> ${say.yes}</span>`;
    case 'DateTime':
      return html`<input type="${column.DisplayFormat === 0 ? 'date' : 'datetime-local'}" ${attributes} value="${first}">`;
    case 'URL':
      return html`<label class="own">${say.address} <input name="${column.InternalName}" value="${first}"></label> <label class="own">${say.linkText} <input name="${secondName(column)}" value="${second}"></label>`;
    case 'Number':
    case 'Currency':
      return html`<input ${attributes} inputmode="decimal" value="${first}">`;
    default:
      return html`<input ${attributes} value="${first}">`;
  }
}
