import { callerId, demand, type RequestContext } from '../dispatch/context';
import { accessDenied, invalidRequest, listTitleTaken } from '../http/errors';
import { checkFormula } from '../formulas/check';
import { purgeItem } from '../items/changeItems';
import { rights } from '../permissions/masks';
import type { ListRecord, ListSettings } from '../state/records';
import { listsOf } from './findLists';
import { isLibraryTemplate, newList } from './newList';

/** Puts a changed list in the store and counts its version up. */
export function changeList(list: ListRecord, context: RequestContext, change: (before: ListRecord) => ListRecord): ListRecord {
  const before = context.store.lists.get(list.id) ?? list;
  const after = { ...change(before), version: before.version + 1 };
  context.store.lists.put(after);
  return after;
}

/** What a body may say of a new list, by the names of `$metadata`. */
export interface ListBody {
  title: string;
  description: string;
  baseTemplate: number;
  /** Folder name or path from the web; undefined makes it from the title. */
  url?: string;
  /** Every other property, which is applied as an update. */
  properties: Record<string, unknown>;
}

/**
 * Creates a list. Its address comes from the title it is created with, and stays.
 * @throws SharePointError as checkTitle, 403 without Manage Lists.
 */
export function createList(body: ListBody, context: RequestContext): ListRecord {
  const web = context.web();
  demand(context.effective.onWeb(web), rights.manageLists);
  const siblings = listsOf(context);
  checkTitle(body.title, siblings);
  const folder = body.url ?? folderName(body.title);
  const prefix = isLibraryTemplate(body.baseTemplate) || folder.includes('/') ? '' : 'Lists/';
  const url = freeUrl(`${context.site.url}/${prefix}${folder}`, siblings);
  const created = newList({
    site: context.site.url, url, title: body.title, description: body.description, baseTemplate: body.baseTemplate,
    localeId: web.localeId, authorId: callerId(context), now: context.now
  });
  const list = applyProperties(created.list, body.properties, context);
  context.store.lists.put(list);
  context.store.counters.put(created.counters);
  return list;
}

const longestTitle = 255;

/** @throws SharePointError 400 for none and one that is too long, 500 for one that another list has */
function checkTitle(title: string, others: ListRecord[]): void {
  if (title.trim() === '') {
    throw invalidRequest('The list title must not be empty.'); // [A]
  }
  if (title.length > longestTitle) {
    throw invalidRequest(`The list title must not be longer than ${longestTitle} characters.`); // [A] text
  }
  if (others.some((list) => list.title.toLowerCase() === title.toLowerCase())) {
    throw listTitleTaken();
  }
}

