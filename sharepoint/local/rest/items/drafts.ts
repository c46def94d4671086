import type { RequestContext } from '../dispatch/context';
import { grants, rights } from '../permissions/masks';
import type { ItemRecord, ListRecord, ModerationRecord, PublishedRecord, VersionRecord } from '../state/records';

/** SP.ModerationStatusType. */
export const statuses = { approved: 0, denied: 1, pending: 2, draft: 3 } as const;
export const oneVersion = 512;

/** Whether saves of documents make minor versions; lists have none. */
export const hasMinorVersions = ({ baseType, settings }: ListRecord): boolean => baseType === 1 && settings.enableVersioning && settings.enableMinorVersions;
/** Whether a list can hold what is not everybody's who may read it. */
export const hasDrafts = (list: ListRecord): boolean => hasMinorVersions(list) || list.settings.enableModeration;

type Judged = Pick<VersionRecord, 'uiVersion' | 'moderation'>;
export const isMinor = ({ uiVersion }: Judged): boolean => uiVersion % oneVersion !== 0;
export const nextMajor = (uiVersion: number): number => (Math.floor(uiVersion / oneVersion) + 1) * oneVersion;

/** [A] Drafts have the status 3 without approval, too. */
export function statusOf(list: ListRecord, version: Judged): number {
  const otherwise = hasMinorVersions(list) && isMinor(version) ? statuses.draft : statuses.approved;
  return list.settings.enableModeration ? version.moderation?.status ?? otherwise : otherwise;
}

/** Whether a version is for everybody who may read the item. */
export const isPublic = (list: ListRecord, version: Judged): boolean => statusOf(list, version) === statuses.approved;

/** SP.FileLevel: 1 published, 2 draft. */
export const levelOfVersion = (list: ListRecord, version: Judged): number => (isPublic(list, version) ? 1 : 2);
/** 255 is what the caller has checked out [D]. */
export const levelOf = (item: ItemRecord, list: ListRecord, { userId }: RequestContext): number =>
  (item.checkedOut && item.checkedOut.userId === userId ? 255 : levelOfVersion(list, item));

/** SP.DraftVisibilityType, as far as it asks for more than reading. */
const visibility = { authors: 1, approvers: 2 } as const;

/** Whether the caller sees what is not public: by the list's setting; [A] always who may approve, made the item or wrote the draft. */
export function seesDrafts(list: ListRecord, item: ItemRecord, context: RequestContext): boolean {
  const mask = context.effective.onItem(list, item);
  const wanted = list.settings.draftVersionVisibility;
  return grants(mask, rights.approveItems) || context.userId === item.authorId || context.userId === item.editorId ||
    (wanted !== visibility.approvers && (wanted !== visibility.authors || grants(mask, rights.editListItems)));
}

/** The versions of an item that the caller sees, the newest first; `shown` is the item as it was shown. */
export function versionsSeen(list: ListRecord, shown: ItemRecord, context: RequestContext): VersionRecord[] {
  const stored = context.store.items.of(list.id).get(shown.id) ?? shown;
  const isTrimmed = hasDrafts(list) && !seesDrafts(list, stored, context);
  return context.store.versions.of(list.id, shown.id).filter((version) => version.uiVersion < shown.uiVersion && (!isTrimmed || isPublic(list, version)));
}

/** The number of what is saved next. */
export function nextVersion(list: ListRecord, item: ItemRecord): number {
  return hasMinorVersions(list) ? item.uiVersion + 1 : nextMajor(item.uiVersion);
}

/** What a save does to the approval of an item. */
export function moderationOf(list: ListRecord, isFolder: boolean): ModerationRecord | undefined {
  return list.settings.enableModeration && !isFolder ? { status: hasMinorVersions(list) ? statuses.draft : statuses.pending } : undefined;
}

/** What others see meanwhile: the version before, if that was public, or what they saw then. */
export function publishedBeside(list: ListRecord, before: ItemRecord, after: ItemRecord): PublishedRecord | undefined {
  if (!list.settings.enableVersioning || isPublic(list, after)) {
    return undefined;
  }
  return isPublic(list, before) ? publishedFrom(before) : before.published;
}

/** What is checked out and written: the others see what there was. */
export const checkedOutDraft = (item: ItemRecord): ItemRecord['checkedOut'] =>
  (item.checkedOut && !item.checkedOut.isDraft ? { ...item.checkedOut, isDraft: true, before: publishedFrom(item) } : item.checkedOut);

/** The newest version that was public. */
export function lastPublic(list: ListRecord, item: ItemRecord, context: RequestContext): PublishedRecord | undefined {
  const found = context.store.versions.of(list.id, item.id).find((version) => isPublic(list, version));
  return found && publishedFrom(found);
}

const publishedFrom = ({ version, uiVersion, modified, editorId, contentTypeId, values, content, moderation }: VersionRecord | ItemRecord): PublishedRecord =>
  ({ version, uiVersion, modified, editorId, contentTypeId, values, content, moderation });
