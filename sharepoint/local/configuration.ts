import type { FaultPlan } from './faults/rules';

/**
 * What the local SharePoint is told when it starts. It knows nothing of any product: sites, accounts,
 * clock and packages all come in here, everything else is made by REST.
 */
export interface LocalSharePointConfiguration {
  /** TCP port on 127.0.0.1; 0 picks a free one. */
  port: number;
  /** The one file that holds the state (SQLite); undefined keeps it in memory only. */
  stateFile?: string;
  /** The people of the tenant. None has any right until a role assignment gives it one. */
  accounts: LocalAccount[];
  sites: LocalSite[];
  /** Login of the account that a browser without a cookie is signed in as. */
  defaultLogin: string;
  /** Where the clock starts (ISO 8601) and ticks on from; undefined is the real time. */
  clockStart?: string;
  /** Paths of the .sppkg files that are installed tenant-wide. */
  packages: string[];
  /** Culture of a browser without a language cookie. */
  defaultLanguage: LocalLanguage;
  /** What goes wrong from the start; undefined is nothing. */
  faults?: FaultPlan;
}

export interface LocalAccount {
  login: string;
  title: string;
  email?: string;
}

export interface LocalSite {
  /** Server-relative, for example `/sites/direktionen`. */
  url: string;
  title: string;
  /** SharePoint's time zone id, 3 = Romance Standard Time. */
  timeZoneId: number;
  /** LCID of the web, 1030 = Danish. */
  localeId: number;
  /** Login of the account in the site's owners group. */
  owner: string;
  pages: LocalPage[];
}

/** A page in Site Pages: the web parts on it, by component id, with their properties. */
export interface LocalPage {
  /** File name, for example `Home.aspx`. */
  name: string;
  title: string;
  webParts: { componentId: string; properties?: Record<string, unknown> }[];
  /** A line shown above the canvas, by language. */
  notice?: Partial<Record<LocalLanguage, string>>;
}

export type LocalLanguage = 'da-dk' | 'en-us';
