import { XMLParser, XMLBuilder } from 'fast-xml-parser';
import { invalidRequest } from '../http/errors';
import type { ViewRecord } from '../state/records';

const escapeXml = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const scopes = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];

/** The view as `ListViewXml` shows it. */
export function writeViewXml(view: ViewRecord, url: string): string {
  const scope = view.scope === 0 ? '' : ` Scope="${scopes[view.scope] ?? ''}"`;
  const isDefault = view.isDefault ? ' DefaultView="TRUE" MobileView="TRUE" MobileDefaultView="TRUE"' : '';
  return `<View Name="{${view.id.toUpperCase()}}"${isDefault} Type="${view.viewType}" DisplayName="${escapeXml(view.title)}" Url="${escapeXml(url)}" ` +
    `Level="1" BaseViewID="${view.baseViewId ?? '1'}" ContentTypeID="0x"${scope}>` +
    `<Query>${view.query}</Query><ViewFields>${view.fields.map((name) => `<FieldRef Name="${name}" />`).join('')}</ViewFields>` +
    `<RowLimit Paged="${view.paged ? 'TRUE' : 'FALSE'}">${view.rowLimit}</RowLimit>` +
    `${view.aggregations === undefined ? '' : `<Aggregations Value="On">${view.aggregations}</Aggregations>`}</View>`;
}

interface XmlNode {
  [name: string]: unknown;
}

const options = { ignoreAttributes: false, preserveOrder: true, parseTagValue: false, parseAttributeValue: false, attributeNamePrefix: '@' };

/**
 * What a `<View>` element says of columns, query and row limit.
 * @throws SharePointError 400 when it is no such element.
 */
export function parseViewXml(xml: string): Partial<ViewRecord> {
  let root: XmlNode | undefined;
  try {
    root = (new XMLParser(options).parse(xml) as XmlNode[]).find((node) => 'View' in node);
  } catch {
    root = undefined;
  }
  if (!root) {
    throw invalidRequest('The view XML is not valid.'); // [A]
  }
  const children = root.View as XmlNode[];
  const child = (name: string): XmlNode | undefined => children.find((node) => name in node);
  const inner = (name: string): string | undefined => {
    const found = child(name);
    return found === undefined ? undefined : String(new XMLBuilder({ ...options, suppressEmptyNode: true }).build(found[name] as XmlNode[]));
  };
  const attributes = (node: XmlNode | undefined): Record<string, string> => (node?.[':@'] ?? {}) as Record<string, string>;
  const rowLimit = inner('RowLimit');
  const fields = child('ViewFields');
  return {
    ...(inner('Query') === undefined ? {} : { query: inner('Query') ?? '' }),
    ...(fields === undefined ? {} : { fields: (fields.ViewFields as XmlNode[]).map((field) => attributes(field)['@Name']).filter((name) => name !== undefined) }),
    ...(rowLimit === undefined ? {} : { rowLimit: Number(rowLimit), paged: attributes(child('RowLimit'))['@Paged']?.toUpperCase() === 'TRUE' }),
    ...(inner('Aggregations') === undefined ? {} : { aggregations: inner('Aggregations') }),
    ...(attributes(root)['@Scope'] === undefined ? {} : { scope: Math.max(0, scopes.indexOf(attributes(root)['@Scope'])) })
  };
}