const folderName = (title: string): string => title.replace(/[~#%&*{}\\:<>?/+|"']/g, '').trim();

/** [A] An address that is taken by a renamed list gets a number. */
function freeUrl(url: string, siblings: ListRecord[]): string {
  const taken = (candidate: string): boolean => siblings.some((list) => list.url.toLowerCase() === candidate.toLowerCase());
  let free = url;
  for (let number = 1; taken(free); number++) {
    free = `${url}${number}`;
  }
  return free;
}

/** Changes a list by its properties. @throws SharePointError 403 without Manage Lists, else as checkTitle. */
export function updateList(list: ListRecord, body: Record<string, unknown>, context: RequestContext): ListRecord {
  demand(context.effective.onList(list), rights.manageLists);
  if (typeof body.Title === 'string') {
    checkTitle(body.Title, listsOf(context).filter(({ id }) => id !== list.id));
  }
  return changeList(list, context, (before) => applyProperties(before, body, context));
}

const settingOf: Record<string, keyof ListSettings> = {
  EnableVersioning: 'enableVersioning', EnableMinorVersions: 'enableMinorVersions', MajorVersionLimit: 'majorVersionLimit',
  EnableAttachments: 'enableAttachments', EnableFolderCreation: 'enableFolderCreation', EnableModeration: 'enableModeration',
  ContentTypesEnabled: 'contentTypesEnabled', ForceCheckout: 'forceCheckout', NoCrawl: 'noCrawl', OnQuickLaunch: 'onQuickLaunch',
  ReadSecurity: 'readSecurity', WriteSecurity: 'writeSecurity', DraftVersionVisibility: 'draftVersionVisibility',
  ListExperienceOptions: 'listExperienceOptions', DisableGridEditing: 'disableGridEditing', DisableCommenting: 'disableCommenting',
  ValidationFormula: 'validationFormula', ValidationMessage: 'validationMessage'
};

/** Properties that SharePoint takes without keeping anything that is asked for here. */
const withoutEffect = new Set(['AllowContentTypes', 'BaseTemplate', 'TemplateFeatureId']);

/** Properties that are kept and given back, and change nothing else here. */
export const keptProperties = [
  'Color', 'CrawlNonDefaultViews', 'DefaultContentApprovalWorkflowId', 'DefaultDisplayFormUrl', 'DefaultEditFormUrl', 'DefaultItemOpenInBrowser', 'DefaultItemOpenUseListSetting', 'DefaultNewFormUrl',
  'Direction', 'EnableAssignToEmail', 'EnableRequestSignOff', 'ExcludeFromOfflineClient', 'ExcludeFromOfflineMode', 'Icon', 'ImageUrl', 'IrmEnabled', 'IrmExpire', 'IrmReject', 'IsApplicationList',
  'ListFormCustomized', 'MajorWithMinorVersionsLimit', 'MultipleDataList', 'ParserDisabled'
] as const;
const isKept = new Set<string>(keptProperties);

function applyProperties(list: ListRecord, body: Record<string, unknown>, context: RequestContext): ListRecord {
  let changed = list;
  for (const [name, value] of Object.entries(body)) {
    const setting = settingOf[name];
    if (setting !== undefined) {
      changed = { ...changed, settings: { ...changed.settings, [setting]: value === '' ? undefined : value ?? undefined } };
    } else if (name === 'Title' && typeof value === 'string') {
      changed = { ...changed, title: value };
    } else if (name === 'Description') {
      changed = { ...changed, description: String(value ?? '') };
    } else if (name === 'Hidden') {
      changed = { ...changed, hidden: value === true };
    } else if (isKept.has(name)) {
      changed = { ...changed, settings: { ...changed.settings, others: { ...changed.settings.others, [name]: value as string | number | boolean | null } } };
    } else if (!withoutEffect.has(name)) {
      throw invalidRequest(`The property '${name}' of a list cannot be set.`); // [A]
    }
  }
  checkSecurity(changed, context);
  const { validationFormula } = changed.settings;
  if (validationFormula !== undefined && validationFormula !== list.settings.validationFormula) {
    checkFormula(validationFormula, { fields: changed.fields, isCalculated: false });
  }
  return changed;
}

/** Items of one's own and unique columns exclude each other [D]. */
function checkSecurity(list: ListRecord, context: RequestContext): void {
  const { readSecurity, writeSecurity } = list.settings;
  if (![1, 2].includes(readSecurity) || ![1, 2, 4].includes(writeSecurity)) {
    throw invalidRequest('Specified argument was out of the range of valid values.'); // [A]
  }
  if ((readSecurity !== 1 || writeSecurity !== 1) && list.fields.some((field) => field.unique)) {
    throw invalidRequest(`The list at ${context.webUrl} has a column with unique values, so item-level permissions are not allowed.`); // [A]
  }
}

/** Deletes a list for good, with everything in it. @throws SharePointError 403 without Manage Lists, or for a list of the site's own. */
export function deleteList(list: ListRecord, context: RequestContext): void {
  demand(context.effective.onList(list), rights.manageLists);
  if (list.url.includes('/_catalogs/')) {
    throw accessDenied();
  }
  context.store.lists.delete(list.id);
  dropItems(list, context);
}

/** Forgets everything that was in a list. */
export function dropItems(list: ListRecord, context: RequestContext): void {
  for (const item of [...context.store.items.of(list.id).values()]) {
    context.store.items.delete(list.id, item.id);
    purgeItem(item, context);
  }
  context.store.counters.delete(list.id);
  [...context.store.subscriptions.values()].filter((subscription) => subscription.list === list.id).forEach(({ id }) => context.store.subscriptions.delete(id));
  [...context.store.customActions.values()].filter(({ owner }) => owner === list.id).forEach(({ id }) => context.store.customActions.delete(id));
}
