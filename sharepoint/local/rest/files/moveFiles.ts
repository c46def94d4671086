import { type RequestContext } from '../dispatch/context';
import { demandWrite } from '../items/access';
import { changeItem, deleteItem, insertItem } from '../items/changeItems';
import { fileRef, isFolder, itemAt, itemsBelow, itemsIn, leafOf } from '../items/place';
import { rights } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { addFile, addFolder, demandAdd, freeName, relocate, taken } from './changeFiles';
import { existing, type FilePlace, folderAt, type FolderPlace, filesIn, foldersIn, folderOfItem } from './findFiles';
import { checkName, nameOf, parentOf } from './paths';

export interface Transfer {
  /** Server-relative address that the file or folder is to have. */
  to: string;
  overwrite: boolean;
  /** Takes another name rather than refusing one that is taken. */
  keepBoth?: boolean;
}

/** Copies a file; the copy begins anew: its version, its author. @throws SharePointError as addFile */
export function copyFile({ item }: FilePlace, { to, overwrite, keepBoth }: Transfer, context: RequestContext): FilePlace {
  const bytes = item.content ? context.store.contents.read(item.content.id) : new Uint8Array();
  return addFile(existing(folderAt(parentOf(to), context)), { name: nameOf(to), bytes, overwrite, unique: keepBoth }, context);
}

/** Copies a folder with what the caller may see in it. */
export function copyFolder(folder: FolderPlace, { to, keepBoth }: Transfer, context: RequestContext): FolderPlace {
  const parent = existing(folderAt(parentOf(to), context));
  const name = keepBoth && parent.list && itemAt(context.store, parent.list, to) ? freeName(parent.list, parent.url, nameOf(to), context) : nameOf(to);
  const [files, folders] = [filesIn(folder, context), foldersIn(folder, context)];
  const copy = addFolder(parent, name, context, true);
  files.forEach((file) => copyFile(file, { to: `${copy.url}/${leafOf(file.item)}`, overwrite: false }, context));
  folders.filter(({ item }) => item).forEach((inner) => copyFolder(inner, { to: `${copy.url}/${nameOf(inner.url)}`, overwrite: false }, context));
  return copy;
}

/** Moves a file with its versions, also into another library. */
export function moveFile(file: FilePlace, transfer: Transfer, context: RequestContext): void {
  const target = prepare(file, transfer, context);
  if (target) {
    move(file, target, context);
  }
}

/** Moves a folder with everything in it. @throws SharePointError 400 where a folder of that name is */
export function moveFolder(folder: FolderPlace, transfer: Transfer, context: RequestContext): void {
  const { list, item } = existing(folder);
  const target = list && item && prepare({ list, item }, { ...transfer, overwrite: false }, context);
  if (list && item && target) {
    move({ list, item }, target, context);
  }
}

interface Target {
  list: ListRecord;
  dir: string;
  name: string;
}

/** Clears the way for a move; undefined when it leads where the item is already. */
function prepare({ list, item }: FilePlace, { to, overwrite, keepBoth }: Transfer, context: RequestContext): Target | undefined {
  demandWrite(list, item, rights.editListItems, context);
  const parent = existing(folderAt(parentOf(to), context));
  const target = parent.list ?? list;
  const there = itemAt(context.store, target, to);
  if (there && there.uniqueId === item.uniqueId) {
    return fileRef(item, list) === to ? undefined : { list: target, dir: parent.url, name: nameOf(to) };
  }
  if (there && !keepBoth) {
    if (!overwrite || isFolder(there)) {
      throw taken(target, there, context);
    }
    deleteItem(target, there, context);
  }
  const name = there && keepBoth ? freeName(target, parent.url, nameOf(to), context) : nameOf(to);
  checkName(name, parent.url);
  if (target.id !== list.id || parent.url !== parentOf(fileRef(item, list))) {
    demandAdd(parent, context);
    demandWrite(list, item, rights.deleteListItems, context); // [A] whoever takes something away needs that
  }
  if (target.id !== list.id && isFolder(item)) {
    // What is in it leaves its permissions and drafts behind: nobody takes along what they do not see.
    itemsBelow(context.store, list, fileRef(item, list)).forEach((inner) => demandWrite(list, inner, rights.deleteListItems, context));
  }
  return { list: target, dir: parent.url, name };
}

function move({ list, item }: FilePlace, target: Target, context: RequestContext): void {
  if (target.list.id === list.id) {
    const moved = relocate(list, item, target, context);
    changeItem(list, moved, new Map(), context);
    return;
  }
  const inside = isFolder(item) ? itemsIn(context.store, list, fileRef(item, list)) : [];
  const arrived = insertItem(target.list, new Map(), context, {
    place: { dir: target.dir, name: target.name, isFolder: isFolder(item) }, content: item.content, contentTypeId: target.list.contentTypeId, uniqueId: item.uniqueId
  });
  takeAlong(list, item, arrived, context);
  const url = folderOfItem(target.list, arrived).url;
  inside.forEach((inner) => move({ list, item: inner }, { list: target.list, dir: url, name: leafOf(inner) }, context));
}

/** What a document keeps when it changes libraries: its versions, its author, the columns both have. The old row goes. */
function takeAlong(list: ListRecord, item: ItemRecord, arrived: ItemRecord, context: RequestContext): void {
  const { store } = context;
  const target = store.lists.get(arrived.list);
  const values = Object.fromEntries(Object.entries(item.values).filter(([name]) => target?.fields.some((field) => field.internalName === name)));
  for (const version of store.versions.of(list.id, item.id)) {
    store.versions.put({ ...version, list: arrived.list, id: arrived.id });
  }
  store.versions.delete(list.id, item.id);
  store.items.delete(list.id, item.id);
  const { created, authorId, uiVersion, version, moderation, published } = item;
  store.items.put({ ...arrived, created, authorId, uiVersion, version: version + 1, values, moderation, published });
}
