import '@pnp/sp/batching';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import type { ListDifference } from '../../plan/ports/planSetup';
import { PlanError } from '../../plan/problem';
import { listUrl } from '../schema/places';
import type { Column, ListSchema } from '../schema/columns';
import { columnXml, mendedXml } from './columnXml';
import { compareColumn } from './compareList';
import type { FoundField } from './foundLists';
import { listOf } from './makeList';
import type { SetupSite } from './site';

const keepInternalName = 8;

/**
 * Columns that are missing are added; those that are there are mended where that loses nothing: index, uniqueness, choices,
 * whether they must be filled, plain text. A column of another kind stops the run, by name: its values are not ours to delete.
 */
export async function ensureColumns(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const list = listOf(site, schema);
  const found = await list.fields<FoundField[]>();
  const idOfList = (key: ListSchema['key']): string | undefined => site.lists.get(listUrl(site.connection.sitePath, key).toLowerCase())?.id;
  const fieldOf = (column: Column): FoundField | undefined => found.find((field) => field.InternalName === column.name);
  const differences = schema.columns.map((column) => ({ column, field: fieldOf(column), kinds: compareColumn(column, fieldOf(column), idOfList).filter(({ kind }) => kind !== 'formatDiffers') }));
  demandFixable(schema, differences.flatMap(({ kinds }) => kinds));
  const [batched, execute] = site.connection.sp.batched();
  const target = batched.web.getList(listUrl(site.connection.sitePath, schema.key));
  const made = differences.filter(({ field }) => !field)
    .map(({ column }): Promise<unknown> => target.fields.createFieldAsXml({ SchemaXml: columnXml(column, column.lookup && idOfList(column.lookup)), Options: keepInternalName }));
  const title = found.find((field) => field.InternalName === 'Title');
  if (!schema.library && (title?.Title !== schema.titleColumn.title || title.Required !== schema.titleColumn.required)) {
    made.push(target.fields.getByInternalNameOrTitle('Title').update({ Title: schema.titleColumn.title, Required: schema.titleColumn.required }, 'SP.Field'));
  }
  if (made.length > 0) {
    await execute();
    await Promise.all(made);
  }
  let mended = false;
  for (const { column, field, kinds } of differences) {
    if (field && kinds.length > 0) {
      await mendColumn(list, column, field, kinds);
      mended = true;
    }
  }
  return made.length > 0 || mended;
}

/** The look of the plain list: columns whose format differs get ours. */
export async function ensureLook(site: SetupSite, schema: ListSchema): Promise<boolean> {
  const formatted = schema.columns.filter((column) => column.format !== undefined);
  if (formatted.length === 0) {
    return false;
  }
  const list = listOf(site, schema);
  const found = await list.fields.select('InternalName', 'CustomFormatter')<FoundField[]>();
  const differing = formatted.filter((column) => found.find((field) => field.InternalName === column.name)?.CustomFormatter !== column.format);
  for (const column of differing) {
    await list.fields.getByInternalNameOrTitle(column.name).update({ CustomFormatter: column.format }, 'SP.Field');
  }
  return differing.length > 0;
}

/** What only XML can say of a column comes first, then its plain properties: an index before the uniqueness that needs it. */
async function mendColumn(list: IList, column: Column, found: FoundField, differences: readonly ListDifference[]): Promise<void> {
  const field = list.fields.getByInternalNameOrTitle(column.name);
  const xml = mendedXml(found.SchemaXml, column, differences);
  if (xml !== found.SchemaXml) {
    await field.update({ SchemaXml: xml }, 'SP.Field');
  }
  const has = (kind: ListDifference['kind']): boolean => differences.some((difference) => difference.kind === kind);
  const properties = {
    ...(has('requiredDiffers') ? { Required: column.required === true } : {}),
    ...(has('indexMissing') ? { Indexed: true } : {}),
    ...(has('uniqueOff') ? { Indexed: true, EnforceUniqueValues: true } : {})
  };
  if (Object.keys(properties).length > 0) {
    await field.update(properties, 'SP.Field');
  }
}

/** @throws PlanError that names what a person must do first */
function demandFixable(schema: ListSchema, differences: readonly ListDifference[]): void {
  const stuck = differences.find((difference) => !difference.fixable);
  if (stuck) {
    throw new PlanError({ kind: 'wrongColumn', list: schema.title, column: stuck.name ?? '', found: stuck.found ?? '', wanted: stuck.wanted ?? '' });
  }
}
