import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../door';
import type { Answer } from '../rest/dispatch/answer';
import { badDigest, saveConflict, sharePointException, signedOut } from '../rest/http/errors';
import { contentTypeOf, formatOf, writeError } from '../rest/http/formats';
import { type FaultRule, statusOf } from './rules';

/** [A] SharePoint's throttled answers are plain words, not the error of the REST interface. */
const throttled: Record<number, string> = { 429: '429 TOO MANY REQUESTS', 503: 'The service is unavailable.' };

/**
 * Answers a request in the way of a rule that gives an answer.
 * @returns the status; 0 when the connection was cut instead
 */
export function answerFault(rule: FaultRule, request: IncomingMessage, response: ServerResponse): number {
  const status = statusOf(rule);
  switch (rule.kind) {
    case 'throttle':
      response.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8', ...comeBack(rule) }).end(throttled[status]);
      return status;
    case 'signedOut':
      refuse(request, response, signedOut(status === 403 ? 403 : 401));
      return status;
    case 'expiredDigest':
      refuse(request, response, badDigest());
      return badDigest().status;
    case 'saveConflict':
      refuse(request, response, saveConflict());
      return saveConflict().status;
    case 'missing':
      response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' }).end('404 NOT FOUND');
      return 404;
    default:
      request.socket.destroy();
      return 0;
  }
}

/** The answer of a part of a batch that a rule has met. */
export function partFault(rule: FaultRule, accept: string | undefined): Answer {
  const status = statusOf(rule);
  const format = formatOf(accept);
  const { code, message } = sharePointException(throttled[status] ?? 'An unexpected error has occurred.', status); // [A] texts
  return {
    status, contentType: contentTypeOf(format).replace(';type=entry', ''), body: writeError(format, code, message), headers: comeBack(rule), unknownToMetadata: false
  };
}

const comeBack = ({ retryAfter }: FaultRule): Record<string, string> => (retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) });
