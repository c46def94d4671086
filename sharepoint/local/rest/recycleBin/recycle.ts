import { randomUUID } from 'node:crypto';
import { attachmentsFolder, detach } from '../attachments/changeAttachments';
import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied } from '../http/errors';
import { removeItem } from '../items/changeItems';
import { dirOf, isDocument, isFolder, leafOf } from '../items/place';
import { versionLabel } from '../items/systemColumns';
import { rights } from '../permissions/masks';
import type { AttachmentRecord, Content, ItemRecord, ListRecord, RecycledRecord, VersionRecord } from '../state/records';

/** SP.RecycleBinItemType. */
export const recycledTypes = { file: 1, version: 2, item: 3, list: 4, folder: 5, attachment: 7 } as const;

type What = Pick<RecycledRecord, 'itemType' | 'title' | 'leafName' | 'dirName' | 'size' | 'authorId' | 'list' | 'items' | 'wholeList' | 'attachment' | 'version'>;

/** Addresses in the recycle bin begin without a slash. */
const bare = (path: string): string => path.replace(/^\//, '');

function putInBin(what: What, context: RequestContext, id: string = randomUUID()): string {
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

/** Who owns the bytes of a version in the recycle bin. */
export const binOwner = (id: string): string => `recycled ${id}`;

/** The bytes of a version under another owner, so that nobody sweeps them up with the versions that are left. */
export const contentFor = (owner: string, content: Content, { store }: RequestContext): Content =>
  ({ ...content, id: store.contents.put(owner, store.contents.read(content.id)) });

/** Moves an old version of a file to the recycle bin; the right to it has been asked for. */
export function recycleVersion(list: ListRecord, item: ItemRecord, version: VersionRecord, context: RequestContext): void {
  const id = randomUUID();
  putInBin({
    itemType: recycledTypes.version, title: `${leafOf(item)} (${versionLabel(version.uiVersion)})`, leafName: leafOf(item), dirName: bare(dirOf(item, list)),
    size: version.content?.length ?? 0, authorId: item.authorId, list: list.id,
    version: { ...version, content: version.content && contentFor(binOwner(id), version.content, context) }
  }, context, id);
  context.store.versions.delete(list.id, item.id, version.uiVersion);
  context.store.contents.sweep(item);
}
