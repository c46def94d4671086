import { demand, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { rights } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { demandWrite } from './access';
import { hasMinorVersions, isMinor, isPublic, lastPublic, nextMajor, statuses } from './drafts';

/** Refusals in the words of the documentation; [A] the number. */
const refused = (words: string): Error => sharePointException(words, 500, -2146232832);
export const notCheckedOutHere = (): Error => refused('You cannot perform this action on a checked out document.');

/** Keeps a changed state of an item that is no version of its own. */
function put(list: ListRecord, before: ItemRecord, after: ItemRecord, context: RequestContext): ItemRecord {
  const published = isPublic(list, after) ? undefined : before.published ?? (isPublic(list, before) ? lastPublic(list, before, context) : undefined);
  const item = { ...after, version: before.version + 1, published };
  context.store.items.put(item);
  return item;
}

/**
 * Decides about an item, or submits it: a draft that is approved becomes the next major version.
 * @throws SharePointError 403 without Approve Items for who approves or denies, 500 for what is checked out or a draft not submitted
 */
export function moderate(list: ListRecord, item: ItemRecord, status: number, comment: string | undefined, context: RequestContext): ItemRecord {
  const decides = status === statuses.approved || status === statuses.denied;
  if (decides) {
    demand(context.effective.onItem(list, item), rights.approveItems);
  } else {
    demandWrite(list, item, rights.editListItems, context);
  }
  if (item.checkedOut) {
    throw notCheckedOutHere();
  }
  if (!list.settings.enableModeration || !(Object.values(statuses) as number[]).includes(status)) {
    throw refused('The list does not take that approval status.'); // [A]
  }
  const isApprovedDraft = status === statuses.approved && hasMinorVersions(list) && isMinor(item);
  return put(list, item, { ...item, moderation: { status, comment: comment ?? item.moderation?.comment }, uiVersion: isApprovedDraft ? nextMajor(item.uiVersion) : item.uiVersion }, context);
}

/** Makes a draft the next major version, or submits it where somebody must approve. [A] What is published already stays so. */
export function publishItem(list: ListRecord, item: ItemRecord, context: RequestContext): ItemRecord {
  if (isPublic(list, item)) {
    return item;
  }
  return list.settings.enableModeration
    ? put(list, item, { ...item, moderation: { status: statuses.pending } }, context)
    : put(list, item, { ...item, uiVersion: nextMajor(item.uiVersion) }, context);
}

/** Makes a major version a draft again, which counts on where the drafts before it ended; takes back what waits for approval. */
export function unpublishItem(list: ListRecord, item: ItemRecord, context: RequestContext): ItemRecord {
  const moderation = list.settings.enableModeration ? { status: statuses.draft } : undefined;
  if (list.settings.enableModeration && item.moderation?.status === statuses.pending) {
    return put(list, item, { ...item, moderation }, context);
  }
  if (isMinor(item) || !isPublic(list, item)) {
    throw refused('You can only Unpublish a major version or approved document. Or Cancel publish for a pending document.');
  }
  const base = item.uiVersion - nextMajor(0);
  const drafts = context.store.versions.of(list.id, item.id).map(({ uiVersion }) => uiVersion).filter((uiVersion) => uiVersion > base && uiVersion < item.uiVersion);
  return put(list, item, { ...item, moderation, uiVersion: Math.max(base, ...drafts) + 1 }, context);
}
