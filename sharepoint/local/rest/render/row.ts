import { queriedColumn, standsForAnother } from '../caml/columns';
import { isSystemColumn, readSystemColumn } from '../items/systemColumns';
import { permMask } from '../permissions/masks';
import type { FieldRecord, ListRecord } from '../state/records';
import { columnKeys, type RenderedRow, type RowKeys } from './columnKeys';

/** A column of a view: what it is called there, and the column whose value it shows. */
export interface ViewColumn {
  name: string;
  field: FieldRecord;
}

/** Computed columns that hold nothing of their own, and are shown by every row anyway or not at all. */
const withoutValue = new Set(['Edit', 'PermMask', 'ContentType', 'FileSizeDisplay', 'SelectTitle', 'ItemChildCount', 'FolderChildCount', '_CommentCount', '_CommentFlags']);

/** The columns a view names. @throws SharePointError 500 for one that the list does not have. */
export const viewColumns = (list: ListRecord, names: readonly string[]): ViewColumn[] =>
  names.filter((name) => !withoutValue.has(name)).map((name) => ({ name, field: computedHere(list, name) ?? queriedColumn(list, name) }));

/** Computed columns that are worked out from the item itself and stand for no other. */
const computedHere = (list: ListRecord, name: string): FieldRecord | undefined =>
  list.fields.find(({ internalName, type }) => internalName === name && type === 'Computed' && isSystemColumn(name) && !standsForAnother(name));

/** One row, in the order of the recorded ones [R]. */
export function renderRow(columns: readonly ViewColumn[], row: RenderedRow): RowKeys {
  const { list, item, context } = row;
  const system = (name: string): unknown => readSystemColumn(name, item, list, context);
  const fileRef = String(system('FileRef'));
  const keys: RowKeys = {
    ID: String(item.id),
    PermMask: permMask(context.effective.onItem(list, item)),
    FSObjType: String(system('FSObjType')),
    UniqueId: `{${item.uniqueId.toUpperCase()}}`,
    ContentTypeId: item.contentTypeId,
    FileRef: fileRef,
    'FileRef.urlencode': strictEncode(fileRef),
    'FileRef.urlencodeasurl': encodeURI(fileRef),
    'FileRef.urlencoding': encodeURI(fileRef),
    'FileRef.scriptencodeasurl': encodeURI(fileRef).replace(/\//g, '\\u002f'),
    ...(list.baseType === 1 ? fileKeys(String(system('FileLeafRef'))) : {}),
    ...(list.settings.enableAttachments ? { Attachments: system('Attachments') === true ? '1' : '0' } : {}),
    SMTotalSize: String(JSON.stringify(item.values).length),
    _CommentFlags: '',
    _CommentCount: ''
  };
  for (const { name, field } of columns) {
    Object.assign(keys, columnKeys(field, row));
    if (name !== field.internalName) {
      keys[name] = keys[field.internalName];
    }
  }
  return { ...keys, ItemChildCount: '0', FolderChildCount: '0', owshiddenversion: String(item.version), Restricted: '' };
}

/** Every character but letters and digits [R]. */
const strictEncode = (path: string): string =>
  encodeURIComponent(path).replace(/[-_.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function fileKeys(leaf: string): RowKeys {
  const dot = leaf.lastIndexOf('.');
  return {
    FileLeafRef: leaf,
    'FileLeafRef.Name': dot < 0 ? leaf : leaf.slice(0, dot),
    'FileLeafRef.Suffix': dot < 0 ? '' : leaf.slice(dot + 1)
  };
}
