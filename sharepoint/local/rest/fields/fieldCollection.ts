import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { objectBody, readTyped } from '../odata/body';
import type { CollectionNode, EntityNode } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { FieldRecord, ListRecord } from '../state/records';
import { createDependentLookup, createField } from './changeFields';
import { fieldNode } from './fieldResource';
import { fieldXmlOf } from './fieldBody';

/** `list/fields`. */
export function fieldCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  const current = (): ListRecord => context.store.lists.get(list.id) ?? list;
  const node = (field: FieldRecord): EntityNode => fieldNode(current(), field, `${path}(guid'${field.id}')`);
  const find = (matches: (field: FieldRecord) => boolean, wanted: string): EntityNode => {
    const field = current().fields.find(matches);
    if (!field) {
      throw sharePointException(`Column '${wanted}' does not exist. It may have been deleted by another user.  ${list.url}`, 400, -2147024809); // [A]
    }
    return node(field);
  };
  const byId = (id: string): EntityNode => find((field) => field.id === id, id);
  const byTitle = (title: string): ((field: FieldRecord) => boolean) => (field) => field.title.toLowerCase() === title.toLowerCase();
  return {
    kind: 'collection',
    shape: metadataShape('SP.Field', context.metadata),
    path,
    members: () => current().fields.map(node),
    byKey: (key) => byId(key.guid('id')),
    add: (body) => node(createField(list, fieldXmlOf(body, list, context), 8, context)),
    functions: {
      CreateFieldAsXml: (args) => {
        const { SchemaXml, Options } = args.object('parameters');
        return node(createField(list, String(SchemaXml ?? ''), Number(Options ?? 0), context));
      },
      AddField: (args) => {
        const parameters = readTyped('SP.FieldCreationInformation', objectBody(args.value('parameters')), context.metadata);
        return node(createField(list, fieldXmlOf(parameters, list, context), 8, context));
      },
      AddDependentLookupField: (args) =>
        node(createDependentLookup(current(), args.text('displayName'), args.guid('primaryLookupFieldId'), args.text('showField'), context)),
      GetById: (args) => byId(args.guid('id')),
      GetByTitle: (args) => find(byTitle(args.text('title')), args.text('title')),
      GetByInternalNameOrTitle: (args) => {
        const name = args.text('strName');
        const named = current().fields.some((field) => field.internalName.toLowerCase() === name.toLowerCase());
        return find(named ? (field) => field.internalName.toLowerCase() === name.toLowerCase() : byTitle(name), name);
      }
    }
  };
}
