import type { RequestContext } from '../dispatch/context';
import { formatTime, parseTime } from '../odata/dates';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';
import { fromLocal, localTime, zoneFacts } from '../web/timeZones';
import { formulaColumn } from './check';
import { evaluate } from './evaluate';
import { type Expression, parseFormula } from './parse';
import { daysOf, FormulaError, type FormulaValue, localOf } from './values';

const parsed = new Map<string, Expression | undefined>();

function expressionOf(formula: string): Expression | undefined {
  if (!parsed.has(formula)) {
    parsed.set(formula, parseFormula(formula));
  }
  return parsed.get(formula);
}

/** Calculated columns that look at each other in a circle come to an end. */
const deepest = 16;

/** What a formula makes of an item. @throws FormulaError */
function valueOf(formula: string, item: ItemRecord, list: ListRecord, context: RequestContext, depth: number = 0): FormulaValue {
  const expression = expressionOf(formula);
  if (!expression || depth > deepest) {
    throw new FormulaError('#NAME?');
  }
  const { iana } = zoneFacts(context.web().timeZoneId);
  return evaluate(expression, {
    localNow: localAt(context.now, iana),
    column: (name) => {
      const field = formulaColumn(list.fields, name);
      if (!field) {
        throw new FormulaError('#NAME?');
      }
      if (field.type === 'Calculated') {
        return valueOf(field.formula ?? '', item, list, context, depth + 1);
      }
      const value = storedValue(field, item);
      const time = field.type === 'DateTime' ? parseTime(value) : undefined;
      return time === undefined ? plain(value) : daysOf(localAt(time, iana));
    }
  });
}

function localAt(time: number, iana: string): number {
  const { year, month, day, hour, minute, second } = localTime(time, iana);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function storedValue(field: FieldRecord, item: ItemRecord): unknown {
  switch (field.internalName) {
    case 'ID':
      return item.id;
    case 'Created':
      return formatTime(item.created);
    case 'Modified':
      return formatTime(item.modified);
    default:
      return item.values[field.internalName];
  }
}

const plain = (value: unknown): FormulaValue => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null);

/** A calculated column's value by the type it is set to show; errors show as Excel's texts. */
export function calculatedValue(field: FieldRecord, item: ItemRecord, list: ListRecord, context: RequestContext): string | number | boolean | null {
  try {
    const value = valueOf(field.formula ?? '', item, list, context);
    switch (field.attributes.ResultType) {
      case 'Number':
      case 'Currency':
        return value === null ? null : Number(value);
      case 'Boolean':
        return value === null ? null : Boolean(value);
      case 'DateTime':
        return typeof value === 'number' ? formatTime(fromLocal(localOf(value), zoneFacts(context.web().timeZoneId).iana)) : null;
      default:
        return value === null ? null : typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value);
    }
  } catch (problem) {
    if (problem instanceof FormulaError) {
      return problem.message;
    }
    throw problem;
  }
}

/** [A] A calculated value as JSON shows it: text, numbers with fifteen digits. */
export function calculatedText(value: string | number | boolean | null): string | null {
  return typeof value === 'number' ? value.toPrecision(15) : typeof value === 'boolean' ? String(Number(value)) : value;
}

/** Whether an item satisfies a validation; what cannot be computed does not. */
export function satisfiesFormula(formula: string, item: ItemRecord, list: ListRecord, context: RequestContext): boolean {
  try {
    const value = valueOf(formula, item, list, context);
    return value !== null && value !== '' && Boolean(value);
  } catch (problem) {
    if (problem instanceof FormulaError) {
      return false;
    }
    throw problem;
  }
}
