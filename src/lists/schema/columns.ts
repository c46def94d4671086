import type { PlanRole } from '../../plan/ports/planSetup';
import type { ColumnFormat } from './columnFormats';

/** The kinds of column that the plan's lists use. `DateOnly` is a day, `DateTime` a point in time. */
export type ColumnType =
  | 'Text' | 'Note' | 'Number' | 'Boolean' | 'DateOnly' | 'DateTime' | 'Choice' | 'MultiChoice' | 'User' | 'UserMulti' | 'Lookup' | 'LookupMulti';

/** A column as it is made and as it is read. */
export interface Column {
  /** Internal name, ASCII English; never changes. */
  name: string;
  /** Danish display name. */
  title: string;
  type: ColumnType;
  required?: boolean;
  indexed?: boolean;
  /** No two rows may hold the same value; SharePoint enforces it. Implies an index. */
  unique?: boolean;
  choices?: readonly string[];
  /** People may write a choice of their own. */
  fillIn?: boolean;
  /** The list that a lookup points at. */
  lookup?: ListKey;
  /** Not shown in forms. */
  hidden?: boolean;
  /** How the plain list draws it. */
  format?: ColumnFormat;
}

export type ListKey =
  | 'Initiatives' | 'StrategicEfforts' | 'StatusReports' | 'Meetings' | 'ObsPoints' | 'Decisions' | 'FollowUps' | 'EconomyLines' | 'Settings' | 'Annexes';

/** A view of the plain list. */
export interface ListViewSchema {
  title: string;
  fields: readonly string[];
  /** The inside of a CAML `<Query>`, built by the helpers of caml.ts. */
  query: string;
  rowLimit: number;
}

/** What one must know of a list to find it. */
export interface ListPlace {
  key: ListKey;
  /** Name in the address: `Lists/UplInitiatives`, the library `UplAnnexes`. */
  folder: string;
  /** Danish title of the list. */
  title: string;
  library: boolean;
}

export interface ListSchema extends ListPlace {
  description: string;
  /** Display name of the Title column, and whether it must be filled. */
  titleColumn: { title: string; required: boolean };
  columns: readonly Column[];
  /** The first is the default view. */
  views: readonly ListViewSchema[];
  /** Roles that write here; everybody else reads. */
  writers: readonly PlanRole[];
  /** Writers may add, and change nothing that is there. */
  addOnly: boolean;
}

/** A GUID that the web part gives a row, so that a create whose answer was lost is found again. */
export const clientKey: Column = { name: 'ClientKey', title: 'Klientnøgle', type: 'Text', indexed: true, hidden: true };

/** Rows of the plain view `Alle`. */
export const pageOfRows = 100;
