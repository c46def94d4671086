import '@pnp/sp/batching';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users';
import '@pnp/sp/webs';
import type { Principal } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';

/** How many members each of the site's groups among the principals has, by title. Directory groups cannot be looked into from here. */
export async function readGroupSizes({ sp }: Connection, principals: readonly Principal[]): Promise<Map<string, number>> {
  const groups = new Map(principals.filter((principal) => principal.kind === 'siteGroup' && principal.id !== undefined).map((principal) => [principal.id ?? 0, principal.title]));
  if (groups.size === 0) {
    return new Map();
  }
  const [batched, execute] = sp.batched();
  const reads = Array.from(groups).map(async ([id, title]): Promise<[string, number]> => [title, (await batched.web.siteGroups.getById(id).users.select('Id')<unknown[]>()).length]);
  // Listened to below, after the batch has been sent.
  reads.forEach((read) => { read.catch(() => undefined); });
  await execute();
  return new Map(await Promise.all(reads));
}
