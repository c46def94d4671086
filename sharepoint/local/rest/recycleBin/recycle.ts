import { randomUUID } from 'node:crypto';
import { attachmentsFolder, detach } from '../attachments/changeAttachments';
import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied } from '../http/errors';
import { removeItem } from '../items/changeItems';
import { dirOf, isDocument, isFolder, leafOf } from '../items/place';
import { rights } from '../permissions/masks';
import type { AttachmentRecord, ItemRecord, ListRecord, RecycledRecord } from '../state/records';

/** SP.RecycleBinItemType. */
export const recycledTypes = { file: 1, item: 3, list: 4, folder: 5, attachment: 7 } as const;

type What = Pick<RecycledRecord, 'itemType' | 'title' | 'leafName' | 'dirName' | 'size' | 'authorId' | 'list' | 'items' | 'wholeList' | 'attachment'>;

/** Addresses in the recycle bin begin without a slash. */
const bare = (path: string): string => path.replace(/^\//, '');

function putInBin(what: What, context: RequestContext): string {
  const id = randomUUID();
  context.store.recycled.put({ ...what, id, site: context.site.url, state: 1, deleted: context.now, deletedById: callerId(context) });
  return id;
}

/**
 * Moves an item, a file or a folder with everything in it to the recycle bin; says under which id.
 * @throws SharePointError 403 when the caller may not delete one of them
 */
export function recycleItem(list: ListRecord, item: ItemRecord, context: RequestContext): string {
  const items = removeItem(list, item, context);
  const plainTitle = typeof item.values.Title === 'string' ? item.values.Title : String(item.id);
  return putInBin({
    itemType: isFolder(item) ? recycledTypes.folder : isDocument(item) ? recycledTypes.file : recycledTypes.item,
    title: item.place ? leafOf(item) : plainTitle,
    leafName: leafOf(item),
    dirName: bare(dirOf(item, list)),
    size: items.reduce((sum, { content, attachments }) => sum + (content?.length ?? 0) + (attachments ?? []).reduce((all, { length }) => all + length, 0), 0),
    authorId: item.authorId,
    list: list.id,
    items
  }, context);
}

/** Moves a list with everything in it to the recycle bin. */
export function recycleList(list: ListRecord, context: RequestContext): string {
  demand(context.effective.onList(list), rights.manageLists);
  if (list.url.includes('/_catalogs/')) {
    throw accessDenied();
  }
  context.store.lists.delete(list.id);
  const cut = list.url.lastIndexOf('/');
  return putInBin({
    itemType: recycledTypes.list, title: list.title, leafName: list.url.slice(cut + 1), dirName: bare(list.url.slice(0, cut)), size: 0, authorId: list.authorId,
    list: list.id, wholeList: list
  }, context);
}

export function recycleAttachment(list: ListRecord, item: ItemRecord, attachment: AttachmentRecord, context: RequestContext): string {
  detach(list, item, attachment, context);
  return putInBin({
    itemType: recycledTypes.attachment, title: attachment.name, leafName: attachment.name, dirName: bare(attachmentsFolder(list, item)), size: attachment.length,
    authorId: item.authorId, list: list.id, attachment: { item: item.id, attachment }
  }, context);
}
