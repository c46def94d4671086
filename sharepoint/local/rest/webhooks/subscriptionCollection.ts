import type { RequestContext } from '../dispatch/context';
import { formatTime } from '../odata/dates';
import { readTyped } from '../odata/body';
import { type CollectionNode, entityNode, type EntityNode, type Resource } from '../odata/nodes';
import { metadataShape } from '../odata/shape';
import type { ListRecord, SubscriptionRecord } from '../state/records';
import { renew, subscribe, subscriptionOf, subscriptionsOf, unsubscribe } from './subscriptions';

const edmType = 'Microsoft.SharePoint.Webhooks.Subscription';

interface SubscriptionOfList {
  list: ListRecord;
  subscription: SubscriptionRecord;
}

const subscriptionResource: Resource<SubscriptionOfList> = {
  edmType,
  // What was recorded; `scenarios` only by name.
  properties: {
    clientState: ({ subscription }) => subscription.clientState,
    expirationDateTime: ({ subscription }) => formatTime(subscription.expires),
    id: ({ subscription }) => subscription.id,
    notificationUrl: ({ subscription }) => subscription.notificationUrl,
    resource: ({ list }) => list.id,
    resourceData: () => null
  },
  functions: {
    Update: ({ list, subscription }, args, context) => {
      renew(list, subscription, args.object('parameters'), context);
      return undefined;
    },
    Delete: ({ list, subscription }, _, context) => {
      unsubscribe(list, subscription, context);
      return undefined;
    }
  },
  update: ({ list, subscription }, body, context) => node({ list, subscription: renew(list, subscription, body, context) }),
  remove: ({ list, subscription }, context) => unsubscribe(list, subscription, context),
  removedStatus: 204
};

const node = (of: SubscriptionOfList): EntityNode =>
  entityNode(subscriptionResource, of, `Web/Lists(guid'${of.list.id}')/Subscriptions('${of.subscription.id}')`);

/** `list/Subscriptions`. */
export function subscriptionCollection(list: ListRecord, context: RequestContext, path: string): CollectionNode {
  const byId = (id: string): EntityNode => node({ list, subscription: subscriptionOf(list, id, context) });
  return {
    kind: 'collection',
    shape: metadataShape(edmType, context.metadata),
    path,
    members: () => subscriptionsOf(list, context).map((subscription) => node({ list, subscription })),
    byKey: (key) => byId(key.guid('id')),
    add: (body) => node({ list, subscription: subscribe(list, readTyped(edmType, body, context.metadata), context) }),
    functions: {
      Add: (args) => node({ list, subscription: subscribe(list, args.object('parameters'), context) }),
      GetById: (args) => byId(args.guid('id')),
      Remove: (args) => {
        unsubscribe(list, subscriptionOf(list, args.guid('subscriptionId'), context), context);
        return undefined;
      }
    }
  };
}
