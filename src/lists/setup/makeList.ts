import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import type { IView } from '@pnp/sp/views';
import { PlanError } from '../../plan/problem';
import { isTitleTaken, refusalOf } from '../errors';
import { listUrl } from '../schema/all';
import type { ListSchema, ListViewSchema } from '../schema/columns';
import { settingRows } from '../schema/settings';
import { columnXml } from './columnXml';
import type { SetupSite } from './site';

/** Each step compares first and answers whether it changed anything: a second run finds everything as it should be. */

const keepInternalName = 8;
const versions = 500;

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
  const wanted = { Title: schema.title, Description: schema.description, EnableVersioning: true, MajorVersionLimit: versions, ...(schema.library ? {} : { EnableAttachments: false }) };
  const found = await list.select(...Object.keys(wanted))<Record<string, unknown>>();
  const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => found[name] !== value));
  if (Object.keys(changes).length === 0) {
    return false;
  }
  await named(schema, () => list.update(changes));
  return true;
}

/** Columns that are missing are added with their index and uniqueness; those that are there are left as they are. */
export async function ensureColumns(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const list = listOf(site, schema);
  const found = await list.fields.select('InternalName', 'Title', 'Required')<{ InternalName: string; Title: string; Required: boolean }[]>();
  const names = new Set(found.map((field) => field.InternalName));
  const missing = schema.columns.filter((column) => !names.has(column.name));
  const title = found.find((field) => field.InternalName === 'Title');
  const titleDiffers = !schema.library && (title?.Title !== schema.titleColumn.title || title.Required !== schema.titleColumn.required);
  if (missing.length === 0 && !titleDiffers) {
    return false;
  }
  const [batched, execute] = site.connection.sp.batched();
  const target = batched.web.getList(listUrl(site.connection.sitePath, schema.key));
  const made = missing.map((column) => {
    const lookup = column.lookup && site.lists.get(listUrl(site.connection.sitePath, column.lookup).toLowerCase())?.id;
    return target.fields.createFieldAsXml({ SchemaXml: columnXml(column, lookup), Options: keepInternalName });
  });
  if (titleDiffers) {
    made.push(target.fields.getByInternalNameOrTitle('Title').update({ Title: schema.titleColumn.title, Required: schema.titleColumn.required }) as never);
  }
  await execute();
  await Promise.all(made);
  return true;
}

/** The first view becomes the list's default, in place of SharePoint's own; the others are added beside it. */
export async function ensureViews(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const list = listOf(site, schema);
  const found = await list.views.select('Id', 'Title', 'DefaultView', 'ViewQuery', 'RowLimit').expand('ViewFields')<FoundView[]>();
  let changed = false;
  for (const [index, wanted] of schema.views.entries()) {
    const known = found.find((view) => view.Title === wanted.title) ?? (index === 0 ? found.find((view) => view.DefaultView && !schema.views.some((each) => each.title === view.Title)) : undefined);
    changed = (await ensureView(list, wanted, known)) || changed;
  }
  return changed;
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

interface FoundView {
  Id: string;
  Title: string;
  DefaultView: boolean;
  ViewQuery: string | null;
  RowLimit: number;
  ViewFields: { Items: string[] };
}

async function ensureView(list: IList, wanted: ListViewSchema, known: FoundView | undefined): Promise<boolean> {
  const settings = { Title: wanted.title, ViewQuery: wanted.query, RowLimit: wanted.rowLimit };
  let view: IView;
  let changed = false;
  if (known) {
    view = list.views.getById(known.Id);
    if (known.Title !== wanted.title || (known.ViewQuery ?? '') !== wanted.query || known.RowLimit !== wanted.rowLimit) {
      await view.update(settings);
      changed = true;
    }
  } else {
    const made = (await list.views.add(wanted.title, false, { ViewQuery: wanted.query, RowLimit: wanted.rowLimit })) as unknown as { Id: string };
    view = list.views.getById(made.Id);
    changed = true;
  }
  if (known?.ViewFields.Items.join() === wanted.fields.join()) {
    return changed;
  }
  await view.fields.removeAll();
  for (const field of wanted.fields) {
    await view.fields.add(field);
  }
  return true;
}

function listOf(site: SetupSite, schema: ListSchema): IList {
  return site.connection.sp.web.getList(listUrl(site.connection.sitePath, schema.key));
}

/** A title that another list has is said with the title, so that somebody can rename it. */
async function named<T>(schema: ListSchema, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = await refusalOf(error);
    if (refusal && isTitleTaken(refusal)) {
      throw new PlanError({ kind: 'unexpected', message: `Another list on this site is called "${schema.title}" or "${schema.folder}". Rename it, then run the setup again.` });
    }
    throw error;
  }
}
