import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import { PlanError } from '../../plan/problem';
import { isTitleTaken, refusalOf } from '../errors';
import { listUrl } from '../schema/places';
import type { ListSchema } from '../schema/columns';
import { settingRows } from '../schema/settings';
import { versionsKept } from './compareList';
import type { SetupSite } from './site';

/** Each step compares first and answers whether it changed anything: a second run finds everything as it should be. */

/** Makes the list under its address. The address comes from the first title; the Danish one is given afterwards. */
export async function ensureList(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const url = listUrl(site.connection.sitePath, schema.key).toLowerCase();
  if (site.lists.has(url)) {
    return false;
  }
  const made = await named(schema, () => site.connection.sp.web.lists.add(schema.folder, '', schema.library ? 101 : 100));
  site.lists.set(url, { id: String(made.Id), title: schema.folder });
  return true;
}

/** Title, description, versioning; attachments off, since they would not be in the record of a month. */
export async function ensureSettings(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const list = listOf(site, schema);
  const found = await list.select('Title', 'Description', 'EnableVersioning', 'MajorVersionLimit', 'EnableAttachments')<Record<string, unknown>>();
  const wanted = {
    Title: schema.title, Description: schema.description, EnableVersioning: true,
    // An owner may keep more versions than we need; fewer would lose history.
    MajorVersionLimit: Math.max(versionsKept, Number(found.MajorVersionLimit)), ...(schema.library ? {} : { EnableAttachments: false })
  };
  const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => found[name] !== value));
  if (Object.keys(changes).length === 0) {
    return false;
  }
  await named(schema, () => list.update(changes));
  return true;
}

/** Settings rows that are missing are added; those that somebody has changed are kept. */
export async function ensureRows(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const items = listOf(site, schema).items;
  const found = await items.select('SettingKey').top(5000)<{ SettingKey: string }[]>();
  const missing = settingRows.filter((row) => !found.some((each) => each.SettingKey === row.key));
  for (const row of missing) {
    await items.add({ Title: row.title, SettingKey: row.key, Value: JSON.stringify(row.value) });
  }
  return missing.length > 0;
}

/** A list of the schema on the site. */
export function listOf(site: SetupSite, schema: ListSchema): IList {
  return site.connection.sp.web.getList(listUrl(site.connection.sitePath, schema.key));
}

/** A title that another list has is said with the title, so that somebody can rename it. */
export async function named<T>(schema: ListSchema, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = await refusalOf(error);
    if (refusal && isTitleTaken(refusal)) {
      throw new PlanError({ kind: 'titleTaken', title: schema.title });
    }
    throw error;
  }
}
