import { callerId, type RequestContext } from '../dispatch/context';
import { formatTime, parseTime } from '../odata/dates';
import type { Literal } from '../odata/literals';
import { fromLocal, localTime, zoneFacts } from '../web/timeZones';
import { cannotComplete } from './errors';
import { childOf, isTrue, type XmlElement } from './xml';

/** A `<Value>` of a column that is no date. */
export function literalOf(value: XmlElement, type: string, context: RequestContext): Literal {
  if (childOf(value, 'UserID')) {
    return { kind: 'number', value: callerId(context) };
  }
  const text = value.text;
  switch (type) {
    case 'Edm.Boolean':
      return { kind: 'boolean', value: isTrue(text.trim()) };
    case 'Edm.Int32':
    case 'Edm.Double':
      return { kind: 'number', value: text.trim() === '' ? Number.NaN : Number(text) };
    case 'Edm.Guid':
      return { kind: 'string', value: text.trim() };
    default:
      return { kind: 'string', value: text };
  }
}

export const dateLiteral = (time: number): Literal => ({ kind: 'datetime', value: formatTime(time) });

/** A moment, and the local day it lies in. */
export interface CamlDate {
  time: number;
  dayStart: number;
  dayEnd: number;
}

/**
 * A `<Value>` of a date column: ISO text, `<Today OffsetDays="…"/>` (midnight in the web's zone) or `<Now/>`.
 * [A] Text without a zone is the web's local time unless StorageTZ says otherwise; a `Z` always counts.
 * @throws SharePointError 500 for anything else.
 */
export function dateOf(value: XmlElement, context: RequestContext): CamlDate {
  const { iana } = zoneFacts(context.web().timeZoneId);
  const today = childOf(value, 'Today');
  const now = childOf(value, 'Now');
  const offset = Number((today ?? now)?.attributes.OffsetDays ?? 0);
  const day = (time: number, days: number): number => {
    const { year, month, day: date } = localTime(time, iana);
    return fromLocal(Date.UTC(year, month - 1, date + days), iana);
  };
  const time = today ? day(context.now, offset) : now ? context.now + offset * 86400000 : writtenTime(value, iana);
  if (time === undefined || Number.isNaN(offset)) {
    throw cannotComplete();
  }
  return { time, dayStart: day(time, 0), dayEnd: day(time, 1) };
}

function writtenTime(value: XmlElement, iana: string): number | undefined {
  const text = value.text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d)/, '$1T$2');
  const time = parseTime(text);
  const isUniversal = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || isTrue(value.attributes.StorageTZ);
  return time === undefined || isUniversal ? time : fromLocal(time, iana);
}
