import type { RequestContext } from '../dispatch/context';
import { invalidRequest, notBuiltHere, unknownProperty } from '../http/errors';
import type { EntityNode, Node, Shape } from './nodes';
import type { Selection } from './selection';
import { metadataShape } from './shape';
import { emptyValue } from './values';

/** An entity as it will be written, whatever the format. */
export interface EntityValue {
  edmType: string;
  typeName: string;
  path: string;
  id?: string;
  eTag?: string;
  eTagInHeaderOnly?: boolean;
  properties: { name: string; type: string; value: unknown }[];
  navigations: { name: string; value?: EntityValue | EntityValue[] }[];
  /** True when verbose answers list every navigation as deferred: nothing was selected. */
  defersAll: boolean;
}

export const shapeOf = (node: EntityNode, context: RequestContext): Shape =>
  node.resource.shapeOf?.(node.entity, context) ?? metadataShape(node.resource.edmType, context.metadata, node.resource.typeOf?.(node.entity));

/**
 * Refuses a selection that names what the type does not have, also when there is no row to select from.
 * @throws SharePointError 400
 */
export function checkSelection(selection: Selection, shape: Shape): void {
  for (const name of selection.names) {
    const [first] = name.split('/');
    const member = shape.member(first);
    if (!member) {
      throw unknownProperty(first, shape.typeName);
    }
    if (shape.strictPaths && member.kind === 'navigation' && shape.target(first)?.strictPaths) {
      throw notExpanded(name, first);
    }
  }
  for (const [name, child] of selection.expanded) {
    const member = shape.member(name);
    if (!member) {
      throw unknownProperty(name, shape.typeName);
    }
    const target = member.kind === 'navigation' ? shape.target(name) : undefined;
    if (target?.strictPaths && child.all) {
      throw notExpanded(name, name);
    }
    if (target) {
      checkSelection(child, target);
    }
  }
}

const notExpanded = (field: string, expand: string): Error =>
  invalidRequest(
    `The query to field '${field}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${expand}.`
  );

/** Reads an entity as far as the selection asks. The selection must have been checked. */
export function project(node: EntityNode, selection: Selection, context: RequestContext): EntityValue {
  const { resource, entity } = node;
  const shape = shapeOf(node, context);
  const names = resource.alsoSelected?.(selectedNames(node, selection, context)) ?? selectedNames(node, selection, context);
  const value: EntityValue = {
    edmType: resource.edmType,
    typeName: shape.typeName,
    path: node.path,
    id: resource.idOf?.(entity),
    eTag: resource.eTag?.(entity, context),
    eTagInHeaderOnly: resource.eTagInHeaderOnly,
    properties: [],
    navigations: [],
    defersAll: selection.all
  };
  for (const name of names) {
    const [first] = name.split('/');
    const member = shape.member(first);
    if (member?.kind === 'property') {
      value.properties.push({ name: member.name, type: member.type, value: readProperty(node, member.name, member.type, context) });
    } else if (member) {
      value.navigations.push({ name: member.name });
    }
  }
  for (const [name, child] of selection.expanded) {
    const member = shape.member(name);
    if (member?.kind === 'property') {
      value.properties.push({ name: member.name, type: member.type, value: readProperty(node, member.name, member.type, context) });
    } else if (member) {
      value.navigations.push({ name: member.name, value: expand(follow(node, member.name, context), child, context) });
    }
  }
  return value;
}

function selectedNames(node: EntityNode, selection: Selection, context: RequestContext): readonly string[] {
  if (!selection.all) {
    return selection.names;
  }
  const defaults = defaultNames(node, context);
  return selection.names.length === 0 ? defaults : [...new Set([...defaults, ...selection.names])];
}

function defaultNames(node: EntityNode, context: RequestContext): readonly string[] {
  const { resource, entity } = node;
  return resource.defaultsOf?.(entity, context) ?? Object.keys(resource.properties).filter((name) => !resource.onDemand?.has(name));
}

/** A property's value; what `$metadata` knows but nobody has built is the empty value of its type. */
export function readProperty(node: EntityNode, name: string, type: string, context: RequestContext): unknown {
  const getter = node.resource.properties[name];
  if (getter !== undefined) {
    return getter(node.entity, context);
  }
  return node.resource.dynamic === undefined ? emptyValue(type) : node.resource.dynamic(node.entity, name, context);
}

/** Follows a navigation property from an entity. */
export function follow(node: EntityNode, name: string, context: RequestContext): Node | undefined {
  const path = `${node.path}/${name}`;
  const own = node.resource.navigations?.[name];
  if (own !== undefined) {
    return own(node.entity, context, path);
  }
  if (node.resource.navigate === undefined) {
    throw notBuiltHere(`${node.resource.edmType}/${name}`);
  }
  return node.resource.navigate(node.entity, name, context, path);
}

function expand(target: Node | undefined, selection: Selection, context: RequestContext): EntityValue | EntityValue[] | undefined {
  if (target?.kind === 'entity') {
    checkSelection(selection, shapeOf(target, context));
    return project(target, selection, context);
  }
  if (target?.kind === 'collection') {
    checkSelection(selection, target.shape);
  }
  return target?.kind === 'collection' ? target.members().map((member) => project(member, selection, context)) : undefined;
}
