import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../dispatch/context';
import { demand } from '../dispatch/context';
import { accessDenied, sharePointException } from '../http/errors';
import { checkFormula } from '../formulas/check';
import { changeList } from '../lists/changeLists';
import { listsOf } from '../lists/findLists';
import { rights } from '../permissions/masks';
import type { FieldRecord, ListRecord } from '../state/records';
import { customizationOf } from '../taxonomy/settings';
import { withCompanions } from '../taxonomy/termColumns';
import { noteOf } from '../taxonomy/termValues';
import { fieldAttributes } from './fieldAttributes';
import { parseFieldXml, writeFieldXml } from './fieldXml';
import { normalGuid } from '../odata/literals';
import { fieldKind, internalNameOf, isLookup, isTaxonomy } from './kinds';

/** Options of CreateFieldAsXml that are built here (SP.AddFieldOptions). */
const nameHint = 8;
const toDefaultView = 16;
const checkDisplayName = 32;
const mostIndexes = 20;

/**
 * Adds a column from its XML. Without option 8 the internal name comes from the display name, whatever the XML says.
 * @throws SharePointError as SharePoint refuses a name that is taken, a unique column without index, a 21st index.
 */
export function createField(list: ListRecord, xml: string, options: number, context: RequestContext): FieldRecord {
  demand(context.effective.onList(list), rights.manageLists);
  const { field, more } = withCompanions(list.fields, fieldFromXml(list, xml, options, context), context);
  const { internalName } = field;
  changeList(list, context, (before) => ({
    ...before,
    fields: [...before.fields, ...more, field],
    views: (options & toDefaultView) === 0
      ? before.views
      : before.views.map((view) => (view.isDefault ? { ...view, fields: [...view.fields, internalName] } : view))
  }));
  return field;
}

/** What columns belong to: a list, or a web with its site columns. */
export type FieldOwner = Pick<ListRecord, 'id' | 'url' | 'fields'> & { settings: Pick<ListRecord['settings'], 'readSecurity' | 'writeSecurity' | 'enableVersioning'> };

/** A new column as its XML wants it, with a name that is free and everything that SharePoint demands of it. */
export function fieldFromXml(list: FieldOwner, xml: string, options: number, context: RequestContext): FieldRecord {
  const parsed = parseFieldXml(xml);
  const hinted = (options & nameHint) !== 0 && parsed.internalName !== '';
  const wanted = hinted ? parsed.internalName : internalNameOf(parsed.title);
  const taken = (name: string): boolean => list.fields.some((field) => field.internalName.toLowerCase() === name.toLowerCase());
  if (list.fields.some((field) => field.id === parsed.id) || (hinted && taken(wanted))) {
    throw duplicateName(wanted);
  }
  if ((options & checkDisplayName) !== 0 && list.fields.some((field) => field.title.toLowerCase() === parsed.title.toLowerCase())) {
    throw duplicateName(parsed.title);
  }
  const internalName = freeName(wanted, taken);
  const field: FieldRecord = {
    ...parsed, internalName, staticName: parsed.staticName === '' ? internalName : parsed.staticName, lookup: withPrimary(list, parsed)
  };
  checkField(list, field, context);
  return field;
}

/** A lookup whose XML has a FieldRef shows another column of what that lookup points to. */
function withPrimary(list: FieldOwner, { lookup, attributes }: FieldRecord): FieldRecord['lookup'] {
  if (lookup === undefined || attributes.FieldRef === undefined) {
    return lookup;
  }
  const primary = list.fields.find((field) => field.id === normalGuid(attributes.FieldRef) || field.internalName === attributes.FieldRef);
  if (primary?.lookup?.list !== lookup.list) {
    throw sharePointException('The lookup column that this one depends on does not exist.'); // [A] text
  }
  return { ...lookup, primary: primary.internalName };
}

