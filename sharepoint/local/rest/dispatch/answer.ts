import { contentTypeOf, type Format } from '../http/formats';
import type { CollectionNode, CollectionQuery, EntityNode, Node, ValueNode } from '../odata/nodes';
import { checkSelection, type EntityValue, project, shapeOf } from '../odata/project';
import { parseSelection, type Selection } from '../odata/selection';
import { checkEntity, checkValue } from '../odata/strict';
import { writeCollection, writeEntity, writeValue, type WriteContext } from '../odata/writeJson';
import { writeAtom } from '../odata/writeAtom';
import type { RequestContext } from './context';
import { queryNodes, wholeNumber } from './queryNodes';

/** What is sent back. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  contentType: string;
  unknownToMetadata: boolean;
}

export interface Asked {
  request: { path: string };
  format: Format;
  context: RequestContext;
  options: ReadonlyMap<string, string>;
}

/** Writes what a path led to. */
export function answerNode(node: Node, asked: Asked): Answer {
  switch (node.kind) {
    case 'entity':
      return answerEntity(node, asked);
    case 'collection':
      return answerCollection(node, asked);
    case 'value':
      return answerValue(node, asked);
    default:
      return { status: node.status ?? 200, headers: {}, body: node.body, contentType: node.contentType, unknownToMetadata: false };
  }
}

/** A function that returns nothing answers so. */
export function answerNothing(name: string, asked: Asked): Answer {
  return ok(asked.format === 'atom' ? writeAtom.nothing(name) : writeValue(name, 'Edm.Null', null, writeContext(asked)), asked);
}

const ok = (body: string, { format }: Asked, headers: Record<string, string> = {}): Answer =>
  ({ status: 200, headers, body, contentType: contentTypeOf(format), unknownToMetadata: false });

const writeContext = ({ format, context }: Asked): WriteContext =>
  ({ format: format === 'atom' ? 'verbose' : format, apiUrl: `${context.webUrl}/_api/`, metadata: context.metadata });

const selectionOf = ({ options }: Asked): Selection => parseSelection(options.get('$select'), options.get('$expand'));

function answerEntity(node: EntityNode, asked: Asked): Answer {
  const selection = selectionOf(asked);
  checkSelection(selection, shapeOf(node, asked.context));
  const value = project(node, selection, asked.context);
  check([value], asked);
  const headers: Record<string, string> = value.eTag === undefined ? {} : { ETag: value.eTag };
  const write = writeContext(asked);
  return ok(asked.format === 'atom' ? writeAtom.entity(value, write) : writeEntity(value, write), asked, headers);
}

function answerCollection(node: CollectionNode, asked: Asked): Answer {
  const { context, options } = asked;
  const selection = selectionOf(asked);
  checkSelection(selection, node.shape);
  const query: CollectionQuery = {
    filter: filled(options.get('$filter')),
    orderBy: filled(options.get('$orderby')),
    top: wholeNumber('$top', options.get('$top')),
    skip: wholeNumber('$skip', options.get('$skip')),
    skipToken: filled(options.get('$skiptoken')),
    selection
  };
  const { nodes, next } = node.query ? node.query(query) : { nodes: queryNodes(node, query, context), next: undefined };
  const values = nodes.map((member) => project(member, selection, context));
  check(values, asked);
  const write = writeContext(asked);
  const nextUrl = next === undefined ? undefined : nextLink(next, asked);
  return ok(
    asked.format === 'atom' ? writeAtom.collection(values, node.path, nextUrl, write) : writeCollection(values, node.shape, nextUrl, write), asked
  );
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text);

function answerValue(node: ValueNode, asked: Asked): Answer {
  if (asked.context.strict) {
    checkValue(node.type, node.value, asked.context.metadata);
  }
  const write = writeContext(asked);
  return ok(asked.format === 'atom' ? writeAtom.value(node.name, node.value) : writeValue(node.name, node.type, node.value, write), asked);
}

function check(values: EntityValue[], { context }: Asked): void {
  if (context.strict) {
    values.forEach((value) => checkEntity(value, context.metadata));
  }
}

/** The address of the next page: what was asked, with the token; escapes in lower case as SharePoint writes them. */
function nextLink(token: string, { context, options, request }: Asked): string {
  const escape = (text: string): string => encodeURIComponent(text).replace(/'/g, '%27').replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const others = [...options].filter(([name]) => name !== '$skiptoken' && name !== '$skip');
  const query = [['$skiptoken', token], ...others].map(([name, value]) => `${name.replace('$', '%24')}=${escape(value)}`).join('&');
  return `${context.webUrl}/_api/${request.path}?${query}`;
}
