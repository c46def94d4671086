import { randomUUID } from 'node:crypto';
import { demand, type RequestContext } from '../dispatch/context';
import { invalidRequest, itemNotFound, SharePointError } from '../http/errors';
import { parseTime } from '../odata/dates';
import { rights } from '../permissions/masks';
import type { ListRecord, SubscriptionRecord } from '../state/records';

/** A subscription lasts at most this long, and as long when nothing is said [D]. */
const longest = 180 * 24 * 60 * 60 * 1000;

/** The subscriptions of a list that have not run out; [A] what has run out is gone. */
export function subscriptionsOf(list: ListRecord, context: RequestContext): SubscriptionRecord[] {
  demand(context.effective.onList(list), rights.manageLists); // [A] "edit permissions to the list" [D]
  return [...context.store.subscriptions.values()].filter((subscription) => subscription.list === list.id && subscription.expires > context.now);
}

/** @throws SharePointError 404 */
export function subscriptionOf(list: ListRecord, id: string, context: RequestContext): SubscriptionRecord {
  const found = subscriptionsOf(list, context).find((subscription) => subscription.id === id);
  if (!found) {
    throw itemNotFound(); // [A]
  }
  return found;
}

/** @throws SharePointError 400 for an address that did not answer, and a time that is past or too far away */
export function subscribe(list: ListRecord, body: Record<string, unknown>, context: RequestContext): SubscriptionRecord {
  demand(context.effective.onList(list), rights.manageLists);
  const subscription: SubscriptionRecord = {
    id: randomUUID(), site: list.site, list: list.id, notificationUrl: addressIn(body, context),
    clientState: typeof body.clientState === 'string' ? body.clientState : null, expires: expiryIn(body, context) ?? context.now + longest
  };
  context.store.subscriptions.put(subscription);
  return subscription;
}

export function renew(list: ListRecord, before: SubscriptionRecord, body: Record<string, unknown>, context: RequestContext): SubscriptionRecord {
  demand(context.effective.onList(list), rights.manageLists);
  const after: SubscriptionRecord = {
    ...before,
    ...(body.notificationUrl === undefined ? {} : { notificationUrl: addressIn(body, context) }),
    ...(typeof body.clientState === 'string' ? { clientState: body.clientState } : {}),
    expires: expiryIn(body, context) ?? before.expires
  };
  context.store.subscriptions.put(after);
  return after;
}

export function unsubscribe(list: ListRecord, { id }: SubscriptionRecord, context: RequestContext): void {
  demand(context.effective.onList(list), rights.manageLists);
  context.store.subscriptions.delete(id);
}

function addressIn({ notificationUrl }: Record<string, unknown>, context: RequestContext): string {
  if (typeof notificationUrl !== 'string' || !URL.canParse(notificationUrl) || !/^https?:$/.test(new URL(notificationUrl).protocol)) {
    throw invalidRequest('The notification URL is missing or not valid.'); // [A]
  }
  if (!context.answersValidation(notificationUrl)) {
    throw new SharePointError(400, '-1, System.InvalidOperationException', `Failed to validate the notification URL '${notificationUrl}'.`); // [I] the text
  }
  return notificationUrl;
}

function expiryIn({ expirationDateTime }: Record<string, unknown>, context: RequestContext): number | undefined {
  if (expirationDateTime === undefined || expirationDateTime === null) {
    return undefined;
  }
  const expires = parseTime(expirationDateTime);
  if (expires === undefined || expires <= context.now || expires > context.now + longest) {
    throw new SharePointError(400, '-1, System.ArgumentException', 'The expiration date must be in the future and no more than 180 days away.'); // [A] text and code
  }
  return expires;
}
