import type { RequestContext } from '../dispatch/context';
import { isPerson } from '../fields/kinds';
import { itemTypeName, listPath } from '../lists/listResource';
import { entityNode, type EntityNode, type Resource } from '../odata/nodes';
import type { FieldRecord, ItemRecord, ListRecord, PrincipalRecord } from '../state/records';
import { principalById } from '../users/principals';
import { seenItem } from './access';
import { readItemProperty } from './itemValues';
import { lookupShape, personColumns } from './itemShape';

interface LookupTarget {
  field: FieldRecord;
  id: string;
  typeName: string;
  read(name: string, context: RequestContext): unknown;
}

/** A person or row seen through a column: only its simple columns. */
const lookupResource: Resource<LookupTarget> = {
  edmType: 'SP.ListItem',
  properties: {},
  typeOf: (target) => target.typeName,
  idOf: (target) => target.id,
  shapeOf: (target, context) => lookupShape(target.field, context),
  defaultsOf: () => ['Id'],
  dynamic: (target, name, context) => target.read(name, context)
};

/** What a person or lookup column points to, undefined when it is gone or may not be seen. */
export function lookupTarget(field: FieldRecord, id: number, context: RequestContext): EntityNode | undefined {
  if (isPerson(field.type)) {
    const person = principalById(context.store, context.site.url, id);
    return person && entityNode(lookupResource, personTarget(field, person), `Web/SiteUserInfoList/Items(${id})`);
  }
  const list = context.store.lists.get(field.lookup?.list ?? '');
  const item = list && context.store.items.of(list.id).get(id);
  const seen = list && item && seenItem(list, item, context);
  return list && seen
    ? entityNode(lookupResource, itemTarget(field, list, seen), `${listPath(list)}/Items(${id})`)
    : undefined;
}

const personTarget = (field: FieldRecord, person: PrincipalRecord): LookupTarget => ({
  field,
  id: guidOfPrincipal(person.id),
  typeName: 'SP.Data.UserInfoItem',
  read: (name) => personValue(person, name)
});

/** A column of the user information list. */
export function personValue(person: PrincipalRecord, column: string): unknown {
  switch (personColumns.includes(column) ? column : '') {
    case 'Id':
    case 'ID':
      return person.id;
    case 'Title':
      return person.title;
    case 'Name':
      return person.loginName;
    case 'EMail':
      return person.email === '' ? null : person.email;
    case 'UserName':
      return person.kind === 1 ? person.loginName.slice(person.loginName.lastIndexOf('|') + 1) : null;
    default:
      return null;
  }
}

/** A guid for a row of the user information list, which has none of its own here. */
const guidOfPrincipal = (id: number): string => `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;

const itemTarget = (field: FieldRecord, list: ListRecord, item: ItemRecord): LookupTarget => ({
  field,
  id: item.uniqueId,
  typeName: itemTypeName(list),
  read: (name, context) => readItemProperty(item, list, name, context)
});
