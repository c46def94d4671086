import { invalidRequest, notBuiltHere, resourceNotFound, unknownParameter, wrongMethod } from '../http/errors';
import { collectionOf, type EdmFunction } from '../metadata/model';
import type { Segment } from '../odata/address';
import { createArguments, type Arguments } from '../odata/arguments';
import { isObject, readValue } from '../odata/body';
import { literalValue } from '../odata/literals';
import type { CollectionNode, EntityNode, Node } from '../odata/nodes';
import { follow, readProperty, shapeOf } from '../odata/project';
import type { RequestContext } from './context';
import { isOtherService } from './otherServices';
import { rootFunctions, rootServices } from './root';

/** How the last segment is asked for: functions get the body's arguments, and GET may not call all of them. */
export interface LastCall {
  method: 'GET' | 'POST';
  /** The JSON body, read when it is asked for: a file's bytes are none. */
  json(): Record<string, unknown>;
  bytes(): Uint8Array;
}

export type Resolved =
  | { kind: 'node'; node: Node; calledFunction: boolean }
  | { kind: 'nothing'; edmFunction: EdmFunction };

/**
 * Walks a path from the service root to what it names.
 * @throws SharePointError 404 for a segment that `$metadata` does not have, 501 for one that nobody has built here.
 */
export function resolve(segments: readonly Segment[], last: LastCall, context: RequestContext): Resolved {
  let node: Node | undefined;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const step = node === undefined ? fromRoot(segment, isLast ? last : undefined, context) : next(node, segment, isLast ? last : undefined, context);
    if (step.kind === 'nothing' || isLast) {
      if (!isLast) {
        throw resourceNotFound(segments[index + 1].name);
      }
      return step;
    }
    node = step.node;
  }
  throw resourceNotFound('');
}

function fromRoot(segment: Segment, last: LastCall | undefined, context: RequestContext): Resolved {
  const service = rootServices[segment.name.toLowerCase()]?.(context);
  if (service) {
    return { kind: 'node', node: service, calledFunction: false };
  }
  const edmFunction = context.metadata.boundFunction('', segment.name) ?? context.metadata.boundFunction('', segment.name.replace(/\./g, '_'));
  if (!edmFunction) {
    throw isOtherService(segment.name) ? notBuiltHere(segment.name) : resourceNotFound(segment.name);
  }
  const built = rootFunctions[edmFunction.name.toLowerCase()];
  if (built === undefined) {
    throw notBuiltHere(segment.name);
  }
  return called(edmFunction, built(readArguments(edmFunction, segment, last, context), context), segment, last, context);
}

function next(node: Node, segment: Segment, last: LastCall | undefined, context: RequestContext): Resolved {
  if (node.kind === 'entity') {
    return fromEntity(node, segment, last, context);
  }
  if (node.kind === 'collection') {
    return fromCollection(node, segment, last, context);
  }
  if (node.kind === 'value' && segment.args === undefined) {
    return fromValue(node.type, node.value, segment.name, context);
  }
  throw resourceNotFound(segment.name);
}

function fromEntity(node: EntityNode, segment: Segment, last: LastCall | undefined, context: RequestContext): Resolved {
  if (segment.name === '$value' && node.resource.readContent) {
    return { kind: 'node', calledFunction: false, node: { kind: 'text', body: node.resource.readContent(node.entity, context), contentType: 'application/octet-stream' } };
  }
  const shape = shapeOf(node, context);
  // Addresses are not particular about case, also where the names of columns are.
  const member = shape.member(segment.name) ?? context.metadata.member(shape.edmType, segment.name);
  if (member?.kind === 'property' && segment.args === undefined) {
    return { kind: 'node', calledFunction: false, node: { kind: 'value', type: member.type, name: member.name, value: readProperty(node, member.name, member.type, context) } };
  }
  if (member?.kind === 'navigation') {
    const target = follow(node, member.name, context);
    if (target === undefined) {
      throw resourceNotFound(segment.name, false);
    }
    return keyed({ kind: 'node', node: target, calledFunction: false }, segment, context);
  }
  const service = node.resource.services?.[segment.name.toLowerCase()]?.(node.entity, context, `${node.path}/${segment.name}`);
  if (service !== undefined) {
    return keyed({ kind: 'node', node: service, calledFunction: false }, segment, context);
  }
  const edmFunction = context.metadata.boundFunction(shape.typeName, segment.name) ?? context.metadata.boundFunction(shape.edmType, segment.name);
  if (!edmFunction) {
    throw isOtherService(segment.name, shape.edmType) ? notBuiltHere(`${shape.edmType}/${segment.name}`) : resourceNotFound(segment.name);
  }
  checkMethod(edmFunction, segment, last);
  const built = node.resource.functions?.[edmFunction.name];
  if (built === undefined) {
    throw notBuiltHere(`${shape.edmType}/${edmFunction.name}`);
  }
  const result = built(node.entity, readArguments(edmFunction, segment, last, context), context, `${node.path}/${edmFunction.name}`);
  return called(edmFunction, result, segment, last, context);
}

function fromCollection(node: CollectionNode, segment: Segment, last: LastCall | undefined, context: RequestContext): Resolved {
  const boundTo = `Collection(${node.shape.edmType})`;
  const edmFunction = context.metadata.boundFunction(boundTo, segment.name);
  if (!edmFunction) {
    throw resourceNotFound(segment.name);
  }
  checkMethod(edmFunction, segment, last);
  const built = node.functions?.[edmFunction.name];
  if (built === undefined) {
    throw notBuiltHere(`${boundTo}/${edmFunction.name}`);
  }
  return called(edmFunction, built(readArguments(edmFunction, segment, last, context), `${node.path}/${edmFunction.name}`), segment, last, context);
}

