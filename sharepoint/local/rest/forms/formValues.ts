import type { RequestContext } from '../dispatch/context';
import type { Placed } from '../items/changeItems';
import type { ItemChanges } from '../items/readItemBody';
import { isSystemColumn } from '../items/systemColumns';
import type { Arguments } from '../odata/arguments';
import { isObject } from '../odata/body';
import { grants, rights } from '../permissions/masks';
import type { FieldRecord, ListRecord } from '../state/records';
import { messagesOf } from './messages';
import { type FormStyle, readFormValue, RefusedValue } from './readFormValue';

/** One value of a form as it is answered: SP.ListItemFormUpdateValue. */
export interface FormResult {
  ErrorCode: number;
  ErrorMessage: string | null;
  FieldName: string;
  FieldValue: string | null;
  HasException: boolean;
  ItemId: number;
}

export interface ReadForm {
  results: FormResult[];
  changes: ItemChanges;
  /** What SharePoint keeps itself, which a form may still set for who may manage the list [A]. */
  kept: Pick<Placed, 'authorId' | 'editorId' | 'created' | 'modified'>;
  /** The name of a document or folder. */
  leafName?: string;
  /** How an item of a list with approval is decided about. */
  decision: { status?: number; comment?: string };
  isRefused: boolean;
}

const exceptionCode = -2146232832;

export const refusedResult = (name: string, value: string | null, message: string, code: number = exceptionCode): FormResult =>
  ({ ErrorCode: code, ErrorMessage: message, FieldName: name, FieldValue: value, HasException: true, ItemId: 0 });

export const acceptedResult = (name: string, value: string | null): FormResult =>
  ({ ErrorCode: 0, ErrorMessage: null, FieldName: name, FieldValue: value, HasException: false, ItemId: 0 });

/** Reads the values of a form; every one gets an answer of its own, and one refused means that nothing is written. */
export function readForm(list: ListRecord, args: Arguments, context: RequestContext): ReadForm {
  const style: FormStyle = { datesInUtc: args.flag('datesInUTC', false), invariantNumbers: args.flag('numberInInvariantCulture', false) };
  const given = args.value('formValues');
  const form: ReadForm = { results: [], changes: new Map(), kept: {}, decision: {}, isRefused: false };
  for (const { FieldName, FieldValue } of (Array.isArray(given) ? given : []).filter(isObject)) {
    const name = String(FieldName ?? '');
    const value = FieldValue === null || FieldValue === undefined ? null : String(FieldValue);
    try {
      setValue(form, list, name, value ?? '', style, context);
      form.results.push(acceptedResult(name, value));
    } catch (problem) {
      if (!(problem instanceof RefusedValue)) {
        throw problem;
      }
      form.isRefused = true;
      form.results.push(refusedResult(name, value, problem.message));
    }
  }
  return form;
}

const keptColumns: Record<string, keyof ReadForm['kept']> = { Author: 'authorId', Editor: 'editorId', Created: 'created', Modified: 'modified' };

function setValue(form: ReadForm, list: ListRecord, name: string, text: string, style: FormStyle, context: RequestContext): void {
  const say = messagesOf(context.web().localeId);
  const field = list.fields.find((candidate) => candidate.internalName === name);
  if (!field) {
    throw new RefusedValue(say.noColumn(name));
  }
  const kept = keptColumns[name];
  if (kept !== undefined && grants(context.effective.onList(list), rights.manageLists)) {
    const value = readFormValue(field, text, style, context);
    form.kept[kept] = typeof value === 'string' ? Date.parse(value) : Number(value);
  } else if (list.settings.enableModeration && (name === '_ModerationStatus' || name === '_ModerationComments')) {
    // [S] Text that is no number is taken and changes nothing.
    form.decision = name === '_ModerationComments' ? { ...form.decision, comment: text } : { ...form.decision, status: /^[0-3]$/.test(text) ? Number(text) : undefined };
  } else if (name === 'FileLeafRef') {
    form.leafName = text;
  } else if (isUnwritable(field)) {
    throw new RefusedValue(say.readOnly);
  } else {
    form.changes.set(field, readFormValue(field, text, style, context));
  }
}

const isUnwritable = (field: FieldRecord): boolean => field.readOnly || field.type === 'Computed' || isSystemColumn(field.internalName);
