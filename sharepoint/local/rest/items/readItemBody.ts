import type { RequestContext } from '../dispatch/context';
import { fieldKind, isPerson, isTaxonomy } from '../fields/kinds';
import { sharePointException, unknownProperty, wrongNode } from '../http/errors';
import { itemTypeName } from '../lists/listResource';
import { isObject, readValue } from '../odata/body';
import { formatTime, parseTime } from '../odata/dates';
import type { FieldRecord, ItemValue, ListRecord } from '../state/records';
import { principalById } from '../users/principals';
import { readTaxonomy } from '../taxonomy/termValues';
import { fromLocal, localMidnight, zoneFacts } from '../web/timeZones';
import { itemShape, type ItemProperty } from './itemShape';
import { isSystemColumn } from './systemColumns';

/** Column values to set; undefined empties the column. */
export type ItemChanges = Map<FieldRecord, ItemValue | undefined>;

const isAnnotation = (key: string): boolean => key.startsWith('odata.') || key.includes('@odata.');

/**
 * Holds a body against the columns of the list.
 * @throws SharePointError 400 for an unknown property or a value of another kind, 500 for a value that the column refuses.
 */
export function readItemBody(body: Record<string, unknown>, list: ListRecord, context: RequestContext): ItemChanges {
  const shape = itemShape(list);
  const changes: ItemChanges = new Map();
  for (const [key, value] of Object.entries(body)) {
    if (isAnnotation(key)) {
      continue;
    }
    const property = shape.byName.get(key);
    if (property) {
      setColumn(changes, property, value, list, context);
    } else if (shape.links.has(key)) {
      // A person or lookup is written by its id: the column itself is an entry of its own.
      throw wrongNode('PrimitiveValue', 'the start of an entry', 'StartObject');
    } else if (context.metadata.member('SP.ListItem', key)?.name !== key) {
      throw unknownProperty(key, itemTypeName(list));
    }
  }
  return changes;
}

function setColumn(changes: ItemChanges, property: ItemProperty, value: unknown, list: ListRecord, context: RequestContext): void {
  const { field, form } = property;
  if (form === 'stringId') {
    const ids = value === null ? null : field.multiple ? textList(value).map(Number) : Number(value);
    changes.set(field, linkValue(field, ids, list, context));
    return;
  }
  const read = readValue(property.type, isTaxonomy(field.type) ? numbered(value) : value, context.metadata);
  // [A] What SharePoint keeps itself is accepted and left as it is.
  if (isSystemColumn(field.internalName) || field.readOnly || field.type === 'Calculated') {
    return;
  }
  changes.set(field, form === 'id' ? linkValue(field, read, list, context) : plainValue(field, read, context));
}

/** [I] The number of a term may be sent as text, as samples do: `"WssId": "-1"`. */
const numbered = (value: unknown): unknown => (isObject(value) && typeof value.WssId === 'string' ? { ...value, WssId: Number(value.WssId) } : value);

const textList = (value: unknown): string[] => (Array.isArray(value) ? value : []).map(String);

function linkValue(field: FieldRecord, value: unknown, list: ListRecord, context: RequestContext): ItemValue | undefined {
  const ids = (Array.isArray(value) ? value : value === null || value === 0 ? [] : [value]).map(Number);
  for (const id of ids) {
    const person = isPerson(field.type) ? principalById(context.store, list.site, id) : undefined;
    if (isPerson(field.type) && (!person || (person.kind === 8 && field.attributes.UserSelectionMode === 'PeopleOnly'))) {
      throw sharePointException('The specified user could not be found.', 500, -2130575276); // [A]
    }
    if (!isPerson(field.type) && !context.store.items.of(field.lookup?.list ?? '').has(id)) {
      throw sharePointException('Item does not exist. It may have been deleted by another user.', 500, -2130575338); // [A]
    }
  }
  if (ids.length === 0) {
    return undefined;
  }
  return field.multiple ? [...new Set(ids)] : ids[0];
}

const longestText = 255;

/** A value of a column without links, undefined for an empty one. */
export function plainValue(field: FieldRecord, value: unknown, context: RequestContext): ItemValue | undefined {
  if (value === null || value === undefined || value === '') {
    return undefined;
  }
  if (isTaxonomy(field.type)) {
    return readTaxonomy(field, value, context);
  }
  if (fieldKind(field.type)?.valueType === 'Edm.DateTime') {
    return dateValue(field, String(value), context);
  }
  if (field.type === 'Text' && String(value).length > Number(field.attributes.MaxLength ?? longestText)) {
    throw sharePointException('Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.', 400, -2130575163); // [A]
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(String);
  }
  if (isObject(value)) {
    const url = { Description: String(value.Description ?? value.Url ?? ''), Url: String(value.Url ?? '') };
    return url.Url === '' ? undefined : url;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** Whole seconds; a date without time is midnight in the zone of the web. */
function dateValue(field: FieldRecord, text: string, context: RequestContext): string | undefined {
  const { iana } = zoneFacts(context.web().timeZoneId);
  const written = parseTime(text);
  if (written === undefined) {
    return undefined;
  }
  // [A] A time without a zone is the web's local time.
  const time = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? written : fromLocal(written, iana);
  return formatTime(field.attributes.Format === 'DateOnly' ? localMidnight(time, iana) : time);
}

/** The value a column gets when a new item does not name it. */
export function defaultOf(field: FieldRecord, context: RequestContext): ItemValue | undefined {
  const text = field.defaultValue;
  if (text === undefined || field.fromBaseType) {
    return undefined;
  }
  switch (field.type) {
    case 'Boolean':
      return text === '1' || text.toLowerCase() === 'true';
    case 'Number':
    case 'Currency':
      return Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'MultiChoice':
      return text.split(';#').filter((choice) => choice !== '');
    case 'DateTime':
      return plainValue(field, text.toLowerCase() === '[today]' ? formatTime(context.now) : text, context);
    default:
      return plainValue(field, text, context);
  }
}
