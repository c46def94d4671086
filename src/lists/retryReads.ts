import type { TimelinePipe } from '@pnp/core';
import type { Queryable } from '@pnp/queryable';

const attempts = 3;
const passing = [429, 503, 504];

/** No answer came: the line is down, or it was cut before or after SharePoint had done what was asked. */
export class NoAnswerError extends Error {
  public constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.name = 'NoAnswerError';
  }
}

/** Sends requests; a read that SharePoint could not take just now is tried again, as it asks, at most three times in all. */
export function retryReads(): TimelinePipe<Queryable> {
  return (instance) => {
    instance.on.send.replace(async (url, init) => {
      const repeatable = (init.method ?? 'GET') === 'GET';
      for (let attempt = 1; ; attempt++) {
        const last = !repeatable || attempt === attempts;
        try {
          const response = await fetch(url, init);
          if (last || !passing.includes(response.status)) {
            return response;
          }
          await pause(waitOf(response, attempt));
        } catch (error) {
          if (last) {
            throw new NoAnswerError(error);
          }
          await pause(backOff(attempt));
        }
      }
    });
    return instance;
  };
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
