import { demand, type RequestContext } from '../dispatch/context';
import { itemNode } from '../items/itemResource';
import { levelOf, statuses } from '../items/drafts';
import { leafOf, fileRef } from '../items/place';
import { versionLabel } from '../items/systemColumns';
import { formatTime } from '../odata/dates';
import { entityNode, type EntityNode, type Getter, type Navigate, nullNode, type Node, type Resource } from '../odata/nodes';
import type { Arguments } from '../odata/arguments';
import { checkETag } from '../odata/eTags';
import { rights } from '../permissions/masks';
import type { ItemRecord } from '../state/records';
import { recycleItem } from '../recycleBin/recycle';
import { recycled } from '../recycleBin/recycledNode';
import { principalById } from '../users/principals';
import { userNode } from '../users/userResource';
import { webNode } from '../web/webResource';
import { deleteFile, writeFile } from './changeFiles';
import { checkIn, checkInTypes, checkOut, undoCheckOut } from './checkOut';
import type { FilePlace } from './findFiles';
import { fileVersions } from './fileVersions';
import { bagNode } from './propertyBags';
import { copyFile, moveFile } from './moveFiles';
import { serverRelative, unescaped } from './paths';
import { judge, publish, unpublish } from './publishing';
import { cancelUpload, continueUpload, finishUpload, startUpload } from './uploads';

const always = (value: unknown): Getter<FilePlace> => () => value;
const person = (idOf: (item: ItemRecord) => number): Navigate<FilePlace> => ({ item }, context, path) => {
  const principal = principalById(context.store, context.site.url, idOf(item));
  return principal && userNode(principal, path);
};
const braced = (item: ItemRecord): string => `{${item.uniqueId.toUpperCase()}}`;
const eTag = ({ item }: FilePlace): string => `"${braced(item)},${item.version}"`;
const nothing = (path: string): Node => nullNode('SP.User', path);

/** The bytes of a file. @throws SharePointError 403 without Open Items */
export function readFile({ list, item }: FilePlace, context: RequestContext): Uint8Array {
  demand(context.effective.onItem(list, item), rights.openItems);
  return item.content ? context.store.contents.read(item.content.id) : new Uint8Array();
}

