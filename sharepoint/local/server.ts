import { createServer, type IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClock } from './clock';
import type { LocalSharePointConfiguration, LocalSite } from './configuration';
import { identify } from './door';
import { answerFault } from './faults/answers';
import { answerFaults, faultsPath } from './faults/endpoint';
import { createFaults } from './faults/faults';
import type { Caller, PageSide, RestSide } from './host';
import { createRequestLog } from './rest/http/requestLog';
import { createRest } from './rest/rest';
import { openDatabase } from './rest/state/database';
import { createStore, type Store } from './rest/state/store';

export type CreatePages = (configuration: LocalSharePointConfiguration, rest: RestSide, origin: () => string) => PageSide;

export interface RunningSharePoint {
  /** `http://127.0.0.1:4321` */
  origin: string;
  close(): Promise<void>;
}

/**
 * Starts a SharePoint of this machine on 127.0.0.1.
 * @throws BadFaultPlan for faults that cannot be followed
 * @param createPages draws pages and serves packages; without it there is REST only.
 */
export async function startLocalSharePoint(configuration: LocalSharePointConfiguration, createPages?: CreatePages): Promise<RunningSharePoint> {
  const faults = createFaults(configuration.faults);
  const store = createStore(openDatabase(configuration.stateFile));
  const clock = createClock(startOfClock(configuration, store));
  const log = createRequestLog();
  const running: { origin: string; pages?: PageSide } = { origin: '' };
  const rest = createRest({
    configuration, store, log, faults, now: clock.now, origin: () => running.origin, manifests: () => running.pages?.manifests() ?? []
  });

  const logs: Record<string, KeptLog | undefined> = {
    '/__requests': log,
    '/__notifications': { all: rest.notifications.deliveries, clear: rest.notifications.clear }
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAddress(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Bad Request');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const kept = logs[url.pathname];
    if (kept) {
      answerLog(kept, request, response);
      return;
    }
    if (url.pathname === faultsPath) {
      await answerFaults(faults, request, response);
      return;
    }
    const caller = identify(request, response, configuration);
    if (!caller) {
      return;
    }
    const path = pathOf(request).toLowerCase();
    const site = configuration.sites.find((candidate) => path === candidate.url.toLowerCase() || path.startsWith(`${candidate.url.toLowerCase()}/`));
    const restSite = site && /\/(?:_api|_vti_bin\/client\.svc)(?:\/|$)/.test(path) ? site : undefined;
    const { login } = caller.account;
    const asked = { method: String(request.headers['x-http-method'] ?? request.method), url: request.url ?? '/', login };
    const { milliseconds, rule } = faults.strike({ ...asked, target: restSite ? 'rest' : 'file' });
    if (milliseconds > 0) {
      await wait(milliseconds);
    }
    if (rule?.kind === 'cutAfter') {
      // Everything is done as ever; only the answer goes where nobody reads it.
      await handle(request, new ServerResponse(request), site, restSite, caller);
      request.socket.destroy();
    } else if (rule) {
      const status = answerFault(rule, request, response);
      if (restSite) {
        log.add({ ...asked, status, batched: false, unknownToMetadata: false });
      }
    } else {
      await handle(request, response, site, restSite, caller);
    }
  }

  async function handle(
    request: IncomingMessage, response: ServerResponse, site: LocalSite | undefined, restSite: LocalSite | undefined, caller: Caller
  ): Promise<void> {
    if (restSite) {
      await rest.handle(request, response, restSite, caller);
    } else if (!(await running.pages?.handle(request, response, caller)) && !(site && rest.download(pathOf(request), response, site, caller))) {
      response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' }).end('404 NOT FOUND');
    }
  }

  const pathOf = (request: IncomingMessage): string => decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);

  const server = createServer((request, response) => {
    answer(request, response).catch((problem: unknown) => {
      process.stderr.write(`${problem instanceof Error ? problem.stack ?? problem.message : String(problem)}\n`);
      if (!response.headersSent) {
        response.writeHead(500, { 'Content-Type': 'text/plain;charset=utf-8' });
      }
      response.end('The local SharePoint failed; its console says why.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(configuration.port, '127.0.0.1', resolve);
  });
  running.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running.pages = createPages?.(configuration, rest, () => running.origin);
  const heartbeat = setInterval(() => rememberClock(configuration, store, clock.now()), 60000);
  heartbeat.unref();
  return {
    origin: running.origin,
    close: async () => {
      clearInterval(heartbeat);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rememberClock(configuration, store, clock.now());
      store.close();
    }
  };
}

/** Whether an address can be read; what is badly encoded is refused before anything looks at it. */
function isAddress(url: string): boolean {
  try {
    decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
    return true;
  } catch {
    return false;
  }
}

/** What tests ask afterwards. */
interface KeptLog {
  all(): readonly unknown[];
  clear(): void;
}

function answerLog(log: KeptLog, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'DELETE') {
    log.clear();
  }
  response.writeHead(200, { 'Content-Type': 'application/json;charset=utf-8' }).end(JSON.stringify(log.all()));
}

/** The clock goes on where it stood: while the server is off, no time passes in it. */
function startOfClock({ clockStart }: LocalSharePointConfiguration, store: Store): number | undefined {
  if (clockStart === undefined) {
    return undefined;
  }
  const start = Date.parse(clockStart);
  if (Number.isNaN(start)) {
    throw new Error(`clockStart '${clockStart}' is not a date.`);
  }
  const stood = store.facts.get(clockFact);
  const known = stood === undefined ? undefined : JSON.parse(stood.value) as { start: number; now: number };
  return known?.start === start ? Math.max(start, known.now) : start;
}

const clockFact = 'clock';

function rememberClock({ clockStart }: LocalSharePointConfiguration, store: Store, now: number): void {
  if (clockStart !== undefined) {
    store.attempt(() => store.facts.put({ name: clockFact, value: JSON.stringify({ start: Date.parse(clockStart), now }) }));
  }
}
