import { randomUUID } from 'node:crypto';
import { callerId, demand, type RequestContext } from '../dispatch/context';
import { duplicateValues, sharePointException } from '../http/errors';
import { attachmentOwner } from '../attachments/changeAttachments';
import { isBelow } from '../contentTypes/builtIn';
import { contentTypeOfList } from '../contentTypes/contentTypes';
import { rename } from '../files/changeFiles';
import { rights } from '../permissions/masks';
import type { FieldRecord, ItemRecord, ItemValue, ListRecord } from '../state/records';
import { talkKey } from '../state/store';
import { demandCheckOut, demandWrite } from './access';
import { checkedOutDraft, hasDrafts, hasMinorVersions, moderationOf, nextMajor, nextVersion, oneVersion, publishedBeside } from './drafts';
import { moderate } from './moderation';
import { indexKey } from './itemIndexes';
import { fileRef, isFolder, itemsIn, leafOf } from './place';
import { defaultOf, type ItemChanges, readItemBody } from './readItemBody';
import { withTerms } from '../taxonomy/termValues';
import { checkValidation } from './validation';

/**
 * Adds an item. Required columns and choices are not checked here: SharePoint checks them in forms and in the
 * form-value calls only.
 * @throws SharePointError as readItemBody, 403 without Add Items, 500 for a duplicate in a unique column.
 */
export function addItem(list: ListRecord, body: Record<string, unknown>, context: RequestContext): ItemRecord {
  if (list.baseType === 1) {
    throw sharePointException('To add an item to a document library, use SPFileCollection.Add()', 400, -2130575254); // [A] status and number
  }
  demand(context.effective.onList(list), rights.addListItems);
  return insertItem(list, readItemBody(body, list, context), context, typed(list, undefined, body, context));
}

/** What an item has beside its columns, where it is given. */
export type Placed = Partial<Pick<ItemRecord,
  'place' | 'content' | 'contentTypeId' | 'uniqueId' | 'authorId' | 'editorId' | 'created' | 'modified' | 'uiVersion'>>;

export function insertItem(list: ListRecord, changes: ItemChanges, context: RequestContext, placed: Placed = {}): ItemRecord {
  const counters = context.store.counters.get(list.id);
  if (!counters) {
    throw new Error(`List ${list.id} has no counters.`);
  }
  const userId = callerId(context);
  const item: ItemRecord = {
    list: list.id,
    id: counters.nextItemId,
    guid: randomUUID(),
    uniqueId: randomUUID(),
    version: 1,
    uiVersion: hasMinorVersions(list) && placed.place?.isFolder !== true ? 1 : oneVersion,
    moderation: moderationOf(list, placed.place?.isFolder === true),
    created: context.now,
    modified: context.now,
    authorId: userId,
    editorId: userId,
    contentTypeId: list.contentTypeId,
    values: withTerms(list, valuesAfter(defaults(list, changes, context), changes), changes, context),
    ...placed
  };
  if (item.place?.name === '') {
    item.place = { ...item.place, name: leafOf({ ...item, place: undefined }) };
  }
  if (list.baseType !== 1 && !isFolder(item)) {
    checkValidation(list, item, context);
  }
  checkUnique(list, item, context);
  context.store.items.put(item);
  touch(list, context, { nextItemId: counters.nextItemId + 1 });
  return item;
}

function defaults(list: ListRecord, changes: ItemChanges, context: RequestContext): Record<string, ItemValue> {
  const values: Record<string, ItemValue> = {};
  for (const field of list.fields) {
    const value = changes.has(field) ? undefined : defaultOf(field, context);
    if (value !== undefined) {
      values[field.internalName] = value;
    }
  }
  return values;
}

function valuesAfter(before: Record<string, ItemValue>, changes: ItemChanges): Record<string, ItemValue> {
  const values = { ...before };
  for (const [field, value] of changes) {
    if (value === undefined) {
      delete values[field.internalName];
    } else {
      values[field.internalName] = value;
    }
  }
  return values;
}

/** Changes an item; the ETag has been checked. @throws SharePointError as addItem. */
export function updateItem(list: ListRecord, item: ItemRecord, body: Record<string, unknown>, context: RequestContext): ItemRecord {
  const decision = list.settings.enableModeration && typeof body.OData__ModerationStatus === 'number' ? body.OData__ModerationStatus : undefined;
  const decide = (on: ItemRecord): ItemRecord =>
    (decision === undefined ? on : moderate(list, on, decision, typeof body.OData__ModerationComments === 'string' ? body.OData__ModerationComments : undefined, context));
  const changes = readItemBody(body, list, context);
  // Who only decides about an item makes no version of it.
  if (decision !== undefined && changes.size === 0 && body.FileLeafRef === undefined && body.ContentTypeId === undefined) {
    return decide(item);
  }
  demandWrite(list, item, rights.editListItems, context);
  demandCheckOut(list, item, context);
  const { FileLeafRef: name } = body;
  const renamed = item.place && typeof name === 'string' && name !== item.place.name ? rename(list, item, name, context) : item;
  return decide(changeItem(list, renamed, changes, context, typed(list, item, body, context)));
}

