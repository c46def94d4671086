/** A literal of an OData V3 address or filter. */
export type Literal =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'datetime'; value: string }
  | { kind: 'guid'; value: string };

/** An argument of a function may also be an object or a list. */
export type ArgumentLiteral = Literal | { kind: 'object'; value: unknown };

const guidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const isGuid = (text: string): boolean => guidPattern.test(text);

/** `{ABC…}`, `ABC…` or `abc…` as SharePoint writes guids: lower case, bare. Undefined when it is none. */
export function normalGuid(text: string): string | undefined {
  const bare = text.replace(/^\{|\}$/g, '');
  return isGuid(bare) ? bare.toLowerCase() : undefined;
}

/** Reads one literal, undefined when the text is none. */
export function parseLiteral(text: string): Literal | undefined {
  const trimmed = text.trim();
  const quoted = /^(datetime|guid)?'((?:[^']|'')*)'$/i.exec(trimmed);
  if (quoted) {
    const value = quoted[2].replace(/''/g, '\'');
    const prefix = (quoted[1] ?? '').toLowerCase();
    if (prefix === 'datetime') {
      return { kind: 'datetime', value };
    }
    return prefix === 'guid' ? { kind: 'guid', value: value.toLowerCase() } : { kind: 'string', value };
  }
  if (/^(true|false)$/i.test(trimmed)) {
    return { kind: 'boolean', value: trimmed.toLowerCase() === 'true' };
  }
  if (/^null$/i.test(trimmed)) {
    return { kind: 'null' };
  }
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?[lmdf]?$/i.test(trimmed) ? { kind: 'number', value: parseFloat(trimmed) } : undefined;
}

/** The JavaScript value of a literal. */
export const literalValue = (literal: Literal): string | number | boolean | null => (literal.kind === 'null' ? null : literal.value);

/** Reads an argument; an object is JSON, whose quotes may be single ones: `{'High':'0','Low':'4'}`. */
export function parseArgumentLiteral(text: string): ArgumentLiteral | undefined {
  if (!/^\s*[{[]/.test(text)) {
    return parseLiteral(text);
  }
  for (const json of [text, text.replace(/'/g, '"')]) {
    try {
      return { kind: 'object', value: JSON.parse(json) as unknown };
    } catch {
      // The other kind of quotes, or no JSON at all.
    }
  }
  return undefined;
}
