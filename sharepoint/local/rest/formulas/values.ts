/** A value of a formula; null is an empty column. Dates are days since 1900 as Excel counts them, in the web's local time. */
export type FormulaValue = string | number | boolean | null;

/** What Excel shows instead of a value. */
export class FormulaError extends Error {}

export const notAValue = (): FormulaError => new FormulaError('#VALUE!');

const dayLength = 86400000;
/** 1 January 1970 in Excel's count. */
const epoch = 25569;

/** Days of a local time that is written as if it were UTC. */
export const daysOf = (local: number): number => local / dayLength + epoch;
export const localOf = (days: number): number => Math.round((days - epoch) * dayLength / 1000) * 1000;

export function numberOf(value: FormulaValue): number {
  if (typeof value === 'string') {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (Number.isNaN(number)) {
      throw notAValue();
    }
    return number;
  }
  return Number(value ?? 0);
}

export const textOf = (value: FormulaValue): string =>
  (value === null ? '' : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value));

export function truthOf(value: FormulaValue): boolean {
  if (typeof value === 'string') {
    if (/^(?:true|false)$/i.test(value)) {
      return value.toLowerCase() === 'true';
    }
    throw notAValue();
  }
  return Boolean(value);
}

/** Numbers before texts before yes/no, texts without case; an empty column is zero, "" or no. */
export function compareValues(left: FormulaValue, right: FormulaValue): number {
  const [one, other] = [left ?? emptyLike(right), right ?? emptyLike(left)];
  const order = rank(one) - rank(other);
  if (order !== 0) {
    return order;
  }
  if (typeof one === 'string' && typeof other === 'string') {
    const [first, second] = [one.toLowerCase(), other.toLowerCase()];
    return first < second ? -1 : first > second ? 1 : 0;
  }
  return Number(one) - Number(other);
}

const emptyLike = (value: FormulaValue): FormulaValue => (typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0);
const rank = (value: FormulaValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
