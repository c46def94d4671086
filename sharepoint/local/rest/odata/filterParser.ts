import { invalidRequest } from '../http/errors';
import { type Literal, parseLiteral } from './literals';

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type DatePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** What stands at a side of a comparison. */
export type Operand =
  | { kind: 'path'; path: string }
  | { kind: 'literal'; literal: Literal }
  | { kind: 'datePart'; part: DatePart; path: string };

export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; inner: Filter }
  | { kind: 'compare'; operator: Comparison; left: Operand; right: Operand }
  | { kind: 'startswith' | 'substringof'; path: string; text: string };

const comparisons = new Set<string>(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);
const dateParts = new Set<string>(['year', 'month', 'day', 'hour', 'minute', 'second']);
const tokenPattern = /\s*((?:datetime|guid)?'(?:[^']|'')*'|[(),]|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?[lLmMdDfF]?(?![\w/])|[A-Za-z_][\w./]*)/gy;

/**
 * Parses the part of OData V3 filters that SharePoint has: eq ne lt le gt ge, and or not, startswith,
 * substringof, year month day hour minute second.
 * @throws SharePointError 400 for everything else.
 */
export function parseFilter(source: string): Filter {
  const tokens = tokenize(source);
  let position = 0;
  const invalid = (): Error => invalidRequest(`The expression "${source}" is not valid.`);
  const peek = (): string | undefined => tokens[position];
  const keyword = (): string => (peek() ?? '').toLowerCase();
  const take = (expected?: string): string => {
    const token = tokens[position++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw invalid();
    }
    return token;
  };

  function disjunction(): Filter {
    let left = conjunction();
    while (keyword() === 'or') {
      take();
      left = { kind: 'or', left, right: conjunction() };
    }
    return left;
  }

  function conjunction(): Filter {
    let left = unary();
    while (keyword() === 'and') {
      take();
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  }

  function unary(): Filter {
    if (keyword() === 'not') {
      take();
      return { kind: 'not', inner: unary() };
    }
    if (peek() === '(') {
      take();
      const inner = disjunction();
      take(')');
      return inner;
    }
    return keyword() === 'startswith' || keyword() === 'substringof' ? textFunction() : comparison();
  }

  /** Both forms: bare, and compared with true or false. */
  function textFunction(): Filter {
    const kind = keyword() as 'startswith' | 'substringof';
    take();
    take('(');
    const first = take();
    take(',');
    const second = take();
    take(')');
    const [path, quoted] = kind === 'startswith' ? [first, second] : [second, first];
    const text = parseLiteral(quoted);
    if (text?.kind !== 'string' || !isPath(path)) {
      throw invalid();
    }
    const call: Filter = { kind, path, text: text.value };
    if (keyword() !== 'eq' && keyword() !== 'ne') {
      return call;
    }
    const equal = take().toLowerCase() === 'eq';
    const truth = parseLiteral(take());
    if (truth?.kind !== 'boolean') {
      throw invalid();
    }
    return truth.value === equal ? call : { kind: 'not', inner: call };
  }

  function comparison(): Filter {
    const left = operand();
    const operator = take().toLowerCase();
    if (!comparisons.has(operator)) {
      throw invalid();
    }
    return { kind: 'compare', operator: operator as Comparison, left, right: operand() };
  }

  function operand(): Operand {
    const token = take();
    const literal = parseLiteral(token);
    if (literal) {
      return { kind: 'literal', literal };
    }
    const name = token.toLowerCase();
    if (peek() === '(') {
      if (!dateParts.has(name)) {
        throw invalid();
      }
      take('(');
      const path = take();
      take(')');
      return { kind: 'datePart', part: name as DatePart, path };
    }
    if (!isPath(token)) {
      throw invalid();
    }
    return { kind: 'path', path: token };
  }

  const filter = disjunction();
  if (position !== tokens.length) {
    throw invalid();
  }
  return filter;
}

const isPath = (token: string): boolean => /^[A-Za-z_]\w*(?:\/[A-Za-z_]\w*)*$/.test(token);

function tokenize(source: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < source.trimEnd().length) {
    const match = tokenPattern.exec(source);
    if (!match) {
      throw invalidRequest(`The expression "${source}" is not valid.`);
    }
    tokens.push(match[1]);
  }
  return tokens;
}

/** Every path a filter names, in order of appearance. */
export function pathsOf(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left), ...pathsOf(filter.right)];
    case 'not':
      return pathsOf(filter.inner);
    case 'compare':
      return [filter.left, filter.right].flatMap((side) => (side.kind === 'literal' ? [] : [side.path]));
    default:
      return [filter.path];
  }
}
