import type { LocalSite } from '../configuration';
import type { Caller, WebFacts } from '../host';
import type { Html } from '../page/html';
import { localeOf, type Locale } from '../rest/web/locale';
import type { Asking } from './asking';
import type { Words } from './words';

/** Somebody on a page: where, in which language, with what they sent. */
export interface Visit {
  site: LocalSite;
  caller: Caller;
  asking: Asking;
  say: Words;
  facts: WebFacts;
  /** How the web writes numbers and dates. */
  locale: Locale;
  url: URL;
  /** Decoded. */
  path: string;
  /** What a form sent; undefined when the page is only looked at. */
  form?: FormData;
}

/** What comes of a visit: a page, or another address to go to. */
export type Outcome = { kind: 'page'; title: string; status?: number; content: Html } | { kind: 'redirect'; to: string };

export const webLocale = (facts: WebFacts): Locale => localeOf({ localeId: facts.localeId, timeZoneId: facts.timeZone.id });

/** A text of the form, empty where there is none. */
export function sent(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
}

export const allSent = (form: FormData, name: string): string[] => form.getAll(name).filter((value): value is string => typeof value === 'string');

/** The id in `?ID=`; 0, which no item has, when it is none. */
export const askedId = ({ url }: Visit): number => Number(url.searchParams.get('ID') ?? 0) || 0;

/** The name under which SharePoint's own forms carry the digest. */
export const digestName = '__REQUESTDIGEST';
