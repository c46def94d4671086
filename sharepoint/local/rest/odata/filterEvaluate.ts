import { parseTime } from './dates';
import type { Comparison, DatePart, Filter, Operand } from './filterParser';
import { literalValue, normalGuid } from './literals';

/** Reads a path of the entity that is filtered; several values for a multi-valued column. */
export type ReadPath = (path: string) => unknown;

type Comparable = string | number | boolean | null;

/** Whether the entity that `read` reads from satisfies the filter. Text is compared without case, as SharePoint's database does. */
export function satisfies(filter: Filter, read: ReadPath, timeZone: DatePartReader): boolean {
  switch (filter.kind) {
    case 'and':
      return satisfies(filter.left, read, timeZone) && satisfies(filter.right, read, timeZone);
    case 'or':
      return satisfies(filter.left, read, timeZone) || satisfies(filter.right, read, timeZone);
    case 'not':
      return !satisfies(filter.inner, read, timeZone);
    case 'startswith':
      return texts(read(filter.path)).some((text) => text.startsWith(filter.text.toLowerCase()));
    case 'substringof':
      return texts(read(filter.path)).some((text) => text.includes(filter.text.toLowerCase()));
    default:
      return compareSides(filter.operator, filter.left, filter.right, read, timeZone);
  }
}

/** Year, month … of a time as the web's time zone shows it. */
export type DatePartReader = (part: DatePart, time: number) => number;

function texts(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== null && one !== undefined).map((one) => String(one).toLowerCase());
}

function compareSides(operator: Comparison, left: Operand, right: Operand, read: ReadPath, zone: DatePartReader): boolean {
  const first = sideValues(left, read, zone);
  const second = sideValues(right, read, zone);
  // A multi-valued column equals a value when one of its values does, and differs when none does.
  if (operator === 'ne') {
    return !first.some((one) => second.some((other) => compareValues('eq', one, other)));
  }
  return first.some((one) => second.some((other) => compareValues(operator, one, other)));
}

function sideValues(side: Operand, read: ReadPath, zone: DatePartReader): Comparable[] {
  if (side.kind === 'literal') {
    return [literalValue(side.literal)];
  }
  const value = read(side.path);
  const values = (Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? null : value]) as unknown[];
  return values.map((one) => {
    if (side.kind === 'datePart') {
      const time = parseTime(one);
      return time === undefined ? null : zone(side.part, time);
    }
    return typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? one : null;
  });
}

function compareValues(operator: Comparison, left: Comparable, right: Comparable): boolean {
  if (left === null || right === null) {
    return operator === 'eq' && left === right;
  }
  const order = compareOrder(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    default:
      return order >= 0;
  }
}

/**
 * Compares two values of one column: times as times (pnp writes them as plain text), true as 1, guids
 * without braces, text without case. NaN when they cannot be compared, which no operator accepts.
 */
export function compareOrder(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const times = [parseTime(left), parseTime(right)];
    if (times[0] !== undefined && times[1] !== undefined) {
      return times[0] - times[1];
    }
    const [first, second] = [normalGuid(left) ?? left.toLowerCase(), normalGuid(right) ?? right.toLowerCase()];
    return first < second ? -1 : first > second ? 1 : 0;
  }
  return Number(left) - Number(right);
}
