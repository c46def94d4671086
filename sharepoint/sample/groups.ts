import type { RoleGroups } from '../../src/plan/ports/planSetup';
import { claimOf, sampleGroups, siteOwner } from './accounts';
import { restClient } from './restClient';
import { samplePlan } from './samplePlan';

/** Before the plan was written. */
export const groupsMadeAt = '2024-12-02T08:00:00+01:00';

/** The role definition "Read", the same on every site. */
const readRole = 1073741826;

/** Makes the municipality's groups with their members, who may read the site; what they may write comes with the lists. */
export async function makeGroups(siteUrl: string): Promise<RoleGroups> {
  const rest = restClient(siteUrl, siteOwner.login, groupsMadeAt);
  const groups: RoleGroups = { finance: [], directors: [], chiefs: [], readers: [] };
  for (const { key, title, role } of sampleGroups) {
    const { Id } = await rest.post<{ Id: number }>('web/sitegroups', { Title: title });
    for (const account of samplePlan.accounts.filter((candidate) => candidate.groups.includes(key))) {
      await rest.post(`web/sitegroups(${Id})/users`, { LoginName: claimOf(account.login) });
    }
    await rest.post(`web/roleassignments/addroleassignment(principalid=${Id},roledefid=${readRole})`);
    groups[role].push(Id);
  }
  return groups;
}
