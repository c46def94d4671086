import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A Word file opened again, as far as the tests look at it. */
export interface DocxFile {
  title: string;
  language: string;
  pageSize: { width: number; height: number; orientation: string };
  footer: string;
  blocks: DocxBlock[];
  names: string[];
}

export interface DocxParagraph {
  kind: 'paragraph';
  style: string;
  listed: boolean;
  text: string;
  runs: { text: string; color: string }[];
}

export interface DocxTable {
  kind: 'table';
  /** Rows that are marked to be repeated on each page. */
  headerRows: number;
  /** `w:tblLook`: the first row and the first column are headers. */
  look: { firstRow: boolean; firstColumn: boolean };
  rows: DocxParagraph[][][];
}

export type DocxBlock = DocxParagraph | DocxTable;

interface Node { name: string; attributes: Record<string, string>; children: Node[]; text: string }

export function readDocx(bytes: Uint8Array): DocxFile {
  const files = unzipSync(bytes);
  const xml = (name: string): Node => parse(strFromU8(files[name]));
  const body = all(xml('word/document.xml'), 'w:body')[0];
  const size = all(body, 'w:pgSz')[0].attributes;
  const footer = Object.keys(files).find((name) => /^word\/footer\d*\.xml$/.test(name)) ?? '';
  return {
    names: Object.keys(files),
    title: textOf(all(xml('docProps/core.xml'), 'dc:title')[0]),
    language: all(all(xml('word/styles.xml'), 'w:docDefaults')[0], 'w:lang')[0].attributes['w:val'],
    pageSize: { width: Number(size['w:w']), height: Number(size['w:h']), orientation: size['w:orient'] ?? 'portrait' },
    footer: all(xml(footer), 'w:r').map((run) => all(run, 'w:instrText').map((field) => `[${textOf(field).trim()}]`).join('') + all(run, 'w:t').map(textOf).join('')).join(''),
    blocks: body.children.filter(({ name }) => name === 'w:p' || name === 'w:tbl').map((node) => (node.name === 'w:p' ? paragraphOf(node) : tableOf(node)))
  };
}

/** The headings of one style, in order. */
export function headingsOf(file: DocxFile, style: string): string[] {
  return file.blocks.flatMap((block) => (block.kind === 'paragraph' && block.style === style ? [block.text] : []));
}

export function tablesOf(file: DocxFile): DocxTable[] {
  return file.blocks.filter((block): block is DocxTable => block.kind === 'table');
}

/** What stands between a heading and the next heading of any level. */
export function under(file: DocxFile, heading: string): DocxBlock[] {
  const start = file.blocks.findIndex((block) => block.kind === 'paragraph' && block.style.startsWith('Heading') && block.text === heading);
  const rest = start < 0 ? [] : file.blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'paragraph' && block.style.startsWith('Heading'));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The text of a cell, its lines joined. */
export function cellText(cell: DocxParagraph[]): string {
  return cell.map(({ text }) => text).join('\n');
}

/** Every paragraph, also those in tables. */
export function paragraphsOf(file: DocxFile): DocxParagraph[] {
  return file.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flat(2)));
}

function tableOf(table: Node): DocxTable {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const look = all(table, 'w:tblLook')[0]?.attributes ?? {};
  return {
    kind: 'table',
    headerRows: rows.filter((row) => all(row, 'w:tblHeader').length > 0).length,
    look: { firstRow: isOn(look['w:firstRow']), firstColumn: isOn(look['w:firstColumn']) },
    rows: rows.map((row) => row.children.filter(({ name }) => name === 'w:tc').map((cell) => cell.children.filter(({ name }) => name === 'w:p').map(paragraphOf)))
  };
}

function paragraphOf(paragraph: Node): DocxParagraph {
  const runs = paragraph.children.filter(({ name }) => name === 'w:r').map((run) => ({
    text: all(run, 'w:t').map(textOf).join(''), color: all(run, 'w:color')[0]?.attributes['w:val'] ?? ''
  }));
  return {
    kind: 'paragraph', style: all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '', listed: all(paragraph, 'w:numPr').length > 0, text: runs.map(({ text }) => text).join(''), runs
  };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));
}

function textOf(node: Node): string {
  return node.text + node.children.map(textOf).join('');
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', trimValues: false, parseTagValue: false, parseAttributeValue: false, htmlEntities: true });

function parse(xml: string): Node {
  const nodeOf = (raw: Record<string, unknown>): Node => {
    const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
    const inner = raw[name];
    return {
      name, attributes: (raw[':@'] ?? {}) as Record<string, string>,
      children: Array.isArray(inner) ? inner.map((child) => nodeOf(child as Record<string, unknown>)) : [], text: Array.isArray(inner) ? '' : String(inner)
    };
  };
  return { name: '', attributes: {}, text: '', children: (parser.parse(xml) as Record<string, unknown>[]).map(nodeOf) };
}