/** `EffectiveBasePermissions/High`, `Title/$value`. */
function fromValue(type: string, value: unknown, name: string, context: RequestContext): Resolved {
  if (name === '$value') {
    return { kind: 'node', calledFunction: false, node: { kind: 'text', body: String(value ?? ''), contentType: 'text/plain;charset=utf-8' } };
  }
  const member = context.metadata.member(type, name);
  if (!member || typeof value !== 'object' || value === null) {
    throw resourceNotFound(name);
  }
  const inner = (value as Record<string, unknown>)[member.name];
  return { kind: 'node', calledFunction: false, node: { kind: 'value', type: member.type, name: member.name, value: inner } };
}

/** GET may call what a path can go on from or what changes nothing; everything else wants POST. */
function checkMethod(edmFunction: EdmFunction, segment: Segment, last: LastCall | undefined): void {
  if (last?.method === 'GET' && !edmFunction.composable && edmFunction.sideEffecting) {
    throw wrongMethod('GET', segment.name);
  }
}

function called(edmFunction: EdmFunction, result: Node | undefined, segment: Segment, last: LastCall | undefined, context: RequestContext): Resolved {
  if (result === undefined) {
    return { kind: 'nothing', edmFunction };
  }
  const resolved: Resolved = { kind: 'node', node: result, calledFunction: true };
  return last === undefined && result.kind === 'collection' && edmFunction.parameters.length === 0 ? keyed(resolved, segment, context) : resolved;
}

/** `lists(guid'…')`: the segment's own arguments are the key of a member. */
function keyed(resolved: { kind: 'node'; node: Node; calledFunction: boolean }, segment: Segment, context: RequestContext): Resolved {
  if (segment.args === undefined || segment.args.length === 0) {
    return resolved;
  }
  const { node } = resolved;
  if (node.kind !== 'collection' || node.byKey === undefined) {
    throw resourceNotFound(segment.name);
  }
  return { kind: 'node', calledFunction: false, node: node.byKey(keyArguments(node, segment, context)) };
}

/** A key stands under every name that a GetById of the collection could give it. */
function keyArguments(node: CollectionNode, segment: Segment, context: RequestContext): Arguments {
  const names = ['GetById', 'GetByPrincipalId', 'GetByUrl', 'GetByFileName'].flatMap((name) =>
    context.metadata.boundFunction(`Collection(${node.shape.edmType})`, name)?.parameters.map((parameter) => parameter.name) ?? []);
  const values = (segment.args ?? []).map((argument) => (argument.value.kind === 'object' ? undefined : literalValue(argument.value)));
  if (values.length !== 1) {
    throw invalidRequest(`The expression "${segment.name}" is not valid.`);
  }
  return createArguments(new Map([...names, 'id', 'versionId'].map((name) => [name.toLowerCase(), values[0]])));
}

/** Parameters that SharePoint takes although `$metadata` lists the members of their type one by one instead [S]. */
const alsoTaken: Record<string, EdmFunction['parameters']> = {
  RenderListDataAsStream: [{ name: 'overrideParameters', type: 'SP.RenderListDataOverrideParameters' }]
};

/** Arguments from the parentheses, the query options and the body. */
function readArguments(edmFunction: EdmFunction, segment: Segment, last: LastCall | undefined, context: RequestContext): Arguments {
  const values = new Map<string, unknown>();
  const parameterOf = (name: string): EdmFunction['parameters'][number] | undefined =>
    [...edmFunction.parameters, ...alsoTaken[edmFunction.name] ?? []].find((parameter) => parameter.name.toLowerCase() === name.toLowerCase());
  const isKeyOnly = edmFunction.parameters.length === 0 && edmFunction.returns !== undefined && collectionOf(edmFunction.returns) !== undefined;
  for (const [index, argument] of (isKeyOnly ? [] : segment.args ?? []).entries()) {
    const parameter = argument.name === undefined ? edmFunction.parameters[index] : parameterOf(argument.name);
    if (!parameter) {
      throw unknownParameter(argument.name ?? String(index), edmFunction.name);
    }
    const { value } = argument;
    values.set(parameter.name.toLowerCase(), value.kind === 'object' ? readValue(parameter.type, value.value, context.metadata) : literalValue(value));
  }
  for (const [name, value] of Object.entries(last === undefined || takesBytes(edmFunction) ? {} : last.json())) {
    const path = decodedPath(value);
    const parameter = parameterOf(name) ?? (path === undefined ? undefined : parameterOf('DecodedUrl'));
    if (!parameter) {
      throw unknownParameter(name, edmFunction.name);
    }
    // A path stands under its own name, too: moving a folder takes two of them.
    values.set(name.toLowerCase(), path ?? readValue(parameter.type, value, context.metadata));
    values.set(parameter.name.toLowerCase(), path ?? readValue(parameter.type, value, context.metadata));
  }
  return createArguments(values, last?.bytes);
}

/** Whether the body is a file. Adding an attachment takes one without `$metadata` saying so. */
const takesBytes = ({ parameters, returns, name }: EdmFunction): boolean =>
  parameters.some(({ type }) => type === 'Edm.Stream' || type === 'Edm.Binary') || (returns === 'SP.Attachment' && name === 'Add');

/** `{ DecodedUrl: '…' }`, which `$metadata` flattens to a parameter `DecodedUrl` whatever its name is in a body. */
function decodedPath(value: unknown): string | undefined {
  const path = isObject(value) ? value.DecodedUrl : undefined;
  return typeof path === 'string' ? path : undefined;
}
