import { attachmentOf, setAttachments } from '../attachments/changeAttachments';
import { demand, type RequestContext } from '../dispatch/context';
import { addFolder, taken } from '../files/changeFiles';
import { existing, folderAt, type FolderPlace } from '../files/findFiles';
import { nameOf, parentOf } from '../files/paths';
import { itemNotFound, listNotFound, listTitleTaken } from '../http/errors';
import { demandWrite } from '../items/access';
import { checkUnique, purgeItem, touch } from '../items/changeItems';
import { fileRef, itemAt } from '../items/place';
import { dropItems } from '../lists/changeLists';
import { listsOf } from '../lists/findLists';
import { rights } from '../permissions/masks';
import type { ListRecord, RecycledRecord, VersionRecord } from '../state/records';
import { binOwner, contentFor } from './recycle';

/**
 * Puts back what lies in the recycle bin, where it was. [A] Whoever may add there may do so; a folder that is gone is made again.
 * @throws SharePointError 400 where the name, 500 where the title or a unique value is taken by now; 404 without the list
 */
export function restore(recycled: RecycledRecord, context: RequestContext): void {
  if (recycled.wholeList) {
    restoreList(recycled.wholeList, context);
  } else {
    const list = listOf(recycled, context);
    if (recycled.version) {
      restoreVersion(list, recycled.version, context);
      context.store.contents.deleteOf(binOwner(recycled.id));
    } else if (recycled.attachment) {
      restoreAttachment(list, recycled.attachment, context);
    } else {
      restoreItems(list, recycled, context);
    }
  }
  context.store.recycled.delete(recycled.id);
}

function listOf(recycled: RecycledRecord, context: RequestContext): ListRecord {
  const list = context.store.lists.get(recycled.list);
  if (!list) {
    throw listNotFound(recycled.list, context.webUrl); // [A]
  }
  return list;
}

function restoreList(list: ListRecord, context: RequestContext): void {
  demand(context.effective.onWeb(context.web()), rights.manageLists);
  const isSame = ({ title, url }: ListRecord): boolean => title.toLowerCase() === list.title.toLowerCase() || url.toLowerCase() === list.url.toLowerCase();
  if (listsOf(context).some(isSame)) {
    throw listTitleTaken();
  }
  context.store.changes.restoring(() => context.store.lists.put(list));
}

function restoreItems(list: ListRecord, { items = [] }: RecycledRecord, context: RequestContext): void {
  const [first] = items;
  if (first.place) {
    demand(context.effective.onItem(list, { ...first, assignments: undefined }), rights.addListItems);
    const there = itemAt(context.store, list, fileRef(first, list));
    if (there) {
      throw taken(list, there, context);
    }
    made(list, first.place.dir, context);
  } else {
    demand(context.effective.onList(list), rights.addListItems);
  }
  for (const item of items) {
    checkUnique(list, item, context);
    context.store.changes.restoring(() => context.store.items.put(item));
  }
  touch(list, context, {});
}

/** The folder, made again with those above it where they are gone. */
function made(list: ListRecord, dir: string, context: RequestContext): FolderPlace {
  const folder = folderAt(dir, context);
  return folder.missing ? addFolder(made(list, parentOf(dir), context), nameOf(dir), context) : existing(folder);
}

function restoreAttachment(list: ListRecord, { item: id, attachment }: NonNullable<RecycledRecord['attachment']>, context: RequestContext): void {
  const item = context.store.items.of(list.id).get(id);
  if (!item || attachmentOf(item, attachment.name)) {
    throw itemNotFound(); // [A]
  }
  demand(context.effective.onItem(list, item), rights.editListItems);
  setAttachments(item, [...item.attachments ?? [], attachment], context);
}

/** The version is one of the file's old ones again. */
function restoreVersion(list: ListRecord, version: VersionRecord, context: RequestContext): void {
  const item = context.store.items.of(list.id).get(version.id);
  if (!item) {
    throw itemNotFound(); // [A]
  }
  demandWrite(list, item, rights.editListItems, context);
  context.store.versions.put({ ...version, content: version.content && contentFor(item.uniqueId, version.content, context) });
}

/** Deletes for good what lies in the recycle bin. */
export function purge(recycled: RecycledRecord, context: RequestContext): void {
  const { store } = context;
  (recycled.items ?? []).forEach((item) => purgeItem(item, context));
  if (recycled.attachment) {
    store.contents.delete(recycled.attachment.attachment.content);
  }
  store.contents.deleteOf(binOwner(recycled.id));
  if (recycled.wholeList) {
    dropItems(recycled.wholeList, context);
    [...store.recycled.values()].filter((other) => other.list === recycled.list && other.id !== recycled.id).forEach((other) => purge(other, context));
  }
  store.recycled.delete(recycled.id);
}
