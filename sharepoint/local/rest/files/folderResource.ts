import { createHash } from 'node:crypto';
import { demand, type RequestContext } from '../dispatch/context';
import { accessDenied, invalidRequest, notBuiltHere, sharePointException } from '../http/errors';
import { itemNode } from '../items/itemResource';
import { updateItem } from '../items/changeItems';
import { isFolder, itemsBelow, itemsIn } from '../items/place';
import { formatTime } from '../odata/dates';
import type { Arguments } from '../odata/arguments';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Getter, nullNode, type Operation, type Resource, type ValueNode } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import { rights } from '../permissions/masks';
import { recycleItem } from '../recycleBin/recycle';
import { recycled } from '../recycleBin/recycledNode';
import type { ListRecord } from '../state/records';
import { welcomePage } from '../web/webSettings';
import { addFolder, deleteFolder } from './changeFiles';
import { fileCollection, within } from './fileCollection';
import { existing, filesIn, folderAt, folderOfItem, type FolderPlace, foldersIn, placeById } from './findFiles';
import { moveFolder } from './moveFiles';
import { bagNode } from './propertyBags';
import { nameOf, parentOf, serverRelative, unescaped } from './paths';
import { folderNotFound } from './refusals';

const always = (value: unknown): Getter<FolderPlace> => there(() => value);

/** A folder that is missing can only say so. */
function there(read: Getter<FolderPlace>): Getter<FolderPlace> {
  return (folder, context) => read(existing(folder), context);
}

const changing = (call: Operation<FolderPlace>): Operation<FolderPlace> => (folder, args, context, path) => call(existing(folder), args, context, path);

