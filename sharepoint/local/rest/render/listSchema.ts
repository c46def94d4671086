import type { RequestContext } from '../dispatch/context';
import { fieldKind } from '../fields/kinds';
import { permMaskOfList } from './listData';
import type { FieldRecord, ListRecord } from '../state/records';
import type { ViewColumn } from './row';

const yes = (flag: boolean): string => (flag ? 'TRUE' : 'FALSE');

/** [A] `ListSchema` of RenderListDataAsStream, as far as views need it: the columns, and what may be done with the list. */
export function listSchema(list: ListRecord, columns: readonly ViewColumn[], viewId: string, context: RequestContext): Record<string, unknown> {
  const web = context.web();
  return {
    Field: columns.map(({ name, field }) => schemaOf(name, field)),
    LCID: String(web.localeId),
    Userid: String(context.userId ?? ''),
    View: `{${viewId.toUpperCase()}}`,
    IsDocLib: list.baseType === 1 ? '1' : '',
    ListTitle: list.title,
    HttpRoot: context.webUrl,
    HttpPath: `${context.webUrl}/_vti_bin/owssvr.dll?CS=65001`,
    DefaultItemOpen: '1',
    EnableMinorVersions: list.settings.enableMinorVersions ? '1' : '',
    ModerationStatus: list.settings.enableModeration ? '1' : '',
    listServerTemplate: String(list.baseTemplate),
    listPermsMask: permMaskOfList(list, context)
  };
}

const schemaOf = (name: string, field: FieldRecord): Record<string, unknown> => ({
  Name: name,
  FieldType: field.type,
  RealFieldName: field.internalName,
  DisplayName: field.title,
  ID: field.id,
  StaticName: field.staticName,
  Type: field.type,
  TypeDisplayName: fieldKind(field.type)?.displayName ?? field.type,
  AllowMultipleValues: yes(field.multiple),
  Filterable: yes(field.type !== 'Note'),
  Sortable: yes(field.type !== 'Note' && !field.multiple),
  ReadOnly: yes(field.readOnly),
  Required: yes(field.required),
  ...(field.choices ? { Choices: field.choices } : {})
});
