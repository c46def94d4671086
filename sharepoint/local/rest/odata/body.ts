import { noArray, unknownProperty, wrongNode, wrongPrimitive } from '../http/errors';
import { collectionOf, type Metadata } from '../metadata/model';
import { parseTime } from './dates';
import { normalGuid } from './literals';

const isAnnotation = (key: string): boolean => key.startsWith('odata.') || key.includes('@odata.');

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as an object. @throws SharePointError 400 when it is something else. */
export function objectBody(body: unknown): Record<string, unknown> {
  if (!isObject(body)) {
    throw wrongNode(Array.isArray(body) ? 'StartArray' : 'PrimitiveValue', 'the start of an entry', 'StartObject');
  }
  return body;
}

/**
 * Holds a body against a type of `$metadata`: every key must be a property of it with a fitting value.
 * Keys come back as `$metadata` spells them.
 * @throws SharePointError 400 for an unknown key or a value of another kind.
 */
export function readTyped(typeName: string, body: Record<string, unknown>, metadata: Metadata): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    if (isAnnotation(key)) {
      continue;
    }
    const member = metadata.member(typeName, key);
    // Names in a body are exact, unlike those in an address.
    if (member?.name !== key) {
      throw unknownProperty(key, typeName);
    }
    read[member.name] = readValue(member.type, value, metadata);
  }
  return read;
}

/** Reads one value of an EDM type out of a JSON body. */
export function readValue(type: string, value: unknown, metadata: Metadata): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  const element = collectionOf(type);
  if (element !== undefined) {
    return readCollection(element, value, metadata);
  }
  if (!type.startsWith('Edm.')) {
    if (!isObject(value)) {
      throw wrongNode('PrimitiveValue', `the contents of a property of type '${type}'`, 'StartObject');
    }
    return readTyped(type, value, metadata);
  }
  return readPrimitive(type, value);
}

function readCollection(element: string, value: unknown, metadata: Metadata): unknown[] {
  if (isObject(value)) {
    throw noArray();
  }
  if (!Array.isArray(value)) {
    throw wrongNode('PrimitiveValue', `the contents of a property of type 'Collection(${element})'`, 'StartArray');
  }
  return value.map((one: unknown) => readValue(element, one, metadata));
}

function readPrimitive(type: string, value: unknown): unknown {
  if (typeof value === 'object') {
    throw wrongNode(Array.isArray(value) ? 'StartArray' : 'StartObject', `the value of a property of type '${type}'`, 'PrimitiveValue');
  }
  const fits = primitiveChecks[type];
  if (fits !== undefined && !fits(value)) {
    throw wrongPrimitive(type);
  }
  return type === 'Edm.Guid' ? normalGuid(String(value)) : value;
}

const isInteger = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value);
const primitiveChecks: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int16': isInteger,
  'Edm.Int32': isInteger,
  'Edm.Byte': isInteger,
  'Edm.Int64': (value) => isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Guid': (value) => typeof value === 'string' && normalGuid(value) !== undefined,
  'Edm.DateTime': (value) => parseTime(value) !== undefined
};
