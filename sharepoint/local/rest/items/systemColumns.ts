import type { RequestContext } from '../dispatch/context';
import { formatTime } from '../odata/dates';
import { basePermissions, permMask } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { mayReadItem } from './access';
import { levelOf, statusOf } from './drafts';
import { dirOf, extensionOf, fileRef, isFolder, itemsIn, leafOf, objectType, withoutExtension } from './place';

type Read = (item: ItemRecord, list: ListRecord, context: RequestContext) => unknown;

/** Columns whose values SharePoint keeps itself, with the type they show. */
const columns: Record<string, { type: string; read: Read }> = {
  ID: { type: 'Edm.Int32', read: (item) => item.id },
  ContentTypeId: { type: 'Edm.String', read: (item) => item.contentTypeId },
  Modified: { type: 'Edm.DateTime', read: (item) => formatTime(item.modified) },
  Created: { type: 'Edm.DateTime', read: (item) => formatTime(item.created) },
  _HasCopyDestinations: { type: 'Edm.Boolean', read: () => null },
  _CopySource: { type: 'Edm.String', read: () => null },
  owshiddenversion: { type: 'Edm.Int32', read: (item) => item.version },
  _UIVersion: { type: 'Edm.Int32', read: (item) => item.uiVersion },
  _UIVersionString: { type: 'Edm.String', read: (item) => versionLabel(item.uiVersion) },
  _ModerationStatus: { type: 'Edm.Int32', read: (item, list) => statusOf(list, item) },
  _ModerationComments: { type: 'Edm.String', read: (item) => item.moderation?.comment ?? null },
  GUID: { type: 'Edm.Guid', read: (item) => item.guid },
  FileRef: { type: 'Edm.String', read: (item, list) => fileRef(item, list) },
  FileDirRef: { type: 'Edm.String', read: (item, list) => dirOf(item, list) },
  FileLeafRef: { type: 'Edm.String', read: (item) => leafOf(item) },
  FSObjType: { type: 'Edm.Int32', read: (item) => objectType(item) },
  File_x0020_Type: { type: 'Edm.String', read: (item) => (item.place && !item.place.isFolder ? extensionOf(item.place.name) : null) },
  UniqueId: { type: 'Edm.Guid', read: (item) => item.uniqueId },
  ScopeId: { type: 'Edm.Guid', read: (_, list) => list.rootFolderId },
  MetaInfo: { type: 'Edm.String', read: () => null },
  _Level: { type: 'Edm.Int32', read: levelOf },
  _IsCurrentVersion: { type: 'Edm.Boolean', read: () => true },
  Attachments: { type: 'Edm.Boolean', read: (item) => (item.attachments ?? []).length > 0 },
  InstanceID: { type: 'Edm.Int32', read: () => null },
  Order: { type: 'Edm.Double', read: (item) => item.id * 100 },
  WorkflowVersion: { type: 'Edm.Int32', read: () => 1 },
  WorkflowInstanceID: { type: 'Edm.Guid', read: () => null },
  Last_x0020_Modified: { type: 'Edm.DateTime', read: (item) => formatTime(item.modified) },
  Created_x0020_Date: { type: 'Edm.DateTime', read: (item) => formatTime(item.created) },
  SortBehavior: { type: 'Edm.String', read: (item) => String(objectType(item)) },
  SyncClientId: { type: 'Edm.String', read: () => null },
  ProgId: { type: 'Edm.String', read: () => null },
  ItemChildCount: { type: 'Edm.String', read: (item, list, context) => String(childrenOf(item, list, context).filter((child) => !isFolder(child)).length) },
  FolderChildCount: { type: 'Edm.String', read: (item, list, context) => String(childrenOf(item, list, context).filter(isFolder).length) },
  PermMask: { type: 'Edm.String', read: (item, list, context) => permMask(context.effective.onItem(list, item)) },
  LinkTitle: { type: 'Edm.String', read: (item) => item.values.Title ?? null },
  LinkTitleNoMenu: { type: 'Edm.String', read: (item) => item.values.Title ?? null },
  LinkFilename: { type: 'Edm.String', read: (item) => leafOf(item) },
  LinkFilenameNoMenu: { type: 'Edm.String', read: (item) => leafOf(item) },
  DocIcon: { type: 'Edm.String', read: (item) => (item.place && !item.place.isFolder ? extensionOf(item.place.name) : null) },
  ServerUrl: { type: 'Edm.String', read: (item, list) => fileRef(item, list) },
  EncodedAbsUrl: { type: 'Edm.String', read: (item, list, context) => `${new URL(context.webUrl).origin}${encodeURI(fileRef(item, list))}` },
  BaseName: { type: 'Edm.String', read: (item) => leafOf(item).replace(/(.)\.[^.]*$/, '$1') },
  _ColorTag: { type: 'Edm.String', read: () => null },
  ComplianceAssetId: { type: 'Edm.String', read: () => null }
};

const childrenOf = (item: ItemRecord, list: ListRecord, context: RequestContext): ItemRecord[] =>
  (isFolder(item) ? itemsIn(context.store, list, fileRef(item, list)).filter((child) => mayReadItem(list, child, context)) : []);

export const isSystemColumn = (internalName: string): boolean => columns[internalName] !== undefined;
export const systemType = (internalName: string): string | undefined => columns[internalName]?.type;

export const readSystemColumn = (internalName: string, item: ItemRecord, list: ListRecord, context: RequestContext): unknown =>
  columns[internalName]?.read(item, list, context);

/** `512` is version 1.0. */
export const versionLabel = (uiVersion: number): string => `${Math.floor(uiVersion / 512)}.${uiVersion % 512}`;

/** Properties of SP.ListItem itself, which are no columns. */
export const itemProperties: Record<string, Read> = {
  FileSystemObjectType: (item) => objectType(item),
  Id: (item) => item.id,
  ServerRedirectedEmbedUri: () => null,
  ServerRedirectedEmbedUrl: () => '',
  DisplayName: (item) => (item.place ? withoutExtension(item.place) : item.values.Title ?? String(item.id)),
  Client_Title: (item) => item.values.Title ?? null,
  EffectiveBasePermissions: (item, list, context) => basePermissions(context.effective.onItem(list, item)),
  EffectiveBasePermissionsForUI: (item, list, context) => basePermissions(context.effective.onItem(list, item)),
  HasUniqueRoleAssignments: (item) => item.assignments !== undefined,
  CommentsDisabled: () => false,
  CommentsDisabledScope: () => 0
};
