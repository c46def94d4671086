import { randomBytes, randomUUID } from 'node:crypto';
import { builtInFields } from '../fields/builtIn';
import { internalNameOf } from '../fields/kinds';
import type { ListCounters, ListRecord, ListSettings, ViewRecord } from '../state/records';

export interface NewList {
  site: string;
  /** Server-relative address of the root folder. */
  url: string;
  title: string;
  description: string;
  baseTemplate: number;
  hidden?: boolean;
  localeId: number;
  authorId: number;
  now: number;
}

/** Templates of document libraries; everything else is a list. */
const libraryTemplates = new Set([101, 109, 119, 850, 851]);

export const isLibraryTemplate = (template: number): boolean => libraryTemplates.has(template);

/** A list as it is right after it has been created. */
export function newList(wanted: NewList): { list: ListRecord; counters: ListCounters } {
  const baseType = isLibraryTemplate(wanted.baseTemplate) ? 1 : 0;
  const id = randomUUID();
  const contentTypeId = `${baseType === 1 ? '0x010100' : '0x0100'}${randomBytes(16).toString('hex').toUpperCase()}`;
  const list: ListRecord = {
    site: wanted.site,
    id,
    url: wanted.url,
    title: wanted.title,
    description: wanted.description,
    entityTypeName: entityTypeName(wanted.url.slice(wanted.url.lastIndexOf('/') + 1), baseType),
    baseTemplate: wanted.baseTemplate,
    baseType,
    hidden: wanted.hidden ?? false,
    created: wanted.now,
    authorId: wanted.authorId,
    rootFolderId: randomUUID(),
    contentTypeId,
    settings: newSettings(baseType),
    fields: builtInFields(wanted.baseTemplate, baseType, wanted.localeId),
    views: [firstView(baseType, wanted.localeId)],
    version: 1
  };
  return {
    list,
    counters: { list: id, nextItemId: 1, lastItemModified: wanted.now, lastItemUserModified: wanted.now, lastItemDeleted: wanted.now }
  };
}

/** `TasksList` for Lists/Tasks, `Shared_x0020_Documents` for a library. */
function entityTypeName(folder: string, baseType: number): string {
  const name = [...folder].map((character) => internalNameOf(`a${character}`).slice(1)).join('');
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return baseType === 1 ? capital : `${capital}List`;
}

const newSettings = (baseType: number): ListSettings => ({
  // SharePoint Online creates lists with versioning on.
  enableVersioning: true,
  enableMinorVersions: false,
  majorVersionLimit: baseType === 1 ? 500 : 50,
  enableAttachments: baseType !== 1,
  enableFolderCreation: baseType === 1,
  enableModeration: false,
  contentTypesEnabled: false,
  forceCheckout: false,
  noCrawl: false,
  onQuickLaunch: false,
  readSecurity: 1,
  writeSecurity: 1,
  draftVersionVisibility: 0,
  listExperienceOptions: 0,
  disableGridEditing: false,
  disableCommenting: false
});

function firstView(baseType: number, localeId: number): ViewRecord {
  const isDanish = localeId === 1030;
  return {
    id: randomUUID(),
    title: baseType === 1 ? (isDanish ? 'Alle dokumenter' : 'All Documents') : (isDanish ? 'Alle elementer' : 'All Items'),
    fileName: 'AllItems.aspx',
    query: baseType === 1 ? '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>' : '',
    fields: baseType === 1 ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
    rowLimit: 30,
    paged: true,
    isDefault: true,
    hidden: false,
    scope: 0,
    viewType: 'HTML',
    baseViewId: '1'
  };
}
