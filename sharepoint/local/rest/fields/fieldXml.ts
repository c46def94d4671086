import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { invalidRequest, notBuiltHere } from '../http/errors';
import { normalGuid } from '../odata/literals';
import type { FieldRecord } from '../state/records';
import { taxonomySettings } from '../taxonomy/settings';
import { fieldKind } from './kinds';

interface FieldXml {
  CHOICES?: { CHOICE?: unknown };
  Default?: unknown;
  Formula?: unknown;
  Validation?: unknown;
  Customization?: { ArrayOfProperty?: { Property?: { Name?: unknown; Value?: unknown }[] } };
  [attribute: `@${string}`]: string | undefined;
}

/** Attributes that have a place of their own in the record. */
const ownAttributes = new Set([
  'Type', 'Name', 'StaticName', 'DisplayName', 'ID', 'Required', 'Indexed', 'EnforceUniqueValues', 'Hidden', 'ReadOnly', 'Description',
  'Group', 'List', 'ShowField', 'Mult', 'SourceID', 'ColName', 'RowOrdinal', 'Version', 'CustomFormatter'
]);

const parser = new XMLParser({
  ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false, processEntities: true,
  isArray: (name: string) => name === 'CHOICE' || name === 'Property'
});

const flag = (value: string | undefined): boolean => /^(?:true|1|-1)$/i.test(value ?? '');
const text = (value: unknown): string | undefined => {
  const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['#text'] : value;
  return inner === undefined || inner === '' ? undefined : String(inner);
};

/**
 * Reads a column's `<Field …>` element. The internal name is the one in the XML; whether it counts is for the caller.
 * @throws SharePointError 400 when it is no such element, 501 for a type that is not built here.
 */
export function parseFieldXml(xml: string): FieldRecord {
  let field: FieldXml | undefined;
  try {
    field = (parser.parse(xml) as { Field?: FieldXml }).Field;
  } catch {
    field = undefined;
  }
  if (typeof field !== 'object' || field === null) {
    throw invalidRequest('The field schema is not valid XML.'); // [A]
  }
  const given = (name: string): string | undefined => field?.[`@${name}`];
  const multiple = flag(given('Mult'));
  const type = typeWithMult(given('Type') ?? '', multiple);
  if (!fieldKind(type)) {
    throw notBuiltHere(`column type ${given('Type') ?? ''}`);
  }
  const title = given('DisplayName') ?? given('Name') ?? '';
  const choices = field.CHOICES?.CHOICE;
  const attributes = Object.fromEntries(Object.entries(field)
    .filter(([key, value]) => key.startsWith('@') && !ownAttributes.has(key.slice(1)) && typeof value === 'string')
    .map(([key, value]) => [key.slice(1), String(value)]));
  const list = given('List');
  const settings = field.Customization?.ArrayOfProperty?.Property;
  return {
    id: normalGuid(given('ID') ?? '') ?? randomUUID(),
    internalName: given('Name') ?? '',
    staticName: given('StaticName') ?? given('Name') ?? '',
    title,
    type,
    description: given('Description') ?? '',
    required: flag(given('Required')),
    indexed: flag(given('Indexed')),
    unique: flag(given('EnforceUniqueValues')),
    hidden: flag(given('Hidden')),
    // What is computed, and what follows another lookup, is written by nobody.
    readOnly: flag(given('ReadOnly')) || type === 'Calculated' || given('FieldRef') !== undefined,
    sealed: false,
    fromBaseType: false,
    defaultValue: text(field.Default),
    group: given('Group') ?? 'Custom Columns',
    customFormatter: given('CustomFormatter'),
    validationFormula: text(field.Validation),
    validationMessage: (field.Validation as { '@Message'?: string } | undefined)?.['@Message'],
    attributes,
    choices: Array.isArray(choices) ? choices.map((choice: unknown) => text(choice) ?? '') : undefined,
    formula: text(field.Formula),
    lookup: list === undefined ? undefined : { list: normalGuid(list) ?? list, field: given('ShowField') ?? 'Title' },
    customization: settings && Object.fromEntries(settings.map(({ Name, Value }) => [text(Name) ?? '', normalGuid(text(Value) ?? '') ?? text(Value) ?? ''])),
    multiple: multiple || type.endsWith('Multi')
  };
}

const typeWithMult = (type: string, multiple: boolean): string => (multiple && ['Lookup', 'User', 'TaxonomyFieldType'].includes(type) ? `${type}Multi` : type);

const escapeXml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const xmlTypes: Record<string, string> = taxonomySettings;

const writeCustomization = (settings: Record<string, string>): string => `<Customization><ArrayOfProperty>${Object.entries(settings).map(([name, value], index) =>
  `<Property><Name>${name}</Name><Value xmlns:q${index + 1}="http://www.w3.org/2001/XMLSchema" p4:type="q${index + 1}:${xmlTypes[name] ?? 'string'}" ` +
  `xmlns:p4="http://www.w3.org/2001/XMLSchema-instance">${escapeXml(value)}</Value></Property>`).join('')}</ArrayOfProperty></Customization>`;

/** The column as `SchemaXml` shows it. */
export function writeFieldXml(field: FieldRecord, listId: string): string {
  const attributes: Record<string, string | undefined> = {
    DisplayName: field.title,
    Type: field.type,
    ...field.attributes,
    Required: field.required ? 'TRUE' : 'FALSE',
    EnforceUniqueValues: field.unique ? 'TRUE' : 'FALSE',
    Indexed: field.indexed ? 'TRUE' : 'FALSE',
    ...(field.lookup ? { List: normalGuid(field.lookup.list) ? `{${field.lookup.list}}` : field.lookup.list, ShowField: field.lookup.field } : {}),
    ...(field.multiple ? { Mult: 'TRUE' } : {}),
    ...(field.hidden ? { Hidden: 'TRUE' } : {}),
    ...(field.readOnly ? { ReadOnly: 'TRUE' } : {}),
    ...(field.description === '' ? {} : { Description: field.description }),
    CustomFormatter: field.customFormatter,
    Group: field.group,
    ID: `{${field.id}}`,
    SourceID: `{${listId}}`,
    StaticName: field.staticName,
    Name: field.internalName
  };
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([name, value]) => ` ${name}="${escapeXml(value ?? '')}"`).join('');
  const children = [
    field.defaultValue === undefined ? '' : `<Default>${escapeXml(field.defaultValue)}</Default>`,
    field.choices === undefined ? '' : `<CHOICES>${field.choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join('')}</CHOICES>`,
    field.validationFormula === undefined
      ? ''
      : `<Validation Message="${escapeXml(field.validationMessage ?? '')}">${escapeXml(field.validationFormula)}</Validation>`,
    field.customization === undefined ? '' : writeCustomization(field.customization),
    field.formula === undefined ? '' : `<Formula>${escapeXml(field.formula)}</Formula>`
  ].join('');
  return children === '' ? `<Field${written} />` : `<Field${written}>${children}</Field>`;
}
