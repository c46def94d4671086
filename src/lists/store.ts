import '@pnp/sp/webs';
import { SPQueryable } from '@pnp/sp';
import type { TimeZone } from '../plan/calendar';
import type { Person } from '../plan/person';
import type { PlanStore } from '../plan/ports/planStore';
import type { Connection } from './connection';
import { reading } from './errors';
import { readHistory, readMonth } from './readMonth';
import { readSite } from './readSite';
import { closeObs, raiseObs, saveObs } from './writeObs';
import { createStatus, submitStatus } from './writeStatus';

/**
 * The plan in SharePoint lists.
 * @param now today and the time, from the one place that the page has it from
 */
export function createPlanStore(connection: Connection, now: () => Date): PlanStore {
  let site: ReturnType<typeof readSite> | undefined;
  const timeZone = async (): Promise<TimeZone> => (await (site ?? (site = readSite(connection, undefined)))).timeZone;
  const writing = async (): Promise<{ connection: Connection; timeZone: TimeZone; now: string }> => ({
    connection, timeZone: await timeZone(), now: `${now().toISOString().slice(0, 19)}Z`
  });
  return {
    site: (planYear) => {
      const read = readSite(connection, planYear);
      // Only a site that could be read is kept: the next call after a failure asks anew.
      read.then(() => { site = read; }, () => undefined);
      return read;
    },
    month: async (planYear, period) => readMonth(connection, planYear, period, await timeZone()),
    history: async (initiativeId) => readHistory(connection, initiativeId, await timeZone()),
    person: (id) => reading(() => readPerson(connection, id)),
    submitStatus: async (base, texts, onBehalfOf) => submitStatus(await writing(), base, texts, onBehalfOf),
    createStatus: async (start, texts, onBehalfOf) => createStatus(await writing(), start, texts, onBehalfOf),
    raiseObs: async (start, texts, clientKey) => raiseObs(await writing(), start, texts, clientKey),
    saveObs: async (base, texts) => saveObs(await writing(), base, texts),
    closeObs: async (base, closedPeriod, closingText) => closeObs(await writing(), base, closedPeriod, closingText)
  };
}

async function readPerson({ sp }: Connection, id: number): Promise<Person> {
  const row = await SPQueryable(sp.web, `getUserById(${id})`).select('Id', 'Title', 'LoginName', 'Email')<{ Id: number; Title: string; LoginName: string; Email?: string }>();
  return { id: row.Id, name: row.Title, loginName: row.LoginName, email: row.Email };
}
