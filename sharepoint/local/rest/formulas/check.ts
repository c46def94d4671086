import { sharePointException, type SharePointError } from '../http/errors';
import type { FieldRecord } from '../state/records';
import { argumentsOf } from './functions';
import { callsOf, columnsOf, type Expression, parseFormula } from './parse';

const volatile = new Set(['TODAY', 'NOW']);
/** Columns that formulas cannot look at. */
const withoutFormulas = new Set(['Note', 'Lookup', 'LookupMulti', 'User', 'UserMulti', 'MultiChoice', 'URL', 'Attachments', 'Computed', 'File', 'Guid', 'Counter']);

// [A] The numbers of these four.
const syntaxError = (): SharePointError => sharePointException('The formula contains a syntax error or is not supported.', 500, -2130575270);
const unknownColumn = (): SharePointError => sharePointException(
  'The formula refers to a column that does not exist.  Check the formula for spelling mistakes or change the non-existing column to an existing column.', 500, -2130575223
);
const columnNotAllowed = (): SharePointError => sharePointException(
  'One or more column references are not allowed, because the columns are defined as a data type that is not supported in formulas.', 500, -2130575221
);
const volatileFormula = (): SharePointError => sharePointException('Calculated columns cannot contain volatile functions like Today and Me.', 500, -2130575222);

/** The column that a formula names: by title, or by internal name. */
export const formulaColumn = (fields: readonly FieldRecord[], name: string): FieldRecord | undefined =>
  fields.find((field) => !field.hidden && field.type !== 'Computed' && field.title.toLowerCase() === name.toLowerCase()) ??
  fields.find((field) => field.internalName.toLowerCase() === name.toLowerCase());

export interface FormulaPlace {
  fields: readonly FieldRecord[];
  /** The validation of a column sees that column only. */
  only?: FieldRecord;
  /** Calculated columns are computed when an item is written, so what changes by itself has no place in them. */
  isCalculated: boolean;
}

/**
 * Holds a formula against the columns it may look at, when it is set.
 * @throws SharePointError 500 as SharePoint words it; what is not built here counts as not supported.
 */
export function checkFormula(text: string, { fields, only, isCalculated }: FormulaPlace): Expression {
  const expression = parseFormula(text);
  if (!expression) {
    throw syntaxError();
  }
  for (const { name, count } of callsOf(expression)) {
    const taken = argumentsOf(name);
    if (!taken || count < taken.from || count > taken.to) {
      throw syntaxError();
    }
    if (isCalculated && volatile.has(name)) {
      throw volatileFormula();
    }
  }
  for (const name of columnsOf(expression)) {
    const field = formulaColumn(fields, name);
    if (!field && isCalculated && /^(?:today|me)$/i.test(name)) {
      throw volatileFormula();
    }
    if (!field || (only && field.id !== only.id)) {
      throw unknownColumn();
    }
    if (withoutFormulas.has(field.type) || (!isCalculated && field.type === 'Calculated')) {
      throw columnNotAllowed();
    }
  }
  return expression;
}
