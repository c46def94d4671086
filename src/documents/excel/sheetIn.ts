import Papa from 'papaparse';

/** A sheet as it came: every cell as text, days as `2025-03-26`. */
export interface SheetIn {
  name: string;
  rows: string[][];
}

/** Why something could not be read as a table. */
export type UnreadableReason = 'notExcel' | 'oldExcel' | 'broken' | 'tooLarge' | 'empty' | 'tooManyRows';

export type SheetsIn = { kind: 'sheets'; sheets: SheetIn[] } | { kind: 'unreadable'; reason: UnreadableReason };

/** More is no plan but a mistake, and would hold the page up. */
export const mostRows = 2000;
export const mostBytes = 10 * 1024 * 1024;

/** What was copied in a spreadsheet: tabs between cells, quotes around a cell with several lines. Plain lines are one column. */
export function readPasted(text: string): SheetsIn {
  return text.length > mostBytes ? { kind: 'unreadable', reason: 'tooLarge' } : usable([{ name: '', rows: delimited(text, '\t') }]);
}

/** The text of a .csv file: Excel writes it in UTF-8, in UTF-16, or in the letters of Windows, where æ, ø and å are single bytes. */
export function textIn(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A .csv file. Danish programs write semicolons, English ones commas: what the first line has most of. */
export function readCsv(text: string): SheetsIn {
  const plainText = text.replace(/^\uFEFF/, '');
  const firstLine = plainText.slice(0, plainText.search(/[\r\n]|$/));
  const [delimiter] = [';', ',', '\t'].sort((one, other) => firstLine.split(other).length - firstLine.split(one).length);
  return text.length > mostBytes ? { kind: 'unreadable', reason: 'tooLarge' } : usable([{ name: '', rows: delimited(plainText, delimiter) }]);
}

/** Trailing empty lines are nothing; a sheet with nothing at all is left out. */
export function usable(sheets: readonly SheetIn[]): SheetsIn {
  const filled = sheets.map(({ name, rows }) => ({ name, rows: rows.slice(0, lastFilled(rows) + 1).map((row) => row.map(cleaned)) })).filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) {
    return { kind: 'unreadable', reason: 'empty' };
  }
  // A long list elsewhere in the workbook is no hindrance.
  const short = filled.filter(({ rows }) => rows.length <= mostRows);
  return short.length === 0 ? { kind: 'unreadable', reason: 'tooManyRows' } : { kind: 'sheets', sheets: short };
}

function delimited(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter }).data;
}

function lastFilled(rows: readonly string[][]): number {
  for (let index = rows.length - 1; index >= 0; index--) {
    if (rows[index].some((cell) => cleaned(cell) !== '')) {
      return index;
    }
  }
  return -1;
}

/** Control characters and invisible spaces come along from other programs; lines within a cell stay. */
function cleaned(cell: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return cell.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF]/g, '').replace(/\u00A0/g, ' ').trim();
}