/** `AddDependentLookupField`: another column of the row that a lookup points to. */
export function dependentLookupXml(list: FieldOwner, title: string, primaryId: string, shown: string): string {
  const primary = list.fields.find((field) => field.id === primaryId);
  if (!primary?.lookup || !isLookup(primary.type)) {
    throw sharePointException('The lookup column that this one depends on does not exist.'); // [A] text
  }
  const field: FieldRecord = {
    ...primary, id: randomUUID(), title, internalName: internalNameOf(title), staticName: '', required: false, indexed: false, unique: false, readOnly: true,
    attributes: { FieldRef: primary.id }, lookup: { list: primary.lookup.list, field: shown }
  };
  return writeFieldXml(field, list.id);
}

function freeName(wanted: string, taken: (name: string) => boolean): string {
  if (!taken(wanted)) {
    return wanted;
  }
  const suffixed = Array.from({ length: 100 }, (_, index) => `${wanted}${index}`).find((name) => !taken(name));
  if (suffixed === undefined) {
    throw duplicateName(wanted);
  }
  return suffixed;
}

const duplicateName = (name: string): Error => sharePointException(`A duplicate field name "${name}" was found.`, 500, -2130575257); // [A] the number

/** What SharePoint demands of every column, new or changed. */
export function checkField(list: FieldOwner, field: FieldRecord, context: RequestContext): void {
  if (field.unique && !field.indexed) {
    throw sharePointException('The field must be indexed before unique values can be enforced.'); // [A] text
  }
  if (field.unique && (field.multiple || ['Note', 'Boolean', 'MultiChoice', 'URL', 'Calculated'].includes(field.type))) {
    throw sharePointException(`Columns of type ${field.type} cannot enforce unique values.`); // [A] text
  }
  if (field.indexed && ['Note', 'MultiChoice', 'URL', 'Calculated', 'LookupMulti', 'UserMulti', 'TaxonomyFieldTypeMulti'].includes(field.type)) {
    throw sharePointException(`Columns of type ${field.type} cannot be indexed.`); // [A] text
  }
  if (field.unique && (list.settings.readSecurity !== 1 || list.settings.writeSecurity !== 1)) {
    throw sharePointException('Unique values cannot be enforced in a list with item-level permissions.'); // [A] text
  }
  if (field.unique && [...context.store.items.of(list.id).values()].some((item) => item.assignments !== undefined)) {
    throw sharePointException('Unique values cannot be enforced in a list whose items have permissions of their own.'); // [A] text
  }
  if (field.type === 'Calculated') {
    checkFormula(field.formula ?? '', { fields: list.fields.filter((other) => other.id !== field.id), isCalculated: true });
  }
  if (field.validationFormula !== undefined) {
    checkFormula(field.validationFormula, { fields: [...list.fields.filter((other) => other.id !== field.id), field], only: field, isCalculated: false });
  }
  if (/^true$/i.test(field.attributes.AppendOnly ?? '') && !list.settings.enableVersioning) {
    throw sharePointException('Versioning must be enabled on this list before changes can be appended to existing text.'); // [A] text
  }
  const indexes = list.fields.filter((other) => other.indexed && other.id !== field.id).length;
  if (field.indexed && indexes >= mostIndexes) {
    throw sharePointException('The list cannot have more than 20 indexed columns.'); // [A] text
  }
  if (isLookup(field.type) && !field.fromBaseType && !listsOf(context).some((other) => other.id === field.lookup?.list)) {
    throw sharePointException('The list that the lookup column points to does not exist.'); // [A] text
  }
}

/** Changes a column by its properties as `$metadata` names them. */
export function updateField(list: ListRecord, field: FieldRecord, body: Record<string, unknown>, context: RequestContext): void {
  demand(context.effective.onList(list), rights.manageLists);
  const changed = applyProperties(field, body);
  checkField(list, changed, context);
  if (changed.unique && !field.unique) {
    checkNoDuplicates(list, changed, context);
  }
  changeList(list, context, (before) => ({ ...before, fields: before.fields.map((other) => (other.id === field.id ? changed : other)) }));
}

