import { callerId, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { demandWrite } from '../items/access';
import { hasMinorVersions, isPublic } from '../items/drafts';
import { publishItem } from '../items/moderation';
import { fileRef } from '../items/place';
import { grants, rights } from '../permissions/masks';
import type { ItemRecord } from '../state/records';
import { principalById } from '../users/principals';
import type { FilePlace } from './findFiles';

const notCheckedOut = ({ list, item }: FilePlace, context: RequestContext): Error =>
  sharePointException(`The file "${fileRef(item, list).slice(context.site.url.length + 1)}" is not checked out.`, 500, -2147018888); // [A] number

const put = (item: ItemRecord, context: RequestContext): void => context.store.items.put({ ...item, version: item.version + 1 });

/**
 * A file is one person's until it is checked in. What that person writes meanwhile is one version, which the others do not see.
 * @throws SharePointError 423 when somebody has it
 */
export function checkOut({ list, item }: FilePlace, context: RequestContext): undefined {
  demandWrite(list, item, rights.editListItems, context);
  if (item.checkedOut) {
    throw sharePointException(`The file "${fileRef(item, list).slice(context.site.url.length + 1)}" is checked out for editing by ${principalById(context.store, list.site, item.checkedOut.userId)?.title ?? ''}.`, 423, -2147018894); // [A] status and number
  }
  put({ ...item, checkedOut: { userId: callerId(context), isDraft: false } }, context);
  return undefined;
}

/** SP.CheckinType. */
export const checkInTypes = { minor: 0, major: 1, overwrite: 2 } as const;

/** With minor versions it stays a draft unless a major one is asked for. [A] Without them, and to overwrite, it is what was written. */
export function checkIn(file: FilePlace, { comment, type }: { comment: string; type: number }, context: RequestContext): undefined {
  const { list, item } = file;
  demandWrite(list, item, rights.editListItems, context);
  if (!item.checkedOut) {
    throw notCheckedOut(file, context);
  }
  const checkedIn: ItemRecord = { ...item, checkedOut: undefined, checkInComment: comment, version: item.version + 1 };
  context.store.items.put(checkedIn);
  if (type === checkInTypes.major && hasMinorVersions(list)) {
    publishItem(list, checkedIn, context);
  }
  return undefined;
}

/** Takes back what was written since; whoever manages the list may do it for others. */
export function undoCheckOut(file: FilePlace, context: RequestContext): undefined {
  const { list } = file;
  const item = context.store.items.of(list.id).get(file.item.id) ?? file.item;
  if (!item.checkedOut) {
    throw notCheckedOut(file, context);
  }
  if (!grants(context.effective.onItem(list, item), rights.cancelCheckout)) {
    demandWrite(list, item, rights.editListItems, context);
  }
  const [before] = context.store.versions.of(list.id, item.id);
  if (item.checkedOut.isDraft && before) {
    const { uiVersion, modified, editorId, contentTypeId, values, content, moderation } = before;
    context.store.versions.delete(list.id, item.id, uiVersion);
    put({ ...item, checkedOut: undefined, uiVersion, modified, editorId, contentTypeId, values, content, moderation, published: isPublic(list, before) ? undefined : item.published }, context);
    context.store.contents.sweep(item);
  } else {
    put({ ...item, checkedOut: undefined }, context);
  }
  return undefined;
}
