import { invalidRequest, resourceNotFound, SharePointError } from '../http/errors';
import { contentTypeOf, type Format, formatOf, writeError } from '../http/formats';
import { acceptedInstead, asksOData4, checkOData4, toldInOData4 } from '../http/odata4';
import { type Address, parseAddress, type Segment } from '../odata/address';
import { checkETag } from '../odata/eTags';
import { itemTypeName } from '../lists/listResource';
import { readTyped } from '../odata/body';
import { checkEntryType, type JsonBody, parseJsonBody } from '../odata/jsonBody';
import type { CollectionNode, EntityNode, Shape } from '../odata/nodes';
import { shapeOf } from '../odata/project';
import { type Answer, answerNode, answerNothing } from './answer';
import type { RequestContext } from './context';
import { type LastCall, resolve, type Resolved } from './resolve';

/** One request, from HTTP or from a part of a batch. */
export interface RestRequest {
  method: string;
  /** What follows `/_api/`, still encoded. */
  path: string;
  query: string;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  /** As it came: JSON, or a file. */
  body: Buffer;
}

/** Runs one request as one transaction. Every problem becomes the answer that SharePoint gives. */
export function execute(request: RestRequest, contextOf: () => RequestContext): Answer {
  if (!asksOData4(request.headers)) {
    return executeRequest(request, contextOf);
  }
  const told = { ...request, headers: { ...request.headers, accept: acceptedInstead(request.headers) } };
  return toldInOData4(executeRequest(told, () => {
    checkOData4(request.headers);
    return contextOf();
  }));
}

function executeRequest(request: RestRequest, contextOf: () => RequestContext): Answer {
  const format = formatOf(request.headers.accept);
  try {
    const context = contextOf();
    const address = parseAddress(request.path, request.query);
    context.store.changes.begin(context.now);
    return context.store.attempt(() => run(request, address, format, { ...context, query: address.options }));
  } catch (problem) {
    return answerError(problem, format);
  }
}

/** The error body; what is no SharePointError is a fault of the local SharePoint and says so. */
export function answerError(problem: unknown, format: Format): Answer {
  const error = problem instanceof SharePointError
    ? problem
    : new SharePointError(500, '-1, System.Exception', problem instanceof Error ? problem.stack ?? problem.message : String(problem));
  return {
    status: error.status,
    contentType: contentTypeOf(format).replace(';type=entry', ''),
    body: writeError(format, error.code, error.message),
    headers: {},
    unknownToMetadata: error.unknownToMetadata
  };
}

function run(request: RestRequest, address: Address, format: Format, context: RequestContext): Answer {
  const method = request.method === 'POST' ? (request.headers['x-http-method'] ?? 'POST').toUpperCase() : request.method.toUpperCase();
  const asked = { request, format, context, options: address.options };
  switch (method) {
    case 'GET':
    case 'HEAD':
      return answerResolved(resolve(address.segments, reading, context), asked);
    case 'POST':
      return post(asked, () => resolve(address.segments, calling(request), context), lastOf(address.segments));
    case 'MERGE':
    case 'PATCH':
    case 'PUT':
    case 'DELETE':
      if (lastOf(address.segments) === '$value') {
        return overwrite(method, asked, resolve(address.segments.slice(0, -1), reading, context));
      }
      // @pnp/sp recycles an attachment by DELETE to a function.
      return /^recycleobject$/i.test(lastOf(address.segments))
        ? answerResolved(resolve(address.segments, calling(request), context), asked)
        : change(method, asked, resolve(address.segments, reading, context));
    default:
      throw invalidRequest(`The HTTP method '${method}' is not supported.`); // [A]
  }
}

const reading: LastCall = { method: 'GET', json: () => ({}), bytes: () => new Uint8Array() };
const calling = (request: RestRequest): LastCall => ({ method: 'POST', json: () => lazyBody(request).values, bytes: () => request.body });
const lastOf = (segments: readonly Segment[]): string => segments[segments.length - 1]?.name ?? '';

interface Asked {
  request: RestRequest;
  format: Format;
  context: RequestContext;
  options: ReadonlyMap<string, string>;
}

