import type { RequestContext } from '../dispatch/context';
import { accessDenied, listNotFound } from '../http/errors';
import { grants, rights } from '../permissions/masks';
import type { ListRecord } from '../state/records';
import type { Store } from '../state/store';

type InSite = Pick<RequestContext, 'site'> & { store: Store };

/** All lists of the site, whoever asks. */
export const listsOf = ({ store, site }: InSite): ListRecord[] => [...store.lists.values()].filter((list) => list.site === site.url);

/** The lists the caller may see, by title. */
export function visibleLists(context: RequestContext): ListRecord[] {
  return listsOf(context)
    .filter((list) => mayRead(list, context))
    .sort((one, other) => one.title.localeCompare(other.title));
}

/** A list may be opened by who may read it, and [A] by who may read one of its items for itself. */
export function mayRead(list: ListRecord, context: RequestContext): boolean {
  if (grants(context.effective.onList(list), rights.viewListItems)) {
    return true;
  }
  for (const item of context.store.items.of(list.id).values()) {
    if (item.assignments !== undefined && grants(context.effective.onItem(list, item), rights.viewListItems)) {
      return true;
    }
  }
  return false;
}

/** @throws SharePointError 404 when there is none, or the caller may not see it. */
export function listByTitle(title: string, context: RequestContext): ListRecord {
  const list = listsOf(context).find((candidate) => candidate.title.toLowerCase() === title.toLowerCase());
  if (!list || !mayRead(list, context)) {
    throw listNotFound(title, context.webUrl);
  }
  return list;
}

/** @throws SharePointError 404 when there is none, or the caller may not see it. */
export function listById(id: string, context: RequestContext): ListRecord {
  const list = context.store.lists.get(id);
  if (!list || list.site !== context.site.url || !mayRead(list, context)) {
    throw listNotFound(id, context.webUrl);
  }
  return list;
}

/**
 * The list of which the address is the root folder, or something in it.
 * @throws SharePointError 404 when there is none, 403 when the caller may not see it [A].
 */
export function listByUrl(url: string, context: RequestContext): ListRecord {
  const origin = context.origin();
  const relative = (url.startsWith(origin) ? url.slice(origin.length) : url).replace(/\/+$/, '').toLowerCase();
  const list = listsOf(context).find((candidate) => relative === candidate.url.toLowerCase() || relative.startsWith(`${candidate.url.toLowerCase()}/`));
  if (!list) {
    throw listNotFound(url, context.webUrl);
  }
  if (!mayRead(list, context)) {
    throw accessDenied();
  }
  return list;
}
