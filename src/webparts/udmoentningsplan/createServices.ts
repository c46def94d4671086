import { connectFromPage } from '../../lists/connection';
import type { KnownDigest } from '../../lists/digest';
import type { WebRow } from '../../lists/readSite';
import { createPlanStore } from '../../lists/store';
import type { PlanServices } from '../../views/shared/services';

/** What the shell knows of the page and of itself. */
export interface ShellSettings {
  siteUrl: string;
  /** Empty: the newest. */
  planYear: string;
  openWith: string;
  version: string;
  /** What the page has brought for writing to this site; undefined: asked for when it is needed. */
  digest: KnownDigest | undefined;
  /** What the page has brought of the site; undefined: asked for. */
  web: WebRow | undefined;
}

/** Puts the SharePoint adapters together for the views. The one place where today comes from. */
export function createServices({ siteUrl, planYear, openWith, version, digest, web }: ShellSettings): PlanServices {
  const connection = connectFromPage(siteUrl, digest);
  const now = (): Date => new Date();
  return {
    store: createPlanStore(connection, now, web),
    loadSetup: async () => (await import(/* webpackChunkName: 'setup' */ '../../lists/setup/setup')).createPlanSetup(connection),
    loadMeetings: async (timeZone) => (await import(/* webpackChunkName: 'meetings' */ '../../lists/meetings/meetingStore')).createMeetingStore(connection, timeZone),
    loadRounds: async (timeZone) => (await import(/* webpackChunkName: 'rounds' */ '../../lists/rounds/roundStore')).createRoundStore(connection, timeZone, now),
    loadInitiatives: async (timeZone) => (await import(/* webpackChunkName: 'initiatives' */ '../../lists/initiatives/initiativeStore')).createInitiativeStore(connection, timeZone),
    loadImport: async (timeZone) => (await import(/* webpackChunkName: 'import' */ '../../lists/import/planImport')).createPlanImport(connection, timeZone, now),
    loadStrategy: async (timeZone) => (await import(/* webpackChunkName: 'strategy' */ '../../lists/strategy/strategyStore')).createStrategyStore(connection, timeZone),
    loadEconomy: async (timeZone) => (await import(/* webpackChunkName: 'economy' */ '../../lists/economy/economyStore')).createEconomyStore(connection, timeZone),
    loadAnnexes: async (timeZone) => (await import(/* webpackChunkName: 'annexes' */ '../../lists/annexes/annexStore')).createAnnexStore(connection, timeZone, now),
    loadNextYear: async (timeZone) => (await import(/* webpackChunkName: 'nextYear' */ '../../lists/nextYear/nextYearStore')).createNextYearStore(connection, timeZone),
    now, openWith, version,
    planYear: planYear || undefined
  };
}

/** A site of this tenant by its whole address. Another host would be another tenant, where the page's sign-in means nothing. */
export function isUsableSiteUrl(text: string): boolean {
  try {
    const url = new URL(text);
    return url.origin === window.location.origin && /^\/(sites|teams)\/[^/]+/.test(url.pathname);
  } catch {
    return false;
  }
}
