import type { CalendarDate } from '../../plan/calendar';

/** How a column is written: as text, as a number that can be summed, or as a day that can be sorted. */
export type SheetColumnType = 'text' | 'number' | 'day';

export interface SheetColumn {
  title: string;
  /** In characters. */
  width: number;
  type: SheetColumnType;
}

/** A number, a day `2025-03-26` or a text, as its column says; undefined is an empty cell. */
export type SheetCell = string | number | CalendarDate | undefined;

export interface SheetRow {
  cells: SheetCell[];
  /** Columns that stand in red: those that say OBS. Progress never does. */
  obsColumns: number[];
}

/** A table on its way to Excel or CSV. */
export interface SheetTable {
  name: string;
  columns: SheetColumn[];
  rows: SheetRow[];
  /** A sentence that must follow the numbers, below the last row. */
  note?: string;
}

/**
 * A text that a spreadsheet would run when it is typed or opened from CSV: it begins with a sign of a formula, also behind
 * spaces. A plain number is none.
 */
export function looksLikeFormula(text: string): boolean {
  return formula.test(text) && !plainNumber.test(text);
}

/** The full-width signs are read as the narrow ones in East Asian versions of Excel. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;
