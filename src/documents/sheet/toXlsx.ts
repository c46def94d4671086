import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/universal';
import { toneColours } from '../model/documentModel';
import { looksLikeFormula, type SheetCell, type SheetColumn, type SheetTable } from './sheetTable';

/** The tables as an Excel workbook, a sheet each. Callers load this file lazily. */
export async function toXlsx(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(tables.map((table) => ({
    sheet: sheetName(table.name), columns: table.columns.map(({ width }) => ({ width })), stickyRowsCount: 1, orientation: 'landscape' as const, dateFormat: 'dd-mm-yyyy',
    data: [
      table.columns.map(({ title }): Cell => ({ value: title, fontWeight: 'bold', backgroundColor: '#F3F2F1', wrap: true, alignVertical: 'top' })),
      ...table.rows.map(({ cells, obsColumns }) => cells.map((cell, index) => cellOf(cell, table.columns[index], obsColumns.includes(index)))),
      ...(table.note ? [[{ value: table.note, type: String }]] : [])
    ]
  })), { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function cellOf(cell: SheetCell, { type }: SheetColumn, obs: boolean): Cell {
  const style: CellObject = { alignVertical: 'top', textColor: obs ? `#${toneColours.obs}` : undefined, fontWeight: obs ? 'bold' : undefined };
  if (cell === undefined || cell === '') {
    return null;
  }
  if (typeof cell === 'number') {
    return { ...style, value: cell, type: Number, format: Number.isInteger(cell) ? '#,##0' : '#,##0.00' };
  }
  if (type === 'day') {
    return { ...style, value: new Date(`${cell}T00:00:00Z`), type: Date };
  }
  // A string is never a formula in the file; the text format keeps it one when somebody edits the cell.
  return { ...style, value: shortened(cell), type: String, wrap: true, format: looksLikeFormula(cell) ? '@' : undefined };
}

/** Excel refuses a file with more in a cell. */
const longestCell = 32767;

function shortened(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}

/** Excel allows 31 characters, and not these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
