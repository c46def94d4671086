import '@pnp/sp/site-users/web';
import '@pnp/sp/webs';
import { PrincipalType } from '@pnp/sp';
import { planRoles, type PlanRole, type Principal, type RoleGroups } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';
import { searchDirectory } from '../searchDirectory';

const everyKind: PrincipalType = PrincipalType.User | PrincipalType.SecurityGroup | PrincipalType.SharePointGroup;
const most = 12;

/** People and groups of directory and site whose name or address begins with the words. */
export async function findPrincipals(connection: Connection, words: string): Promise<Principal[]> {
  const found = await searchDirectory(connection, words, everyKind, most);
  return found.map((entity): Principal => {
    // A group of the site is told by its id: its EntityType is empty.
    const groupId = Number(entity.EntityData?.SPGroupID) || undefined;
    return { id: groupId, title: entity.DisplayText, loginName: entity.Key, kind: groupId !== undefined ? 'siteGroup' : entity.EntityType === 'User' ? 'person' : 'directoryGroup' };
  });
}

/** Makes sure that everybody chosen is known to the site, which gives them an id. Groups of the site have one. */
export async function resolvePrincipals({ sp }: Connection, roles: Record<PlanRole, Principal[]>): Promise<RoleGroups> {
  const groups: RoleGroups = { finance: [], directors: [], chiefs: [], readers: [] };
  for (const role of planRoles) {
    for (const principal of roles[role]) {
      groups[role].push(principal.id ?? (await sp.web.ensureUser(principal.loginName)).Id);
    }
  }
  return groups;
}
