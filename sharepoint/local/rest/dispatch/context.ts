import type { LocalSite } from '../../configuration';
import type { Caller } from '../../host';
import { accessDenied } from '../http/errors';
import type { Digests } from '../http/digest';
import type { Metadata } from '../metadata/model';
import { effectivePermissions, type Effective } from '../permissions/effective';
import { grants, rights } from '../permissions/masks';
import type { WebRecord } from '../state/records';
import type { Store } from '../state/store';
import { accountOfClaim, claimOf, ensurePrincipal, principalByLogin } from '../users/principals';
import type { LocalAccount } from '../../configuration';

/** What stays the same over all requests. */
export interface Services {
  store: Store;
  metadata: Metadata;
  digests: Digests;
  accounts: readonly LocalAccount[];
  sites: readonly LocalSite[];
  now(): number;
  origin(): string;
  manifests(): readonly unknown[];
  /** Whether an address that wants to be told of changes has answered. */
  answersValidation(notificationUrl: string): boolean;
  /** True in test runs: answers are held against `$metadata` before they are sent. */
  strict: boolean;
}

/** One request: who asks, where, when, with which rights. */
export interface RequestContext extends Omit<Services, 'now'> {
  site: LocalSite;
  caller: Caller;
  /** The caller's id in the site, undefined when the site has never heard of the account. */
  userId: number | undefined;
  /** Milliseconds since 1970: the server's clock, or the time a history is replayed at. */
  now: number;
  /** `https://host/sites/x` */
  webUrl: string;
  effective: Effective;
  /** The query options of the address, for functions that read more of them than their parameters. */
  query: ReadonlyMap<string, string>;
  web(): WebRecord;
}

export function createContext(services: Services, site: LocalSite, caller: Caller, replayedAt: number | undefined): RequestContext {
  const { store } = services;
  const userId = principalByLogin(store, site.url, claimOf(caller.account.login))?.id;
  return {
    ...services,
    site,
    caller,
    userId,
    now: replayedAt ?? services.now(),
    webUrl: services.origin() + site.url,
    effective: effectivePermissions(store, site.url, userId),
    query: new Map(),
    web: () => {
      const web = store.webs.get(site.url);
      if (!web) {
        throw new Error(`There is no web at ${site.url}.`);
      }
      return web;
    }
  };
}

/** Refuses an account that has no right at all on the site, and lets the site know the others. */
export function enterSite(context: RequestContext): RequestContext {
  if (!grants(context.effective.onWeb(context.web()), rights.open)) {
    throw accessDenied();
  }
  if (context.userId !== undefined) {
    return context;
  }
  const account = accountOfClaim(context.accounts, claimOf(context.caller.account.login));
  const userId = account ? ensurePrincipal(context, account).id : undefined;
  return { ...context, userId, effective: effectivePermissions(context.store, context.site.url, userId) };
}

/** The caller's id. @throws SharePointError 403 for an account without one. */
export function callerId(context: RequestContext): number {
  if (context.userId === undefined) {
    throw accessDenied();
  }
  return context.userId;
}

/** @throws SharePointError 403 unless the mask grants the right. */
export function demand(mask: bigint, right: bigint): void {
  if (!grants(mask, right)) {
    throw accessDenied();
  }
}
