import type { RequestContext } from '../dispatch/context';
import { isLookup, isPerson, isTaxonomy } from '../fields/kinds';
import { plainValue } from '../items/readItemBody';
import { parseTime } from '../odata/dates';
import type { FieldRecord, ItemValue } from '../state/records';
import { readTerms, termNumbers } from '../taxonomy/termValues';
import { localeOf } from '../web/locale';
import { messagesOf } from './messages';
import { peopleOf } from './people';

/** How the texts of a form are written. */
export interface FormStyle {
  /** Dates are ISO text in UTC, not as the web writes them. */
  datesInUtc: boolean;
  /** Numbers have a point, whatever the web's language. */
  invariantNumbers: boolean;
}

/** A text that the column does not take. */
export class RefusedValue extends Error {}

/**
 * What a form's text means for a column; undefined empties it.
 * @throws RefusedValue with what the person is told
 */
export function readFormValue(field: FieldRecord, text: string, style: FormStyle, context: RequestContext): ItemValue | undefined {
  const value = text.trim() === '' ? undefined : readFilled(field, text, style, context);
  if (field.required && value === undefined) {
    throw new RefusedValue(messagesOf(context.web().localeId).required);
  }
  return value;
}

function readFilled(field: FieldRecord, text: string, style: FormStyle, context: RequestContext): ItemValue | undefined {
  const say = messagesOf(context.web().localeId);
  if (isPerson(field.type)) {
    return links(field, peopleOf(text, field, context), say.person);
  }
  if (isLookup(field.type)) {
    return links(field, rowsOf(text, field, context), say.lookup);
  }
  if (isTaxonomy(field.type)) {
    return terms(field, text, say.term, context);
  }
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
      return readNumber(field, text, style, context);
    case 'Boolean':
      return readYesNo(text, say.yesNo);
    case 'DateTime':
      return readDate(field, text, style, context);
    case 'Choice':
      return readChoice(field, text, say.choice);
    case 'MultiChoice':
      return text.split(';#').filter((choice) => choice.trim() !== '').map((choice) => readChoice(field, choice, say.choice));
    case 'URL':
      return readLink(text, say.link);
    case 'Text':
      return readText(field, text, say.text);
    default:
      return plainValue(field, text, context);
  }
}

/** `Label|guid`, several parted by semicolons. */
function terms(field: FieldRecord, text: string, refusal: string, context: RequestContext): ItemValue | undefined {
  const read = readTerms(text);
  if (!read || (read.length > 1 && !field.multiple)) {
    throw new RefusedValue(refusal);
  }
  return termNumbers(field, read, context);
}

function links(field: FieldRecord, ids: number[] | undefined, refusal: string): ItemValue | undefined {
  if (!ids || (ids.length > 1 && !field.multiple)) {
    throw new RefusedValue(refusal);
  }
  return ids.length === 0 ? undefined : field.multiple ? [...new Set(ids)] : ids[0];
}

/** `1;#Title`, `1` or `1;#One;#2;#Two`. */
function rowsOf(text: string, field: FieldRecord, context: RequestContext): number[] | undefined {
  const ids = text.split(';#').filter((_, index) => index % 2 === 0).filter((part) => part !== '').map(Number);
  const rows = context.store.items.of(field.lookup?.list ?? '');
  return ids.every((id) => rows.has(id)) ? ids : undefined;
}

function readNumber(field: FieldRecord, text: string, { invariantNumbers }: FormStyle, context: RequestContext): number {
  const { localeId, timeZoneId } = context.web();
  const locale = localeOf({ localeId: invariantNumbers ? 1033 : localeId, timeZoneId });
  const say = messagesOf(localeId);
  const number = locale.parseNumber(text);
  if (number === undefined || (field.type === 'Integer' && !Number.isInteger(number))) {
    throw new RefusedValue(say.number);
  }
  const [from, to] = [field.attributes.Min, field.attributes.Max].map((limit) => (limit === undefined || limit === '' ? undefined : Number(limit)));
  const show = (limit: number): string => locale.number(limit, undefined, true);
  if ((from !== undefined && number < from) || (to !== undefined && number > to)) {
    throw new RefusedValue(from === undefined ? say.atMost(show(to ?? 0)) : to === undefined ? say.atLeast(show(from)) : say.between(show(from), show(to)));
  }
  return number;
}

function readYesNo(text: string, refusal: string): boolean {
  if (/^(?:1|true|yes|ja)$/i.test(text.trim())) {
    return true;
  }
  if (/^(?:0|false|no|nej)$/i.test(text.trim())) {
    return false;
  }
  throw new RefusedValue(refusal);
}

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(8900, 11, 31);
/** SharePoint's id of the zone UTC. */
const utc = 93;

function readDate(field: FieldRecord, text: string, { datesInUtc }: FormStyle, context: RequestContext): ItemValue | undefined {
  const { localeId, timeZoneId } = context.web();
  const written = localeOf({ localeId, timeZoneId: datesInUtc ? utc : timeZoneId }).parseDate(text);
  const time = parseTime(written);
  if (written === undefined || time === undefined || time < earliest || time > latest) {
    throw new RefusedValue(messagesOf(localeId).date);
  }
  return plainValue(field, written, context);
}

function readChoice(field: FieldRecord, text: string, refusal: (value: string) => string): string {
  if (!field.choices?.includes(text) && !/^true$/i.test(field.attributes.FillInChoice ?? '')) {
    throw new RefusedValue(refusal(text));
  }
  return text;
}

/** `https://host/path, what it says`. */
function readLink(text: string, refusal: string): ItemValue {
  const comma = text.indexOf(', ');
  const address = (comma < 0 ? text : text.slice(0, comma)).trim();
  if (!/^(?:https?:\/\/|mailto:|ftp:\/\/|\/)\S+$/i.test(address)) {
    throw new RefusedValue(refusal);
  }
  return { Url: address, Description: comma < 0 ? address : text.slice(comma + 2) };
}

function readText(field: FieldRecord, text: string, refusal: (most: string) => string): string {
  const most = Number(field.attributes.MaxLength ?? 255);
  if (text.length > most) {
    throw new RefusedValue(refusal(String(most)));
  }
  return text;
}
