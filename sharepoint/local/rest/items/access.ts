import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied, fileLocked, itemNotFound } from '../http/errors';
import { grants, rights } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { principalById } from '../users/principals';

/** Whether the caller may see the item: read permission, and own items only where the list says so. */
export function mayReadItem(list: ListRecord, item: ItemRecord, context: RequestContext): boolean {
  const mask = context.effective.onItem(list, item);
  return grants(mask, rights.viewListItems) &&
    (list.settings.readSecurity !== 2 || item.authorId === context.userId || grants(mask, rights.manageLists));
}

/** @throws SharePointError 404, also for an item the caller may not see. */
export function readableItem(list: ListRecord, id: number, context: RequestContext): ItemRecord {
  const item = context.store.items.of(list.id).get(id);
  if (!item || !mayReadItem(list, item, context)) {
    throw itemNotFound();
  }
  return item;
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
  if (!isAllowed) {
    throw accessDenied();
  }
}
