import readExcelFile from 'read-excel-file/universal';
import { mostBytes, usable, type SheetsIn } from './sheetIn';

/**
 * Opens an Excel workbook. Formulas come as the values that Excel last computed; nothing is run. Callers load this file lazily.
 * @param bytes the file as it was chosen
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetsIn> {
  if (bytes.length > mostBytes) {
    return { kind: 'unreadable', reason: 'tooLarge' };
  }
  if (bytes.length === 0) {
    return { kind: 'unreadable', reason: 'empty' };
  }
  if (startsWith(bytes, oldOffice)) {
    return { kind: 'unreadable', reason: 'oldExcel' };
  }
  if (!startsWith(bytes, zip)) {
    return { kind: 'unreadable', reason: 'notExcel' };
  }
  try {
    const sheets = await readExcelFile(new Blob([bytes]));
    return usable(sheets.map(({ sheet, data }) => ({ name: sheet, rows: (data as unknown[][]).map((row) => row.map(asText)) })));
  } catch {
    // A zip that is cut short or holds no workbook: whatever the reader says of it, the person needs another file.
    return { kind: 'unreadable', reason: 'broken' };
  }
}

/** .xls, and an .xlsx with a password: both are the old container. */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b, 0x03, 0x04];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
