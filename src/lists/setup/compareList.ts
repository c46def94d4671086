import type { ListDifference } from '../../plan/ports/planSetup';
import type { Column, ListSchema, ListViewSchema } from '../schema/columns';
import { xmlTypeOf } from './columnXml';
import type { FoundField, FoundList, FoundView } from './foundLists';

/** Versions that each list keeps. */
export const versionsKept = 500;

/** How a list on the site differs from its schema; empty when it is as it should be. Pure: the setup mends by this and the check shows it. */
export function compareList(schema: ListSchema, found: FoundList | undefined, idOfList: (key: ListSchema['key']) => string | undefined): ListDifference[] {
  if (!found) {
    return [{ kind: 'listMissing', fixable: true }];
  }
  return [
    ...compareSettings(schema, found),
    ...schema.columns.flatMap((column) => compareColumn(column, found.fields.find((field) => field.InternalName === column.name), idOfList)),
    ...schema.views.flatMap((view) => compareView(view, found.views.find((each) => each.Title === view.title)))
  ];
}

function compareSettings(schema: ListSchema, { settings, fields }: FoundList): ListDifference[] {
  const differences: ListDifference[] = [];
  if (settings.Title !== schema.title) {
    differences.push({ kind: 'titleDiffers', found: settings.Title, wanted: schema.title, fixable: true });
  }
  if (!settings.EnableVersioning || settings.MajorVersionLimit < versionsKept) {
    differences.push({ kind: 'versioningOff', found: settings.EnableVersioning ? String(settings.MajorVersionLimit) : undefined, wanted: String(versionsKept), fixable: true });
  }
  if (!schema.library && settings.EnableAttachments) {
    differences.push({ kind: 'attachmentsOn', fixable: true });
  }
  const title = fields.find((field) => field.InternalName === 'Title');
  if (!schema.library && title && title.Required !== schema.titleColumn.required) {
    differences.push({ kind: 'requiredDiffers', name: 'Title', fixable: true });
  }
  return differences;
}

/** How one column differs. A wrong kind of column is never replaced: its values would be gone. */
export function compareColumn(column: Column, found: FoundField | undefined, idOfList: (key: ListSchema['key']) => string | undefined): ListDifference[] {
  const name = column.name;
  if (!found) {
    return [{ kind: 'columnMissing', name, fixable: true }];
  }
  const type = xmlTypeOf(column);
  const dayInsteadOfTime = type === 'DateTime' && found.DisplayFormat !== undefined && (found.DisplayFormat === 0) !== (column.type === 'DateOnly');
  if (found.TypeAsString !== type || dayInsteadOfTime) {
    return [{ kind: 'wrongType', name, found: found.TypeAsString, wanted: column.type, fixable: false }];
  }
  const target = column.lookup && idOfList(column.lookup);
  if (target && found.LookupList !== undefined && bare(found.LookupList) !== bare(target)) {
    return [{ kind: 'wrongTarget', name, found: found.LookupList, wanted: column.lookup, fixable: false }];
  }
  const differences: ListDifference[] = [];
  if (column.type === 'Note' && found.RichText) {
    differences.push({ kind: 'richTextOn', name, fixable: true });
  }
  if (found.Required !== (column.required === true)) {
    differences.push({ kind: 'requiredDiffers', name, fixable: true });
  }
  if ((column.indexed || column.unique) && !found.Indexed) {
    differences.push({ kind: 'indexMissing', name, fixable: true });
  }
  if (column.unique && !found.EnforceUniqueValues) {
    differences.push({ kind: 'uniqueOff', name, fixable: true });
  }
  const missing = (column.choices ?? []).filter((choice) => !(found.Choices ?? []).includes(choice));
  if (missing.length > 0) {
    differences.push({ kind: 'choiceMissing', name, wanted: missing.join(', '), fixable: true });
  }
  if (column.format !== undefined && found.CustomFormatter !== column.format) {
    differences.push({ kind: 'formatDiffers', name, fixable: true });
  }
  return differences;
}

function compareView(wanted: ListViewSchema, found: FoundView | undefined): ListDifference[] {
  if (!found) {
    return [{ kind: 'viewMissing', name: wanted.title, fixable: true }];
  }
  const same = (found.ViewQuery ?? '') === wanted.query && found.RowLimit === wanted.rowLimit && found.ViewFields.Items.join() === wanted.fields.join();
  return same ? [] : [{ kind: 'viewDiffers', name: wanted.title, fixable: true }];
}

/** A GUID without braces, in lower case. */
function bare(guid: string): string {
  return guid.replace(/[{}]/g, '').toLowerCase();
}