function answerResolved(resolved: Resolved, asked: Asked): Answer {
  return resolved.kind === 'nothing' ? answerNothing(resolved.edmFunction.name, asked) : answerNode(resolved.node, asked);
}

const parsedBodies = new WeakMap<RestRequest, JsonBody>();

/** The JSON body, parsed once. @throws SharePointError 400 when it is no JSON object. */
function lazyBody(request: RestRequest): JsonBody {
  const body = parsedBodies.get(request) ?? parseJsonBody(request.body.toString('utf8'), request.headers['content-type']);
  parsedBodies.set(request, body);
  return body;
}

/** The body as an entry of the type that stands there. @throws SharePointError 400 when it says to be another. */
function entryBody(shape: Shape, { request, context }: Asked): Record<string, unknown> {
  const body = lazyBody(request);
  checkEntryType(body, shape, () => [...context.store.lists.values()].filter(({ site }) => site === context.site.url).map(itemTypeName), context.metadata);
  return body.values;
}

function post(asked: Asked, resolved: () => Resolved, lastSegment: string): Answer {
  const target = resolved();
  if (target.kind === 'nothing' || target.calledFunction) {
    return answerResolved(target, asked);
  }
  const { node } = target;
  if (node.kind === 'collection' && node.add) {
    return created(node, asked);
  }
  if (node.kind === 'entity') {
    throw invalidRequest(`The type ${shapeOf(node, asked.context).typeName} does not support HTTP POST method.`); // [A]
  }
  throw resourceNotFound(lastSegment, false);
}

function created(collection: CollectionNode, asked: Asked): Answer {
  const node = collection.add?.(entryBody(collection.shape, asked));
  if (!node) {
    throw invalidRequest(`The collection ${collection.path} does not support HTTP POST method.`);
  }
  const answer = answerNode(node, asked);
  return { ...answer, status: 201, headers: { ...answer.headers, Location: `${asked.context.webUrl}/_api/${node.path}` } };
}

/** Writes the bytes of a file. */
function overwrite(method: string, { request, format, context }: Asked, resolved: Resolved): Answer {
  const node = resolved.kind === 'node' && resolved.node.kind === 'entity' ? resolved.node : undefined;
  if (method !== 'PUT' || !node?.resource.writeContent) {
    throw invalidRequest(`The resource does not support HTTP ${method} method.`); // [A]
  }
  checkETag(node, request.headers['if-match'], context);
  return changed(node.resource.writeContent(node.entity, request.body, context), format, context);
}

function change(method: string, asked: Asked, resolved: Resolved): Answer {
  if (resolved.kind === 'nothing' || resolved.node.kind !== 'entity') {
    throw invalidRequest(`The resource does not support HTTP ${method} method.`); // [A]
  }
  const { node } = resolved;
  const { context, request } = asked;
  checkETag(node, request.headers['if-match'], context);
  if (method === 'DELETE') {
    if (!node.resource.remove) {
      throw invalidRequest(`The type ${shapeOf(node, context).typeName} does not support HTTP DELETE method.`); // [A]
    }
    node.resource.remove(node.entity, context);
    return { status: node.resource.removedStatus ?? 200, headers: {}, body: '', contentType: contentTypeOf(asked.format), unknownToMetadata: false };
  }
  if (!node.resource.update) {
    throw invalidRequest(`The type ${shapeOf(node, context).typeName} does not support HTTP ${method} method.`); // [A]
  }
  const body = entryBody(shapeOf(node, context), asked);
  // Items hold their body against the columns of the list themselves.
  const typed = node.resource.shapeOf ? body : readTyped(shapeOf(node, context).typeName, body, context.metadata);
  const after = node.resource.update(node.entity, typed, context);
  return changed(after, asked.format, context);
}

/** 204 with the new ETag. */
function changed(after: EntityNode | undefined, format: Format, context: RequestContext): Answer {
  const eTag = after?.resource.eTag?.(after.entity, context);
  return { status: 204, headers: eTag === undefined ? {} : { ETag: eTag }, body: '', contentType: contentTypeOf(format), unknownToMetadata: false };
}
