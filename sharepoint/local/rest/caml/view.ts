import { cannotComplete } from './errors';
import { childOf, childrenOf, isTrue, parseXml, type XmlElement } from './xml';

/** A column to order by, by internal name. */
export interface CamlOrder {
  name: string;
  descending: boolean;
}

/** What a `<View>` says of rows, their order, columns and number. */
export interface CamlView {
  /** The one condition inside `<Where>`. */
  where?: XmlElement;
  order: readonly CamlOrder[];
  groupBy: readonly CamlOrder[];
  /** Undefined without `<RowLimit>`. */
  rowLimit?: number;
  paged: boolean;
  /** Internal names; undefined without `<ViewFields>`. */
  fields?: readonly string[];
  scope: ViewScope;
}

export type ViewScope = '' | 'Recursive' | 'RecursiveAll' | 'FilesOnly';

export const viewScopes: readonly ViewScope[] = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];

const everything: CamlView = { order: [], groupBy: [], paged: false, scope: '' };

/**
 * Reads a view's XML. Without a `<View>` around it, a query is passed over in silence, as SharePoint does [I].
 * @throws SharePointError 500 for XML that is not well-formed, as SharePoint words it.
 */
export function parseView(xml: string): CamlView {
  const elements = parseXml(xml);
  if (!elements) {
    throw cannotComplete();
  }
  const view = elements.find((element) => element.name === 'View');
  if (!view) {
    return everything;
  }
  const rowLimit = childOf(view, 'RowLimit');
  const fields = childOf(view, 'ViewFields');
  return {
    ...parseQuery(childOf(view, 'Query')),
    ...(rowLimit === undefined ? { paged: false } : { rowLimit: wholeNumber(rowLimit.text), paged: isTrue(rowLimit.attributes.Paged) }),
    ...(fields === undefined ? {} : { fields: childrenOf(fields, 'FieldRef').map((field) => field.attributes.Name ?? '') }),
    scope: viewScopes.find((scope) => scope.toLowerCase() === (view.attributes.Scope ?? '').toLowerCase()) ?? ''
  };
}

/** Reads what `ViewQuery` of a view holds: the inside of a `<Query>`. @throws SharePointError as parseView. */
export function parseViewQuery(xml: string): Pick<CamlView, 'where' | 'order' | 'groupBy'> {
  const children = parseXml(xml);
  if (!children) {
    throw cannotComplete();
  }
  return parseQuery({ name: 'Query', attributes: {}, children, text: '' });
}

function parseQuery(query: XmlElement | undefined): Pick<CamlView, 'where' | 'order' | 'groupBy'> {
  const where = childOf(query, 'Where');
  if (where && where.children.length > 1) {
    throw cannotComplete();
  }
  return { where: where?.children[0], order: orderOf(childOf(query, 'OrderBy')), groupBy: orderOf(childOf(query, 'GroupBy')) };
}

const orderOf = (element: XmlElement | undefined): CamlOrder[] => childrenOf(element, 'FieldRef').map(({ attributes }) => ({
  name: attributes.Name ?? '', descending: attributes.Ascending !== undefined && !isTrue(attributes.Ascending)
}));

function wholeNumber(text: string): number {
  const number = Number(text.trim());
  if (!Number.isInteger(number) || number < 0) {
    throw cannotComplete();
  }
  return number;
}
