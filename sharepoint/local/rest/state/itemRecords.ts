import type { Assignment, ListRecord } from './records';

export type ItemValue = string | number | boolean | string[] | number[] | { Description: string; Url: string };

export interface ItemRecord {
  list: string;
  id: number;
  guid: string;
  uniqueId: string;
  /** Counts every write; the ETag shows it. */
  version: number;
  /** 512 per major version plus minor. */
  uiVersion: number;
  created: number;
  modified: number;
  authorId: number;
  editorId: number;
  contentTypeId: string;
  /** Values by internal name; an empty column has no key. Times in ISO form, persons and lookups as ids. */
  values: Record<string, ItemValue>;
  assignments?: Assignment[];
  /** Where a document or folder stands; a plain item at the root of its list has none. */
  place?: Place;
  /** What a document holds. */
  content?: Content;
  attachments?: AttachmentRecord[];
  /** Whose a document is until it is checked in; `isDraft` when something was written since, `before` what others see then. */
  checkedOut?: { userId: number; isDraft: boolean; before?: PublishedRecord };
  checkInComment?: string;
  /** In a list with approval: how it stands. Undefined is approved. */
  moderation?: ModerationRecord;
  /** While there is a draft: the version that those see who do not see drafts. */
  published?: PublishedRecord;
}

export interface ModerationRecord {
  /** SP.ModerationStatusType. */
  status: number;
  comment?: string;
}

/** What differs from draft to draft. */
export type PublishedRecord = Pick<ItemRecord, 'version' | 'uiVersion' | 'modified' | 'editorId' | 'contentTypeId' | 'values' | 'content' | 'moderation'>;

/** A file attached to an item; `content` is the id of its bytes. */
export interface AttachmentRecord {
  name: string;
  content: string;
  length: number;
}

export interface Place {
  /** Server-relative address of the folder it is in. */
  dir: string;
  name: string;
  isFolder: boolean;
}

/** Bytes in the content table, of which a record only knows the size. */
export interface Content {
  id: string;
  length: number;
  /** Counts every write of the bytes. */
  version: number;
}

/** A version of an item as it was. */
export type VersionRecord = Pick<
  ItemRecord, 'list' | 'id' | 'version' | 'uiVersion' | 'modified' | 'editorId' | 'contentTypeId' | 'values' | 'place' | 'content' | 'moderation'
>;

/** What people say about an item: comments, replies to them, and who likes what. */
export interface TalkRecord {
  list: string;
  item: number;
  nextId: number;
  comments: CommentRecord[];
  likes: LikeRecord[];
}

export interface CommentRecord {
  id: number;
  /** The comment that this one replies to; 0 for none. */
  parentId: number;
  text: string;
  created: number;
  authorId: number;
  mentions: { email: string; id: number; loginName: string; name: string }[] | null;
  likes: LikeRecord[];
}

export interface LikeRecord {
  userId: number;
  time: number;
}

/** What lies in the recycle bin. Versions and bytes of what was deleted stay where they are until it is deleted for good. */
export interface RecycledRecord {
  id: string;
  site: string;
  /** SP.RecycleBinItemType. */
  itemType: number;
  title: string;
  leafName: string;
  dirName: string;
  size: number;
  /** 1 the web's bin, 2 the site's. */
  state: 1 | 2;
  deleted: number;
  deletedById: number;
  authorId: number;
  list: string;
  /** An item, or a folder followed by what was in it. */
  items?: ItemRecord[];
  /** A list, whose items stay where they are. */
  wholeList?: ListRecord;
  attachment?: { item: number; attachment: AttachmentRecord };
  /** An old version of a file; its bytes belong to this record. */
  version?: VersionRecord;
}

/** An extension, button or link that somebody has put on a site, a web or a list. */
export interface CustomActionRecord {
  id: string;
  site: string;
  place: 'site' | 'web' | 'list';
  /** Id of the site, web or list. */
  owner: string;
  /** By their names in REST. */
  properties: Record<string, unknown>;
}

/** Somebody who wants to be told of changes in a list. */
export interface SubscriptionRecord {
  id: string;
  site: string;
  list: string;
  notificationUrl: string;
  clientState: string | null;
  expires: number;
}

/** A file that arrives in chunks, until the last one is there. */
export interface UploadRecord {
  id: string;
  list: string;
  item: number;
  userId: number;
  /** Bytes received so far; the next chunk must begin there. */
  size: number;
  /** Content ids of the chunks, in order. */
  chunks: string[];
}
