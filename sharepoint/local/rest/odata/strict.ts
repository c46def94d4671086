import { collectionOf, type Metadata } from '../metadata/model';
import type { EntityValue } from './project';

const lowerGuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const wholeSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const isNumber = (value: unknown): boolean => typeof value === 'number';
const checks: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int16': Number.isInteger,
  'Edm.Int32': Number.isInteger,
  'Edm.Int64': (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  'Edm.Double': isNumber,
  'Edm.Guid': (value) => typeof value === 'string' && lowerGuid.test(value),
  'Edm.DateTime': (value) => typeof value === 'string' && wholeSeconds.test(value)
};

/** Says what is wrong with a value of an EDM type, undefined when nothing is. */
function problemOf(type: string, value: unknown, metadata: Metadata): string | undefined {
  if (value === null) {
    return undefined;
  }
  const element = collectionOf(type);
  if (element !== undefined) {
    return Array.isArray(value)
      ? value.map((one: unknown) => problemOf(element, one, metadata)).find((problem) => problem !== undefined)
      : 'not an array';
  }
  if (type.startsWith('Edm.')) {
    const fits = checks[type];
    return fits === undefined || fits(value) ? undefined : `${JSON.stringify(value)} is no ${type}`;
  }
  for (const [name, inner] of Object.entries(value as Record<string, unknown>)) {
    const member = metadata.member(type, name);
    const problem = member?.name === name ? problemOf(member.type, inner, metadata) : 'not in $metadata';
    if (problem !== undefined) {
      return `${type}/${name}: ${problem}`;
    }
  }
  return undefined;
}

/**
 * Holds what is about to be sent against `$metadata`; used in test runs (LOCAL_SHAREPOINT_STRICT=1).
 * @throws Error naming the property that is not there or has a value of another type.
 */
export function checkEntity(entity: EntityValue, metadata: Metadata): void {
  for (const { name, type, value } of entity.properties) {
    // Columns are no part of $metadata: the type is open, and the list says what they are.
    const isColumn = entity.typeName.startsWith('SP.Data.') || type === 'Edm.Untyped';
    const known = isColumn || metadata.member(entity.typeName, name)?.name === name;
    const problem = known ? problemOf(type, value, metadata) : 'not in $metadata';
    if (problem !== undefined) {
      throw new Error(`${entity.typeName}/${name}: ${problem}`);
    }
  }
  for (const { value } of entity.navigations) {
    for (const inner of Array.isArray(value) ? value : value ? [value] : []) {
      checkEntity(inner, metadata);
    }
  }
}

/** The same for a single value. */
export function checkValue(type: string, value: unknown, metadata: Metadata): void {
  const problem = problemOf(type, value, metadata);
  if (problem !== undefined) {
    throw new Error(`${type}: ${problem}`);
  }
}
