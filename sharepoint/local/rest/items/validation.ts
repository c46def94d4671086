import type { RequestContext } from '../dispatch/context';
import { satisfiesFormula } from '../formulas/itemFormulas';
import { SharePointError } from '../http/errors';
import type { FieldRecord, ItemRecord, ListRecord } from '../state/records';

/** An item that a validation of its list or of a column refuses. */
export class FailedValidation extends SharePointError {
  /**
   * @param told the message that goes with the formula, which a form shows
   * @param field the column; undefined for a validation of the list
   */
  public constructor(public readonly told: string | undefined, public readonly field: FieldRecord | undefined) {
    super(500, '-2130575162, Microsoft.SharePoint.SPListDataValidationException', 'List data validation failed.');
  }
}

/** @throws FailedValidation for the first validation of columns or list that the item does not satisfy */
export function checkValidation(list: ListRecord, item: ItemRecord, context: RequestContext): void {
  const fails = (formula: string | undefined): boolean => formula !== undefined && !satisfiesFormula(formula, item, list, context);
  const field = list.fields.find(({ validationFormula }) => fails(validationFormula));
  if (field) {
    throw new FailedValidation(field.validationMessage, field);
  }
  if (fails(list.settings.validationFormula)) {
    throw new FailedValidation(list.settings.validationMessage, undefined);
  }
}
