import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../dispatch/context';
import { invalidRequest } from '../http/errors';
import { isObject, readTyped } from '../odata/body';
import type { FieldRecord, ListRecord } from '../state/records';
import { writeFieldXml } from './fieldXml';
import { fieldKind, internalNameOf, typeOfKind } from './kinds';

/**
 * Turns the body of POST `fields` or `AddField` into the column's XML, so that there is one way to make a column.
 * @throws SharePointError 400 for a property the kind of column does not have.
 */
export function fieldXmlOf(body: Record<string, unknown>, list: ListRecord, context: RequestContext): string {
  const kindNumber = body.FieldTypeKind;
  const type = typeof kindNumber === 'number' ? typeOfKind(kindNumber) : undefined;
  if (type === undefined) {
    throw invalidRequest('FieldTypeKind is missing or unknown.'); // [A]
  }
  // What FieldCreationInformation has beside the properties of a column.
  const { LookupListId, LookupFieldName, ...rest } = withoutCreationOnly(body);
  const declared = isObject(body.__metadata) ? body.__metadata.type : body['odata.type'];
  const entityType = typeof declared === 'string' ? declared.replace(/^#/, '') : fieldKind(type)?.entityType ?? 'SP.Field';
  const { LookupWebId, ...properties } = rest;
  const read = readTyped(entityType, LookupWebId === undefined || context.metadata.member(entityType, 'LookupWebId') ? rest : properties, context.metadata);
  const title = typeof read.Title === 'string' ? read.Title : '';
  const lookupList = LookupListId ?? read.LookupList;
  const field: FieldRecord = {
    id: randomUUID(),
    internalName: internalNameOf(typeof read.InternalName === 'string' ? read.InternalName : title),
    staticName: '',
    title,
    type: read.AllowMultipleValues === true && (type === 'User' || type === 'Lookup') ? `${type}Multi` : type,
    description: typeof read.Description === 'string' ? read.Description : '',
    required: read.Required === true,
    indexed: read.Indexed === true,
    unique: read.EnforceUniqueValues === true,
    hidden: read.Hidden === true,
    readOnly: read.ReadOnlyField === true,
    sealed: false,
    fromBaseType: false,
    defaultValue: typeof read.DefaultValue === 'string' ? read.DefaultValue : undefined,
    group: typeof read.Group === 'string' ? read.Group : 'Custom Columns',
    customFormatter: typeof read.CustomFormatter === 'string' ? read.CustomFormatter : undefined,
    attributes: attributesOf(read, type),
    choices: Array.isArray(read.Choices) ? read.Choices.map(String) : undefined,
    formula: typeof read.Formula === 'string' ? read.Formula : undefined,
    lookup: typeof lookupList === 'string' ? { list: lookupList, field: String(LookupFieldName ?? read.LookupField ?? 'Title') } : undefined,
    multiple: read.AllowMultipleValues === true
  };
  return writeFieldXml({ ...field, staticName: field.internalName }, list.id);
}

function withoutCreationOnly(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'IsCompactName'));
}

function attributesOf(read: Record<string, unknown>, type: string): Record<string, string> {
  const pairs: [string, unknown][] = [
    ['MaxLength', read.MaxLength], ['NumLines', read.NumberOfLines], ['RichText', read.RichText], ['AppendOnly', read.AppendOnly],
    ['FillInChoice', read.FillInChoice], ['Min', read.MinimumValue], ['Max', read.MaximumValue], ['LCID', read.CurrencyLocaleId],
    ['Format', type === 'DateTime' && typeof read.DisplayFormat === 'number' ? (read.DisplayFormat === 0 ? 'DateOnly' : 'DateTime') : undefined],
    ['Format', type === 'Choice' && typeof read.EditFormat === 'number' ? (read.EditFormat === 1 ? 'RadioButtons' : 'Dropdown') : undefined],
    ['UserSelectionMode', typeof read.SelectionMode === 'number' ? (read.SelectionMode === 0 ? 'PeopleOnly' : 'PeopleAndGroups') : undefined],
    ['ResultType', typeof read.OutputType === 'number' ? typeOfKind(read.OutputType) : undefined]
  ];
  return Object.fromEntries(pairs
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)]));
}
