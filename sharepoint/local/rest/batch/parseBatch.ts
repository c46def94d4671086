import { bodyTooLarge, invalidRequest } from '../http/errors';

/** A request inside a `$batch` body. */
export interface BatchPart {
  method: string;
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

const mostRequests = 100;
/** As in the texts of public issues; one of them had 2 MB. */
const mostBytes = 1048576;

/**
 * Reads a multipart/mixed body: parts with bare LF or CRLF, GET parts direct, writes inside change sets.
 * @throws SharePointError 400 for what is no batch, has more than 100 requests or is over 1 MB.
 */
export function parseBatch(contentType: string, body: string): BatchPart[] {
  const bytes = Buffer.byteLength(body);
  if (bytes > mostBytes) {
    throw bodyTooLarge(bytes, mostBytes);
  }
  const parts = splitParts(body.replace(/\r\n/g, '\n'), boundaryOf(contentType)).flatMap(readPart);
  if (parts.length > mostRequests) {
    throw invalidRequest(`The batch has ${parts.length} requests; at most ${mostRequests} are allowed.`); // [A] text
  }
  return parts;
}

function boundaryOf(contentType: string): string {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) {
    throw invalidRequest('The content type of the batch has no boundary.'); // [A]
  }
  return boundary;
}

/** The parts between the delimiters; a delimiter stands at the start of a line. */
function splitParts(body: string, boundary: string): string[] {
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`);
  const closing = parts.findIndex((part) => part.startsWith('--'));
  if (closing < 0) {
    throw invalidRequest('The batch is not closed.'); // [A]
  }
  return parts.slice(0, closing).map((part) => part.replace(/^\n/, ''));
}

function readPart(part: string): BatchPart[] {
  const { headers, rest } = readHeaders(part);
  const type = headers['content-type'] ?? '';
  if (/^multipart\/mixed/i.test(type)) {
    return splitParts(rest, boundaryOf(type)).flatMap(readPart);
  }
  const [line, ...lines] = rest.replace(/^\n+/, '').split('\n');
  const request = /^([A-Z]+)\s+(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(line ?? '');
  if (!request) {
    throw invalidRequest(`'${line ?? ''}' is no request line.`); // [A]
  }
  const inner = readHeaders(lines.join('\n'));
  return [{ method: request[1], url: request[2], headers: inner.headers, body: inner.rest.trim() }];
}

function readHeaders(text: string): { headers: Record<string, string>; rest: string } {
  const headers: Record<string, string> = {};
  const lines = text.split('\n');
  let index = 0;
  for (; index < lines.length && lines[index].trim() !== ''; index++) {
    const colon = lines[index].indexOf(':');
    if (colon > 0) {
      headers[lines[index].slice(0, colon).trim().toLowerCase()] = lines[index].slice(colon + 1).trim();
    }
  }
  return { headers, rest: lines.slice(index + 1).join('\n') };
}
