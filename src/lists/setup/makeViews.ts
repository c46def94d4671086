import '@pnp/sp/lists';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import type { IView } from '@pnp/sp/views';
import type { ListSchema, ListViewSchema } from '../schema/columns';
import type { FoundView } from './foundLists';
import { listOf } from './makeList';
import type { SetupSite } from './site';

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
