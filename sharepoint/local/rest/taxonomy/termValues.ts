import type { RequestContext } from '../dispatch/context';
import { isTaxonomy } from '../fields/kinds';
import { sharePointException } from '../http/errors';
import { isObject } from '../odata/body';
import { normalGuid } from '../odata/literals';
import type { FieldRecord, ItemRecord, ItemValue, ListRecord } from '../state/records';
import { numberOf, type Term, termOf } from './termList';

/** `Label|guid`; undefined for anything else. */
function readTerm(text: string): Term | undefined {
  const [, label, id] = /^([^|]*)\|(.+)$/.exec(text.trim()) ?? [];
  const guid = id === undefined ? undefined : normalGuid(id);
  return guid === undefined ? undefined : { label, guid };
}

/** `A|guid;B|guid`, as forms send it. [I] A number before a term is refused there. Undefined when it is not written so. */
export function readTerms(text: string): Term[] | undefined {
  const terms = text.split(';').filter((part) => part.trim() !== '').map(readTerm);
  return terms.every((term): term is Term => term !== undefined) ? terms : undefined;
}

const notFormatted = (): Error => sharePointException('The given value for a taxonomy field was not formatted in the required <int>;#<label>|<guid> format.'); // [A] number

/** The terms of the hidden note column or of a default, which may number each: `-1;#A|guid;#-1;#B|guid`. @throws SharePointError 500 */
function readNote(text: string): Term[] {
  const terms = readTerms(text.replace(/(^|;#?)-?\d+;#/g, '$1').replace(/;#/g, ';'));
  if (!terms) {
    throw notFormatted();
  }
  return terms;
}

/** `{ Label, TermGuid, WssId }`; the number is SharePoint's affair. @throws SharePointError 500 without a guid */
function readObject(value: unknown): Term {
  const { Label, TermGuid }: Record<string, unknown> = isObject(value) ? value : {};
  const guid = normalGuid(String(TermGuid ?? ''));
  if (guid === undefined) {
    throw notFormatted();
  }
  return { label: String(Label ?? ''), guid };
}

const distinct = (ids: number[]): number[] => [...new Set(ids)];

/** Terms as a column keeps them: their numbers. */
export function termNumbers(field: FieldRecord, terms: readonly Term[], context: RequestContext): ItemValue | undefined {
  const ids = distinct(terms.map((term) => numberOf(term, field, context)));
  return ids.length === 0 ? undefined : field.multiple ? ids : ids[0];
}

/**
 * What JSON, a default or the hidden note column says, as the column keeps it.
 * @throws SharePointError 500 for what is no term, and for several in JSON: those go by the note column or a form [I]
 */
export function readTaxonomy(field: FieldRecord, value: unknown, context: RequestContext): ItemValue | undefined {
  if (Array.isArray(value) && value.length > 0) {
    throw notFormatted();
  }
  const terms = typeof value === 'string' ? readNote(value) : isObject(value) ? [readObject(value)] : [];
  return termNumbers(field, terms, context);
}

const numbersIn = (value: ItemValue | undefined): number[] => (Array.isArray(value) ? value.map(Number) : typeof value === 'number' ? [value] : []);

/** The terms of a column, with their numbers. */
export const termsOf = (value: ItemValue | undefined, context: RequestContext): (Term & { id: number })[] =>
  numbersIn(value).flatMap((id) => {
    const term = termOf(id, context);
    return term ? [{ ...term, id }] : [];
  });

/** `A|guid;B|guid`. */
export const termText = (value: ItemValue | undefined, context: RequestContext): string => termsOf(value, context).map(({ label, guid }) => `${label}|${guid}`).join(';');

/** A column as JSON shows it. [I] The label of a single term is its number, as SharePoint has it; several have their names. */
export function showTaxonomy(field: FieldRecord, value: ItemValue | undefined, context: RequestContext): unknown {
  const shown = termsOf(value, context).map(({ id, label, guid }) => ({ Label: field.multiple ? label : String(id), TermGuid: guid, WssId: id }));
  return field.multiple ? shown : shown[0] ?? null;
}

/** The hidden note column of a managed metadata column. */
export const noteOf = (field: FieldRecord, fields: readonly FieldRecord[]): FieldRecord | undefined => {
  const id = isTaxonomy(field.type) ? normalGuid(field.customization?.TextField ?? '') : undefined;
  return id === undefined ? undefined : fields.find((other) => other.id === id);
};

/** The values of an item with what hangs together: each column and its note column say the same, `TaxCatchAll` has all terms. */
export function withTerms(list: ListRecord, values: Record<string, ItemValue>, changes: ReadonlyMap<FieldRecord, unknown>, context: RequestContext): Record<string, ItemValue> {
  const columns = list.fields.filter(({ type }) => isTaxonomy(type));
  if (columns.length === 0) {
    return values;
  }
  const changed = new Set([...changes.keys()].map(({ id }) => id));
  const settled: Record<string, ItemValue | undefined> = { ...values };
  for (const column of columns) {
    const note = noteOf(column, list.fields);
    if (note && changed.has(note.id) && !changed.has(column.id)) {
      settled[column.internalName] = readTaxonomy(column, values[note.internalName], context);
    }
    if (note) {
      settled[note.internalName] = termText(settled[column.internalName], context) || undefined;
    }
  }
  const all = distinct(columns.flatMap(({ internalName }) => numbersIn(settled[internalName])));
  settled.TaxCatchAll = all.length === 0 ? undefined : all;
  return Object.fromEntries(Object.entries(settled).filter((entry): entry is [string, ItemValue] => entry[1] !== undefined));
}

/** The terms as a row of a view shows them. [R] A single one says its type. */
export function termKeys(field: FieldRecord, item: ItemRecord, context: RequestContext): unknown {
  const shown = termsOf(item.values[field.internalName], context).map(({ label, guid }) => ({ Label: label, TermID: guid }));
  return shown.length === 0 ? '' : field.multiple ? shown : { __type: 'TaxonomyFieldValue:#Microsoft.SharePoint.Taxonomy', ...shown[0] };
}