export const fileResource: Resource<FilePlace> = {
  edmType: 'SP.File',
  properties: {
    CheckInComment: ({ item }) => item.checkInComment ?? '',
    CheckOutType: ({ item }) => (item.checkedOut ? 0 : 2),
    ContentTag: ({ item }) => `${braced(item)},${item.version},${item.content?.version ?? 0}`,
    CustomizedPageStatus: always(0),
    ETag: eTag,
    Exists: always(true),
    ExistsAllowThrowForPolicyFailures: always(true),
    ExistsWithException: always(true),
    IrmEnabled: always(false),
    Length: ({ item }) => String(item.content?.length ?? 0),
    Level: ({ list, item }, context) => levelOf(item, list, context),
    LinkingUri: always(null),
    LinkingUrl: always(''),
    MajorVersion: ({ item }) => Math.floor(item.uiVersion / 512),
    MinorVersion: ({ item }) => item.uiVersion % 512,
    Name: ({ item }) => leafOf(item),
    ServerRelativeUrl: ({ list, item }) => fileRef(item, list),
    TimeCreated: ({ item }) => formatTime(item.created),
    TimeLastModified: ({ item }) => formatTime(item.modified),
    Title: ({ item }) => item.values.Title ?? null,
    UIVersion: ({ item }) => item.uiVersion,
    UIVersionLabel: ({ item }) => versionLabel(item.uiVersion),
    UniqueId: ({ item }) => item.uniqueId,
    ListId: ({ list }) => list.id,
    ServerRelativePath: ({ list, item }) => ({ DecodedUrl: fileRef(item, list) }),
    SiteId: (_, context) => context.web().siteId,
    WebId: (_, context) => context.web().webId
  },
  onDemand: new Set(['ListId', 'ServerRelativePath', 'SiteId', 'WebId']),
  eTag,
  eTagInHeaderOnly: true,
  navigations: {
    Author: person((item) => item.authorId),
    ModifiedBy: person((item) => item.editorId),
    CheckedOutByUser: (file, context, path) => (file.item.checkedOut ? person(({ checkedOut }) => checkedOut?.userId ?? 0)(file, context, path) : nothing(path)),
    LockedByUser: (_, __, path) => nothing(path),
    ListItemAllFields: ({ list, item }) => itemNode(list, item),
    Properties: (file, _, path) => bagNode(file, path),
    Versions: (file, context, path) => fileVersions(file, context, path),
    Web: (_, context) => webNode(context)
  },
  functions: {
    DeleteObject: (file, _, context) => {
      deleteFile(file, context);
      return undefined;
    },
    DeleteWithParameters: (file, args, context) => {
      checkETagIn(file, args, context);
      deleteFile(file, context);
      return undefined;
    },
    Recycle: ({ list, item }, _, context) => recycled(recycleItem(list, item, context)),
    RecycleWithETag: (file, args, context) => {
      checkETag(fileNode(file), args.text('etagMatch'), context);
      return recycled(recycleItem(file.list, file.item, context));
    },
    RecycleWithParameters: (file, args, context) => {
      checkETagIn(file, args, context);
      return recycled(recycleItem(file.list, file.item, context));
    },
    CheckOut: (file, _, context) => checkOut(file, context),
    CheckIn: (file, args, context) => checkIn(file, { comment: commentIn(args), type: args.has('checkInType') ? args.integer('checkInType') : checkInTypes.minor }, context),
    Publish: (file, args, context) => publish(file, commentIn(args), context),
    UnPublish: (file, args, context) => unpublish(file, commentIn(args), context),
    Approve: (file, args, context) => judge(file, statuses.approved, commentIn(args), context),
    Deny: (file, args, context) => judge(file, statuses.denied, commentIn(args), context),
    UndoCheckOut: (file, _, context) => undoCheckOut(file, context),
    OpenBinaryStream: (file, _, context) => ({ kind: 'text', body: readFile(file, context), contentType: 'application/octet-stream' }),
    SaveBinaryStream: (file, args, context) => {
      writeFile(file, args.bytes(), context);
      return undefined;
    },
    CopyTo: (file, args, context) => copied(file, unescaped(args.text('strNewUrl')), args.flag('bOverWrite', false), context),
    CopyToUsingPath: (file, args, context) => copied(file, args.text('DecodedUrl'), args.flag('bOverWrite', false), context),
    MoveTo: (file, args, context) => moved(file, unescaped(args.text('newUrl')), args.has('flags') ? args.integer('flags') : 0, context),
    MoveToUsingPath: (file, args, context) => moved(file, args.text('DecodedUrl'), args.has('moveOperations') ? args.integer('moveOperations') : 0, context),
    StartUpload: (file, args, context) => size('StartUpload', startUpload(file, args.guid('uploadId'), args.bytes(), context)),
    ContinueUpload: (file, args, context) =>
      size('ContinueUpload', continueUpload(file, args.guid('uploadId'), args.integer('fileOffset'), args.bytes(), context)),
    FinishUpload: (file, args, context) => fileNode(finishUpload(file, args.guid('uploadId'), args.integer('fileOffset'), args.bytes(), context)),
    CancelUpload: (file, args: Arguments, context) => {
      cancelUpload(file, args.guid('uploadId'), context);
      return undefined;
    }
  },
  readContent: readFile,
  writeContent: (file, bytes, context) => fileNode(writeFile(file, bytes, context)),
  remove: (file, context) => deleteFile(file, context)
};

const commentIn = (args: Arguments): string => (args.has('comment') ? args.text('comment') : '');

/** The ETag that the parameters of a deletion may hold. */
function checkETagIn(file: FilePlace, args: Arguments, context: RequestContext): void {
  const { ETagMatch } = args.has('parameters') ? args.object('parameters') : { ETagMatch: undefined };
  checkETag(fileNode(file), typeof ETagMatch === 'string' && ETagMatch !== '' ? ETagMatch : undefined, context);
}

/** Bytes received so far. */
const size = (name: string, bytes: number): Node => ({ kind: 'value', type: 'Edm.Int64', name, value: String(bytes) });

function copied(file: FilePlace, to: string, overwrite: boolean, context: RequestContext): undefined {
  copyFile(file, { to: serverRelative(to, context), overwrite }, context);
}

/** SP.MoveOperations: 1 overwrites. */
function moved(file: FilePlace, to: string, operations: number, context: RequestContext): undefined {
  moveFile(file, { to: serverRelative(to, context), overwrite: (operations & 1) !== 0 }, context);
}

export const fileNode = (file: FilePlace): EntityNode =>
  entityNode(fileResource, file, `Web/GetFileByServerRelativePath(decodedurl='${fileRef(file.item, file.list).replace(/'/g, '\'\'')}')`);