/** The content type a body gives an item. A folder stays one, and [A] none is made this way. */
function typed(list: ListRecord, item: ItemRecord | undefined, body: Record<string, unknown>, context: RequestContext): Placed {
  const id = body.ContentTypeId;
  if (typeof id !== 'string' || id === item?.contentTypeId) {
    return {};
  }
  const type = contentTypeOfList(list, id, context);
  const isFolderType = isBelow(type.id, '0x0120');
  if (item && isFolderType !== isFolder(item)) {
    throw sharePointException('A folder cannot become an item, nor an item a folder.', 400); // [A]
  }
  if (isFolderType && !item && !list.settings.enableFolderCreation) {
    throw sharePointException('Folder creation is disabled in this list.'); // [A] text
  }
  // [A] A folder that is made as an item is called after its id, until FileLeafRef is written.
  return { contentTypeId: type.id, ...(isFolderType && !item ? { place: { dir: list.url, name: '', isFolder: true } } : {}) };
}

export function changeItem(list: ListRecord, item: ItemRecord, changes: ItemChanges, context: RequestContext, placed: Placed = {}): ItemRecord {
  // What is checked out becomes one version, however often it is written.
  const isVersioned = list.settings.enableVersioning && item.place?.isFolder !== true && item.checkedOut?.isDraft !== true;
  const changed: ItemRecord = {
    ...item,
    version: item.version + 1,
    uiVersion: isVersioned ? nextVersion(list, item) : item.uiVersion,
    moderation: moderationOf(list, isFolder(item)),
    modified: context.now,
    editorId: callerId(context),
    values: withTerms(list, valuesAfter(item.values, changes), changes, context),
    checkedOut: list.settings.enableVersioning ? checkedOutDraft(item) : item.checkedOut,
    ...placed
  };
  if (changes.size > 0 && !isFolder(item)) {
    checkValidation(list, changed, context);
  }
  checkUnique(list, changed, context);
  if (hasDrafts(list)) {
    changed.published = publishedBeside(list, item, changed);
  }
  // Before the old version: sweeping up after one too many looks at what the item holds now.
  context.store.items.put(changed);
  if (changed.uiVersion !== item.uiVersion) {
    keepVersion(list, item, changed, context);
  }
  touch(list, context, {});
  return changed;
}

function keepVersion(list: ListRecord, item: ItemRecord, changed: ItemRecord, context: RequestContext): void {
  const { list: listId, id, version, uiVersion, modified, editorId, contentTypeId, values, place, content, moderation } = item;
  context.store.versions.put({ list: listId, id, version, uiVersion, modified, editorId, contentTypeId, values, place, content, moderation });
  const limit = list.settings.majorVersionLimit;
  const oldest = changed.uiVersion - limit * oneVersion;
  if (limit > 0 && oldest > 0) {
    tooOld(list, changed, oldest, context).forEach((old) => context.store.versions.delete(listId, id, old));
    if (content) {
      context.store.contents.sweep(item);
    }
  }
}

/** The versions past the limit: one at each save, or with minor versions all of a major one. What others still see is kept. */
function tooOld(list: ListRecord, changed: ItemRecord, oldest: number, context: RequestContext): number[] {
  const old = hasMinorVersions(list)
    ? context.store.versions.of(list.id, changed.id).map(({ uiVersion }) => uiVersion).filter((uiVersion) => uiVersion < nextMajor(oldest))
    : [oldest];
  return old.filter((uiVersion) => uiVersion !== changed.published?.uiVersion);
}

/** Text compares without case in unique columns [D]. */
export function checkUnique(list: ListRecord, item: ItemRecord, context: RequestContext): void {
  for (const field of list.fields) {
    const value = item.values[field.internalName];
    if (field.unique && value !== undefined && hasOther(item, field, value, context)) {
      throw duplicateValues(field.title);
    }
  }
}

function hasOther(item: ItemRecord, field: FieldRecord, value: ItemValue, context: RequestContext): boolean {
  const same = context.store.items.indexes.equal(item.list, field.internalName, indexKey(value));
  return same.size > (same.has(item.id) ? 1 : 0);
}

/** Deletes an item for good, a folder with what is in it; the ETag has been checked. */
export function deleteItem(list: ListRecord, item: ItemRecord, context: RequestContext): void {
  removeItem(list, item, context).forEach((removed) => purgeItem(removed, context));
}

/**
 * Takes an item out of its list, a folder with what is in it, and says what was taken out, folders before what was in them.
 * @throws SharePointError 403 when the caller may not delete one of them
 */
export function removeItem(list: ListRecord, item: ItemRecord, context: RequestContext): ItemRecord[] {
  demandWrite(list, item, rights.deleteListItems, context);
  const inside = isFolder(item) ? itemsIn(context.store, list, fileRef(item, list)).flatMap((inner) => removeItem(list, inner, context)) : [];
  context.store.items.delete(list.id, item.id);
  touch(list, context, { lastItemDeleted: context.now });
  return [item, ...inside];
}

/** Forgets the old versions and the bytes of an item that is no longer in its list. */
export function purgeItem(item: ItemRecord, { store }: RequestContext): void {
  store.versions.delete(item.list, item.id);
  store.talks.delete(talkKey(item.list, item.id));
  store.contents.deleteOf(item.uniqueId);
  store.contents.deleteOf(attachmentOwner(item));
}

/** Says in the list's counters that something has changed. */
export function touch(list: ListRecord, context: RequestContext, more: { nextItemId?: number; lastItemDeleted?: number }): void {
  const { store, now } = context;
  const counters = store.counters.get(list.id);
  if (counters) {
    store.counters.put({ ...counters, lastItemModified: now, lastItemUserModified: now, ...more });
  }
}
