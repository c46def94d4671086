import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { Connection } from '../connection';
import { listUrl } from '../schema/places';

/** Every setting as it stands in the list: key -> JSON text. */
export async function readSettingValues({ sp, sitePath }: Connection): Promise<Map<string, string>> {
  const rows = await sp.web.getList(listUrl(sitePath, 'Settings')).items.select('SettingKey', 'Value').top(5000)<{ SettingKey: string; Value: string | null }[]>();
  return new Map(rows.map((row) => [row.SettingKey, row.Value ?? '']));
}
