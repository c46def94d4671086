import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { objectBody, readTyped } from '../odata/body';
import type { CollectionNode, EntityNode } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { FieldRecord, ListRecord } from '../state/records';
import { createField, dependentLookupXml, type FieldOwner } from './changeFields';
import { fieldNode, siteColumnNode } from './fieldResource';
import { fieldXmlOf } from './fieldBody';
import { createSiteColumn, siteColumns } from './siteColumns';

/** The columns of a list or a web: as they stand now, and how one is shown. */
interface Columns {
  owner(): FieldOwner;
  node(field: FieldRecord): EntityNode;
}

/** Columns to read. */
function readColumns({ owner, node }: Columns, context: RequestContext, path: string): CollectionNode {
  const find = (matches: (field: FieldRecord) => boolean, wanted: string): EntityNode => {
    const field = owner().fields.find(matches);
    if (!field) {
      throw sharePointException(`Column '${wanted}' does not exist. It may have been deleted by another user.  ${owner().url}`, 400, -2147024809); // [A]
    }
    return node(field);
  };
  const byId = (id: string): EntityNode => find((field) => field.id === id, id);
  const byTitle = (title: string): ((field: FieldRecord) => boolean) => (field) => field.title.toLowerCase() === title.toLowerCase();
  return {
    kind: 'collection',
    shape: metadataShape('SP.Field', context.metadata),
    path,
    members: () => owner().fields.map(node),
    byKey: (key) => byId(key.guid('id')),
    functions: {
      GetById: (args) => byId(args.guid('id')),
      GetByTitle: (args) => find(byTitle(args.text('title')), args.text('title')),
      GetByInternalNameOrTitle: (args) => {
        const name = args.text('strName');
        const named = owner().fields.some((field) => field.internalName.toLowerCase() === name.toLowerCase());
        return find(named ? (field) => field.internalName.toLowerCase() === name.toLowerCase() : byTitle(name), name);
      }
    }
  };
}

/** Columns to read and to add to. */
function openColumns(columns: Columns, create: (xml: string, options: number) => FieldRecord, context: RequestContext, path: string): CollectionNode {
  const { owner, node } = columns;
  const collection = readColumns(columns, context, path);
  return {
    ...collection,
    add: (body) => node(create(fieldXmlOf(body, owner(), context), 8)),
    functions: {
      ...collection.functions,
      CreateFieldAsXml: (args) => {
        const { SchemaXml, Options } = args.object('parameters');
        return node(create(String(SchemaXml ?? ''), Number(Options ?? 0)));
      },
      AddField: (args) => {
        const parameters = readTyped('SP.FieldCreationInformation', objectBody(args.value('parameters')), context.metadata);
        return node(create(fieldXmlOf(parameters, owner(), context), 8));
      },
      AddDependentLookupField: (args) =>
        node(create(dependentLookupXml(owner(), args.text('displayName'), args.guid('primaryLookupFieldId'), args.text('showField')), 0))
    }
  };
}

/** `list/fields`. */
export function fieldCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  const current = (): ListRecord => context.store.lists.get(list.id) ?? list;
  const node = (field: FieldRecord): EntityNode => fieldNode(current(), field, `${path}(guid'${field.id}')`);
  return openColumns({ owner: current, node }, (xml, options) => createField(list, xml, options, context), context, path);
}

const siteColumn = (context: RequestContext) => (field: FieldRecord): EntityNode => siteColumnNode(siteColumns(context), field, `Web/Fields(guid'${field.id}')`);

/** `web/fields` and `web/availablefields`. */
export const siteColumnCollection = (context: RequestContext, path: string): CollectionNode =>
  openColumns({ owner: () => siteColumns(context), node: siteColumn(context) }, (xml, options) => createSiteColumn(xml, options, context), context, path);

/** The columns of a content type of the web. */
export function columnsOfType(ids: readonly string[], context: RequestContext, path: string): CollectionNode {
  const owner = (): FieldOwner => {
    const all = siteColumns(context);
    return { ...all, fields: ids.flatMap((id) => all.fields.filter((field) => field.id === id)) };
  };
  return readColumns({ owner, node: siteColumn(context) }, context, path);
}
