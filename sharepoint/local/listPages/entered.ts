import { parseTime } from '../rest/odata/dates';
import { localTime } from '../rest/web/timeZones';
import { zoneFacts } from '../rest/web/timeZones';
import { isLookup, isMultiple, isPerson, type Column } from './listFacts';
import { allSent, sent, type Visit } from './visit';

/**
 * What stands in the inputs of a column: nothing, one text, or several. Yes is `1`; a link is its address and its text;
 * people and rows of other lists are ids.
 */
export type Entered = string[];

/** Name of the second input of a column, for what is not offered or for the text of a link. */
export const secondName = (column: Column): string => `${column.InternalName}$2`;

/** What the browser sent. */
export function enteredIn(form: FormData, column: Column): Entered {
  const second = sent(form, secondName(column));
  if (column.TypeAsString === 'URL') {
    return filled([sent(form, column.InternalName), second]);
  }
  const own = isMultiple(column) ? second.split(';') : [second];
  const chosen = filled(allSent(form, column.InternalName).map((text) => text.replace(/\r\n/g, '\n')));
  const typed = filled(own.map((text) => text.trim()));
  // Of one value only, what was typed counts more than what was chosen.
  return isMultiple(column) ? [...chosen, ...typed] : typed.length > 0 ? typed : chosen;
}

const filled = (texts: string[]): string[] => texts.filter((text) => text !== '');

/** What stands there when an item is opened. @param item as REST answers it */
export function enteredOf(column: Column, item: Record<string, unknown>, visit: Visit): Entered {
  const value = item[isPerson(column) || isLookup(column) ? `${column.EntityPropertyName}Id` : column.EntityPropertyName];
  if (value === null || value === undefined || value === '') {
    return [];
  }
  if (Array.isArray(value)) {
    return value.map(String);
  }
  switch (column.TypeAsString) {
    case 'Boolean':
      return value === true ? ['1'] : [];
    case 'Number':
    case 'Currency':
      return [column.ShowAsPercentage ? `${visit.locale.number(Number(value) * 100, undefined, false)}%` : visit.locale.number(Number(value), undefined, false)];
    case 'DateTime':
      return dateFor(column, parseTime(value), visit);
    case 'URL': {
      const { Url, Description } = value as { Url: string; Description: string };
      return [Url, Description];
    }
    default:
      return [String(value)];
  }
}

/** What a new item begins with. */
export function defaultsOf(column: Column, visit: Visit): Entered {
  const text = column.DefaultValue ?? '';
  if (text === '') {
    return [];
  }
  switch (column.TypeAsString) {
    case 'Boolean':
      return /^(?:1|true)$/i.test(text) ? ['1'] : [];
    case 'DateTime':
      return dateFor(column, /^\[today\]$/i.test(text) ? visit.facts.now : parseTime(text), visit);
    case 'MultiChoice':
      return filled(text.split(';#'));
    default:
      return [text];
  }
}

/** As a browser's date input wants it, on the web's clock. */
function dateFor(column: Column, time: number | undefined, { facts }: Visit): Entered {
  if (time === undefined) {
    return [];
  }
  const { year, month, day, hour, minute } = localTime(time, zoneFacts(facts.timeZone.id).iana);
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return [column.DisplayFormat === 0 ? date : `${date}T${two(hour)}:${two(minute)}`];
}

/** The text that a form-value call takes. */
export function formValue(column: Column, entered: Entered): string {
  if (isPerson(column)) {
    return entered.length === 0 ? '' : JSON.stringify(entered.map((Key) => ({ Key })));
  }
  if (isLookup(column)) {
    return entered.map((id) => `${id};#`).join(';#');
  }
  switch (column.TypeAsString) {
    case 'Boolean':
      return entered.length > 0 ? '1' : '0';
    case 'URL':
      return entered.join(', ');
    default:
      return entered.join(';#');
  }
}
