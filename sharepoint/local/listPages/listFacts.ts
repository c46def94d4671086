import { maskOf } from '../rest/permissions/masks';
import { literal, type Asking } from './asking';

/** A column as REST describes it; what only some kinds have is optional. */
export interface Column {
  InternalName: string;
  EntityPropertyName: string;
  Title: string;
  Description: string;
  TypeAsString: string;
  Hidden: boolean;
  ReadOnlyField: boolean;
  Required: boolean;
  SchemaXml: string;
  DefaultValue: string | null;
  Choices?: string[];
  FillInChoice?: boolean;
  AllowMultipleValues?: boolean;
  IsDependentLookup?: boolean;
  LookupList?: string;
  LookupField?: string;
  /** 0 people only, 1 groups too. */
  SelectionMode?: number;
  NumberOfLines?: number;
  MaxLength?: number;
  ShowAsPercentage?: boolean;
  /** Of a date: 0 without time. */
  DisplayFormat?: number;
}

export interface View {
  Id: string;
  Title: string;
  ServerRelativeUrl: string;
  Hidden: boolean;
}

/** A list as its pages need it. */
export interface ListFacts {
  title: string;
  description: string;
  /** Server-relative address of the list. */
  url: string;
  /** Where its pages lie. */
  pagesUrl: string;
  isLibrary: boolean;
  hasAttachments: boolean;
  hasVersions: boolean;
  defaultViewUrl: string;
  views: View[];
  columns: Column[];
  /** The start of every REST path below the list. */
  api: string;
  may: Rights;
}

export interface Permissions { High: string; Low: string }

/** What of a list or item is offered. */
export interface Rights { add: boolean; edit: boolean; remove: boolean }

/** The list a page lies in. @throws Refused 404, 403 */
export function readList(pagePath: string, asking: Asking): ListFacts {
  const folder = pagePath.slice(0, pagePath.lastIndexOf('/'));
  const api = `web/GetList(${literal(folder.replace(/\/Forms$/i, ''))})`;
  const list = asking.get<{
    Title: string; Description: string; BaseType: number; EnableAttachments: boolean; EnableVersioning: boolean; DefaultViewUrl: string; EffectiveBasePermissions: Permissions; RootFolder: { ServerRelativeUrl: string };
  }>(`${api}?$select=Title,Description,BaseType,EnableAttachments,EnableVersioning,DefaultViewUrl,EffectiveBasePermissions,RootFolder/ServerRelativeUrl&$expand=RootFolder`);
  const url = list.RootFolder.ServerRelativeUrl;
  const isLibrary = list.BaseType === 1;
  return {
    title: list.Title, description: list.Description, url, pagesUrl: isLibrary ? `${url}/Forms` : url, isLibrary, api,
    hasAttachments: list.EnableAttachments && !isLibrary, hasVersions: list.EnableVersioning, defaultViewUrl: list.DefaultViewUrl,
    views: asking.rows<View>(`${api}/views?$select=Id,Title,ServerRelativeUrl,Hidden`),
    columns: asking.rows<Column>(`${api}/fields`),
    may: rightsOf(list.EffectiveBasePermissions)
  };
}

const bits = { add: 1, edit: 2, remove: 3 } as const;

export function rightsOf({ High, Low }: Permissions): Rights {
  const mask = maskOf(Number(High), Number(Low));
  const has = (bit: number): boolean => (mask >> BigInt(bit)) % 2n === 1n;
  return { add: has(bits.add), edit: has(bits.edit), remove: has(bits.remove) };
}

/** The rights on one row, as a rendered row carries them. */
export const rightsOfRow = (permMask: string): Rights => {
  const mask = BigInt(permMask);
  return rightsOf({ High: String(mask >> 32n), Low: String(mask % 2n ** 32n) });
};

export type Form = 'New' | 'Edit' | 'Display';

const notInForms = new Set(['Attachments', 'Computed', 'File', 'ContentTypeId', 'Guid', 'ModStat']);

/** The columns of a form, in the list's order. What is read-only is only shown. */
export function columnsOf(list: ListFacts, form: Form): Column[] {
  return list.columns.filter((column) => {
    const isOwn = !column.Hidden && !notInForms.has(column.TypeAsString) && !new RegExp(`ShowIn${form}Form="FALSE"`, 'i').test(column.SchemaXml);
    const isShown = column.TypeAsString === 'Calculated' || column.IsDependentLookup === true;
    return isOwn && (isShown ? form === 'Display' : !column.ReadOnlyField);
  });
}

export const isPerson = ({ TypeAsString }: Column): boolean => TypeAsString === 'User' || TypeAsString === 'UserMulti';
export const isLookup = ({ TypeAsString }: Column): boolean => TypeAsString === 'Lookup' || TypeAsString === 'LookupMulti';

/** True for a column that holds several values. */
export const isMultiple = (column: Column): boolean => column.TypeAsString === 'MultiChoice' || column.AllowMultipleValues === true;
