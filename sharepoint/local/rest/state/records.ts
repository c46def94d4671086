/**
 * What is kept. Records are never changed in place: a write puts a new record in the store, which can then
 * be taken back when the request fails.
 */

export * from './itemRecords';

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
  /** Managed metadata columns: the settings in `<Customization>`, guids in lower case. */
  customization?: Record<string, string>;
  /** Lookup, user and managed metadata columns that hold several values. */
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
  /** Only the site itself writes in it. */
  readOnly?: boolean;
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
  /** The columns that a type of the web has beside those of its parent. */
  fieldLinks?: FieldLinkRecord[];
}

/** A column of a content type. */
export interface FieldLinkRecord {
  /** Id of the column of the web. */
  id: string;
  required: boolean;
  hidden: boolean;
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
  /** What else somebody has set, by the names in REST: kept and given back. */
  others?: Record<string, string | number | boolean | null>;
}

/** What changes with every item, apart from the definition so that it is small to write. */
export interface ListCounters {
  list: string;
  nextItemId: number;
  lastItemModified: number;
  lastItemUserModified: number;
  lastItemDeleted: number;
}
