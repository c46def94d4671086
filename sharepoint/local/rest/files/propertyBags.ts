import { fileRef, isFolder, itemsIn } from '../items/place';
import { versionLabel } from '../items/systemColumns';
import { formatTime } from '../odata/dates';
import { accessDenied } from '../http/errors';
import { entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { RequestContext } from '../dispatch/context';
import type { ItemRecord, ListRecord } from '../state/records';
import { principalById } from '../users/principals';

interface BagOf {
  list: ListRecord;
  /** Undefined for the root folder of a list. */
  item?: ItemRecord;
}

/** [A] Of the many keys of a property bag, those that are read most. */
function entries({ list, item }: BagOf, context: RequestContext): Record<string, string> {
  const person = (id: number): string => principalById(context.store, list.site, id)?.loginName ?? '';
  const folder = item === undefined ? list.url : isFolder(item) ? fileRef(item, list) : undefined;
  const inside = folder === undefined ? [] : itemsIn(context.store, list, folder);
  return {
    vti_x005f_timecreated: formatTime(item?.created ?? list.created),
    vti_x005f_timelastmodified: formatTime(item?.modified ?? context.store.counters.get(list.id)?.lastItemModified ?? list.created),
    ...(item ? {
      vti_x005f_author: person(item.authorId), vti_x005f_modifiedby: person(item.editorId), vti_x005f_sourcecontrolversion: `V${versionLabel(item.uiVersion)}`,
      vti_x005f_title: String(item.values.Title ?? ''), ContentTypeId: item.contentTypeId, vti_x005f_listid: `{${list.id.toUpperCase()}}`
    } : { vti_x005f_listname: `{${list.id.toUpperCase()}}` }),
    ...(folder === undefined
      ? { vti_x005f_filesize: String(item?.content?.length ?? 0) }
      : { vti_x005f_foldersubfolderitemcount: String(inside.filter(isFolder).length), vti_x005f_folderitemcount: String(inside.filter((one) => !isFolder(one)).length) })
  };
}

/** Read by whoever may read the file or folder, written by nobody, as scripts are not allowed on the site (`noscript`). */
const resource: Resource<BagOf> = {
  edmType: 'SP.PropertyValues',
  properties: {},
  shapeOf: (_, context) => metadataShape('SP.PropertyValues', context.metadata),
  defaultsOf: (of, context) => Object.keys(entries(of, context)),
  dynamic: (of, name, context) => entries(of, context)[name] ?? null,
  update: () => {
    throw accessDenied();
  }
};

/** `Properties` of a file, a folder or an item. */
export const bagNode = (of: BagOf, path: string): EntityNode => entityNode(resource, of, path);
