import { randomUUID } from 'node:crypto';
import { tenantId } from '../../tenant';
import type { RestRequest } from '../dispatch/execute';
import { formatTime } from '../odata/dates';
import type { SubscriptionRecord } from '../state/records';
import type { Store } from '../state/store';

/** A notification as SharePoint sends it [D]. */
interface Notification {
  subscriptionId: string;
  clientState: string | null;
  expirationDateTime: string;
  resource: string;
  tenantId: string;
  siteUrl: string;
  webId: string;
}

/** What a test can ask afterwards. */
export interface Delivery {
  notificationUrl: string;
  value: Notification[];
  /** What the address answered; null when it is not on this machine and was not called, 0 when nobody answered. */
  status: number | null;
}

/** Calls the addresses that want to know of changes. */
export interface Notifier {
  /** Asks those of the addresses that are on this machine whether they take part. */
  validate(addresses: Iterable<string>): Promise<void>;
  /** Whether an address may be subscribed: it has answered, or cannot be asked. */
  answersValidation(notificationUrl: string): boolean;
  /** Items of a site may have changed after a line of the log. */
  changed(site: string, after: number): void;
  deliveries(): readonly Delivery[];
  clear(): void;
}

/** Changes within this time go in one call. */
const gathering = 100;
/** An address must answer within five seconds [D]. */
const patience = 5000;
const mostKept = 1000;

/** A machine's own addresses. Nothing else is ever called: what is not on this machine counts as valid [A]. */
const isHere = (address: string): boolean =>
  URL.canParse(address) && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(new URL(address).hostname);

export function createNotifier(store: Store, now: () => number): Notifier {
  const refused = new Set<string>();
  const waiting = new Map<string, SubscriptionRecord>();
  const deliveries: Delivery[] = [];

  async function deliver(): Promise<void> {
    const due = [...waiting.values()];
    waiting.clear();
    for (const notificationUrl of new Set(due.map((subscription) => subscription.notificationUrl))) {
      const value = due.filter((subscription) => subscription.notificationUrl === notificationUrl).map((subscription) => notificationOf(subscription, store.webs.get(subscription.site)?.webId ?? ''));
      const status = isHere(notificationUrl) ? (await post(notificationUrl, JSON.stringify({ value }))).status : null;
      deliveries.push({ notificationUrl, value, status });
      deliveries.splice(0, Math.max(0, deliveries.length - mostKept));
    }
  }

  return {
    validate: async (addresses) => {
      for (const address of [...addresses].filter(isHere)) {
        const token = randomUUID();
        const asked = new URL(address);
        asked.searchParams.set('validationtoken', token);
        const { status, text } = await post(asked.href, '');
        const isValid = status === 200 && text.trim() === token;
        refused[isValid ? 'delete' : 'add'](address);
      }
    },
    answersValidation: (notificationUrl) => !refused.has(notificationUrl),
    changed: (site, after) => {
      const subscriptions = [...store.subscriptions.values()].filter((subscription) => subscription.site === site && subscription.expires > now());
      if (subscriptions.length === 0 || store.changes.last() === after) {
        return;
      }
      const lists = new Set(store.changes.read({ site, after }).filter(({ kind }) => kind === 'item').map(({ list }) => list));
      const isFirst = waiting.size === 0;
      subscriptions.filter(({ list }) => lists.has(list)).forEach((subscription) => waiting.set(subscription.id, subscription));
      if (isFirst && waiting.size > 0) {
        setTimeout(() => void deliver(), gathering).unref();
      }
    },
    deliveries: () => deliveries,
    clear: () => {
      deliveries.length = 0;
    }
  };
}

const notificationOf = ({ id, clientState, expires, list, site }: SubscriptionRecord, webId: string): Notification => ({
  subscriptionId: id, clientState, expirationDateTime: formatTime(expires).replace('Z', '.0000000Z'), resource: list, tenantId, siteUrl: site, webId
});

/** Whether a request, alone or in a batch, may want an address called. */
export const mayNameAddress = ({ method, path, body }: RestRequest): boolean =>
  method !== 'GET' && /subscriptions|\$batch/i.test(decodeURIComponent(path)) && body.includes('notificationUrl');

/** Status 0 when nobody answers in time. No redirect is followed: it could lead off the machine. */
async function post(address: string, body: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(address, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(patience), headers: { 'Content-Type': body === '' ? 'text/plain' : 'application/json' }
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
