import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element as CAML needs it: order of children kept, text apart. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** The text of the element itself, as written. */
  text: string;
}

interface ParsedNode {
  [name: string]: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: false, preserveOrder: true, parseTagValue: false, parseAttributeValue: false, attributeNamePrefix: '', trimValues: false
});

/** The elements of a fragment; undefined when it is not well-formed. */
export function parseXml(xml: string): readonly XmlElement[] | undefined {
  const wrapped = `<Fragment>${xml.replace(/^\s*<\?xml[^>]*\?>/, '')}</Fragment>`;
  if (XMLValidator.validate(wrapped) !== true) {
    return undefined;
  }
  const [root] = parser.parse(wrapped) as ParsedNode[];
  return elementOf(root).children;
}

function elementOf(node: ParsedNode): XmlElement {
  const [name] = Object.keys(node).filter((key) => key !== ':@');
  const inner = node[name] as ParsedNode[];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: inner.filter((child) => !('#text' in child)).map(elementOf),
    text: inner.map((child) => ('#text' in child ? String(child['#text']) : '')).join('')
  };
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `TRUE`, in any case, or 1. */
export const isTrue = (text: string | undefined): boolean => /^(?:true|1|-1)$/i.test(text ?? '');
