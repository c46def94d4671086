import type { RequestContext } from '../dispatch/context';
import { isPerson, isTaxonomy } from '../fields/kinds';
import { calculatedText, calculatedValue } from '../formulas/itemFormulas';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';
import { showTaxonomy } from '../taxonomy/termValues';
import { itemProperties, isSystemColumn, readSystemColumn } from './systemColumns';
import { itemShape, type ItemProperty } from './itemShape';

/** A property of an item, by its name as SharePoint spells it. */
export function readItemProperty(item: ItemRecord, list: ListRecord, name: string, context: RequestContext): unknown {
  const own = itemProperties[name];
  if (own) {
    return own(item, list, context);
  }
  const property = itemShape(list).byName.get(name);
  return property === undefined ? null : readColumn(item, list, property, context);
}

/** A column's value as JSON shows it. */
export function readColumn(item: ItemRecord, list: ListRecord, property: ItemProperty, context: RequestContext): unknown {
  const { field, form } = property;
  if (form !== 'value') {
    return readLink(item, property);
  }
  if (isSystemColumn(field.internalName)) {
    return readSystemColumn(field.internalName, item, list, context);
  }
  if (isTaxonomy(field.type)) {
    return showTaxonomy(field, item.values[field.internalName], context);
  }
  return field.type === 'Calculated'
    ? calculatedText(calculatedValue(field, item, list, context))
    : item.values[field.internalName] ?? null;
}

/** Ids of the persons or rows that a column points to; a dependent lookup points to what its primary one does. */
export function linkedIds(item: ItemRecord, field: FieldRecord): number[] {
  const internalName = field.lookup?.primary ?? field.internalName;
  if (internalName === 'Author') {
    return [item.authorId];
  }
  if (internalName === 'Editor') {
    return [item.editorId];
  }
  if (internalName === 'CheckoutUser') {
    return item.checkedOut ? [item.checkedOut.userId] : [];
  }
  const value = item.values[internalName];
  return Array.isArray(value) ? value.map(Number) : typeof value === 'number' ? [value] : [];
}

function readLink(item: ItemRecord, { field, form }: ItemProperty): unknown {
  const ids = linkedIds(item, field);
  if (field.multiple) {
    // Recorded: several persons are null when there are none, several lookups an empty array.
    return ids.length === 0 && isPerson(field.type) ? null : form === 'stringId' ? ids.map(String) : ids;
  }
  return ids.length === 0 ? null : form === 'stringId' ? String(ids[0]) : ids[0];
}
