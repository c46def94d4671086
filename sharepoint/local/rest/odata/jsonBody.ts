import { invalidRequest, typeNotAssignable, typeNotGiven, typeUnknown } from '../http/errors';
import type { Metadata } from '../metadata/model';
import { isObject, objectBody } from './body';
import type { Shape } from './nodes';

/** A JSON body, the same whichever format it was written in: a declared type is `odata.type`, a collection an array. */
export interface JsonBody {
  values: Record<string, unknown>;
  /** True for `odata=verbose`, whose entries must name their type. */
  isVerbose: boolean;
  /** In a verbose entry every collection is an object with `results`: names of those that are not. */
  bareArrays: readonly string[];
}

/** @throws SharePointError 400 when it is no JSON object */
export function parseJsonBody(text: string, contentType: string | undefined): JsonBody {
  let parsed: unknown;
  try {
    parsed = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw invalidRequest('Invalid JSON. The body of the request could not be read.'); // [A]
  }
  const body = objectBody(parsed);
  if (!/odata(?:\.metadata)?\s*=\s*verbose/i.test(contentType ?? '')) {
    // Version 4 writes the type as `@odata.type`.
    const { '@odata.type': type, ...rest } = body;
    return { values: typeof type === 'string' ? { 'odata.type': type, ...rest } : body, isVerbose: false, bareArrays: [] };
  }
  const bareArrays = Object.entries(body).filter(([, value]) => Array.isArray(value)).map(([name]) => name);
  return { values: light(body) as Record<string, unknown>, isVerbose: true, bareArrays };
}

/** The verbose form written as the light one. */
function light(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(light);
  }
  if (!isObject(value)) {
    return value;
  }
  if (Array.isArray(value.results)) {
    return value.results.map(light);
  }
  const { __metadata, ...rest } = value;
  delete rest.__deferred;
  const type = isObject(__metadata) && typeof __metadata.type === 'string' ? { 'odata.type': __metadata.type } : {};
  return { ...type, ...Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, light(inner)])) };
}

/**
 * Holds the type that an entry says it has against the one that stands there.
 * @param itemTypes the types of the items of the site's lists
 * @throws SharePointError 400
 */
export function checkEntryType({ values, isVerbose, bareArrays }: JsonBody, shape: Shape, itemTypes: () => readonly string[], metadata: Metadata): void {
  const declared = values['odata.type'];
  if (typeof declared !== 'string') {
    if (isVerbose) {
      throw typeNotGiven();
    }
    return;
  }
  const type = declared.replace(/^#/, '');
  const related = (one: string, other: string): boolean => metadata.lineage(one).some(({ name }) => name === other);
  const fits = type === shape.typeName || related(type, shape.edmType) || related(shape.typeName, type) || related(shape.edmType, type);
  if (!fits) {
    throw metadata.type(type) || itemTypes().includes(type) ? typeNotAssignable(type, shape.typeName) : typeUnknown(type);
  }
  if (bareArrays.length > 0) {
    throw invalidRequest( // [A] the words are those of the reader SharePoint uses
      `A node of type 'StartArray' was read from the JSON reader when trying to read the contents of the property '${bareArrays[0]}'; ` +
      'however, a \'StartObject\' node or \'PrimitiveValue\' node with null value was expected.'
    );
  }
}
