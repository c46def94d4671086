import type { RequestContext } from '../dispatch/context';
import { isPerson, isTaxonomy } from '../fields/kinds';
import { notBuiltHere } from '../http/errors';
import { isLink } from '../items/itemShape';
import type { Comparison, Filter } from '../odata/filterParser';
import type { Literal } from '../odata/literals';
import type { FieldRecord, ListRecord } from '../state/records';
import { pathOf, queriedColumn, valueTypeOf } from './columns';
import { cannotComplete, fieldsNotInstalled } from './errors';
import { membersOf } from './membership';
import { dateLiteral, dateOf, literalOf } from './values';
import { childOf, childrenOf, isTrue, type XmlElement } from './xml';

const comparisons: Record<string, Comparison> = { Eq: 'eq', Neq: 'ne', Gt: 'gt', Geq: 'ge', Lt: 'lt', Leq: 'le', Includes: 'eq', NotIncludes: 'ne' };

/**
 * Turns a condition into the filter that OData has for it, so that both are answered by the same indexes and limits.
 * @throws SharePointError 500 as SharePoint words unknown columns, an And or Or without two sides, and unknown elements.
 */
export function filterOf(condition: XmlElement, list: ListRecord, context: RequestContext): Filter {
  switch (condition.name) {
    case 'And':
    case 'Or':
      return joined(condition, list, context);
    case 'IsNull':
    case 'IsNotNull':
      return compare(condition.name === 'IsNull' ? 'eq' : 'ne', pathOf(columnOf(condition, list), true), { kind: 'null' });
    case 'BeginsWith':
    case 'Contains':
      return textFilter(condition, list);
    case 'In':
      return oneOf(condition, list, context);
    case 'Membership':
      return membership(condition, list, context);
    case 'DateRangesOverlap':
      throw notBuiltHere('DateRangesOverlap');
    default:
      return comparison(condition, valueOf(condition), list, context);
  }
}

function joined(condition: XmlElement, list: ListRecord, context: RequestContext): Filter {
  const [left, right, ...more] = condition.children;
  if (left === undefined || right === undefined || more.length > 0) {
    throw fieldsNotInstalled();
  }
  return { kind: condition.name === 'And' ? 'and' : 'or', left: filterOf(left, list, context), right: filterOf(right, list, context) };
}

function fieldRefOf(condition: XmlElement): XmlElement {
  const reference = childOf(condition, 'FieldRef');
  if (!reference) {
    throw cannotComplete();
  }
  return reference;
}

const columnOf = (condition: XmlElement, list: ListRecord): FieldRecord => queriedColumn(list, fieldRefOf(condition).attributes.Name ?? '');

function valueOf(condition: XmlElement): XmlElement {
  const value = childOf(condition, 'Value');
  if (!value) {
    throw cannotComplete();
  }
  return value;
}

function comparison(condition: XmlElement, value: XmlElement, list: ListRecord, context: RequestContext): Filter {
  const operator = condition.name === 'In' ? 'eq' : comparisons[condition.name];
  if (operator === undefined) {
    throw cannotComplete();
  }
  const field = columnOf(condition, list);
  const type = valueTypeOf(list, field);
  if (type === 'Edm.DateTime') {
    return dateComparison(operator, pathOf(field, false), value, context);
  }
  if ((isLink(field) || isTaxonomy(field.type)) && isById(fieldRefOf(condition), field, value)) {
    return compare(operator, pathOf(field, true), literalOf(value, 'Edm.Int32', context));
  }
  // Empty text means an empty column.
  const literal = literalOf(value, type, context);
  return compare(operator, pathOf(field, false), literal.kind === 'string' && literal.value === '' ? { kind: 'null' } : literal);
}

/** [A] A person is also compared by id when the value says that it is a number; a lookup only with LookupId. */
const isById = (reference: XmlElement, field: FieldRecord, value: XmlElement): boolean => isTrue(reference.attributes.LookupId) ||
  childOf(value, 'UserID') !== undefined || (isPerson(field.type) && /^(?:Integer|Counter)$/i.test(value.attributes.Type ?? ''));

/** Without IncludeTimeValue days are compared, in the web's zone. */
function dateComparison(operator: Comparison, path: string, value: XmlElement, context: RequestContext): Filter {
  const { time, dayStart, dayEnd } = dateOf(value, context);
  if (isTrue(value.attributes.IncludeTimeValue)) {
    return compare(operator, path, dateLiteral(time));
  }
  const onTheDay: Filter = { kind: 'and', left: compare('ge', path, dateLiteral(dayStart)), right: compare('lt', path, dateLiteral(dayEnd)) };
  const filters: Record<Comparison, Filter> = {
    eq: onTheDay,
    ne: { kind: 'not', inner: onTheDay },
    lt: compare('lt', path, dateLiteral(dayStart)),
    le: compare('lt', path, dateLiteral(dayEnd)),
    gt: compare('ge', path, dateLiteral(dayEnd)),
    ge: compare('ge', path, dateLiteral(dayStart))
  };
  return filters[operator];
}

function textFilter(condition: XmlElement, list: ListRecord): Filter {
  const path = pathOf(columnOf(condition, list), false);
  return { kind: condition.name === 'Contains' ? 'substringof' : 'startswith', path, text: valueOf(condition).text };
}

function oneOf(condition: XmlElement, list: ListRecord, context: RequestContext): Filter {
  const values = childrenOf(childOf(condition, 'Values'), 'Value');
  if (values.length === 0) {
    throw cannotComplete();
  }
  return anyOf(values.map((value) => comparison(condition, value, list, context)));
}

function membership(condition: XmlElement, list: ListRecord, context: RequestContext): Filter {
  const path = pathOf(columnOf(condition, list), true);
  return anyOf(membersOf(condition, context).map((id) => compare('eq', path, { kind: 'number', value: id })));
}

const compare = (operator: Comparison, path: string, literal: Literal): Filter =>
  ({ kind: 'compare', operator, left: { kind: 'path', path }, right: { kind: 'literal', literal } });

const nothing: Filter = {
  kind: 'compare', operator: 'eq', left: { kind: 'literal', literal: { kind: 'number', value: 0 } }, right: { kind: 'literal', literal: { kind: 'number', value: 1 } }
};

/** A balanced tree, so that long lists of values do not nest deep. */
function anyOf(filters: readonly Filter[]): Filter {
  if (filters.length <= 1) {
    return filters[0] ?? nothing;
  }
  const middle = filters.length >> 1;
  return { kind: 'or', left: anyOf(filters.slice(0, middle)), right: anyOf(filters.slice(middle)) };
}
