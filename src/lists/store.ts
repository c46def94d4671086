import '@pnp/sp/webs';
import { SPQueryable } from '@pnp/sp';
import type { Instant, TimeZone } from '../plan/calendar';
import type { Person } from '../plan/person';
import type { PlanStore } from '../plan/ports/planStore';
import type { Connection } from './connection';
import { reading } from './errors';
import { personColumns, personOf, type PersonRow } from './mapping/person';
import { readChanges } from './readChanges';
import { readEarlier } from './readEarlier';
import { readHistory, readMonth, refreshMonth } from './readMonth';
import { readOpening } from './readOpening';
import { readSite, type WebRow } from './readSite';
import type { Writing } from './write/listWriter';
import { closeObs, raiseObs, rewriteObs, saveObs } from './write/obsPoints';
import { createStatus, restoreStatus, saveDraft, submitStatus } from './write/statuses';

/**
 * The plan in SharePoint lists.
 * @param now today and the time, from the one place that the page has it from
 * @param web what the page has brought of the site; the first reading is spared asking for it
 */
export function createPlanStore(connection: Connection, now: () => Date, web?: WebRow): PlanStore {
  // The site as it was last asked for; one that could not be read is forgotten, so that the next question asks anew.
  let site: ReturnType<typeof readSite> | undefined;
  const remember = (read: ReturnType<typeof readSite>): ReturnType<typeof readSite> => {
    const before = site;
    site = read;
    read.catch(() => { site = site === read ? before : site; });
    return read;
  };
  // It is as old as the page: good for the first reading, asked for in those that follow.
  let brought = web;
  const takeBrought = (): WebRow | undefined => {
    const taken = brought;
    brought = undefined;
    return taken;
  };
  const askForSite = (planYear: string | undefined): ReturnType<typeof readSite> => remember(readSite(connection, planYear, { now, web: takeBrought() }));
  const timeZone = async (): Promise<TimeZone> => (await (site ?? askForSite(undefined))).timeZone;
  const writing = async (): Promise<Writing> => ({ connection, timeZone: await timeZone() });
  /** Whole seconds in UTC, as SharePoint keeps them. */
  const time = (): Instant => `${now().toISOString().slice(0, 19)}Z`;
  return {
    site: askForSite,
    opening: (expected, chosenYear) => {
      const read = readOpening(connection, expected, chosenYear, now, takeBrought());
      remember(read.site);
      return read;
    },
    month: async (planYear, period) => readMonth(connection, planYear, period, timeZone()),
    refreshMonth: async (known, changed) => refreshMonth(connection, known, changed, await timeZone()),
    earlier: (months) => readEarlier(connection, months),
    history: async (initiativeId) => readHistory(connection, initiativeId, await timeZone()),
    person: (id) => reading(() => readPerson(connection, `getUserById(${id})`)),
    whoIsSignedIn: () => reading(() => readPerson(connection, 'currentUser')),
    changes: () => readChanges(connection),
    submitStatus: async (base, texts, onBehalfOf) => submitStatus(await writing(), base, texts, onBehalfOf, time()),
    saveDraft: async (base, texts, onBehalfOf) => saveDraft(await writing(), base, texts, onBehalfOf),
    createStatus: async (start, texts, onBehalfOf, state = 'Submitted') => createStatus(await writing(), start, texts, onBehalfOf, state, time()),
    restoreStatus: async (saved, before) => restoreStatus(await writing(), saved, before),
    raiseObs: async (start, texts, clientKey) => raiseObs(await writing(), start, texts, clientKey),
    saveObs: async (base, texts) => saveObs(await writing(), base, texts),
    closeObs: async (base, closedPeriod, closingText) => closeObs(await writing(), base, closedPeriod, closingText),
    rewriteObs: async (base, texts) => rewriteObs(await writing(), base, texts)
  };
}

async function readPerson({ sp }: Connection, path: string): Promise<Person> {
  return personOf(await SPQueryable(sp.web, path).select(...personColumns)<PersonRow>());
}
