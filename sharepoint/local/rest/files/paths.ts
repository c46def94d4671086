import type { RequestContext } from '../dispatch/context';
import { nameNotPermitted, otherWeb, pathTooLong } from './refusals';

const longestPath = 400;
const longestName = 255;

/**
 * A path as clients give it (absolute, server-relative, or from the web) as server-relative address without a slash at its end.
 * @throws SharePointError 500 for one outside the web
 */
export function serverRelative(path: string, context: RequestContext): string {
  const origin = context.origin();
  const bare = (path.toLowerCase().startsWith(origin.toLowerCase()) ? path.slice(origin.length) : path).replace(/\/+$/, '');
  const full = bare.startsWith('/') ? bare : `${context.site.url}${bare === '' ? '' : `/${bare}`}`;
  const [web, wanted] = [context.site.url.toLowerCase(), full.toLowerCase()];
  if (wanted !== web && !wanted.startsWith(`${web}/`)) {
    throw otherWeb();
  }
  return full;
}

/** The older `…Url` functions take escapes in their text; [A] text that is none is taken as it is. */
export function unescaped(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names that SharePoint Online keeps for itself or Windows. */
const reserved = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini|forms)$/i;

/**
 * Refuses what SharePoint does not accept as the name of a file or folder.
 * @throws SharePointError 400
 */
export function checkName(name: string, dir: string): void {
  const hasControl = [...name].some((character) => character < ' ');
  const isOdd = name.trim() === '' || name !== name.trim() || name.endsWith('.') || name.startsWith('~$');
  if (hasControl || isOdd || /["*:<>?/\\|]/.test(name) || /_vti_/i.test(name) || reserved.test(name)) {
    throw nameNotPermitted();
  }
  // Counted from the site on, without the slash in front [A].
  if (name.length > longestName || `${dir}/${name}`.length - 1 > longestPath) {
    throw pathTooLong();
  }
}
