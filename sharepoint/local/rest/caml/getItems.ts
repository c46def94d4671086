import type { RequestContext } from '../dispatch/context';
import { itemNode } from '../items/itemResource';
import { itemSelectionShape } from '../items/itemShape';
import type { Arguments } from '../odata/arguments';
import { isObject } from '../odata/body';
import type { CollectionNode, EntityNode } from '../odata/nodes';
import type { ListRecord } from '../state/records';
import { runCaml } from './query';
import { parseView } from './view';

/**
 * `GetItems(query)`. Columns come by `$select`: `<ViewFields>` has no influence on the answer [I].
 * @throws SharePointError as runCaml.
 */
export function getItems(list: ListRecord, args: Arguments, context: RequestContext, path: string): CollectionNode {
  const query = args.object('query');
  const position = isObject(query.ListItemCollectionPosition) ? query.ListItemCollectionPosition.PagingInfo : undefined;
  const folder = isObject(query.FolderServerRelativePath) ? query.FolderServerRelativePath.DecodedUrl : query.FolderServerRelativeUrl;
  const { items } = runCaml(list, {
    view: parseView(textOf(query.ViewXml) ?? ''), folder: textOf(folder), position: textOf(position)
  }, context);
  const nodes = (): EntityNode[] => items.map((item) => itemNode(list, item));
  return {
    kind: 'collection',
    shape: itemSelectionShape(list, context),
    path,
    members: nodes,
    // [A] Filter, order and number are the query's alone.
    query: () => ({ nodes: nodes() })
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
