import type { TimelinePipe } from '@pnp/core';
import { DefaultParse, type Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, spfi, type SPFI } from '@pnp/sp';
import type { KnownDigest } from './digest';
import { sendRequests } from './sendRequests';

/** The way to the site that holds the plan. */
export interface Connection {
  sp: SPFI;
  /** Absolute address of the site, without a slash at the end. */
  siteUrl: string;
  /** Its server-relative part, `/sites/direktionen`. */
  sitePath: string;
}

/**
 * Connects to a site. PnPjs' ready-made `SPFx()` is not used: it repeats any request that failed, and a create
 * that is repeated blindly makes a row twice. Here reads are repeated, writes never.
 * @param siteUrl absolute address of the site
 * @param behaviours what a program adds to sign in; a page is signed in by its cookie, and its writes by the digest
 */
export function connect(siteUrl: string, ...behaviours: TimelinePipe<Queryable>[]): Connection {
  const { sp, ...place } = connectFromPage(siteUrl, undefined);
  behaviours.forEach((behaviour) => sp.using(behaviour));
  return { sp, ...place };
}

/** The same from a page that SharePoint has served. @param digest what it wrote into the page for writing to this site */
export function connectFromPage(siteUrl: string, digest: KnownDigest | undefined): Connection {
  const url = siteUrl.replace(/\/$/, '');
  const sp = spfi(url).using(DefaultHeaders(), DefaultInit(), sendRequests(url, digest), DefaultParse());
  return { sp, siteUrl: url, sitePath: decodeURI(new URL(url).pathname) };
}
