import '@pnp/sp/lists';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/webs';
import type { SiteGroup } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';

/** What setup must know of the site before it begins. */
export interface SetupSite {
  connection: Connection;
  ownersGroupId: number;
  membersGroupId: number;
  visitorsGroupId: number;
  /** The three of them by name; one that the site has not is left out. */
  ownGroups: readonly SiteGroup[];
  /** The person running setup: SharePoint leaves them Full Control on each list whose inheritance is broken. */
  myId: number;
  /** Role definition ids of the levels that setup gives; 0 for one of ours that is not on the site yet. */
  levels: Levels;
  /** Lists of the site by their address in lower case, filled as they are made. */
  lists: Map<string, { id: string; title: string }>;
}

export interface Levels {
  fullControl: number;
  read: number;
  /** "Bidrag uden sletning": Contribute less Delete Items and Delete Versions. */
  contribute: number;
  /** "Tilføj": Read and Add Items. */
  add: number;
}

/** Our two permission levels, as the site's permission page shows them. High and Low are SharePoint's halves of the mask. */
export const ownLevels = {
  contribute: { name: 'Bidrag uden sletning', description: 'Se, tilføje og redigere; ikke slette.', mask: { High: 432, Low: 1011028583 } },
  add: { name: 'Tilføj', description: 'Se og tilføje; ikke redigere eller slette.', mask: { High: 176, Low: 138612835 } }
} as const;

const readType = 2;
const administratorType = 5;

/** Reads the site; changes nothing. */
export async function readSetupSite(connection: Connection): Promise<SetupSite> {
  const { sp } = connection;
  const [web, definitions, lists] = await Promise.all([
    sp.web.select(...['Owner', 'Member', 'Visitor'].flatMap((group) => [`Associated${group}Group/Id`, `Associated${group}Group/Title`]), 'CurrentUser/Id')
      .expand('AssociatedOwnerGroup', 'AssociatedMemberGroup', 'AssociatedVisitorGroup', 'CurrentUser')<WebGroups>(),
    sp.web.roleDefinitions.select('Id', 'Name', 'RoleTypeKind')<Definition[]>(),
    sp.web.lists.select('Id', 'Title', 'RootFolder/ServerRelativeUrl').expand('RootFolder')<ListRow[]>()
  ]);
  const level = (wanted: (typeof ownLevels)[keyof typeof ownLevels]): number => definitions.find((definition) => definition.Name === wanted.name)?.Id ?? 0;
  const builtIn = (type: number): number => definitions.find((definition) => definition.RoleTypeKind === type)?.Id ?? 0;
  return {
    connection, ownersGroupId: web.AssociatedOwnerGroup.Id, membersGroupId: web.AssociatedMemberGroup.Id, visitorsGroupId: web.AssociatedVisitorGroup.Id,
    ownGroups: [web.AssociatedOwnerGroup, web.AssociatedMemberGroup, web.AssociatedVisitorGroup].filter(({ Id, Title }) => Id > 0 && Title).map(({ Id, Title }) => ({ id: Id, title: Title })), myId: web.CurrentUser.Id,
    levels: { fullControl: builtIn(administratorType), read: builtIn(readType), contribute: level(ownLevels.contribute), add: level(ownLevels.add) },
    lists: new Map(lists.map((list) => [list.RootFolder.ServerRelativeUrl.toLowerCase(), { id: list.Id, title: list.Title }]))
  };
}

/** Makes our two permission levels where they are missing. */
export async function ensureLevels(site: SetupSite): Promise<SetupSite> {
  const level = async (id: number, { name, description, mask }: (typeof ownLevels)[keyof typeof ownLevels]): Promise<number> => {
    if (id > 0) {
      return id;
    }
    const { data }: { data: Definition } = await site.connection.sp.web.roleDefinitions.add(name, description, 200, mask);
    return data.Id;
  };
  const { contribute, add } = site.levels;
  return { ...site, levels: { ...site.levels, contribute: await level(contribute, ownLevels.contribute), add: await level(add, ownLevels.add) } };
}

/** The site's groups, by title; those that a role can be given to. */
export async function readGroups({ sp }: Connection): Promise<SiteGroup[]> {
  const groups = await sp.web.siteGroups.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  return groups.map((group) => ({ id: group.Id, title: group.Title })).sort((a, b) => a.title.localeCompare(b.title, 'da'));
}

interface WebGroups {
  AssociatedOwnerGroup: { Id: number; Title: string };
  AssociatedMemberGroup: { Id: number; Title: string };
  AssociatedVisitorGroup: { Id: number; Title: string };
  CurrentUser: { Id: number };
}

interface Definition {
  Id: number;
  Name: string;
  RoleTypeKind: number;
}

interface ListRow {
  Id: string;
  Title: string;
  RootFolder: { ServerRelativeUrl: string };
}
