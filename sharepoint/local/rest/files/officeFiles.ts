import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { extensionOf } from '../items/place';

const officeExtensions = new Set(['docx', 'docm', 'dotx', 'pptx', 'pptm', 'potx', 'xlsx', 'xlsm', 'xltx']);
const customProperties = 'docProps/custom.xml';
const contentTypes = '[Content_Types].xml';
const relations = '_rels/.rels';

/**
 * SharePoint writes the columns of a library into Office files that arrive, so what is read back differs from what was
 * sent while its parts say the same. [A] Here that is one custom property, the content type, and a zip packed anew.
 * What is no Office file stays as it is.
 */
export function promoteProperties(name: string, bytes: Uint8Array, contentTypeId: string): Uint8Array {
  const parts = officeExtensions.has(extensionOf(name)) ? unzipped(bytes) : undefined;
  const types = parts?.[contentTypes];
  const rels = parts?.[relations];
  if (!parts || !types || !rels) {
    return bytes;
  }
  const known = parts[customProperties] !== undefined;
  const promoted: Zippable = {
    ...parts,
    [contentTypes]: known ? types : insert(
      types, '</Types>', '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    ),
    [relations]: known ? rels : insert(
      rels, '</Relationships>',
      '<Relationship Id="rIdSharePointProperties" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>'
    ),
    [customProperties]: withContentType(parts[customProperties], contentTypeId)
  };
  // A fixed time, so that the same file and content type always give the same bytes.
  return zipSync(promoted, { mtime: new Date(1980, 0, 1) });
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

const insert = (xml: Uint8Array, before: string, element: string): Uint8Array => strToU8(strFromU8(xml).replace(before, `${element}${before}`));

const empty = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>';

function withContentType(xml: Uint8Array | undefined, contentTypeId: string): Uint8Array {
  const text = xml === undefined ? empty : strFromU8(xml).replace(/<property\b[^>]*\bname="ContentTypeId"[\s\S]*?<\/property>/, '');
  const highest = Math.max(1, ...[...text.matchAll(/\bpid="(\d+)"/g)].map((match) => Number(match[1])));
  return insert(
    strToU8(text.replace(/<Properties\b([^>]*)\/>/, '<Properties$1></Properties>')), '</Properties>',
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${highest + 1}" name="ContentTypeId">` +
    `<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${contentTypeId}</vt:lpwstr></property>`
  );
}
