import type { RequestContext } from '../dispatch/context';
import { entityPropertyName, isPerson, isTaxonomy } from '../fields/kinds';
import { calculatedValue } from '../formulas/itemFormulas';
import { isLink } from '../items/itemShape';
import { linkedIds, readItemProperty } from '../items/itemValues';
import { personValue } from '../items/lookupTargets';
import { readPath } from '../items/itemQuery';
import { parseTime } from '../odata/dates';
import type { FieldRecord, ItemRecord, ListRecord, PrincipalRecord } from '../state/records';
import { principalById } from '../users/principals';
import { termKeys } from '../taxonomy/termValues';
import type { Locale } from '../web/locale';
import { pathOf } from '../caml/columns';

/** What a row shows: strings, and arrays for people, lookups and several choices [R]. */
export type RowKeys = Record<string, unknown>;

export interface RenderedRow {
  list: ListRecord;
  item: ItemRecord;
  locale: Locale;
  /** True when dates are wanted as ISO text. */
  datesInUtc: boolean;
  context: RequestContext;
}

/** The keys that a column adds to a row. */
export function columnKeys(field: FieldRecord, row: RenderedRow): RowKeys {
  const name = field.internalName;
  if (isLink(field)) {
    return isPerson(field.type) ? personKeys(field, row) : lookupKeys(field, row);
  }
  if (isTaxonomy(field.type)) {
    return { [name]: termKeys(field, row.item, row.context) };
  }
  const value = field.type === 'Calculated'
    ? calculatedValue(field, row.item, row.list, row.context)
    : readItemProperty(row.item, row.list, entityPropertyName(name), row.context);
  switch (field.type === 'Calculated' ? field.attributes.ResultType ?? 'Text' : field.type) {
    case 'Number':
    case 'Currency':
      return numberKeys(field, value, row.locale);
    case 'Integer':
    case 'Counter':
      return { [name]: text(value) };
    case 'Boolean':
      return typeof value === 'boolean' ? { [name]: row.locale.yesNo(value), [`${name}.value`]: value ? '1' : '0' } : { [name]: '', [`${name}.value`]: '' };
    case 'Attachments':
      return { [name]: value === true ? '1' : '0' };
    case 'DateTime':
      return dateKeys(field, value, row);
    case 'MultiChoice':
      return { [name]: Array.isArray(value) ? value : '' };
    case 'URL':
      return urlKeys(name, value);
    case 'Location':
    case 'Thumbnail':
      return { [name]: parsedOr(text(value)) };
    default:
      return { [name]: text(value) };
  }
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** [A] What is kept as JSON is shown as what it says. */
function parsedOr(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}

/** A number as the column shows it; decimals undefined is as many as there are. */
export function showNumber(field: FieldRecord, value: number, locale: Locale): string {
  const decimals = field.attributes.Decimals === undefined || Number(field.attributes.Decimals) < 0 ? undefined : Number(field.attributes.Decimals);
  if (field.type === 'Currency' || field.attributes.ResultType === 'Currency') {
    return locale.currency(value, Number(field.attributes.LCID ?? 1033), decimals);
  }
  return /^true$/i.test(field.attributes.Percentage ?? '')
    ? locale.percent(value, decimals)
    : locale.number(value, decimals, !/^false$/i.test(field.attributes.CommaSeparator ?? ''));
}

/** `"67,687"` and, under the name with a dot, fifteen digits [R]. */
function numberKeys(field: FieldRecord, value: unknown, locale: Locale): RowKeys {
  const name = field.internalName;
  return typeof value === 'number'
    ? { [name]: showNumber(field, value, locale), [`${name}.`]: value.toPrecision(15) }
    : { [name]: '', [`${name}.`]: '' };
}

/** A date as the column shows it. */
export const showDate = (field: FieldRecord, time: number, locale: Locale): string =>
  (field.attributes.Format === 'DateOnly' ? locale.date(time) : locale.dateTime(time));

function dateKeys(field: FieldRecord, value: unknown, { locale, datesInUtc }: RenderedRow): RowKeys {
  const name = field.internalName;
  const time = parseTime(value);
  const shown = time === undefined ? '' : datesInUtc ? text(value) : showDate(field, time, locale);
  return { [name]: shown, [`${name}.`]: text(value), [`${name}.FriendlyDisplay`]: '' };
}

function urlKeys(name: string, value: unknown): RowKeys {
  const { Url, Description } = (value ?? {}) as { Url?: unknown; Description?: unknown };
  return { [name]: text(Url), [`${name}.desc`]: text(Description) };
}

function lookupKeys(field: FieldRecord, { list, item, context }: RenderedRow): RowKeys {
  const shown = readPath(list, item, pathOf(field, false), context);
  const values = (Array.isArray(shown) ? shown : [shown]) as unknown[];
  const found = linkedIds(item, field)
    .map((lookupId, index) => ({ lookupId, lookupValue: text(values[index]), isSecretFieldValue: false }));
  return { [field.internalName]: found.length === 0 ? '' : found };
}

function personKeys(field: FieldRecord, { list, item, context }: RenderedRow): RowKeys {
  const name = field.internalName;
  const people = linkedIds(item, field)
    .map((id) => principalById(context.store, list.site, id))
    .filter((person): person is PrincipalRecord => person !== undefined);
  const shown = people.map((person) => ({ id: String(person.id), title: person.title, email: person.email, sip: person.email, picture: '' }));
  if (shown.length === 0) {
    return { [name]: '' };
  }
  if (field.multiple) {
    return { [name]: shown };
  }
  const [person] = people;
  return {
    [name]: shown,
    [`${name}.id`]: shown[0].id,
    [`${name}.title`]: shown[0].title,
    [`${name}.span`]: `<span class="ms-imnSpan">${shown[0].title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</span>`,
    [`${name}.email`]: shown[0].email,
    [`${name}.sip`]: shown[0].sip,
    [`${name}.jobTitle`]: text(personValue(person, 'JobTitle')),
    [`${name}.department`]: text(personValue(person, 'Department')),
    [`${name}.picture`]: ''
  };
}
