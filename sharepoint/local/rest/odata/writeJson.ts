import type { Format } from '../http/formats';
import { collectionOf, type Metadata } from '../metadata/model';
import type { EntityValue } from './project';

/** What the writers need to know of the surroundings. */
export interface WriteContext {
  format: Exclude<Format, 'atom'>;
  /** `https://host/sites/x/_api/` */
  apiUrl: string;
  metadata: Metadata;
}

type Json = Record<string, unknown>;

/** The set an answer belongs to, as `odata.metadata` names it. */
function metadataUrl(value: { edmType: string; typeName: string }, write: WriteContext, element: boolean): string {
  const list = /^SP\.Data\.(.+?)(?:Item)$/.exec(value.typeName)?.[1];
  const set = list === undefined ? write.metadata.entitySet(value.edmType) : `SP.ListData.${list}Items`;
  return `${write.apiUrl}$metadata#${set}${element ? '/@Element' : ''}`;
}

/** One entity, as the whole answer. */
export function writeEntity(value: EntityValue, write: WriteContext): string {
  if (write.format === 'verbose') {
    return JSON.stringify({ d: verboseEntity(value, write) });
  }
  const head = write.format === 'minimalmetadata' ? { 'odata.metadata': metadataUrl(value, write, true) } : {};
  return JSON.stringify({ ...head, ...lightEntity(value, write) });
}

/** A collection of entities of one type, as the whole answer. */
export function writeCollection(
  values: EntityValue[], shape: { edmType: string; typeName: string }, next: string | undefined, write: WriteContext
): string {
  if (write.format === 'verbose') {
    return JSON.stringify({ d: { results: values.map((value) => verboseEntity(value, write)), ...(next ? { __next: next } : {}) } });
  }
  const head = write.format === 'minimalmetadata' ? { 'odata.metadata': metadataUrl(shape, write, false) } : {};
  const link = next ? { 'odata.nextLink': next } : {};
  return JSON.stringify({ ...head, ...link, value: values.map((value) => lightEntity(value, write)) });
}

/** A property or function result, as the whole answer; undefined is the answer of a function that returns nothing. */
export function writeValue(name: string, type: string, value: unknown, write: WriteContext): string {
  if (write.format === 'verbose') {
    return JSON.stringify({ d: { [name]: verboseValue(type, value) } });
  }
  const head = write.format === 'minimalmetadata' ? { 'odata.metadata': `${write.apiUrl}$metadata#${type}` } : {};
  if (value === undefined || value === null) {
    return JSON.stringify({ ...head, 'odata.null': true });
  }
  const isComplex = !type.startsWith('Edm.') && collectionOf(type) === undefined;
  return JSON.stringify(isComplex ? { ...head, ...(value as Json) } : { ...head, value });
}

function lightEntity(value: EntityValue, write: WriteContext): Json {
  const json: Json = {};
  const annotated = write.format === 'minimalmetadata';
  if (annotated) {
    json['odata.type'] = value.typeName;
    json['odata.id'] = value.id ?? write.apiUrl + value.path;
    if (value.eTag !== undefined && value.eTagInHeaderOnly !== true) {
      json['odata.etag'] = bodyETag(value.eTag);
    }
    if (value.path !== '') {
      json['odata.editLink'] = value.path;
    }
  }
  // Expanded ones come first, as in the recorded answers.
  for (const { name, value: inner } of value.navigations) {
    if (annotated) {
      json[`${name}@odata.navigationLinkUrl`] = `${value.path}/${name}`;
    }
    if (inner !== undefined) {
      json[name] = Array.isArray(inner) ? inner.map((one) => lightEntity(one, write)) : lightEntity(inner, write);
    }
  }
  for (const property of value.properties) {
    json[property.name] = property.value;
  }
  return json;
}

function verboseEntity(value: EntityValue, write: WriteContext): Json {
  const uri = write.apiUrl + value.path;
  const head = { id: value.id ?? uri, uri, ...(value.eTag === undefined || value.eTagInHeaderOnly === true ? {} : { etag: bodyETag(value.eTag) }), type: value.typeName };
  const json: Json = { __metadata: head };
  for (const name of value.defersAll ? write.metadata.navigations(value.edmType) : []) {
    json[name] = { __deferred: { uri: `${uri}/${name}` } };
  }
  for (const { name, value: inner } of value.navigations) {
    if (inner === undefined) {
      json[name] = { __deferred: { uri: `${uri}/${name}` } };
    } else {
      json[name] = Array.isArray(inner) ? { results: inner.map((one) => verboseEntity(one, write)) } : verboseEntity(inner, write);
    }
  }
  for (const property of value.properties) {
    json[property.name] = verboseValue(property.type, property.value);
  }
  return json;
}

function verboseValue(type: string, value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  const element = collectionOf(type);
  if (element !== undefined) {
    return { __metadata: { type }, results: Array.isArray(value) ? value.map((one: unknown) => verboseValue(element, one)) : [] };
  }
  return type.startsWith('Edm.') ? value : { __metadata: { type }, ...(value as Json) };
}

/** Bodies show the version only: the header's `"<guid>,3"` is `"3"` there. */
const bodyETag = (eTag: string): string => eTag.replace(/^"[^",]*,(\d+)"$/, '"$1"');
