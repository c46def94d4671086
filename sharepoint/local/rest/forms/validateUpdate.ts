import { demand, type RequestContext } from '../dispatch/context';
import { addFolder, rename } from '../files/changeFiles';
import { existing, folderAt, type FolderPlace } from '../files/findFiles';
import { serverRelative } from '../files/paths';
import { SharePointError } from '../http/errors';
import { demandCheckOut, demandWrite } from '../items/access';
import { changeItem, insertItem, type Placed } from '../items/changeItems';
import { moderate } from '../items/moderation';
import { FailedValidation } from '../items/validation';
import type { Arguments } from '../odata/arguments';
import { isObject } from '../odata/body';
import type { Node } from '../odata/nodes';
import { rights } from '../permissions/masks';
import type { ItemRecord, ListRecord } from '../state/records';
import { acceptedResult, type FormResult, readForm, type ReadForm, refusedResult } from './formValues';

const answer = (name: string, results: FormResult[]): Node =>
  ({ kind: 'value', type: 'Collection(SP.ListItemFormUpdateValue)', name, value: results });

/**
 * `ValidateUpdateListItem`: 200 whatever the values are; each says for itself whether it was refused. With bNewDocumentUpdate
 * no version is added.
 * @throws SharePointError 403 when the caller may not change the item
 */
export function validateUpdateListItem(list: ListRecord, item: ItemRecord, args: Arguments, context: RequestContext): Node {
  demandWrite(list, item, rights.editListItems, context);
  demandCheckOut(list, item, context);
  const form = readForm(list, args, context);
  const results = write(form, context, () => {
    const { leafName } = form;
    const renamed = item.place && leafName && leafName !== item.place.name ? rename(list, item, leafName, context) : item;
    const placed: Placed = { ...form.kept, ...(args.flag('bNewDocumentUpdate', false) ? { uiVersion: item.uiVersion } : {}) };
    const { status, comment } = form.decision;
    const changed = form.changes.size > 0 || status === undefined ? changeItem(list, renamed, form.changes, context, placed) : renamed;
    return status === undefined ? changed : moderate(list, changed, status, comment, context);
  });
  return answer('ValidateUpdateListItem', results.map((result) => ({ ...result, ItemId: item.id })));
}

/**
 * `AddValidateUpdateItemUsingPath` and its older form: the answer ends with the id of what was made [R].
 * @throws SharePointError 404 for a folder that is not there, 403 without Add Items
 */
export function addValidateUpdateItem(list: ListRecord, args: Arguments, context: RequestContext, path: string): Node {
  const info = args.has('listItemCreateInfo') ? args.object('listItemCreateInfo') : {};
  const folder = folderOf(list, info, context);
  demand(folder.item ? context.effective.onItem(list, folder.item) : context.effective.onList(list), rights.addListItems);
  const form = readForm(list, args, context);
  const isFolder = info.UnderlyingObjectType === 1;
  const made: { id?: number } = {};
  const results = write(form, context, () => {
    const item = isFolder ? newFolder(list, folder, info, form, context) : newItem(list, folder, form, context);
    made.id = item.id;
    return item;
  });
  return answer(path.slice(path.lastIndexOf('/') + 1), made.id === undefined ? results : [...results, acceptedResult('Id', String(made.id))]);
}

/** Writes unless a value was refused; what the write itself refuses of them is an answer too. */
function write(form: ReadForm, context: RequestContext, put: () => ItemRecord): FormResult[] {
  if (form.isRefused) {
    return form.results;
  }
  try {
    context.store.attempt(put);
    return form.results;
  } catch (problem) {
    if (problem instanceof SharePointError && problem.status !== 403) {
      return refusals(form, problem);
    }
    throw problem;
  }
}

/** [A] A validation or a duplicate is said at its column, what belongs to none in a row without name at the end. */
function refusals(form: ReadForm, problem: SharePointError): FormResult[] {
  const failed = problem instanceof FailedValidation ? problem : undefined;
  const message = failed?.told ?? problem.message;
  const code = Number(problem.code.split(',')[0]);
  const column = failed ? failed.field?.internalName : [...form.changes.keys()].find((field) => field.unique && problem.message.endsWith(`[${field.title}].`))?.internalName;
  const results = form.results.map((result) => (result.FieldName === column ? refusedResult(result.FieldName, result.FieldValue, message, code) : result));
  return results.some((result) => result.HasException) ? results : [...results, refusedResult(column ?? '', null, message, code)];
}

/** [A] A path outside the list, such as the web's, means the list itself. */
function folderOf(list: ListRecord, info: Record<string, unknown>, context: RequestContext): FolderPlace {
  const wanted = pathText(info.FolderPath) ?? pathText(info.FolderUrl);
  const place = folderAt(wanted === undefined ? list.url : serverRelative(wanted, context), context);
  existing(place);
  return place.list?.id === list.id ? place : { url: list.url, list };
}

function pathText(value: unknown): string | undefined {
  const text = isObject(value) ? value.DecodedUrl : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function newFolder(list: ListRecord, folder: FolderPlace, info: Record<string, unknown>, form: ReadForm, context: RequestContext): ItemRecord {
  const title = [...form.changes].find(([field]) => field.internalName === 'Title')?.[1];
  const { item } = addFolder(folder, pathText(info.LeafName) ?? form.leafName ?? String(title ?? ''), context, true);
  if (!item) {
    throw new Error('The folder has no item.');
  }
  return changeItem(list, item, form.changes, context, form.kept);
}

/** An item in a folder of the list stands there under its id. */
function newItem(list: ListRecord, folder: FolderPlace, form: ReadForm, context: RequestContext): ItemRecord {
  const placed: Placed = folder.item ? { place: { dir: folder.url, name: '', isFolder: false } } : {};
  return insertItem(list, form.changes, context, { ...placed, ...form.kept });
}
