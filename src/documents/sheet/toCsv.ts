import Papa from 'papaparse';
import { looksLikeFormula, type SheetCell, type SheetTable } from './sheetTable';

/**
 * A table as CSV that Excel opens as it should: UTF-8 with a byte order mark, semicolons and decimal commas in Danish,
 * and an apostrophe before what would be run as a formula.
 */
export function toCsv(table: SheetTable, locale: string): string {
  const danish = locale.startsWith('da');
  const value = (cell: SheetCell): string => {
    if (typeof cell === 'number') {
      return danish ? String(cell).replace('.', ',') : String(cell);
    }
    return cell === undefined ? '' : looksLikeFormula(cell) ? `'${cell}` : cell;
  };
  const note = table.note ? [[table.note]] : [];
  const rows = [table.columns.map(({ title }) => title), ...table.rows.map(({ cells }) => cells), ...note].map((cells) => cells.map(value));
  return `\uFEFF${Papa.unparse(rows, { delimiter: danish ? ';' : ',', newline: '\r\n' })}\r\n`;
}
