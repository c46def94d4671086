import { randomUUID } from 'node:crypto';
import { demand, type RequestContext } from '../dispatch/context';
import { invalidRequest, SharePointError, sharePointException } from '../http/errors';
import { changeList } from '../lists/changeLists';
import { rights } from '../permissions/masks';
import type { ContentTypeRecord, ListRecord } from '../state/records';
import { builtInContentTypes, childId, contentTypeKey, isBelow } from './builtIn';

/** A content type of the web, or with its list one of that. */
export interface ContentTypePlace {
  type: ContentTypeRecord;
  list?: ListRecord;
}

/** [A] */
export const contentTypeNotFound = (): SharePointError =>
  new SharePointError(404, '-2147024809, System.ArgumentException', 'The specified content type was not found.');

/** The content types of the web: those of every site and those made here. */
export function webContentTypes(context: RequestContext): ContentTypeRecord[] {
  const own = [...context.store.contentTypes.values()].filter(({ site }) => site === context.site.url).map(({ type }) => type);
  return [...builtInContentTypes(context.web().localeId), ...own].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The folder content type of a list is a child of its own of `0x0120`. */
export const folderContentTypeId = (list: ListRecord): string => childId('0x0120', list.id);

/** The content types of a list: its first one and folders, until somebody has changed that. */
export function listContentTypes(list: ListRecord, context: RequestContext): ContentTypeRecord[] {
  const { contentTypes, baseType, contentTypeId } = context.store.lists.get(list.id) ?? list;
  const named = (parent: string, id: string): ContentTypeRecord[] =>
    builtInContentTypes(context.web().localeId).filter((type) => type.id === parent).map((type) => ({ ...type, id }));
  return contentTypes ?? [...named(baseType === 1 ? '0x0101' : '0x01', contentTypeId), ...named('0x0120', folderContentTypeId(list))];
}

/**
 * The type of a list that an id means: its own, or [A] the first child of a type of the web.
 * @throws SharePointError 400 for one that the list does not have [A]
 */
export function contentTypeOfList(list: ListRecord, id: string, context: RequestContext): ContentTypeRecord {
  const types = listContentTypes(list, context);
  const found = types.find((type) => type.id.toUpperCase() === id.toUpperCase()) ?? types.find((type) => isChild(type.id, id));
  if (!found) {
    throw sharePointException('The content type does not exist in the list.', 400, -2146232832); // [A] text and number
  }
  return found;
}

const isChild = (id: string, parent: string): boolean => isBelow(id, parent) && id.length === parent.length + 34;

/** Adds a type of the web to a list, as a child of its own. */
export function addToList(list: ListRecord, id: string, context: RequestContext): { parent: ContentTypeRecord } {
  demand(context.effective.onList(list), rights.manageLists);
  const parent = webContentTypes(context).find((type) => type.id.toUpperCase() === id.toUpperCase());
  if (!parent) {
    throw contentTypeNotFound();
  }
  const types = listContentTypes(list, context);
  checkName(types, parent.name);
  const type = { ...parent, id: childId(parent.id, randomUUID()) };
  changeList(list, context, (before) => ({ ...before, contentTypes: [...types, type] }));
  return { parent };
}

/**
 * Makes a content type in the web.
 * @throws SharePointError 400 for an id that continues no type or is taken, 500 for a taken name, 403 without Manage Web
 */
export function createContentType(body: Record<string, unknown>, parentId: string | undefined, context: RequestContext): ContentTypePlace {
  demand(context.effective.onWeb(context.web()), rights.manageWeb);
  const types = webContentTypes(context);
  const { StringValue } = (body.Id ?? {}) as { StringValue?: unknown };
  const id = typeof StringValue === 'string' ? `0x${StringValue.slice(2).toUpperCase()}` : childId(parentId ?? '0x01', randomUUID());
  const hasParent = types.some((type) => type.id !== '0x' && type.id.length < id.length && isBelow(id, type.id));
  if (!/^0x(?:[0-9A-F]{2})+$/.test(id) || !hasParent || types.some((type) => type.id.toUpperCase() === id.toUpperCase())) {
    throw invalidRequest('The content type id is not valid.'); // [A]
  }
  const name = String(body.Name ?? '').trim();
  checkName(types, name);
  const type: ContentTypeRecord = {
    id, name, description: String(body.Description ?? ''), group: String(body.Group ?? 'Custom Content Types'), hidden: body.Hidden === true, readOnly: false, sealed: false
  };
  context.store.contentTypes.put({ site: context.site.url, type });
  return { type };
}

function checkName(types: ContentTypeRecord[], name: string): void {
  if (name === '' || types.some((type) => type.name.toLowerCase() === name.toLowerCase())) {
    throw sharePointException(`A duplicate content type "${name}" was found.`, 500, -2130575183); // [A] number
  }
}

/** Keeps a changed type, or with undefined none any more. */
function keep({ type, list }: ContentTypePlace, after: ContentTypeRecord | undefined, context: RequestContext): void {
  if (list) {
    const types = listContentTypes(list, context).flatMap((other) => (other.id !== type.id ? [other] : after ? [after] : []));
    changeList(list, context, (before) => ({ ...before, contentTypes: types }));
  } else if (after) {
    context.store.contentTypes.put({ site: context.site.url, type: after });
  } else {
    context.store.contentTypes.delete(contentTypeKey(context.site.url, type.id));
  }
}

function demandChange({ type, list }: ContentTypePlace, context: RequestContext): void {
  demand(list ? context.effective.onList(list) : context.effective.onWeb(context.web()), list ? rights.manageLists : rights.manageWeb);
  if (type.sealed || (!list && builtInContentTypes(context.web().localeId).some(({ id }) => id === type.id))) {
    throw sharePointException('The content type is part of the site and cannot be changed.'); // [A]
  }
}

export function updateContentType(place: ContentTypePlace, body: Record<string, unknown>, context: RequestContext): ContentTypePlace {
  demandChange(place, context);
  const text = (name: string, otherwise: string): string => (typeof body[name] === 'string' ? String(body[name]) : otherwise);
  const { type } = place;
  const after = { ...type, name: text('Name', type.name), description: text('Description', type.description), group: text('Group', type.group), hidden: body.Hidden === undefined ? type.hidden : body.Hidden === true };
  keep(place, after, context);
  return { ...place, type: after };
}

/** @throws SharePointError 500 for a type in use: by items of its list, or by lists and other types of the web */
export function deleteContentType(place: ContentTypePlace, context: RequestContext): void {
  demandChange(place, context);
  const { type, list } = place;
  const isUsed = list
    ? [...context.store.items.of(list.id).values()].some((item) => item.contentTypeId === type.id)
    : [...context.store.lists.values()].some(({ site, contentTypes }) => site === context.site.url && contentTypes?.some(({ id }) => isBelow(id, type.id))) ||
      webContentTypes(context).some(({ id }) => id !== type.id && isBelow(id, type.id));
  if (isUsed) {
    throw sharePointException('The content type is in use.'); // [A] number
  }
  keep(place, undefined, context);
}
