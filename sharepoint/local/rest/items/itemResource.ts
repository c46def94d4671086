import type { RequestContext } from '../dispatch/context';
import { listNode, listPath } from '../lists/listResource';
import { attachmentCollection } from '../attachments/attachmentCollection';
import { commentCollection } from '../comments/commentCollection';
import { itemLikes, likedByInformation, likers } from '../comments/likes';
import { contentTypeNode } from '../contentTypes/contentTypeCollection';
import { listContentTypes } from '../contentTypes/contentTypes';
import { folderOfItem } from '../files/findFiles';
import { fileNode } from '../files/fileResource';
import { bagNode } from '../files/propertyBags';
import { folderNode } from '../files/folderResource';
import { validateUpdateListItem } from '../forms/validateUpdate';
import { type CollectionNode, entityNode, type EntityNode, type Node, nullNode, type Resource } from '../odata/nodes';
import { recycled } from '../recycleBin/recycledNode';
import { recycleItem } from '../recycleBin/recycle';
import { basePermissions } from '../permissions/masks';
import { effectivePermissions } from '../permissions/effective';
import { itemScope, securableFunctions, securableNavigations } from '../permissions/securable';
import { notBuiltHere, sharePointException } from '../http/errors';
import type { ItemRecord, ListRecord } from '../state/records';
import { principalByLogin } from '../users/principals';
import { mayReadItem } from './access';
import { deleteItem, updateItem } from './changeItems';
import { fieldStrings } from './fieldStrings';
import { itemSelectionShape, itemShape, lookupShape } from './itemShape';
import { webNode } from '../web/webResource';
import { foldersAbove, isDocument, isFolder } from './place';
import { linkedIds, readItemProperty } from './itemValues';
import { lookupTarget } from './lookupTargets';
import { versionCollection } from './versionCollection';

/** An item with its list. */
export interface ItemOfList {
  list: ListRecord;
  item: ItemRecord;
}

export const itemETag = (item: ItemRecord): string => `"${item.uniqueId},${item.version}"`;

