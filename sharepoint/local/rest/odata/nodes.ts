import type { RequestContext } from '../dispatch/context';
import type { EdmMember } from '../metadata/model';
import type { Arguments } from './arguments';
import type { Selection } from './selection';

/**
 * What stands at a place of a path. A resource is written once per type (lists/listResource.ts and so on) and
 * bound to a record as a node; the dispatcher walks nodes, the projection reads them.
 */
export type Node = EntityNode | CollectionNode | ValueNode | TextNode;

/**
 * The members a type has: SharePoint's `$metadata`, and for list items the columns of their list.
 */
export interface Shape {
  /** The type in `$metadata`, for functions: `SP.ListItem`. */
  edmType: string;
  /** The type as answers name it: `SP.Data.TasksListItem`. */
  typeName: string;
  member(name: string): EdmMember | undefined;
  /** The shape of what a navigation leads to, undefined when it cannot be expanded. */
  target(name: string): Shape | undefined;
  /** True for list items, whose columns refuse what other types leave out. */
  strictPaths?: boolean;
}

/* eslint-disable @typescript-eslint/method-signature-style -- method syntax makes the record type bivariant, so that resources of different records fit one table */
interface Bivariant<T> {
  get(entity: T, context: RequestContext): unknown;
  follow(entity: T, context: RequestContext, path: string): Node | undefined;
  call(entity: T, args: Arguments, context: RequestContext, path: string): Node | undefined;
}
/* eslint-enable @typescript-eslint/method-signature-style */

export type Getter<T> = Bivariant<T>['get'];
export type Navigate<T> = Bivariant<T>['follow'];
export type Operation<T> = Bivariant<T>['call'];

/** How records of one type are read, followed and written. Names are spelled as in `$metadata`. */
export interface Resource<T extends object> {
  edmType: string;
  properties: Record<string, Getter<T>>;
  /** Properties that are only sent when selected by name. */
  onDemand?: ReadonlySet<string>;
  navigations?: Record<string, Navigate<T>>;
  functions?: Record<string, Operation<T>>;
  /** What stands behind it although its type in `$metadata` does not say so, by lower-case name. */
  services?: Record<string, Navigate<T>>;
  /** The type as answers name it, when it is not `edmType`: a field of kind Text is an `SP.FieldText`. */
  typeOf?(entity: T): string;
  /** Set when the members depend on the record: list items. */
  shapeOf?(entity: T, context: RequestContext): Shape;
  /** Reads a property of a record whose members depend on it. */
  dynamic?(entity: T, name: string, context: RequestContext): unknown;
  /** Names of the default properties, when they depend on the record. */
  defaultsOf?(entity: T, context: RequestContext): readonly string[];
  /** Adds what SharePoint sends along with what was selected. */
  alsoSelected?(names: readonly string[]): readonly string[];
  /** Follows a navigation that depends on the record. */
  navigate?(entity: T, name: string, context: RequestContext, path: string): Node | undefined;
  /** The ETag as the header shows it, quotes included. */
  eTag?(entity: T, context: RequestContext): string | undefined;
  /** `odata.id`, when it is not the address. */
  idOf?(entity: T): string;
  /** True when the JSON bodies leave the ETag out, as files do. */
  eTagInHeaderOnly?: boolean;
  /** What stands at `$value`: the bytes of a file. */
  readContent?(entity: T, context: RequestContext): Uint8Array;
  /** PUT to `$value`. */
  writeContent?(entity: T, bytes: Uint8Array, context: RequestContext): EntityNode;
  update?(entity: T, body: Record<string, unknown>, context: RequestContext): EntityNode | undefined;
  remove?(entity: T, context: RequestContext): void;
  /** How DELETE answers; 200 when it is not said [R]. */
  removedStatus?: number;
}

export interface EntityNode {
  kind: 'entity';
  resource: Resource<object>;
  entity: object;
  /** Where it can be edited, from the web: `Web/Lists(guid'…')`. */
  path: string;
}

/** What a GET asks of a collection. */
export interface CollectionQuery {
  filter?: string;
  orderBy?: string;
  top?: number;
  skip?: number;
  skipToken?: string;
  selection: Selection;
}

export interface CollectionNode {
  kind: 'collection';
  shape: Shape;
  path: string;
  /** All members the caller may see. */
  members(): EntityNode[];
  /** Answers a query itself, for collections too large to filter afterwards. `next` is the query of the next page. */
  query?(query: CollectionQuery): { nodes: EntityNode[]; next?: string };
  /** The member that a key in parentheses names. */
  byKey?(key: Arguments): EntityNode | ValueNode;
  functions?: Record<string, (args: Arguments, path: string) => Node | undefined>;
  /** Set when POST to the collection adds a member; the body is not yet held against a type. */
  add?(body: Record<string, unknown>): EntityNode;
}

/** A property value, or what a function returned. */
export interface ValueNode {
  kind: 'value';
  /** EDM type: `Edm.Boolean`, `SP.BasePermissions`, `Collection(Edm.String)`. */
  type: string;
  value: unknown;
  /** The property or function, which verbose answers name. */
  name: string;
}

/** An answer that is sent as it is. */
export interface TextNode {
  kind: 'text';
  /** 200 when there is none. */
  status?: number;
  body: string | Uint8Array;
  contentType: string;
}

/** What a navigation to one entity says when there is none: `odata.null`. */
export const nullNode = (type: string, path: string): ValueNode => ({ kind: 'value', type, value: null, name: path.slice(path.lastIndexOf('/') + 1) });

/** Binds a record to its resource. */
export const entityNode = <T extends object>(resource: Resource<T>, entity: T, path: string): EntityNode =>
  ({ kind: 'entity', resource: resource as Resource<object>, entity, path });
