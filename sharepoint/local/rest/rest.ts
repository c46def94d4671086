import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalSharePointConfiguration, LocalSite } from '../configuration';
import type { Asked, Caller, RestSide, WebFacts } from '../host';
import { parseBatch } from './batch/parseBatch';
import { writeBatch } from './batch/writeBatch';
import type { Answer } from './dispatch/answer';
import { createContext, enterSite, type RequestContext, type Services } from './dispatch/context';
import { answerError, execute, type RestRequest } from './dispatch/execute';
import { createDigests, digestSeconds } from './http/digest';
import { download } from './files/download';
import { mimeTypeOf } from './files/mimeTypes';
import { unescaped } from './files/paths';
import { badDigest, invalidRequest, SharePointError } from './http/errors';
import { partFault } from '../faults/answers';
import type { Faults } from '../faults/faults';
import { formatOf } from './http/formats';
import type { RequestLog } from './http/requestLog';
import { readBody, sendAnswer } from './http/transport';
import { loadMetadata } from './metadata/load';
import { halvesOf } from './permissions/masks';
import { newSite } from './state/newSite';
import type { Store } from './state/store';
import { principalById } from './users/principals';
import { createNotifier, mayNameAddress, type Notifier } from './webhooks/notifier';
import { zoneFacts } from './web/timeZones';

export interface RestOptions {
  configuration: LocalSharePointConfiguration;
  store: Store;
  log: RequestLog;
  /** What goes wrong with parts of a batch. */
  faults: Faults;
  now(): number;
  origin(): string;
  manifests(): readonly unknown[];
}

/** With what was sent, or would have been, to those who want to be told of changes. */
export interface Rest extends RestSide {
  notifications: Pick<Notifier, 'deliveries' | 'clear'>;
}

/** Builds the REST side over a store; sites that are not in it yet are made. */
export function createRest(options: RestOptions): Rest {
  const { configuration, store, log } = options;
  const notifier = createNotifier(store, options.now);
  const services: Services = {
    store,
    metadata: loadMetadata(),
    digests: createDigests(secretOf(store)),
    accounts: configuration.accounts,
    sites: configuration.sites,
    now: options.now,
    origin: options.origin,
    manifests: options.manifests,
    answersValidation: notifier.answersValidation,
    strict: process.env.LOCAL_SHAREPOINT_STRICT === '1'
  };
  for (const site of configuration.sites) {
    if (!store.webs.get(site.url)) {
      store.changes.begin(options.now());
      store.attempt(() => newSite(store, site, configuration.accounts, options.now()));
    }
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse, site: LocalSite, caller: Caller): Promise<void> {
    const request = await readRequest(incoming, site);
    await notifier.validate(addressesWanted(request, site, caller));
    const answer = notifying(site, () => answerRequest(request, site, caller));
    sendAnswer(response, answer, request.method === 'HEAD');
  }

  /** The addresses that a request would have called, found by trying it out and taking everything back: whoever is refused has nobody called. */
  function addressesWanted(request: RestRequest, site: LocalSite, caller: Caller): Set<string> {
    const wanted = new Set<string>();
    if (!mayNameAddress(request)) {
      return wanted;
    }
    try {
      store.together(() => {
        enter(request, site, caller);
        for (const part of partsOf(request, site)) {
          const named: string[] = [];
          const trying: Services = { ...services, answersValidation: (address) => named.push(address) > 0 };
          const { status } = execute(part, () => enterSite(createContext(trying, site, caller, replayTime(request, caller))));
          (status < 400 ? named : []).forEach((address) => wanted.add(address));
        }
        throw new TakenBack();
      });
    } catch {
      // What else is wrong is said when the request is run in earnest.
    }
    return wanted;
  }

  function notifying<T>(site: LocalSite, work: () => T): T {
    const before = store.changes.last();
    const result = work();
    notifier.changed(site.url, before);
    return result;
  }

  function answerRequest(request: RestRequest, site: LocalSite, caller: Caller): Answer {
    const contextOf = (): RequestContext => enter(request, site, caller);
    const answer = isBatch(request) ? answerBatch(request, site, caller, contextOf) : execute(request, contextOf);
    logAnswer(request, site, caller, answer, false);
    return answer;
  }

  /** The door of the REST side: the digest, the time, and whether the account has any right here. */
  function enter(request: RestRequest, site: LocalSite, caller: Caller): RequestContext {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const context = createContext(services, site, caller, replayTime(request, caller));
    const needsDigest = !isRead && !caller.bearer && !/^contextinfo$/i.test(request.path);
    if (needsDigest && !services.digests.isValid(request.headers['x-requestdigest'], caller.account.login, services.now())) {
      throw badDigest();
    }
    return enterSite(context);
  }

  function answerBatch(request: RestRequest, site: LocalSite, caller: Caller, contextOf: () => RequestContext): Answer {
    try {
      contextOf();
      if (request.method !== 'POST') {
        throw invalidRequest('A batch must be sent by POST.'); // [A]
      }
      const parts = partsOf(request, site);
      // The digest of the batch counts for its parts.
      const answers = store.together(() => parts.map((part) => {
        const answer = faultOf(part, site, caller) ?? execute(part, () => enterSite(createContext(services, site, caller, replayTime(request, caller))));
        logAnswer(part, site, caller, answer, true);
        return answer;
      }));
      const id = randomUUID();
      return {
        status: 200, headers: {}, contentType: `multipart/mixed; boundary=batchresponse_${id}`, body: writeBatch(answers, id), unknownToMetadata: false
      };
    } catch (problem) {
      return answerError(problem, formatOf(request.headers.accept));
    }
  }

  /** What a batch asks, or the one request. */
  const partsOf = (request: RestRequest, site: LocalSite): RestRequest[] => (isBatch(request)
    ? parseBatch(request.headers['content-type'] ?? '', request.body.toString('utf8')).map((part) => partRequest(part, request, site))
    : [request]);

  function partRequest(part: { method: string; url: string; headers: Record<string, string>; body: string }, batch: RestRequest, site: LocalSite): RestRequest {
    const base = `${options.origin()}${site.url}/_api/`;
    const url = URL.canParse(part.url, base) ? new URL(part.url, base) : undefined;
    const path = url && apiPath(url.pathname, site);
    if (path === undefined || url?.origin !== options.origin()) {
      throw invalidRequest(`'${part.url}' is not on the site of the batch.`); // [A]
    }
    return { method: part.method, path, query: url.search.slice(1), headers: { ...part.headers, accept: part.headers.accept ?? batch.headers.accept }, body: Buffer.from(part.body) };
  }

  function faultOf(part: RestRequest, site: LocalSite, caller: Caller): Answer | undefined {
    const { rule } = options.faults.strike({ ...askedFor(part, site), login: caller.account.login, target: 'batchPart' });
    return rule && partFault(rule, part.headers.accept);
  }

  function logAnswer(request: RestRequest, site: LocalSite, caller: Caller, answer: Answer, batched: boolean): void {
    log.add({ ...askedFor(request, site), status: answer.status, login: caller.account.login, batched, unknownToMetadata: answer.unknownToMetadata });
  }

  function sendFile(path: string, response: ServerResponse, site: LocalSite, caller: Caller): boolean {
    try {
      const context = enterSite(createContext(services, site, caller, undefined));
      sendAnswer(response, { status: 200, headers: {}, body: download(path, context), contentType: mimeTypeOf(path), unknownToMetadata: false }, false);
      return true;
    } catch (problem) {
      if (problem instanceof SharePointError && problem.status === 403) {
        response.writeHead(403, { 'Content-Type': 'text/plain;charset=utf-8' }).end('403 FORBIDDEN');
        return true;
      }
      return false;
    }
  }

  /** Not in the log of requests: in SharePoint too, what a page does on the server is no request of the browser. */
  function ask({ method = 'GET', path, body, digest }: Asked, site: LocalSite, caller: Caller): { status: number; json: unknown } {
    const [address, query] = splitUrl(path);
    const request: RestRequest = {
      method, path: address, query, headers: { accept: 'application/json;odata=nometadata', 'x-requestdigest': digest },
      body: body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(body === undefined ? '' : JSON.stringify(body))
    };
    const answer = notifying(site, () => execute(request, () => enter(request, site, caller)));
    const text = Buffer.from(answer.body).toString('utf8');
    return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) as unknown };
  }

  return { handle, ask, notifications: notifier, download: sendFile, webFacts: (site, caller) => webFacts(services, site, caller) };
}

