/**
 * What is kept. Records are never changed in place: a write puts a new record in the store, which can then
 * be taken back when the request fails.
 */

/** Role definitions that one principal has in a scope. */
export interface Assignment {
  principalId: number;
  roleDefinitionIds: number[];
}

export interface WebRecord {
  /** Server-relative address, the key: `/sites/direktionen`. */
  url: string;
  siteId: string;
  webId: string;
  title: string;
  description: string;
  created: number;
  timeZoneId: number;
  localeId: number;
  /** Principal ids of the associated groups. */
  groups: { owners: number; members: number; visitors: number };
  assignments: Assignment[];
  nextPrincipalId: number;
  nextRoleDefinitionId: number;
  /** Undefined until somebody has changed the menus. */
  navigation?: NavigationRecord;
  /** Properties that somebody has set, by their names in REST. */
  settings?: Record<string, string | number | boolean | null>;
  version: number;
}

/** The menus of a site. */
export interface NavigationRecord {
  quickLaunch: NavigationNodeRecord[];
  topNavigationBar: NavigationNodeRecord[];
  nextId: number;
}

export interface NavigationNodeRecord {
  id: number;
  title: string;
  url: string;
  isExternal: boolean;
  isVisible: boolean;
  isDocumentLibrary: boolean;
  children: NavigationNodeRecord[];
}

export type PrincipalKind = 1 | 4 | 8;

/** A user, security group or SharePoint group of a site. */
export interface PrincipalRecord {
  site: string;
  id: number;
  kind: PrincipalKind;
  /** Claims form: `i:0#.f|membership|somebody@example.invalid`; a SharePoint group's is its title. */
  loginName: string;
  title: string;
  email: string;
  isSiteAdmin: boolean;
  /** Taken off the site; kept for what it wrote. */
  isRemoved?: boolean;
  /** SharePoint groups only. */
  members: number[];
  description: string;
  ownerId: number;
  allowMembersEditMembership: boolean;
  onlyAllowMembersViewMembership: boolean;
  created: number;
}

export interface RoleDefinitionRecord {
  site: string;
  id: number;
  name: string;
  description: string;
  order: number;
  hidden: boolean;
  /** 0 for a custom one, else SharePoint's RoleType. */
  kind: number;
  high: number;
  low: number;
}

/** A column. `type` is the Type attribute of its XML, which decides everything else about it. */
export interface FieldRecord {
  id: string;
  internalName: string;
  staticName: string;
  title: string;
  type: string;
  description: string;
  required: boolean;
  indexed: boolean;
  unique: boolean;
  hidden: boolean;
  readOnly: boolean;
  sealed: boolean;
  fromBaseType: boolean;
  defaultValue?: string;
  group: string;
  customFormatter?: string;
  validationFormula?: string;
  validationMessage?: string;
  /** The other attributes of the XML, as given. */
  attributes: Record<string, string>;
  choices?: string[];
  formula?: string;
  /** Lookup columns: the list (guid) and the column shown; `primary` is the internal name of the lookup that a dependent one follows. */
  lookup?: { list: string; field: string; primary?: string };
  /** Lookup and user columns that hold several values. */
  multiple: boolean;
}

export interface ViewRecord {
  id: string;
  title: string;
  fileName: string;
  query: string;
  fields: string[];
  rowLimit: number;
  paged: boolean;
  isDefault: boolean;
  personalOf?: number;
  hidden: boolean;
  scope: number;
  viewType: string;
  /** The first view of a list has one. */
  baseViewId?: string;
  viewType2?: string;
  aggregations?: string;
  customFormatter?: string;
  viewData?: string;
}

export interface ListRecord {
  site: string;
  id: string;
  /** Server-relative address of the root folder. */
  url: string;
  title: string;
  description: string;
  entityTypeName: string;
  baseTemplate: number;
  /** 0 list, 1 document library. */
  baseType: number;
  hidden: boolean;
  created: number;
  authorId: number;
  rootFolderId: string;
  contentTypeId: string;
  settings: ListSettings;
  fields: FieldRecord[];
  views: ViewRecord[];
  /** Undefined while the list has its first content type and folders only. */
  contentTypes?: ContentTypeRecord[];
  /** Undefined while the list inherits from the web. */
  assignments?: Assignment[];
  version: number;
}

/** What an item can be: its id says what it is a kind of. */
export interface ContentTypeRecord {
  id: string;
  name: string;
  description: string;
  group: string;
  hidden: boolean;
  readOnly: boolean;
  sealed: boolean;
}

export interface ListSettings {
  enableVersioning: boolean;
  enableMinorVersions: boolean;
  majorVersionLimit: number;
  enableAttachments: boolean;
  enableFolderCreation: boolean;
  enableModeration: boolean;
  contentTypesEnabled: boolean;
  forceCheckout: boolean;
  noCrawl: boolean;
  onQuickLaunch: boolean;
  readSecurity: number;
  writeSecurity: number;
  draftVersionVisibility: number;
  listExperienceOptions: number;
  disableGridEditing: boolean;
  disableCommenting: boolean;
  validationFormula?: string;
  validationMessage?: string;
}

/** What changes with every item, apart from the definition so that it is small to write. */
export interface ListCounters {
  list: string;
  nextItemId: number;
  lastItemModified: number;
  lastItemUserModified: number;
  lastItemDeleted: number;
}

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
}

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
  ItemRecord, 'list' | 'id' | 'version' | 'uiVersion' | 'modified' | 'editorId' | 'contentTypeId' | 'values' | 'place' | 'content'
>;

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
