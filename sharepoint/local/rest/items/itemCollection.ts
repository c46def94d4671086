import type { RequestContext } from '../dispatch/context';
import { type CollectionNode } from '../odata/nodes';
import type { ListRecord } from '../state/records';
import { readableItem, seenItems } from './access';
import { addItem } from './changeItems';
import { itemNode } from './itemResource';
import { itemSelectionShape } from './itemShape';
import { queryItems } from './itemQuery';

/** `list/items`. */
export function itemCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  return {
    kind: 'collection',
    shape: itemSelectionShape(list, context),
    path,
    members: () => [...seenItems(list, context.store.items.of(list.id).values(), context)].map((item) => itemNode(list, item)),
    query: (query) => {
      const { items, next } = queryItems(list, query, context);
      return { nodes: items.map((item) => itemNode(list, item)), next };
    },
    byKey: (key) => itemNode(list, readableItem(list, key.integer('itemId'), context)),
    add: (body) => itemNode(list, addItem(list, body, context)),
    functions: {
      GetById: (args) => itemNode(list, readableItem(list, args.integer('itemId'), context)),
      GetByStringId: (args) => itemNode(list, readableItem(list, Number(args.text('sId')), context))
    }
  };
}
