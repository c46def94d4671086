import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { connect } from '../../src/lists/connection';
import { listUrl } from '../../src/lists/schema/all';
import { createPlanSetup } from '../../src/lists/setup/setup';
import type { RoleGroups } from '../../src/plan/ports/planSetup';
import { claimOf, siteOwner } from './accounts';
import { columnValues, type KnownIds } from './columnValues';
import { groupsMadeAt } from './groups';
import { restClient, type WrittenRow } from './restClient';
import { samplePlan } from './samplePlan';
import { timeline } from './timeline';

/**
 * Puts the sample plan in: the lists by the product's own setup, the rows by REST as the account that would have
 * written each, replayed in the order of time on the server's clock.
 * @param siteUrl absolute address of a site without lists
 */
export async function fillSample(siteUrl: string, groups: RoleGroups): Promise<void> {
  await createPlanSetup(connect(siteUrl, asOwner)).run(groups, () => undefined, () => false);
  const users = await userIds(siteUrl);
  const rows = new Map<string, WrittenRow>();
  const known: KnownIds = {
    rows: (list, key) => needed(rows.get(`${list} ${key}`), `row ${key} in ${list}`).id,
    user: (key) => needed(users.get(key), `account ${key}`)
  };
  const sitePath = new URL(siteUrl).pathname;
  for (const { at, by, list, key, values } of timeline(samplePlan)) {
    const rest = restClient(siteUrl, by.login, at);
    const address = listUrl(sitePath, list);
    const body = columnValues(list, values, known);
    const written = rows.get(`${list} ${key}`);
    rows.set(`${list} ${key}`, written ? await rest.change(address, written, body) : await rest.create(address, body));
  }
}

/** Signs PnPjs in as the site's owner, at the time when the groups had just been made. */
const asOwner: TimelinePipe<Queryable> = (instance) => {
  instance.on.auth(async (url, init) => [url, {
    ...init,
    headers: { ...init.headers, Authorization: `Bearer as:${siteOwner.login}`, 'X-Local-Date': groupsMadeAt }
  }]);
  return instance;
};

/** Everybody's id in the site's user information list, by key. */
async function userIds(siteUrl: string): Promise<Map<string, number>> {
  const rest = restClient(siteUrl, siteOwner.login, groupsMadeAt);
  const ids = new Map<string, number>();
  for (const { key, login } of samplePlan.accounts) {
    const { Id } = await rest.post<{ Id: number }>('web/ensureuser', { logonName: claimOf(login) });
    ids.set(key, Id);
  }
  return ids;
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`The sample plan refers to ${what}, which is not there yet`);
  }
  return value;
}
