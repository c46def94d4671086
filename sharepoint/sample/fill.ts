import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { documentMaker } from '../../src/documents/filed/documentMaker';
import { createAnnexStore } from '../../src/lists/annexes/annexStore';
import { connect } from '../../src/lists/connection';
import { listUrl } from '../../src/lists/schema/places';
import { createPlanSetup } from '../../src/lists/setup/setup';
import type { Instant } from '../../src/plan/calendar';
import type { RoleGroups } from '../../src/plan/ports/planSetup';
import { claimOf, siteOwner } from './accounts';
import { columnValues, type KnownIds } from './columnValues';
import { groupsMadeAt } from './groups';
import { restClient, type WrittenRow } from './restClient';
import { samplePlan } from './samplePlan';
import { textsIn } from './texts';
import { sampleTimeZone, timeline, type SampleLock } from './timeline';

/**
 * Puts the sample plan in: the lists by the product's own setup, the rows by REST as the account that would have
 * written each, replayed in the order of time on the server's clock.
 * @param siteUrl absolute address of a site without lists
 */
export async function fillSample(siteUrl: string, groups: RoleGroups): Promise<void> {
  await createPlanSetup(connect(siteUrl, signedInAs(siteOwner.login, groupsMadeAt))).run(groups, () => undefined, () => false);
  const users = await userIds(siteUrl);
  const rows = new Map<string, WrittenRow>();
  const known: KnownIds = {
    rows: (list, key) => needed(rows.get(`${list} ${key}`), `row ${key} in ${list}`).id,
    user: (key) => needed(users.get(key), `account ${key}`)
  };
  const sitePath = new URL(siteUrl).pathname;
  for (const step of timeline(samplePlan)) {
    if ('locks' in step) {
      const key = `Meetings ${step.locks}`;
      rows.set(key, await lockRound(siteUrl, step, needed(rows.get(key), `meeting ${step.locks}`).id));
      continue;
    }
    const { at, by, list, key, values } = step;
    const rest = restClient(siteUrl, by.login, at);
    const address = listUrl(sitePath, list);
    const body = columnValues(list, values, known);
    const written = rows.get(`${list} ${key}`);
    rows.set(`${list} ${key}`, written ? await rest.change(address, written, body) : await rest.create(address, body));
  }
}

/** Locks a round as its keeper did, with the files that the product makes. @throws Error when the product could not */
async function lockRound(siteUrl: string, { at, by, locks }: SampleLock, meetingId: number): Promise<WrittenRow> {
  const annexes = createAnnexStore(connect(siteUrl, signedInAs(by.login, at)), sampleTimeZone, () => new Date(at));
  const request = { planYear: samplePlan.initiatives[0].PlanYear, meetingId, madeBy: by.title, reason: '' };
  const outcome = await annexes.lock(request, documentMaker(textsIn('da-dk')), { onStep: () => undefined, stop: () => false });
  if (outcome.kind !== 'locked') {
    throw new Error(`The round of ${locks} could not be locked: ${JSON.stringify(outcome)}`);
  }
  return outcome.meeting;
}

/** Signs PnPjs in at a time of the sample. */
function signedInAs(login: string, at: Instant): TimelinePipe<Queryable> {
  return (instance) => {
    instance.on.auth(async (url, init) => [url, { ...init, headers: { ...init.headers, Authorization: `Bearer as:${login}`, 'X-Local-Date': at } }]);
    return instance;
  };
}

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
