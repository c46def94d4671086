import type { ListComparison, PlanRole, Principal, SetupCheck } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';
import { allLists } from '../schema/all';
import { listUrl } from '../schema/places';
import type { ListSchema } from '../schema/columns';
import { schemaVersion, settingRows } from '../schema/settings';
import { accessMatrix, accessWarnings, rolesOf } from './accessMatrix';
import { compareList } from './compareList';
import { readFoundLists, type FoundList } from './foundLists';
import { readGroupSizes } from './groupSizes';
import { readSettingValues } from './settingValues';
import { readSetupSite, type SetupSite } from './site';

/** Looks at lists, permissions and health; writes nothing. */
export async function checkSite(connection: Connection, wantedRoles: Record<PlanRole, Principal[]> | undefined): Promise<SetupCheck> {
  const site = await readSetupSite(connection);
  const found = await readFoundLists(site);
  const roles = wantedRoles ?? rolesOf(found, site);
  const [settings, sizes] = await Promise.all([
    hasSettings(found.get('Settings')) ? readSettingValues(connection) : undefined,
    readGroupSizes(connection, Object.values(roles).flat())
  ]);
  const version = Number(settings?.get('schemaVersion'));
  return {
    lists: allLists.map((schema) => comparisonOf(site, schema, found.get(schema.key), settings)),
    schemaVersion: { found: Number.isInteger(version) && version > 0 ? version : undefined, wanted: schemaVersion },
    roles,
    access: accessMatrix(allLists, found, roles, site),
    warnings: accessWarnings(allLists, found, roles, site, Array.from(sizes).filter(([, size]) => size === 0).map(([title]) => title))
  };
}

/** An interrupted first run may have left the list without its columns. */
function hasSettings(found: FoundList | undefined): boolean {
  return ['SettingKey', 'Value'].every((name) => found?.fields.some((field) => field.InternalName === name));
}

function comparisonOf(site: SetupSite, schema: ListSchema, found: FoundList | undefined, settings: ReadonlyMap<string, string> | undefined): ListComparison {
  const url = listUrl(site.connection.sitePath, schema.key);
  const differences = compareList(schema, found, (key) => site.lists.get(listUrl(site.connection.sitePath, key).toLowerCase())?.id);
  const missing = schema.key === 'Settings' && settings ? settingRows.filter((row) => !settings.has(row.key)) : [];
  const titleTakenBy = Array.from(site.lists).find(([address, list]) => list.title === schema.title && address !== url.toLowerCase())?.[0];
  return {
    key: schema.key, title: schema.title, url, titleTakenBy,
    differences: [...differences, ...missing.map((row) => ({ kind: 'settingMissing' as const, name: row.key, fixable: true }))],
    health: found && { rows: found.settings.ItemCount, indexes: found.fields.filter((field) => field.Indexed).length, versions: found.settings.MajorVersionLimit }
  };
}
