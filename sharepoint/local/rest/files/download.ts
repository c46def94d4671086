import { attachmentOf, attachmentsFolder } from '../attachments/changeAttachments';
import { readAttachment } from '../attachments/attachmentCollection';
import type { RequestContext } from '../dispatch/context';
import { mayReadItem } from '../items/access';
import { fileAt, listAround } from './findFiles';
import { readFile } from './fileResource';
import { fileNotFound } from './refusals';
import { nameOf, serverRelative } from './paths';

/**
 * The bytes at a plain address, as links and pages ask for them: a document, or an attachment of an item.
 * @throws SharePointError 404, 403
 */
export function download(address: string, context: RequestContext): Uint8Array {
  const path = serverRelative(address, context);
  const list = listAround(path, context);
  const id = Number(/\/Attachments\/(\d+)\/[^/]+$/i.exec(path.slice(list?.url.length ?? 0))?.[1]);
  const item = list?.baseType === 0 ? context.store.items.of(list.id).get(id) : undefined;
  if (!list || !item) {
    return readFile(fileAt(path, context), context);
  }
  const attachment = mayReadItem(list, item, context) ? attachmentOf(item, nameOf(path)) : undefined;
  if (!attachment || path.toLowerCase() !== `${attachmentsFolder(list, item)}/${attachment.name}`.toLowerCase()) {
    throw fileNotFound(path);
  }
  return readAttachment(list, item, attachment, context);
}
