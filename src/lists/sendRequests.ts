import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';
import { createDigest, type Digest, type KnownDigest } from './digest';

const attempts = 3;
const passing = [429, 503, 504];
/** The code of the refusal "The security validation for this page is invalid". */
const refusedDigest = '-2130575252';

/** No answer came: the line is down, or it was cut before or after SharePoint had done what was asked. */
export class NoAnswerError extends Error {
  public constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'NoAnswerError';
  }
}

/**
 * Sends requests. A read that SharePoint could not take just now is tried again, as it asks, at most three times in all.
 * A write is sent once; only where SharePoint refused its digest, and so did nothing, it is sent again with a new one.
 */
export function sendRequests(siteUrl: string, brought?: KnownDigest, wait: (ms: number) => Promise<void> = pause): TimelinePipe<Queryable> {
  const digest = createDigest(siteUrl, answerOf, brought);
  return (instance) => {
    instance.on.send.replace((url, init) => {
      const send = (): Promise<Response> => ((init.method ?? 'GET') === 'GET' ? answerOf(url, init) : writeOnce(url, init, digest));
      return isRead(url, init) ? readPatiently(send, wait) : send();
    });
    return instance;
  };
}

/** A GET, or a `$batch` of nothing but GETs: PnPjs puts every write of a batch in a change set. */
function isRead(url: URL, { method = 'GET', body }: RequestInit): boolean {
  return method === 'GET' || (url.pathname.endsWith('/_api/$batch') && typeof body === 'string' && !body.includes('boundary="changeset_'));
}

async function readPatiently(send: () => Promise<Response>, wait: (ms: number) => Promise<void>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    try {
      const response = await send();
      if (last || !passing.includes(response.status)) {
        return response;
      }
      await wait(waitOf(response, attempt));
    } catch (error) {
      if (last) {
        throw error;
      }
      await wait(backOff(attempt));
    }
  }
}

async function writeOnce(url: URL | string, init: RequestInit, digest: Digest): Promise<Response> {
  const response = await answerOf(url, await digest.sign(init));
  if (response.status !== 403 || !(await response.clone().text()).includes(refusedDigest)) {
    return response;
  }
  digest.forget();
  return answerOf(url, await digest.sign(init));
}

async function answerOf(url: URL | string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new NoAnswerError(error);
  }
}

/** What `Retry-After` asks for, in ms: seconds or an HTTP date. @returns undefined when it says nothing of use */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') {
    return undefined;
  }
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

function waitOf(response: Response, attempt: number): number {
  // The Date header, not our clock, says when the server's date is: the two may differ by hours.
  const serverNow = Date.parse(response.headers.get('Date') ?? '');
  return retryAfter(response.headers.get('Retry-After'), Number.isFinite(serverNow) ? serverNow : Date.now()) ?? backOff(attempt);
}

function backOff(attempt: number): number {
  return 300 * 2 ** attempt * (0.75 + Math.random() / 2);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
