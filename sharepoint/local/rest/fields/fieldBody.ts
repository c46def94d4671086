import { randomUUID } from 'node:crypto';
import type { RequestContext } from '../dispatch/context';
import { invalidRequest, notBuiltHere } from '../http/errors';
import { readTyped } from '../odata/body';
import type { FieldRecord } from '../state/records';
import { fieldAttributes } from './fieldAttributes';
import { writeFieldXml } from './fieldXml';
import { fieldKind, internalNameOf, typeOfKind } from './kinds';

/** Kinds of SharePoint's that are not built here. */
const notBuilt: Record<number, string> = { 13: 'Threading', 16: 'GridChoice', 21: 'Recurrence' };

/**
 * Turns the body of POST `fields` or `AddField` into the column's XML, so that there is one way to make a column.
 * @throws SharePointError 400 for a property the kind of column does not have.
 */
export function fieldXmlOf(body: Record<string, unknown>, list: { id: string }, context: RequestContext): string {
  const kindNumber = body.FieldTypeKind;
  const type = typeof kindNumber === 'number' ? typeOfKind(kindNumber) : undefined;
  if (type === undefined && typeof kindNumber === 'number' && notBuilt[kindNumber] !== undefined) {
    throw notBuiltHere(`column type ${notBuilt[kindNumber]}`);
  }
  if (type === undefined) {
    throw invalidRequest('FieldTypeKind is missing or unknown.'); // [A]
  }
  // What FieldCreationInformation has beside the properties of a column.
  const { LookupListId, LookupFieldName, ...rest } = withoutCreationOnly(body);
  const declared = body['odata.type'];
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
    validationFormula: typeof read.ValidationFormula === 'string' ? read.ValidationFormula : undefined,
    validationMessage: typeof read.ValidationMessage === 'string' ? read.ValidationMessage : undefined,
    attributes: fieldAttributes(type, read),
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
