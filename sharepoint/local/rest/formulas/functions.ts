import { dateFunctions, formatted, type Surroundings } from './dateFunctions';
import { FormulaError, type FormulaValue, notAValue, numberOf, textOf, truthOf } from './values';

/** A function by name: how many arguments it takes, and what it makes of them. */
export interface FormulaFunction {
  from: number;
  to: number;
  call(args: readonly FormulaValue[], around: Surroundings): FormulaValue;
}

const many = 30;
const oneNumber = (calculate: (value: number) => number): FormulaFunction => ({ from: 1, to: 1, call: ([value]) => finite(calculate(numberOf(value))) });
const oneText = (change: (value: string) => FormulaValue): FormulaFunction => ({ from: 1, to: 1, call: ([value]) => change(textOf(value)) });
const overNumbers = (calculate: (values: number[]) => number): FormulaFunction =>
  ({ from: 1, to: many, call: (args) => finite(calculate(args.filter((value) => value !== null).map(numberOf))) });

export function finite(value: number): number {
  if (!Number.isFinite(value)) {
    throw new FormulaError(Number.isNaN(value) ? '#NUM!' : '#DIV/0!');
  }
  return value;
}

/** Rounds away from zero at the half, as Excel does. */
function rounded(value: number, digits: number, round: (value: number) => number): number {
  const factor = 10 ** digits;
  return Math.sign(value) * round(Number((Math.abs(value) * factor).toPrecision(15))) / factor;
}
const rounding = (round: (value: number) => number): FormulaFunction =>
  ({ from: 2, to: 2, call: ([value, digits]) => rounded(numberOf(value), numberOf(digits), round) });

/** Position of a text in another, counted from one. */
const found = (position: number): number => {
  if (position < 0) {
    throw notAValue();
  }
  return position + 1;
};

const functions: Record<string, FormulaFunction> = {
  AND: { from: 1, to: many, call: (args) => args.every(truthOf) },
  OR: { from: 1, to: many, call: (args) => args.some(truthOf) },
  NOT: { from: 1, to: 1, call: ([value]) => !truthOf(value) },
  ISBLANK: { from: 1, to: 1, call: ([value]) => value === null },
  ISNUMBER: { from: 1, to: 1, call: ([value]) => typeof value === 'number' },
  ISTEXT: { from: 1, to: 1, call: ([value]) => typeof value === 'string' },
  ISLOGICAL: { from: 1, to: 1, call: ([value]) => typeof value === 'boolean' },
  ABS: oneNumber(Math.abs),
  INT: oneNumber(Math.floor),
  SQRT: oneNumber(Math.sqrt),
  ROUND: rounding(Math.round),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  MOD: { from: 2, to: 2, call: ([value, by]) => finite(numberOf(value) - numberOf(by) * Math.floor(numberOf(value) / numberOf(by))) },
  POWER: { from: 2, to: 2, call: ([value, exponent]) => finite(numberOf(value) ** numberOf(exponent)) },
  SUM: overNumbers((values) => values.reduce((sum, value) => sum + value, 0)),
  AVERAGE: overNumbers((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
  MIN: overNumbers((values) => Math.min(...values)),
  MAX: overNumbers((values) => Math.max(...values)),
  COUNT: { from: 1, to: many, call: (args) => args.filter((value) => typeof value === 'number').length },
  LEN: oneText((value) => value.length),
  TRIM: oneText((value) => value.trim().replace(/ +/g, ' ')),
  UPPER: oneText((value) => value.toUpperCase()),
  LOWER: oneText((value) => value.toLowerCase()),
  PROPER: oneText((value) => value.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
  VALUE: oneText((value) => numberOf(value)),
  LEFT: { from: 1, to: 2, call: ([value, count]) => textOf(value).slice(0, numberOf(count ?? 1)) },
  RIGHT: { from: 1, to: 2, call: ([value, count]) => (numberOf(count ?? 1) === 0 ? '' : textOf(value).slice(-numberOf(count ?? 1))) },
  MID: { from: 3, to: 3, call: ([value, start, count]) => textOf(value).slice(numberOf(start) - 1, numberOf(start) - 1 + numberOf(count)) },
  FIND: { from: 2, to: 3, call: ([wanted, within, start]) => found(textOf(within).indexOf(textOf(wanted), numberOf(start ?? 1) - 1)) },
  SEARCH: {
    from: 2, to: 3, call: ([wanted, within, start]) => found(textOf(within).toLowerCase().indexOf(textOf(wanted).toLowerCase(), numberOf(start ?? 1) - 1))
  },
  SUBSTITUTE: { from: 3, to: 3, call: ([value, old, fresh]) => textOf(value).split(textOf(old)).join(textOf(fresh)) },
  REPLACE: {
    from: 4, to: 4,
    call: ([value, start, count, fresh]) => textOf(value).slice(0, numberOf(start) - 1) + textOf(fresh) + textOf(value).slice(numberOf(start) - 1 + numberOf(count))
  },
  REPT: { from: 2, to: 2, call: ([value, count]) => textOf(value).repeat(Math.max(0, Math.min(255, numberOf(count)))) },
  EXACT: { from: 2, to: 2, call: ([one, other]) => textOf(one) === textOf(other) },
  CONCATENATE: { from: 1, to: many, call: (args) => args.map(textOf).join('') },
  TEXT: { from: 2, to: 2, call: ([value, pattern]) => formatted(value, textOf(pattern)) },
  ...dateFunctions
};

/** Functions that look at only some of their arguments; evaluate.ts knows them. */
const lazy: Record<string, { from: number; to: number }> = {
  IF: { from: 2, to: 3 }, IFERROR: { from: 2, to: 2 }, ISERROR: { from: 1, to: 1 }, CHOOSE: { from: 2, to: many }
};

const own = <T>(table: Record<string, T>, name: string): T | undefined => (Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined);

export const functionOf = (name: string): FormulaFunction | undefined => own(functions, name);

/** How many arguments a function takes; undefined for one that is not built here. */
export const argumentsOf = (name: string): { from: number; to: number } | undefined => own(lazy, name) ?? own(functions, name);