function uniqueId({ url, list, item }: FolderPlace, context: RequestContext): string {
  if (item) {
    return item.uniqueId;
  }
  if (list && list.url === url) {
    return list.rootFolderId;
  }
  // Folders without a record have an id that follows from where they are.
  const hash = createHash('sha256').update(`${context.web().webId}|${url.toLowerCase()}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const modified = ({ list, item }: FolderPlace, context: RequestContext): number =>
  item?.modified ?? (list ? context.store.counters.get(list.id)?.lastItemModified ?? list.created : context.web().created);

export const folderResource: Resource<FolderPlace> = {
  edmType: 'SP.Folder',
  properties: {
    Exists: ({ missing }) => missing !== true,
    ExistsAllowThrowForPolicyFailures: always(true),
    ExistsWithException: always(true),
    IsWOPIEnabled: always(false),
    ItemCount: there((folder, context) => (folder.list && folder.list.url === folder.url && folder.list.baseType !== 1
      ? context.store.items.of(folder.list.id).size
      : filesIn(folder, context).length + foldersIn(folder, context).filter(({ item }) => item).length)),
    Name: there(({ url }, context) => (url === context.site.url ? '' : nameOf(url))),
    ProgID: always(null),
    ServerRelativeUrl: there(({ url }) => url),
    TimeCreated: there(({ list, item }, context) => formatTime(item?.created ?? list?.created ?? context.web().created)),
    TimeLastModified: there((folder, context) => formatTime(modified(folder, context))),
    UniqueId: there(uniqueId),
    WelcomePage: there(({ url }, context) => (url === context.site.url ? welcomePage(context.web()) : '')),
    ServerRelativePath: there(({ url }) => ({ DecodedUrl: url }))
  },
  onDemand: new Set(['ServerRelativePath']),
  navigations: {
    Files: (folder, context, path) => fileCollection(folder, context, path),
    Folders: (folder, context, path) => folderCollection(folder, context, path),
    ListItemAllFields: (folder, _, path) => {
      const { list, item } = existing(folder);
      // [S] The root folder of a list has no item, which SharePoint says by odata.null.
      return list && item ? itemNode(list, item) : nullNode('SP.ListItem', path);
    },
    ParentFolder: (folder, context, path) => {
      const { url } = existing(folder);
      return url === context.site.url ? nullNode('SP.Folder', path) : folderNode(folderAt(parentOf(url), context));
    },
    Properties: (folder, _, path) => {
      const { list, item } = existing(folder);
      return list ? bagNode({ list, item }, path) : nullNode('SP.PropertyValues', path);
    },
    StorageMetrics: (folder, context, path) => entityNode(storageResource, storageOf(existing(folder), context), path)
  },
  functions: {
    DeleteObject: changing((folder, _, context) => {
      deleteFolder(folder, context);
      return undefined;
    }),
    DeleteWithParameters: changing((folder, args, context) => {
      checkEmptiness(folder, args, context);
      deleteFolder(folder, context);
      return undefined;
    }),
    Recycle: changing((folder, _, context) => recycledFolder(folder, context)),
    RecycleWithParameters: changing((folder, _, context) => recycledFolder(folder, context)),
    MoveTo: changing((folder, args, context) => moved(folder, unescaped(args.text('newUrl')), context)),
    MoveToUsingPath: changing((folder, args, context) => moved(folder, args.text('DecodedUrl'), context)),
    AddSubFolder: changing((folder, args, context) => {
      addFolder(folder, args.text('leafName'), context, true);
      return undefined;
    }),
    AddSubFolderUsingPath: changing((folder, args, context) => {
      addFolder(folder, args.text('DecodedUrl'), context, true);
      return undefined;
    })
  },
  update: (folder, body, context) => {
    const { url, list, item } = existing(folder);
    const web = context.web();
    if (list && Object.keys(body).every((name) => name === 'Name')) {
      return renamed({ url, list, item }, String(body.Name ?? nameOf(url)), context);
    }
    if (url !== context.site.url || Object.keys(body).some((name) => name !== 'WelcomePage')) {
      throw notBuiltHere('changes of SP.Folder, but for its Name and the WelcomePage of a web');
    }
    demand(context.effective.onWeb(web), rights.manageWeb);
    context.store.webs.put({ ...web, settings: { ...web.settings, WelcomePage: String(body.WelcomePage ?? '') }, version: web.version + 1 });
    return undefined;
  },
  remove: (folder, context) => deleteFolder(existing(folder), context)
};

/** [A] A folder that people have made gets another name; the root folder of a list keeps its own. */
function renamed({ url, list, item }: FolderPlace, name: string, context: RequestContext): undefined {
  if (list && item) {
    updateItem(list, item, { FileLeafRef: name }, context);
  } else if (name !== nameOf(url)) {
    throw accessDenied();
  }
}

/** @throws SharePointError 500 for a folder that is to be deleted only when it is empty, and is not [A] */
function checkEmptiness({ list, url }: FolderPlace, args: Arguments, context: RequestContext): void {
  const { DeleteIfEmpty } = args.has('parameters') ? args.object('parameters') : { DeleteIfEmpty: false };
  if (DeleteIfEmpty === true && list && itemsIn(context.store, list, url).length > 0) {
    throw sharePointException('The folder is not empty.');
  }
}

function recycledFolder({ list, item }: FolderPlace, context: RequestContext): ValueNode {
  if (!list || !item) {
    throw accessDenied(); // [A]
  }
  return recycled(recycleItem(list, item, context));
}

function moved(folder: FolderPlace, to: string, context: RequestContext): undefined {
  moveFolder(folder, { to: serverRelative(to, context), overwrite: false }, context);
}

interface Storage {
  files: number;
  bytes: number;
  modified: number;
}

const storageResource: Resource<Storage> = {
  edmType: 'SP.StorageMetrics',
  properties: {
    LastModified: (storage) => formatTime(storage.modified),
    TotalFileCount: (storage) => String(storage.files),
    TotalFileStreamSize: (storage) => String(storage.bytes),
    TotalSize: (storage) => String(storage.bytes)
  }
};

function storageOf({ list, url }: FolderPlace, context: RequestContext): Storage {
  const documents = (list ? itemsBelow(context.store, list, url) : []).filter((item) => item.content !== undefined);
  return {
    files: documents.length,
    bytes: documents.reduce((sum, { content }) => sum + (content?.length ?? 0), 0),
    modified: documents.reduce((latest, item) => Math.max(latest, item.modified), context.web().created)
  };
}

export const folderNode = (folder: FolderPlace): EntityNode =>
  entityNode(folderResource, folder, `Web/GetFolderByServerRelativePath(decodedurl='${folder.url.replace(/'/g, '\'\'')}')`);

/** The folder with the id: of the web, of a list, or one that people have made. @throws SharePointError 404 */
export function folderById(id: string, context: RequestContext): FolderPlace {
  const web = { url: context.site.url };
  const root = [web, ...foldersIn(web, context), ...foldersIn({ url: `${web.url}/Lists` }, context)].find((folder) => uniqueId(folder, context) === id);
  if (root) {
    return root;
  }
  const { list, item } = placeById(id, context);
  if (!isFolder(item)) {
    throw folderNotFound();
  }
  return folderOfItem(list, item);
}

export const rootFolderNode = (list: ListRecord, path: string): EntityNode => entityNode(folderResource, { url: list.url, list }, path);

/** `folder/folders` and `web/folders`. */
export function folderCollection(folder: FolderPlace, context: RequestContext, path: string): CollectionNode {
  const at = (name: string): FolderPlace => folderAt(within(folder, name, context), context);
  const add = (name: string, refuseExisting: boolean): EntityNode => {
    const target = within(folder, name.replace(/\/+$/, ''), context);
    return folderNode(addFolder(folderAt(parentOf(target), context), nameOf(target), context, refuseExisting));
  };
  return {
    kind: 'collection',
    shape: metadataShape('SP.Folder', context.metadata),
    path,
    members: () => foldersIn(folder, context).map(folderNode),
    byKey: (key) => folderNode(at(key.text('url'))),
    add: (body) => {
      const { ServerRelativeUrl, Name } = readTyped('SP.Folder', body, context.metadata);
      if (typeof ServerRelativeUrl !== 'string' && typeof Name !== 'string') {
        throw invalidRequest('A new folder needs its ServerRelativeUrl.'); // [A]
      }
      return add(String(ServerRelativeUrl ?? Name), false);
    },
    functions: {
      GetByUrl: (args) => folderNode(at(unescaped(args.text('url')))),
      GetByPath: (args) => folderNode(at(args.text('DecodedUrl'))),
      // A folder that is there is given back by the older function, and [A] by the newer one when it may overwrite.
      Add: (args) => add(unescaped(args.text('url')), false),
      AddUsingPath: (args) => add(args.text('DecodedUrl'), !(args.has('Overwrite') && args.flag('Overwrite'))),
      AddWithOverwrite: (args) => add(unescaped(args.text('url')), !args.flag('overwrite', false))
    }
  };
}
