import { invalidRequest } from '../http/errors';
import { type ArgumentLiteral, parseArgumentLiteral } from './literals';

/** One argument of a segment: `title='x'` has a name, `'x'` has none, `@v` is found among the query options. */
export interface Argument {
  name?: string;
  value: ArgumentLiteral;
}

/** `getByTitle('x')` or `items` of a path. */
export interface Segment {
  name: string;
  /** Undefined when the segment has no parentheses. */
  args?: Argument[];
}

export interface Address {
  segments: Segment[];
  options: ReadonlyMap<string, string>;
}

const systemOptions = new Set(['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$inlinecount', '$format', '$count']);

/**
 * Reads a resource path (what follows `/_api/`) and its query.
 * @throws SharePointError 400 when it is not an address, or has a `$` option that does not exist.
 */
export function parseAddress(path: string, query: string): Address {
  const options = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const key = name.startsWith('$') ? name.toLowerCase() : name;
    if (key.startsWith('$') && !systemOptions.has(key)) {
      throw invalidRequest(`The query parameter '${name}' is not supported.`); // [A]
    }
    options.set(key, value);
  }
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    throw invalidRequest(`The expression "${path}" is not valid.`);
  }
  const segments = splitOutside(decoded, '/').filter((part) => part !== '').map((part) => parseSegment(part, options));
  return { segments, options };
}

/** Splits at a character that stands outside quotes and parentheses. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\'') {
      quoted = !quoted;
    } else if (!quoted && character === '(') {
      depth++;
    } else if (!quoted && character === ')') {
      depth--;
    } else if (!quoted && depth === 0 && character === separator) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function parseSegment(part: string, options: ReadonlyMap<string, string>): Segment {
  const open = part.indexOf('(');
  if (open < 0) {
    return { name: part };
  }
  if (!part.endsWith(')')) {
    throw invalidRequest(`The expression "${part}" is not valid.`);
  }
  const inner = part.slice(open + 1, -1).trim();
  const args = inner === '' ? [] : splitOutside(inner, ',').map((text) => parseArgument(text, part, options));
  return { name: part.slice(0, open), args };
}

function parseArgument(text: string, part: string, options: ReadonlyMap<string, string>): Argument {
  const named = /^\s*([A-Za-z_]\w*)\s*=(.*)$/s.exec(text);
  const source = (named ? named[2] : text).trim();
  const resolved = source.startsWith('@') ? options.get(source) : source;
  const value = resolved === undefined ? undefined : parseArgumentLiteral(resolved);
  if (!value) {
    throw invalidRequest(`The expression "${part}" is not valid.`);
  }
  return { name: named?.[1], value };
}