function checkNoDuplicates(list: ListRecord, field: FieldRecord, context: RequestContext): void {
  const seen = new Set<string>();
  for (const item of context.store.items.of(list.id).values()) {
    const value = item.values[field.internalName];
    if (value === undefined) {
      continue;
    }
    const key = String(value).toLowerCase();
    if (seen.has(key)) {
      throw sharePointException('This field cannot enforce unique values because it contains duplicate values.'); // [A] text
    }
    seen.add(key);
  }
}

export function applyProperties(field: FieldRecord, body: Record<string, unknown>): FieldRecord {
  let changed = typeof body.SchemaXml === 'string' ? fromXml(field, body.SchemaXml) : field;
  const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? String(body[name]) : otherwise);
  const flag = (name: string, otherwise: boolean): boolean => (typeof body[name] === 'boolean' ? body[name] === true : otherwise);
  const optional = (name: string, otherwise: string | undefined): string | undefined =>
    (body[name] === undefined ? otherwise : body[name] === null || body[name] === '' ? undefined : String(body[name]));
  changed = {
    ...changed,
    title: text('Title', changed.title),
    description: text('Description', changed.description),
    group: text('Group', changed.group),
    staticName: text('StaticName', changed.staticName),
    required: flag('Required', changed.required),
    indexed: flag('Indexed', changed.indexed),
    unique: flag('EnforceUniqueValues', changed.unique),
    hidden: flag('Hidden', changed.hidden),
    readOnly: flag('ReadOnlyField', changed.readOnly),
    defaultValue: optional('DefaultValue', changed.defaultValue),
    customFormatter: optional('CustomFormatter', changed.customFormatter),
    validationFormula: optional('ValidationFormula', changed.validationFormula),
    validationMessage: optional('ValidationMessage', changed.validationMessage),
    formula: optional('Formula', changed.formula),
    choices: Array.isArray(body.Choices) ? body.Choices.map(String) : changed.choices,
    attributes: { ...changed.attributes, ...fieldAttributes(field.type, body) },
    customization: changed.customization && { ...changed.customization, ...customizationOf(body) }
  };
  return changed;
}

/** A column's XML may be replaced, but neither its identity nor its kind of value. */
function fromXml(field: FieldRecord, xml: string): FieldRecord {
  const parsed = parseFieldXml(xml);
  if (fieldKind(parsed.type)?.kind !== fieldKind(field.type)?.kind && !(field.type === 'Text' && parsed.type === 'Choice')) {
    throw sharePointException(`The type of column ${field.internalName} cannot be changed to ${parsed.type}.`); // [A] text
  }
  return { ...parsed, lookup: isTaxonomy(field.type) ? field.lookup : parsed.lookup, customization: field.customization && { ...field.customization, ...parsed.customization }, id: field.id, internalName: field.internalName, fromBaseType: field.fromBaseType, sealed: field.sealed };
}

/** Deletes a column with its values, and with the note column that belongs to it. @throws SharePointError for a built-in one. */
export function removeField(list: ListRecord, field: FieldRecord, context: RequestContext): undefined {
  demand(context.effective.onList(list), rights.manageLists);
  if (field.fromBaseType || field.sealed) {
    throw accessDenied();
  }
  changeList(list, context, (before) => ({
    ...before,
    fields: before.fields.filter((other) => other.id !== field.id),
    views: before.views.map((view) => ({ ...view, fields: view.fields.filter((name) => name !== field.internalName) }))
  }));
  for (const item of context.store.items.of(list.id).values()) {
    if (item.values[field.internalName] !== undefined) {
      const { [field.internalName]: gone, ...values } = item.values;
      context.store.items.put({ ...item, values: gone === undefined ? item.values : values });
    }
  }
  const note = noteOf(field, list.fields);
  return note && removeField(list, note, context);
}
