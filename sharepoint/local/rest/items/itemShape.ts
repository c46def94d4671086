import type { RequestContext } from '../dispatch/context';
import { entityPropertyName, fieldKind, isLookup, isPerson } from '../fields/kinds';
import { itemTypeName } from '../lists/listResource';
import type { EdmMember } from '../metadata/model';
import type { Shape } from '../odata/nodes';
import type { FieldRecord, ListRecord } from '../state/records';
import { noteOf } from '../taxonomy/termValues';
import { isSystemColumn, systemType } from './systemColumns';

/** A JSON property of an item and the column it comes from. */
export interface ItemProperty {
  name: string;
  type: string;
  field: FieldRecord;
  /** `id` and `stringId` are the two forms in which a person or lookup column shows its key. */
  form: 'value' | 'id' | 'stringId';
}

/** The members of a list's items. */
export interface ItemShape {
  byName: ReadonlyMap<string, ItemProperty>;
  /** Person and lookup columns, by name. */
  links: ReadonlyMap<string, FieldRecord>;
  /** Names that come when nothing is selected, in SharePoint's order. */
  defaults: readonly string[];
}

const shapes = new WeakMap<FieldRecord[], ItemShape>();

/** The members of the items of a list, by their exact names as column names are (`Author/EMail`, never `Email`); kept until its columns change. */
export function itemShape(list: ListRecord): ItemShape {
  const known = shapes.get(list.fields);
  if (known) {
    return known;
  }
  const byName = new Map<string, ItemProperty>();
  const links = new Map<string, FieldRecord>();
  const own: string[] = [];
  const notes = new Set(list.fields.map((field) => noteOf(field, list.fields)));
  for (const field of list.fields) {
    const properties = propertiesOf(field);
    properties.forEach((property) => byName.set(property.name, property));
    if (isLink(field)) {
      links.set(entityPropertyName(field.internalName), field);
    }
    // [R] The note columns of managed metadata do not come by themselves.
    if (!field.fromBaseType && field.type !== 'Computed' && !notes.has(field)) {
      own.push(...properties.map((property) => property.name));
    }
  }
  const shape = { byName, links, defaults: defaultsOf(list, own) };
  shapes.set(list.fields, shape);
  return shape;
}

/** Person and lookup columns; SharePoint calls several system columns lookups, which hold plain values. */
export const isLink = (field: FieldRecord): boolean => (isPerson(field.type) || isLookup(field.type)) && !isSystemColumn(field.internalName);

function propertiesOf(field: FieldRecord): ItemProperty[] {
  const name = entityPropertyName(field.internalName);
  const system = systemType(field.internalName);
  if (system !== undefined) {
    return [{ name, type: system, field, form: 'value' }];
  }
  if (!isLink(field)) {
    return field.type === 'Computed' ? [] : [{ name, type: fieldKind(field.type)?.valueType ?? 'Edm.String', field, form: 'value' }];
  }
  const type = field.multiple ? 'Collection(Edm.Int32)' : 'Edm.Int32';
  const text = field.multiple ? 'Collection(Edm.String)' : 'Edm.String';
  const id: ItemProperty = { name: `${name}Id`, type, field, form: 'id' };
  return isPerson(field.type) && !field.fromBaseType ? [id, { name: `${name}StringId`, type: text, field, form: 'stringId' }] : [id];
}

function defaultsOf(list: ListRecord, own: string[]): string[] {
  const head = ['FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'ID', 'ContentTypeId', 'Title'];
  const tail = list.baseType === 1
    ? ['Modified', 'Created', 'AuthorId', 'EditorId', 'OData__CopySource', 'CheckoutUserId', 'OData__UIVersionString', 'GUID']
    : ['Modified', 'Created', 'AuthorId', 'EditorId', 'OData__UIVersionString', 'Attachments', 'GUID'];
  return [...head, ...own, ...tail, 'OData__ColorTag', 'ComplianceAssetId'];
}

/** Columns of a lookup's target that can be reached through it: only simple ones. */
const simpleTypes = new Set(['Text', 'Number', 'Currency', 'Integer', 'Counter', 'DateTime', 'Calculated', 'Guid']);
const simpleSystem = new Set(['FileRef', 'FileLeafRef', 'FileDirRef', 'UniqueId']);

const exact = (member: EdmMember | undefined, name: string): EdmMember | undefined => (member?.name === name ? member : undefined);

/** The shape of a list's items for selections and filters. */
export function itemSelectionShape(list: ListRecord, context: RequestContext): Shape {
  const shape = itemShape(list);
  const typeName = itemTypeName(list);
  return {
    edmType: 'SP.ListItem',
    typeName,
    strictPaths: true,
    member: (name) => {
      const property = shape.byName.get(name);
      const link = shape.links.get(name);
      if (property) {
        return { kind: 'property', name: property.name, type: property.type };
      }
      return link
        ? { kind: 'navigation', name: entityPropertyName(link.internalName), type: 'SP.ListItem' }
        : exact(context.metadata.member('SP.ListItem', name), name);
    },
    target: (name) => {
      const link = shape.links.get(name);
      return link === undefined ? undefined : lookupShape(link, context);
    }
  };
}

/** What can be selected of a person or of the row a lookup points to. */
export function lookupShape(field: FieldRecord, context: RequestContext): Shape {
  if (isPerson(field.type)) {
    return simpleShape('SP.Data.UserInfoItem', (name) => {
      return personColumns.includes(name) ? { kind: 'property', name, type: personType(name) } : undefined;
    });
  }
  const target = context.store.lists.get(field.lookup?.list ?? '');
  return simpleShape(target === undefined ? 'SP.ListItem' : itemTypeName(target), (name) => {
    if (name === 'Id') {
      return { kind: 'property', name, type: 'Edm.Int32' };
    }
    const property = target === undefined ? undefined : itemShape(target).byName.get(name);
    return property?.form === 'value' && (simpleTypes.has(property.field.type) || simpleSystem.has(property.field.internalName))
      ? { kind: 'property', name: property.name, type: property.type }
      : undefined;
  });
}

const simpleShape = (typeName: string, member: (name: string) => EdmMember | undefined): Shape =>
  ({ edmType: 'SP.ListItem', typeName, member, target: () => undefined, strictPaths: true });

/** Columns of the user information list that a person column can show. */
export const personColumns = ['Id', 'ID', 'Title', 'Name', 'EMail', 'UserName', 'JobTitle', 'Department', 'SipAddress', 'FirstName', 'LastName', 'WorkPhone', 'Office'];
const personType = (column: string): string => (column === 'Id' || column === 'ID' ? 'Edm.Int32' : 'Edm.String');
