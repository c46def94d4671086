import { entityPropertyName, fieldKind, isPerson, isTaxonomy } from '../fields/kinds';
import { isLink, itemShape } from '../items/itemShape';
import type { FieldRecord, ListRecord } from '../state/records';
import { fieldsNotInstalled } from './errors';

/** Computed columns that stand for one that holds a value. */
const standsFor: Record<string, string> = {
  LinkTitle: 'Title', LinkTitleNoMenu: 'Title', LinkTitle2: 'Title', LinkFilename: 'FileLeafRef', LinkFilenameNoMenu: 'FileLeafRef', LinkFilename2: 'FileLeafRef',
  DocIcon: 'File_x0020_Type'
};

export const standsForAnother = (name: string): boolean => standsFor[name] !== undefined;

/** The column that a FieldRef names, as queries compare it. @throws SharePointError 500 when the list has none. */
export function queriedColumn(list: ListRecord, name: string): FieldRecord {
  const wanted = standsFor[name] ?? name;
  const field = list.fields.find((candidate) => candidate.internalName === wanted);
  if (!field || field.type === 'Computed') {
    throw fieldsNotInstalled();
  }
  return field;
}

/** How filters and orders name a column: persons and lookups by what they show, or by id. */
export function pathOf(field: FieldRecord, byId: boolean): string {
  const name = entityPropertyName(field.internalName);
  if (isTaxonomy(field.type)) {
    return `${name}/${byId ? 'Id' : 'Term'}`;
  }
  if (!isLink(field)) {
    return name;
  }
  return byId ? `${name}Id` : `${name}/${isPerson(field.type) ? 'Title' : field.lookup?.field ?? 'Title'}`;
}

/** The EDM type of a column's own value; persons and lookups are texts. */
export const valueTypeOf = (list: ListRecord, field: FieldRecord): string =>
  (isLink(field) || isTaxonomy(field.type) ? 'Edm.String' : field.type === 'Calculated' ? fieldKind(field.attributes.ResultType ?? 'Text')?.valueType ?? 'Edm.String' : itemShape(list).byName.get(entityPropertyName(field.internalName))?.type ?? 'Edm.String');
