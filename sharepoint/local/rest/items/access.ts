import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied, checkOutFirst, fileLocked, itemNotFound } from '../http/errors';
import { grants, rights } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { principalById } from '../users/principals';
import { hasDrafts, isPublic, seesDrafts } from './drafts';
import { fileRef, isDocument } from './place';

/** The item as the caller sees it: as it is, as it was last published, or not at all. */
export function seenItem(list: ListRecord, item: ItemRecord, context: RequestContext): ItemRecord | undefined {
  const checkedIn = mayRead(list, item, context) ? asCheckedIn(item, context) : undefined;
  if (!checkedIn || !hasDrafts(list) || isPublic(list, checkedIn) || seesDrafts(list, item, context)) {
    return checkedIn;
  }
  return item.published && { ...item, ...item.published, published: undefined };
}

/** Those of the items that the caller sees, one after the other as they are asked for. */
export function* seenItems(list: ListRecord, items: Iterable<ItemRecord>, context: RequestContext): Iterable<ItemRecord> {
  for (const item of items) {
    const seen = seenItem(list, item, context);
    if (seen) {
      yield seen;
    }
  }
}

/** [D] What somebody else has written since it was checked out is nobody's yet; what was never checked in is not there at all. */
function asCheckedIn(item: ItemRecord, { userId }: RequestContext): ItemRecord | undefined {
  const { checkedOut } = item;
  if (!checkedOut?.isDraft || checkedOut.userId === userId) {
    return item;
  }
  return checkedOut.before && { ...item, ...checkedOut.before };
}

export const mayReadItem = (list: ListRecord, item: ItemRecord, context: RequestContext): boolean => seenItem(list, item, context) !== undefined;

/** Read permission, and own items only where the list says so. */
function mayRead(list: ListRecord, item: ItemRecord, context: RequestContext): boolean {
  const mask = context.effective.onItem(list, item);
  return grants(mask, rights.viewListItems) &&
    (list.settings.readSecurity !== 2 || item.authorId === context.userId || grants(mask, rights.manageLists));
}

/** @throws SharePointError 404, also for an item the caller may not see. */
export function readableItem(list: ListRecord, id: number, context: RequestContext): ItemRecord {
  const item = context.store.items.of(list.id).get(id);
  const seen = item && seenItem(list, item, context);
  if (!seen) {
    throw itemNotFound();
  }
  return seen;
}

/** @throws SharePointError 404, also for an item the caller may not see. */
export function itemByUniqueId(list: ListRecord, uniqueId: string, context: RequestContext): ItemRecord {
  const [id] = context.store.items.indexes.equal(list.id, 'UniqueId', uniqueId);
  return readableItem(list, id, context);
}

/** @throws SharePointError 403 unless the caller may change (or delete) the item. */
export function demandWrite(list: ListRecord, item: ItemRecord, right: bigint, context: RequestContext): void {
  const mask = context.effective.onItem(list, item);
  demand(mask, right);
  if (item.checkedOut && item.checkedOut.userId !== context.userId) {
    throw fileLocked(principalById(context.store, list.site, item.checkedOut.userId)?.title ?? '');
  }
  const { writeSecurity } = list.settings;
  const isAllowed = writeSecurity === 1 || (writeSecurity === 2 && item.authorId === callerId(context)) || grants(mask, rights.manageLists);
  // [A] Nobody writes over a draft that they do not see.
  const stored = context.store.items.of(list.id).get(item.id);
  if (!isAllowed || (stored && seenItem(list, stored, context) !== stored)) {
    throw accessDenied();
  }
}

/** @throws SharePointError 423 in a library where documents must be checked out first [A] status */
export function demandCheckOut(list: ListRecord, item: ItemRecord, context: RequestContext): void {
  if (list.settings.forceCheckout && isDocument(item) && item.checkedOut?.userId !== context.userId) {
    throw checkOutFirst(fileRef(item, list).slice(list.site.length + 1));
  }
}
