import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { connect, type Connection } from '../../../src/lists/connection';
import { createPlanSetup } from '../../../src/lists/setup/setup';
import { createPlanStore } from '../../../src/lists/store';
import type { RoleGroups } from '../../../src/plan/ports/planSetup';
import type { PlanStore } from '../../../src/plan/ports/planStore';
import { startTestSharePoint, type Ask, type TestSharePoint } from '../../support/localSharePoint';

export const accounts = {
  owner: 'ejer@example.invalid', finance: 'oekonomi@example.invalid', director: 'direktoer@example.invalid', chief: 'fagchef@example.invalid',
  reader: 'laeser@example.invalid', stranger: 'fremmed@example.invalid'
} as const;
export type Who = keyof typeof accounts;

/** A local SharePoint with the plan's groups; the lists are made by `setUp`. */
export interface PlanSiteForTests {
  server: TestSharePoint;
  groups: RoleGroups;
  ask: (who: Who) => Ask;
  connection: (who: Who) => Connection;
  store: (who: Who) => PlanStore;
  userId: (who: Who) => Promise<number>;
  setUp: () => Promise<void>;
}

export const now = new Date('2025-04-25T09:00:00Z');

export async function startPlanSite(): Promise<PlanSiteForTests> {
  const server = await startTestSharePoint({
    accounts: Object.entries(accounts).map(([title, login]) => ({ title, login })),
    sites: [{ url: '/sites/direktionen', title: 'Direktionen', timeZoneId: 3, localeId: 1030, owner: accounts.owner, pages: [] }],
    defaultLogin: accounts.owner
  });
  const ask = (who: Who): Ask => server.as(accounts[who]);
  const group = async (title: string, who: Who): Promise<number> => {
    const { Id } = (await ask('owner')('_api/web/sitegroups', { body: { Title: title } })).json as { Id: number };
    await ask('owner')(`_api/web/sitegroups(${Id})/users`, { body: { LoginName: `i:0#.f|membership|${accounts[who]}` } });
    await ask('owner')(`_api/web/roleassignments/addroleassignment(principalid=${Id},roledefid=1073741826)`, { method: 'POST' });
    return Id;
  };
  const groups: RoleGroups = {
    finance: [await group('Økonomi', 'finance')], directors: [await group('Direktion', 'director')], chiefs: [await group('Fagchefer', 'chief')], readers: [await group('Læsere', 'reader')]
  };
  const connection = (who: Who): Connection => connect(server.siteUrl, bearer(accounts[who]));
  return {
    server, groups, ask, connection,
    store: (who) => createPlanStore(connection(who), () => now),
    userId: async (who) => ((await ask(who)('_api/web/currentuser?$select=Id')).json as { Id: number }).Id,
    setUp: async () => { await createPlanSetup(connection('owner')).run(groups, () => undefined, () => false); }
  };
}

/** Signs PnPjs in as an account. */
export function bearer(login: string): TimelinePipe<Queryable> {
  return (instance) => {
    instance.on.auth(async (url, init) => [url, { ...init, headers: { ...init.headers, Authorization: `Bearer as:${login}` } }]);
    return instance;
  };
}
