/** The forms in which an answer can be written. */
export type Format = 'nometadata' | 'minimalmetadata' | 'verbose' | 'atom';

/** `application/json` alone is minimalmetadata; no JSON asked for is Atom, as in SharePoint. */
export function formatOf(accept: string | undefined): Format {
  const wanted = (accept ?? '').toLowerCase();
  if (!wanted.includes('application/json')) {
    return 'atom';
  }
  const level = /odata(?:\.metadata)?\s*=\s*(\w+)/.exec(wanted)?.[1];
  if (level === 'verbose') {
    return 'verbose';
  }
  return level === 'nometadata' || level === 'none' ? 'nometadata' : 'minimalmetadata';
}

export function contentTypeOf(format: Format): string {
  if (format === 'atom') {
    return 'application/atom+xml;type=entry;charset=utf-8';
  }
  return format === 'verbose' ? 'application/json;odata=verbose;charset=utf-8' : `application/json;odata=${format};streaming=true;charset=utf-8`;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The error body in the asked format. */
export function writeError(format: Format, code: string, message: string): string {
  if (format === 'atom') {
    return '<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
      `<m:code>${escapeXml(code)}</m:code><m:message xml:lang="en-US">${escapeXml(message)}</m:message></m:error>`;
  }
  const error = { code, message: { lang: 'en-US', value: message } };
  return JSON.stringify(format === 'verbose' ? { error } : { 'odata.error': error });
}