export const itemResource: Resource<ItemOfList> = {
  edmType: 'SP.ListItem',
  properties: {},
  shapeOf: ({ list }, context) => itemSelectionShape(list, context),
  // [R] A list with approval shows it.
  defaultsOf: ({ list }) => [...itemShape(list).defaults, ...(list.settings.enableModeration ? ['OData__ModerationComments', 'OData__ModerationStatus'] : [])],
  // [R] Who selects Id gets ID as well; [A] and the other way round.
  alsoSelected: (names) => (names.includes('Id') !== names.includes('ID') ? [...new Set(['Id', ...names, 'ID'])] : names),
  dynamic: ({ list, item }, name, context) => readItemProperty(item, list, name, context),
  navigate: ({ list, item }, name, context, path) => followColumn(list, item, name, context, path),
  idOf: ({ item }) => item.uniqueId,
  eTag: ({ item }) => itemETag(item),
  navigations: {
    ...securableNavigations(itemScope),
    FirstUniqueAncestorSecurableObject: ({ list, item }, context) => {
      const above = item.assignments ? item : foldersAbove(context.store, list, item).find(({ assignments }) => assignments !== undefined);
      return above && mayReadItem(list, above, context) ? itemNode(list, above) : list.assignments ? listNode(list) : webNode(context);
    },
    AttachmentFiles: ({ list, item }, context, path) => attachmentCollection(list, item, context, path),
    ContentType: ({ list, item }, context, path) => {
      const type = listContentTypes(list, context).find(({ id }) => id === item.contentTypeId);
      return type ? contentTypeNode({ type, list }) : nullNode('SP.ContentType', path);
    },
    LikedByInformation: (of, context, path) => likedByInformation(of, context, path),
    ParentList: ({ list }) => listNode(list),
    FieldValuesAsHtml: (of, _, path) => fieldStrings('html', of, path),
    FieldValuesAsText: (of, _, path) => fieldStrings('text', of, path),
    FieldValuesForEdit: (of, _, path) => fieldStrings('edit', of, path),
    File: ({ list, item }, _, path) => (isDocument(item) ? fileNode({ list, item }) : nullNode('SP.File', path)),
    Folder: ({ list, item }, _, path) => (isFolder(item) ? folderNode(folderOfItem(list, item)) : nullNode('SP.Folder', path)),
    // No policy looks at anything here.
    GetDlpPolicyTip: (_, __, path) => nullNode('SP.DlpPolicyTip', path),
    Properties: (of, _, path) => bagNode(of, path),
    Versions: ({ list, item }, context, path) => versionCollection(list, item, context, path)
  },
  functions: {
    ...securableFunctions(itemScope),
    GetUserEffectivePermissions: ({ list, item }, args, context) => {
      const user = principalByLogin(context.store, list.site, args.text('userName'));
      if (!user) {
        throw sharePointException('User cannot be found.');
      }
      const mask = effectivePermissions(context.store, list.site, user.id).onItem(list, item);
      return { kind: 'value', type: 'SP.BasePermissions', name: 'GetUserEffectivePermissions', value: basePermissions(mask) };
    },
    GetWOPIFrameUrl: ({ item }, args, context) => ({ kind: 'value', type: 'Edm.String', name: 'GetWOPIFrameUrl', value: officeFrame(item, args.integer('action'), context) }),
    Recycle: ({ list, item }, _, context) => recycled(recycleItem(list, item, context)),
    RecycleWithParameters: ({ list, item }, _, context) => recycled(recycleItem(list, item, context)),
    ValidateUpdateListItem: ({ list, item }, args, context) => validateUpdateListItem(list, item, args, context),
    // Nobody locks anything here, so there is nothing to bypass.
    DeleteWithParameters: ({ list, item }, _, context) => {
      deleteItem(list, item, context);
      return undefined;
    },
    GetComments: (of, _, context, path) => commentCollection(of, 0, context, path),
    GetVersions: ({ list, item }, _, context, path) => versionCollection(list, item, context, path),
    GetVersionById: ({ list, item }, args, context, path) => versionCollection(list, item, context, path).functions?.GetById(args, path),
    DeleteObject: ({ list, item }, _, context) => {
      deleteItem(list, item, context);
      return undefined;
    }
  },
  services: {
    comments: (of, context, path) => commentCollection(of, 0, context, path),
    likedby: (of, context, path) => likers(itemLikes(of, context), context, path)
  },
  update: ({ list, item }, body, context) => itemNode(list, updateItem(list, item, body, context)),
  remove: ({ list, item }, context) => deleteItem(list, item, context)
};

export const itemNode = (list: ListRecord, item: ItemRecord): EntityNode =>
  entityNode(itemResource, { list, item }, `${listPath(list)}/Items(${item.id})`);

const frameActions = ['view', 'edit', 'mobileView', 'interactivepreview'];

/** Where Office on the web would show a document; nothing for what is no Office file [S]. [A] The form of the address. */
function officeFrame(item: ItemRecord, action: number, context: RequestContext): string {
  const name = item.place?.name ?? '';
  return isDocument(item) && /\.(?:docx?|xlsx?|pptx?)$/i.test(name)
    ? `${context.webUrl}/_layouts/15/WopiFrame.aspx?sourcedoc=%7B${item.uniqueId.toUpperCase()}%7D&file=${encodeURIComponent(name)}&action=${frameActions[action] ?? 'default'}`
    : '';
}

/** Follows a person or lookup column. An empty one leads nowhere, which leaves its key out of answers. */
function followColumn(list: ListRecord, item: ItemRecord, name: string, context: RequestContext, path: string): Node | undefined {
  const field = itemShape(list).links.get(name);
  if (!field) {
    throw notBuiltHere(`SP.ListItem/${name}`);
  }
  const targets = linkedIds(item, field)
    .map((id) => lookupTarget(field, id, context))
    .filter((target): target is EntityNode => target !== undefined);
  if (!field.multiple || targets.length === 0) {
    return targets[0];
  }
  const collection: CollectionNode = { kind: 'collection', shape: lookupShape(field, context), path, members: () => targets };
  return collection;
}
