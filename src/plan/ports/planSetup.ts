/** A group of the site, offered for a role. */
export interface SiteGroup {
  id: number;
  title: string;
}

/** The roles that setup maps to groups. */
export const planRoles = ['finance', 'directors', 'chiefs', 'readers'] as const;
export type PlanRole = (typeof planRoles)[number];

/** Ids of the site's principals (groups or people) by role. */
export type RoleGroups = Record<PlanRole, number[]>;

/** Who can have a role: a person, a group of the directory (Entra) or a group of the site. */
export interface Principal {
  /** Id in the site; undefined for one that was found in the directory and is not on the site yet. */
  id?: number;
  title: string;
  kind: 'person' | 'directoryGroup' | 'siteGroup';
  loginName: string;
}

/** How a list of the site differs from what the plan needs. `fixable`: the setup mends it; otherwise a person must. */
export interface ListDifference {
  kind:
    | 'listMissing' | 'titleDiffers' | 'versioningOff' | 'attachmentsOn'
    | 'columnMissing' | 'wrongType' | 'wrongTarget' | 'richTextOn' | 'requiredDiffers' | 'indexMissing' | 'uniqueOff' | 'choiceMissing'
    | 'viewMissing' | 'viewDiffers' | 'formatDiffers' | 'settingMissing';
  /** Internal name of the column, title of the view or key of the setting that it is about. */
  name?: string;
  /** What is there, where that helps whoever must mend it. */
  found?: string;
  wanted?: string;
  fixable: boolean;
}

export interface ListComparison {
  /** Internal key, `StatusReports`. */
  key: string;
  title: string;
  /** Server-relative address. */
  url: string;
  differences: ListDifference[];
  /** Another list holds the title that this one is to have: it must be renamed by hand before. */
  titleTakenBy?: string;
  /** Rows, indexes in use; undefined where the list is missing. */
  health?: { rows: number; indexes: number; versions: number };
}

/** What somebody may do with a list, from nothing to everything. `more`: may also delete or change the list itself. */
export const accessLevels = ['none', 'read', 'add', 'contribute', 'more', 'full'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** One list and one principal: what is, and what would be after applying the roles. */
export interface AccessCell {
  principal: string;
  now: AccessLevel;
  after: AccessLevel;
}

export interface AccessRow {
  list: string;
  /** The list still follows the site's permissions. */
  inherits: boolean;
  cells: AccessCell[];
}

/** What the owner must know of the permissions; each has its own text. */
export interface AccessWarning {
  kind: 'keepsMore' | 'chiefsWriteObs' | 'noDirectors' | 'emptyGroup' | 'inherits' | 'notLookedInto';
  list?: string;
  principal?: string;
}

/** The whole check: nothing on the site is changed by it. */
export interface SetupCheck {
  lists: ListComparison[];
  /** Version of the lists on the site, and the one that this package makes. `found` undefined: not set up yet. */
  schemaVersion: { found?: number; wanted: number };
  /** Who has which role, as the lists' own permissions say. */
  roles: Record<PlanRole, Principal[]>;
  access: AccessRow[];
  warnings: AccessWarning[];
}

/** One step of the setup as it is carried out. */
export interface SetupStep {
  list: string;
  step: 'list' | 'columns' | 'settings' | 'views' | 'look' | 'permissions' | 'rows' | 'version';
  /** `made`: something was created or changed; `kept`: it was as it should be. */
  outcome: 'made' | 'kept';
}

export interface SetupProgress {
  done: number;
  total: number;
  step: SetupStep;
}

/** Makes, compares and mends the lists on the site; idempotent, and an interrupted run is finished by the next. Rejects with a PlanError. */
export interface PlanSetup {
  groups(): Promise<SiteGroup[]>;
  /** Looks, and changes nothing. @param roles what the matrix is to show as coming; without it the roles as they are */
  check(roles?: Record<PlanRole, Principal[]>): Promise<SetupCheck>;
  /** People and groups of the directory and the site whose name or address fits. */
  findPrincipals(words: string): Promise<Principal[]>;
  /** Makes sure that principals are known to the site. @returns their ids by role */
  resolve(roles: Record<PlanRole, Principal[]>): Promise<RoleGroups>;
  /**
   * Makes and mends; never deletes a column or a row. What was made until a rejection stays.
   * @param stop asked after each step whether to end there
   */
  run(groups: RoleGroups, onProgress: (progress: SetupProgress) => void, stop: () => boolean): Promise<SetupStep[]>;
}

