/** A formula as SharePoint's columns and validations have it: a part of Excel's language. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean }
  | { kind: 'column'; name: string }
  | { kind: 'call'; name: string; args: readonly Expression[] }
  | { kind: 'operation'; operator: string; left: Expression; right: Expression }
  | { kind: 'negation' | 'percentage'; inner: Expression };

/** Undefined when the text is no formula. A leading `=` may be left out. */
export function parseFormula(text: string): Expression | undefined {
  try {
    return parse(tokenize(text.trim().replace(/^=/, '')));
  } catch (problem) {
    if (problem instanceof NotAFormula) {
      return undefined;
    }
    throw problem;
  }
}

class NotAFormula extends Error {}

interface Token {
  kind: 'number' | 'text' | 'column' | 'name' | 'sign';
  text: string;
}

const tokenPattern = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|"((?:[^"]|"")*)"|\[([^\]]+)\]|([\p{L}_][\p{L}\d_.]*)|(<>|<=|>=|[-+*/^&=<>(),;%]))/uy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const match = tokenPattern.exec(text);
    if (!match) {
      throw new NotAFormula();
    }
    const [, number, quoted, column, name, sign] = match;
    tokens.push(number !== undefined ? { kind: 'number', text: number }
      : quoted !== undefined ? { kind: 'text', text: quoted.replace(/""/g, '"') }
        : column !== undefined ? { kind: 'column', text: column }
          : name !== undefined ? { kind: 'name', text: name } : { kind: 'sign', text: sign });
  }
  return tokens;
}

/** What binds tighter stands later. */
const levels: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

function parse(tokens: readonly Token[]): Expression {
  let position = 0;
  const isSign = (...signs: string[]): boolean => tokens[position]?.kind === 'sign' && signs.includes(tokens[position].text);
  const take = (): Token => {
    const token = tokens[position++];
    if (token === undefined) {
      throw new NotAFormula();
    }
    return token;
  };
  const expect = (sign: string): void => {
    if (!isSign(sign)) {
      throw new NotAFormula();
    }
    position++;
  };

  function binary(level: number): Expression {
    if (level === levels.length) {
      return unary();
    }
    let left = binary(level + 1);
    while (isSign(...levels[level])) {
      const operator = take().text;
      left = { kind: 'operation', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    if (isSign('-')) {
      take();
      return { kind: 'negation', inner: unary() };
    }
    if (isSign('+')) {
      take();
      return unary();
    }
    let inner = primary();
    while (isSign('%')) {
      take();
      inner = { kind: 'percentage', inner };
    }
    return inner;
  }

  function primary(): Expression {
    if (isSign('(')) {
      take();
      const inner = binary(0);
      expect(')');
      return inner;
    }
    const token = take();
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      case 'text':
        return { kind: 'literal', value: token.text };
      case 'column':
        return { kind: 'column', name: token.text };
      case 'name':
        return named(token.text);
      default:
        throw new NotAFormula();
    }
  }

  function named(name: string): Expression {
    if (isSign('(')) {
      return { kind: 'call', name: name.toUpperCase(), args: list() };
    }
    return /^(?:true|false)$/i.test(name) ? { kind: 'literal', value: name.toLowerCase() === 'true' } : { kind: 'column', name };
  }

  /** Arguments stand between commas, or semicolons where the web's language has them. */
  function list(): Expression[] {
    expect('(');
    const args: Expression[] = [];
    while (!isSign(')')) {
      args.push(binary(0));
      if (!isSign(')')) {
        expect(isSign(';') ? ';' : ',');
      }
    }
    expect(')');
    return args;
  }

  const expression = binary(0);
  if (position !== tokens.length) {
    throw new NotAFormula();
  }
  return expression;
}

/** The columns that a formula names. */
export function columnsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'column':
      return [expression.name];
    case 'call':
      return expression.args.flatMap(columnsOf);
    case 'operation':
      return [...columnsOf(expression.left), ...columnsOf(expression.right)];
    case 'literal':
      return [];
    default:
      return columnsOf(expression.inner);
  }
}

/** The functions that a formula calls. */
export function callsOf(expression: Expression): { name: string; count: number }[] {
  switch (expression.kind) {
    case 'call':
      return [{ name: expression.name, count: expression.args.length }, ...expression.args.flatMap(callsOf)];
    case 'operation':
      return [...callsOf(expression.left), ...callsOf(expression.right)];
    case 'literal':
    case 'column':
      return [];
    default:
      return callsOf(expression.inner);
  }
}
