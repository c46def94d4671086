import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalAccount, LocalLanguage, LocalSite } from './configuration';

/** Who asks, found once at the door (server.ts) from cookie, `?as=` or `Authorization: Bearer as:<login>`. */
export interface Caller {
  account: LocalAccount;
  language: LocalLanguage;
  /** True for bearer callers: they need no digest, as app and user tokens in SharePoint. */
  bearer: boolean;
}

/** What the page needs to know of the REST side to write `spPageContextInfo`. */
export interface WebFacts {
  siteId: string;
  webId: string;
  title: string;
  /** Id of the caller in the web's user information list. */
  userId: number;
  /** The caller's effective permissions on the web, as two unsigned 32-bit halves. */
  permissions: { high: number; low: number };
  isSiteAdmin: boolean;
  formDigestValue: string;
  formDigestTimeoutSeconds: number;
  /** The server's clock, in ms since 1970. */
  now: number;
  timeZone: { id: number; description: string; bias: number; standardBias: number; daylightBias: number };
  localeId: number;
}

/** A REST request that a page makes on the server, for whoever looks at it. */
export interface Asked {
  method?: 'GET' | 'POST';
  /** What follows `/_api/`, with its query. */
  path: string;
  /** An object goes as JSON, bytes as they are. */
  body?: unknown;
  /** Needed by browsers' writes. */
  digest?: string;
}

/** The REST side as the page sees it. */
export interface RestSide {
  /** @throws SharePointError (status 403) for an account that has no right on the site. */
  webFacts(site: LocalSite, caller: Caller): WebFacts;
  /** Answers a request under `/_api/` or `/_vti_bin/`. */
  handle(request: IncomingMessage, response: ServerResponse, site: LocalSite, caller: Caller): Promise<void>;
  /** What REST would answer to the caller, with the same rights and rules. */
  ask(asked: Asked, site: LocalSite, caller: Caller): { status: number; json: unknown };
  /** Sends the document at a server-relative address; false when there is none. */
  download(path: string, response: ServerResponse, site: LocalSite, caller: Caller): boolean;
}

/** The page side: pages, runtime scripts and package assets. True when it has answered. */
export interface PageSide {
  handle(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<boolean>;
  /** The manifests that `GetClientSideComponents` answers. */
  manifests(): readonly unknown[];
}
