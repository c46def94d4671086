import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { quoted } from '../../readMonth';
import type { ListSchema } from '../../schema/columns';
import { schemaVersion } from '../../schema/settings';
import { listOf } from '../makeList';
import type { SetupSite } from '../site';
import { orderObsPoints } from './2-orderObsPoints';

/**
 * What comparing with the schema cannot see: changes of what stands in the rows, each from one version of the lists to the
 * next. They run in order, can be interrupted and run again, and delete nothing.
 */
const migrations: readonly { to: number; run: (site: SetupSite) => Promise<void> }[] = [
  { to: 2, run: orderObsPoints }
];

/** Brings the rows to this package's version, one version at a time, and writes down how far it got. */
export async function ensureVersion(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const items = listOf(site, schema).items;
  const [row] = await items.select('Id', 'Value').filter(`SettingKey eq ${quoted('schemaVersion')}`).top(1)<{ Id: number; Value: string; 'odata.etag': string }[]>();
  if (!row || Number(row.Value) === schemaVersion) {
    return false;
  }
  let etag = row['odata.etag'];
  for (const migration of migrations.filter(({ to }) => to > Number(row.Value))) {
    await migration.run(site);
    ({ etag } = await items.getById(row.Id).update({ Value: JSON.stringify(migration.to) }, etag));
  }
  if (Math.max(...migrations.map(({ to }) => to)) < schemaVersion) {
    // The versions after the last migration only added columns, which stand by now.
    await items.getById(row.Id).update({ Value: JSON.stringify(schemaVersion) }, etag);
  }
  return true;
}