/** Ends a trial. */
class TakenBack extends Error {}

const isBatch = ({ path }: RestRequest): boolean => /^\$batch$/i.test(decodeURIComponent(path));

function askedFor(request: RestRequest, site: LocalSite): { method: string; url: string } {
  return {
    method: request.headers['x-http-method'] ?? request.method,
    url: `${site.url}/_api/${request.path}${request.query === '' ? '' : `?${request.query}`}`
  };
}

/** For replaying a history: a program may say at which server time its write happens. No browser can. */
function replayTime(request: RestRequest, caller: Caller): number | undefined {
  const date = request.headers['x-local-date'];
  if (date === undefined || !caller.bearer) {
    return undefined;
  }
  const time = Date.parse(date);
  if (Number.isNaN(time)) {
    throw invalidRequest(`X-Local-Date '${date}' is not a date.`);
  }
  return time;
}

async function readRequest(incoming: IncomingMessage, site: LocalSite): Promise<RestRequest> {
  const [path, query] = splitUrl(incoming.url ?? '');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
  return { method: incoming.method ?? 'GET', path: apiPath(path, site) ?? '', query, headers, body: await readBody(incoming) };
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** What follows `/_api/` in a path of the site. */
function apiPath(path: string, site: LocalSite): string | undefined {
  const match = /^(.*?)\/(?:_api|_vti_bin\/client\.svc)(?:\/(.*))?$/i.exec(path);
  return match && `${unescaped(match[1])}/`.toLowerCase().startsWith(`${site.url}/`.toLowerCase()) ? match[2] ?? '' : undefined;
}

/** The secret that signs digests, made once per state. */
function secretOf(store: Store): string {
  const known = store.facts.get('digestSecret');
  if (known) {
    return known.value;
  }
  const value = randomBytes(32).toString('hex');
  store.attempt(() => store.facts.put({ name: 'digestSecret', value }));
  return value;
}

function webFacts(services: Services, site: LocalSite, caller: Caller): WebFacts {
  const { store } = services;
  const context = store.attempt(() => enterSite(createContext(services, site, caller, undefined)));
  const web = context.web();
  const { id, description, bias, standardBias, daylightBias } = zoneFacts(web.timeZoneId);
  return {
    siteId: web.siteId,
    webId: web.webId,
    title: web.title,
    userId: context.userId ?? 0,
    permissions: halvesOf(context.effective.onWeb(web)),
    isSiteAdmin: context.userId !== undefined && principalById(store, site.url, context.userId)?.isSiteAdmin === true,
    formDigestValue: services.digests.issue(caller.account.login, services.now()),
    formDigestTimeoutSeconds: digestSeconds,
    now: services.now(),
    timeZone: { id, description, bias, standardBias, daylightBias },
    localeId: web.localeId
  };
}
