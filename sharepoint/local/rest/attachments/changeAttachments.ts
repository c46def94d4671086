import { callerId, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { demandWrite } from '../items/access';
import { checkName } from '../files/paths';
import { rights } from '../permissions/masks';
import type { AttachmentRecord, ItemRecord, ListRecord } from '../state/records';

/** Who owns the bytes of an item's attachments in the content table. */
export const attachmentOwner = (item: Pick<ItemRecord, 'uniqueId'>): string => `attachments of ${item.uniqueId}`;

export const attachmentsFolder = (list: ListRecord, item: ItemRecord): string => `${list.url}/Attachments/${item.id}`;

const sameName = (one: string) => (attachment: AttachmentRecord): boolean => attachment.name.toLowerCase() === one.toLowerCase();

export const attachmentOf = (item: ItemRecord, name: string): AttachmentRecord | undefined => item.attachments?.find(sameName(name));

/** The item as it stands now: several attachments may come in one request. */
const latest = (item: ItemRecord, context: RequestContext): ItemRecord => context.store.items.of(item.list).get(item.id) ?? item;

/**
 * Attaches a file to an item.
 * @throws SharePointError 403 without Edit Items, 400 for a name that is taken or not permitted, 500 in a list without attachments
 */
export function addAttachment(list: ListRecord, item: ItemRecord, name: string, bytes: Uint8Array, context: RequestContext): AttachmentRecord {
  demandWrite(list, item, rights.editListItems, context);
  if (!list.settings.enableAttachments) {
    throw sharePointException('Attachments have been disabled for this list.'); // [A] text and number
  }
  checkName(name, attachmentsFolder(list, item));
  const before = latest(item, context);
  if (attachmentOf(before, name)) {
    throw sharePointException('The specified name is already in use.', 400, -2130575257); // [A] text and number, the status is seen in an issue
  }
  const attachment: AttachmentRecord = { name, content: context.store.contents.put(attachmentOwner(item), bytes), length: bytes.length };
  setAttachments(before, [...before.attachments ?? [], attachment], context);
  return attachment;
}

export function writeAttachment(list: ListRecord, item: ItemRecord, name: string, bytes: Uint8Array, context: RequestContext): void {
  demandWrite(list, item, rights.editListItems, context);
  const before = latest(item, context);
  const old = attachmentOf(before, name);
  if (old) {
    context.store.contents.delete(old.content);
    const written = { ...old, content: context.store.contents.put(attachmentOwner(item), bytes), length: bytes.length };
    setAttachments(before, (before.attachments ?? []).map((attachment) => (attachment === old ? written : attachment)), context);
  }
}

/** Takes an attachment away from its item; the bytes stay for the recycle bin. */
export function detach(list: ListRecord, item: ItemRecord, attachment: AttachmentRecord, context: RequestContext): void {
  demandWrite(list, item, rights.editListItems, context);
  const before = latest(item, context);
  setAttachments(before, (before.attachments ?? []).filter((other) => !sameName(attachment.name)(other)), context);
}

export function deleteAttachment(list: ListRecord, item: ItemRecord, attachment: AttachmentRecord, context: RequestContext): void {
  detach(list, item, attachment, context);
  context.store.contents.delete(attachment.content);
}

/** An item that gets or loses an attachment has changed, and its ETag with it; [A] it gets no new version. */
export function setAttachments(item: ItemRecord, attachments: AttachmentRecord[], context: RequestContext): void {
  context.store.items.put({ ...item, attachments, version: item.version + 1, modified: context.now, editorId: callerId(context) });
}
