import { pathOf } from '../caml/columns';
import type { RequestContext } from '../dispatch/context';
import { isPerson, isTaxonomy } from '../fields/kinds';
import { entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { columnKeys } from '../render/columnKeys';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';
import { principalById } from '../users/principals';
import { termsOf, termText } from '../taxonomy/termValues';
import { localeOf } from '../web/locale';
import { isLink } from './itemShape';
import { readPath } from './itemQuery';
import { linkedIds } from './itemValues';

interface StringsOf {
  list: ListRecord;
  item: ItemRecord;
}

type Purpose = 'text' | 'html' | 'edit';

/** Names in versions and in texts of values escape every underscore [R]: `OData__x005f_UIVersionString`. */
export const escapedName = (internalName: string): string =>
  `${internalName.startsWith('_') ? 'OData_' : ''}${internalName.replace(/_/g, '_x005f_')}`;

const isShown = (field: FieldRecord): boolean => field.type !== 'Computed';

const resourceOf = (purpose: Purpose): Resource<StringsOf> => ({
  edmType: 'SP.FieldStringValues',
  properties: {},
  // The type is open: a column that the list does not have is left empty.
  shapeOf: (_, context) => ({ ...metadataShape('SP.FieldStringValues', context.metadata), member: (name) => ({ kind: 'property', name, type: 'Edm.Untyped' }) }),
  defaultsOf: ({ list }) => list.fields.filter(isShown).map((field) => escapedName(field.internalName)),
  dynamic: ({ list, item }, name, context) => {
    const field = list.fields.find((candidate) => escapedName(candidate.internalName) === name || candidate.internalName === name);
    return field ? writers[purpose](field, { list, item }, context) : null;
  }
});

const resources = { text: resourceOf('text'), html: resourceOf('html'), edit: resourceOf('edit') };

/** `FieldValuesAsText`, `FieldValuesAsHtml`, `FieldValuesForEdit` of an item. */
export const fieldStrings = (purpose: Purpose, of: StringsOf, path: string): EntityNode => entityNode(resources[purpose], of, path);

type Write = (field: FieldRecord, of: StringsOf, context: RequestContext) => string;

const writers: Record<Purpose, Write> = { text: asText, html: asHtml, edit: forEdit };

const keysOf = (field: FieldRecord, { list, item }: StringsOf, context: RequestContext): Record<string, unknown> =>
  columnKeys(field, { list, item, context, locale: localeOf(context.web()), datesInUtc: false });

/** What a person or lookup column shows, a text for each. */
function linkedTexts(field: FieldRecord, { list, item }: StringsOf, context: RequestContext): string[] {
  const shown = readPath(list, item, pathOf(field, false), context);
  return (Array.isArray(shown) ? shown as unknown[] : [shown]).filter((one) => one !== null && one !== undefined).map(String);
}

/** [A] As a row of a view shows it, in one text. */
function asText(field: FieldRecord, of: StringsOf, context: RequestContext): string {
  if (isLink(field)) {
    return linkedTexts(field, of, context).join('; ');
  }
  if (isTaxonomy(field.type)) {
    return termsOf(of.item.values[field.internalName], context).map(({ label }) => label).join('; ');
  }
  const keys = keysOf(field, of, context);
  const value = keys[field.internalName];
  switch (field.type) {
    case 'Attachments':
      return value === '1' ? 'True' : 'False';
    case 'MultiChoice':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'URL':
      return value === '' ? '' : `${String(value)}, ${String(keys[`${field.internalName}.desc`])}`;
    case 'Note':
      return isRich(field) ? String(value).replace(/<[^>]*>/g, '') : String(value);
    default:
      return String(value ?? '');
  }
}

const isRich = (field: FieldRecord): boolean => /^true$/i.test(field.attributes.RichText ?? '');
const encoded = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** [A] */
function asHtml(field: FieldRecord, of: StringsOf, context: RequestContext): string {
  if (isPerson(field.type) && isLink(field)) {
    const texts = linkedTexts(field, of, context);
    return linkedIds(of.item, field)
      .map((id, index) => `<a href="${context.webUrl}/_layouts/15/userdisp.aspx?ID=${id}">${encoded(texts[index] ?? '')}</a>`).join('; ');
  }
  if (field.type === 'URL') {
    const keys = keysOf(field, of, context);
    const [address, description] = [String(keys[field.internalName]), String(keys[`${field.internalName}.desc`])];
    return address === '' ? '' : `<a href="${encoded(address)}">${encoded(description)}</a>`;
  }
  if (field.type === 'Note') {
    const value = String(keysOf(field, of, context)[field.internalName] ?? '');
    return isRich(field) ? value : encoded(value).replace(/\r?\n/g, '<br>');
  }
  return encoded(asText(field, of, context));
}

/** [A] A text that the form-value calls take back. */
function forEdit(field: FieldRecord, of: StringsOf, context: RequestContext): string {
  if (isLink(field)) {
    const ids = linkedIds(of.item, field);
    const people = (): string => JSON.stringify(ids.map((id) => ({ Key: principalById(context.store, of.list.site, id)?.loginName ?? '' })));
    return ids.length === 0 ? '' : isPerson(field.type) ? people() : ids.map((id) => `${id};#`).join(';#');
  }
  if (isTaxonomy(field.type)) {
    return termText(of.item.values[field.internalName], context);
  }
  const value = keysOf(field, of, context)[field.internalName];
  switch (field.type) {
    case 'MultiChoice':
      return Array.isArray(value) ? value.join(';#') : '';
    case 'Boolean':
      return String(keysOf(field, of, context)[`${field.internalName}.value`] ?? '');
    case 'Note':
      return String(value ?? '');
    default:
      return asText(field, of, context);
  }
}
