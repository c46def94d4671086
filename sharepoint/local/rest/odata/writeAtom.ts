import type { EntityValue } from './project';
import type { WriteContext } from './writeJson';

const namespaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
  'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function element(name: string, value: unknown, extra: string = ''): string {
  if (value === null || value === undefined) {
    return `<d:${name}${extra} m:null="true" />`;
  }
  if (Array.isArray(value)) {
    return `<d:${name}${extra}>${value.map((one: unknown) => element('element', one)).join('')}</d:${name}>`;
  }
  if (typeof value === 'object') {
    return `<d:${name}${extra}>${Object.entries(value).map(([key, inner]) => element(key, inner)).join('')}</d:${name}>`;
  }
  return `<d:${name}${extra}>${escapeXml(String(value))}</d:${name}>`;
}

function entry(value: EntityValue, write: WriteContext, attributes: string = ''): string {
  const eTag = value.eTag === undefined ? '' : ` m:etag="${escapeXml(value.eTag)}"`;
  const links = value.navigations.map(({ name, value: inner }) => {
    const content = inner === undefined ? '' : `<m:inline>${Array.isArray(inner)
      ? `<feed>${inner.map((one) => entry(one, write)).join('')}</feed>`
      : entry(inner, write)}</m:inline>`;
    return `<link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/${name}" title="${name}" href="${escapeXml(`${value.path}/${name}`)}">${content}</link>`;
  });
  return `<entry${attributes}${eTag}><id>${escapeXml(value.id ?? write.apiUrl + value.path)}</id>` +
    `<category term="${value.typeName}" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme" />` +
    `<link rel="edit" href="${escapeXml(value.path)}" />${links.join('')}<title /><content type="application/xml"><m:properties>` +
    `${value.properties.map((property) => element(property.name, property.value)).join('')}</m:properties></content></entry>`;
}

/** Atom, which SharePoint answers to whoever does not ask for JSON. */
export const writeAtom = {
  entity: (value: EntityValue, write: WriteContext): string => declaration + entry(value, write, ` xml:base="${write.apiUrl}" ${namespaces}`),
  collection: (values: EntityValue[], path: string, next: string | undefined, write: WriteContext): string =>
    `${declaration}<feed xml:base="${write.apiUrl}" ${namespaces}><id>${escapeXml(write.apiUrl + path)}</id><title />` +
    `${values.map((value) => entry(value, write)).join('')}${next === undefined ? '' : `<link rel="next" href="${escapeXml(next)}" />`}</feed>`,
  value: (name: string, value: unknown): string => declaration + element(name, value, ` ${namespaces.slice(namespaces.indexOf('xmlns:d'))}`),
  nothing: (name: string): string => declaration + element(name, null, ` ${namespaces.slice(namespaces.indexOf('xmlns:d'))}`)
};
