import type { RequestContext } from '../dispatch/context';
import { accessDenied } from '../http/errors';
import { mayReadItem, seenItem, seenItems } from '../items/access';
import { isDocument, isFolder, itemAt, itemsIn } from '../items/place';
import { listsOf, mayRead, visibleLists } from '../lists/findLists';
import type { ItemRecord, ListRecord } from '../state/records';
import { fileNotFound, folderNotFound } from './refusals';
import { nameOf, parentOf } from './paths';

/** A folder of a site: one made by people, the root of a list, or one that only holds others. */
export interface FolderPlace {
  url: string;
  list?: ListRecord;
  /** Folders made by people have an item. */
  item?: ItemRecord;
  /** Asked for, but not there: it can say nothing but that. */
  missing?: boolean;
}

/** A document with its library. */
export interface FilePlace {
  list: ListRecord;
  item: ItemRecord;
}

/** The list in which an address lies, its root folder included. */
export function listAround(path: string, context: RequestContext): ListRecord | undefined {
  const wanted = path.toLowerCase();
  return listsOf(context).find(({ url }) => wanted === url.toLowerCase() || wanted.startsWith(`${url.toLowerCase()}/`));
}

const isListsFolder = (path: string, context: RequestContext): boolean => path.toLowerCase() === `${context.site.url.toLowerCase()}/lists`;
const isFormsFolder = (path: string, list: ListRecord): boolean => list.baseType === 1 && path.toLowerCase() === `${list.url.toLowerCase()}/forms`;

/**
 * The folder at an address. One that is not there comes back as missing.
 * @throws SharePointError 403 for a list that the caller may not open [A]; single folders one may not see are missing.
 */
export function folderAt(path: string, context: RequestContext): FolderPlace {
  if (path.toLowerCase() === context.site.url.toLowerCase() || isListsFolder(path, context)) {
    return { url: path };
  }
  const list = listAround(path, context);
  if (!list) {
    return { url: path, missing: true };
  }
  if (!mayRead(list, context)) {
    throw accessDenied();
  }
  if (path.length === list.url.length || isFormsFolder(path, list)) {
    return { url: isFormsFolder(path, list) ? `${list.url}/Forms` : list.url, list };
  }
  const item = itemAt(context.store, list, path);
  return item && isFolder(item) && mayReadItem(list, item, context) ? folderOfItem(list, item) : { url: path, list, missing: true };
}

export const folderOfItem = (list: ListRecord, item: ItemRecord): FolderPlace =>
  ({ url: `${item.place?.dir ?? list.url}/${item.place?.name ?? ''}`, list, item });

/** The folder, or 404. */
export function existing(folder: FolderPlace): FolderPlace {
  if (folder.missing) {
    throw folderNotFound();
  }
  return folder;
}

/** The folders in a folder that the caller may see, by name. */
export function foldersIn(folder: FolderPlace, context: RequestContext): FolderPlace[] {
  const { url, list } = existing(folder);
  if (list) {
    const own = isFormsFolder(url, list) ? [] : itemsIn(context.store, list, url).filter((item) => isFolder(item) && mayReadItem(list, item, context));
    const forms = list.baseType === 1 && url === list.url ? [{ url: `${list.url}/Forms`, list }] : [];
    return byName([...own.map((item) => folderOfItem(list, item)), ...forms]);
  }
  const roots = visibleLists(context).filter((candidate) => parentOf(candidate.url).toLowerCase() === url.toLowerCase());
  const lists = isListsFolder(url, context) ? [] : [{ url: `${context.site.url}/Lists` }];
  return byName([...roots.map((root) => ({ url: root.url, list: root })), ...lists]);
}

const byName = (folders: FolderPlace[]): FolderPlace[] => folders.sort((one, other) => nameOf(one.url).localeCompare(nameOf(other.url)));

/** The documents in a folder that the caller may see, by name. */
export function filesIn(folder: FolderPlace, context: RequestContext): FilePlace[] {
  const { url, list } = existing(folder);
  const items = list === undefined || isFormsFolder(url, list) ? [] : itemsIn(context.store, list, url);
  return (list ? [...seenItems(list, items.filter(isDocument), context)].map((item) => ({ list, item })) : [])
    .sort((one, other) => (one.item.place?.name ?? '').localeCompare(other.item.place?.name ?? ''));
}

/** @throws SharePointError 404, also for a file that the caller may not see [A] */
export function fileAt(path: string, context: RequestContext, notFound: Error = fileNotFound(path)): FilePlace {
  const list = listAround(path, context);
  const item = list && itemAt(context.store, list, path);
  const seen = list && item && isDocument(item) ? seenItem(list, item, context) : undefined;
  if (!list || !seen) {
    throw notFound;
  }
  return { list, item: seen };
}

/** The document or folder with the unique id. @throws SharePointError 404 */
export function placeById(uniqueId: string, context: RequestContext): FilePlace {
  for (const list of listsOf(context)) {
    const [id] = context.store.items.indexes.equal(list.id, 'UniqueId', uniqueId);
    const item = id === undefined ? undefined : context.store.items.of(list.id).get(id);
    const seen = item && seenItem(list, item, context);
    if (seen) {
      return { list, item: seen };
    }
  }
  throw folderNotFound();
}
