import { folderContentTypeId } from '../contentTypes/contentTypes';
import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied, sharePointException } from '../http/errors';
import { demandCheckOut, demandWrite } from '../items/access';
import { changeItem, deleteItem, insertItem } from '../items/changeItems';
import { dirOf, fileRef, isDocument, isFolder, itemAt, itemsBelow, leafOf } from '../items/place';
import { rights } from '../permissions/masks';
import type { Content, ItemRecord, ListRecord } from '../state/records';
import { principalById } from '../users/principals';
import { existing, type FilePlace, type FolderPlace } from './findFiles';
import { promoteProperties } from './officeFiles';
import { checkName } from './paths';
import { folderNameTaken, nameTaken } from './refusals';

export interface NewFile {
  name: string;
  bytes: Uint8Array;
  overwrite: boolean;
  /** Gives the file another name rather than refusing it. */
  unique?: boolean;
}

/**
 * Puts a file in a folder of a library.
 * @throws SharePointError 404 without the folder, 400 for a name that is taken or not permitted, 403 without Add Items, or
 * without Edit Items where it overwrites
 */
export function addFile(folder: FolderPlace, { name, bytes, overwrite, unique }: NewFile, context: RequestContext): FilePlace {
  const { list, url } = inLibrary(folder);
  const there = itemAt(context.store, list, `${url}/${name}`);
  if (there && unique !== true) {
    if (!overwrite || !isDocument(there)) {
      throw taken(list, there, context);
    }
    return writeFile({ list, item: there }, bytes, context);
  }
  const free = there ? freeName(list, url, name, context) : name;
  checkName(free, url);
  demandAdd(folder, context);
  const item = insertItem(list, new Map(), context, { place: { dir: url, name: free, isFolder: false }, contentTypeId: list.contentTypeId });
  // [A] Where documents must be checked out, a new one is its maker's until it is checked in.
  const checkedOut = list.settings.forceCheckout ? { userId: callerId(context), isDraft: true } : undefined;
  const placed = { ...item, content: newContent({ list, item }, bytes, context), checkedOut };
  context.store.items.put(placed);
  return { list, item: placed };
}

/** Overwrites the bytes of a file, which makes a new version. @throws SharePointError 403 without Edit Items */
export function writeFile({ list, item }: FilePlace, bytes: Uint8Array, context: RequestContext): FilePlace {
  demandWrite(list, item, rights.editListItems, context);
  demandCheckOut(list, item, context);
  const written = changeItem(list, item, new Map(), context, { content: newContent({ list, item }, bytes, context) });
  context.store.contents.sweep(written);
  return { list, item: written };
}

function newContent({ item }: FilePlace, sent: Uint8Array, context: RequestContext): Content {
  const bytes = promoteProperties(leafOf(item), sent, item.contentTypeId);
  return { id: context.store.contents.put(item.uniqueId, bytes), length: bytes.length, version: (item.content?.version ?? 0) + 1 };
}

/** A folder in which files and folders can be made. */
function inLibrary(folder: FolderPlace): { list: ListRecord; url: string } {
  const { list, url } = existing(folder);
  if (!list || /\/forms$/i.test(url) && !folder.item && url !== list.url) {
    throw accessDenied(); // [A] SharePoint has files outside lists; here there are none.
  }
  return { list, url };
}

export function demandAdd({ list, item }: FolderPlace, context: RequestContext): void {
  if (list) {
    demand(item ? context.effective.onItem(list, item) : context.effective.onList(list), rights.addListItems);
  }
}

/** The refusal of a name that is taken, as it is for a file or a folder. */
export function taken(list: ListRecord, there: ItemRecord, context: RequestContext): Error {
  const path = fileRef(there, list).slice(context.site.url.length + 1);
  return isFolder(there) ? folderNameTaken(path) : nameTaken(path, principalById(context.store, list.site, there.editorId)?.loginName ?? '', there.modified);
}

/** [A] `paper.docx` becomes `paper1.docx`. */
export function freeName(list: ListRecord, dir: string, name: string, context: RequestContext): string {
  const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
  for (let number = 1; ; number++) {
    const free = `${name.slice(0, dot)}${number}${name.slice(dot)}`;
    if (!itemAt(context.store, list, `${dir}/${free}`)) {
      return free;
    }
  }
}

/**
 * Makes a folder. One that is there already is given back, or refused where the caller wants that.
 * @throws SharePointError 404 without the folder it is to be in, 403 without Add Items
 */
export function addFolder(parent: FolderPlace, name: string, context: RequestContext, refuseExisting: boolean = false): FolderPlace {
  const { list, url } = inLibrary(parent);
  const there = itemAt(context.store, list, `${url}/${name}`);
  if (there) {
    if (refuseExisting || !isFolder(there)) {
      throw taken(list, there, context);
    }
    return { url: fileRef(there, list), list, item: there };
  }
  if (list.baseType !== 1 && !list.settings.enableFolderCreation) {
    throw sharePointException('Folder creation is disabled in this list.'); // [A] text
  }
  checkName(name, url);
  demandAdd(parent, context);
  const item = insertItem(list, new Map(), context, { place: { dir: url, name, isFolder: true }, contentTypeId: folderContentTypeId(list) });
  return { url: `${url}/${name}`, list, item };
}

/** Deletes a file for good. */
export const deleteFile = ({ list, item }: FilePlace, context: RequestContext): void => deleteItem(list, item, context);

/**
 * Deletes a folder with everything in it.
 * @throws SharePointError 403 when the caller may not delete one of those [A]; the root folder of a list stays
 */
export function deleteFolder(folder: FolderPlace, context: RequestContext): void {
  const { list, item } = existing(folder);
  if (!list || !item) {
    throw accessDenied(); // [A]
  }
  deleteItem(list, item, context);
}

/** Renames a file or folder where it stands, as writing FileLeafRef does. */
export function rename(list: ListRecord, item: ItemRecord, name: string, context: RequestContext): ItemRecord {
  const dir = dirOf(item, list);
  const there = itemAt(context.store, list, `${dir}/${name}`);
  if (there && there.id !== item.id) {
    throw taken(list, there, context);
  }
  checkName(name, dir);
  return relocate(list, item, { dir, name }, context);
}

/** Puts an item elsewhere in its list, and with a folder what is in it. */
export function relocate(list: ListRecord, item: ItemRecord, to: { dir: string; name: string }, context: RequestContext): ItemRecord {
  const before = fileRef(item, list);
  const inside = isFolder(item) ? itemsBelow(context.store, list, before) : [];
  const moved: ItemRecord = { ...item, place: { ...to, isFolder: isFolder(item) } };
  context.store.items.put(moved);
  for (const inner of inside) {
    const place = inner.place ?? { dir: before, name: leafOf(inner), isFolder: false };
    context.store.items.put({ ...inner, place: { ...place, dir: `${to.dir}/${to.name}${place.dir.slice(before.length)}` } });
  }
  return moved;
}
