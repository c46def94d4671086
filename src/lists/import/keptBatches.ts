import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { KeptBatch } from '../../plan/ports/planImport';
import { PlanError } from '../../plan/problem';
import type { Connection } from '../connection';
import type { Row } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';

/** What a batch is remembered by: how it stands, and where its rows begin in the order of the plan. */
export interface BatchSetting extends KeptBatch {
  orderFrom: number;
}

interface SettingRow {
  itemId: number;
  etag: string;
  setting: BatchSetting;
}

const prefix = 'importBatch:';

export async function readBatches(connection: Connection): Promise<KeptBatch[]> {
  const rows = await rowsOf(connection, 'Settings', { columns: ['Id', 'SettingKey', 'Value'], filter: `startswith(SettingKey,${quoted(prefix)})` });
  return rows.map(settingOf).filter((row): row is SettingRow => row !== undefined).map(({ setting: { id, planYear, name, startedAt, total, state } }) => ({ id, planYear, name, startedAt, total, state }))
    .sort((one, other) => other.startedAt.localeCompare(one.startedAt));
}

export async function readBatch(connection: Connection, id: string): Promise<SettingRow | undefined> {
  const [row] = await rowsOf(connection, 'Settings', { columns: ['Id', 'SettingKey', 'Value'], filter: `SettingKey eq ${quoted(prefix + id)}` });
  return row && settingOf(row);
}

/** Remembers a batch before its first row is made: an undo must find what an interrupted run has left. */
export async function keepBatch(connection: Connection, setting: BatchSetting): Promise<void> {
  const { sp, sitePath } = connection;
  const items = sp.web.getList(listUrl(sitePath, 'Settings')).items;
  const kept = await readBatch(connection, setting.id);
  const Value = JSON.stringify(setting);
  if (kept) {
    await items.getById(kept.itemId).update({ Value }, kept.etag);
  } else {
    // The key is unique: of two tabs that begin at once one is refused, and its next run finds the other's.
    await items.add({ Title: `Indlæsning: ${setting.name}`.slice(0, 255), SettingKey: prefix + setting.id, Value });
  }
}

/** The batch, or the problem that it is not known any more. */
export async function demandBatch(connection: Connection, id: string): Promise<BatchSetting> {
  const kept = await readBatch(connection, id);
  if (!kept) {
    throw new PlanError({ kind: 'notFound' });
  }
  return kept.setting;
}

/** undefined where somebody broke the setting by hand: the rows are in the plan all the same, and can be taken out one by one. */
function settingOf(row: Row): SettingRow | undefined {
  try {
    const setting = JSON.parse(String(row.Value)) as BatchSetting;
    return typeof setting.id === 'string' && typeof setting.startedAt === 'string' ? { itemId: Number(row.Id), etag: String(row['odata.etag']), setting } : undefined;
  } catch {
    return undefined;
  }
}
