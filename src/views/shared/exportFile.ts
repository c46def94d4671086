import { committeeSheet } from '../../documents/committee/committeeExtract';
import { economySheet, reconciliationSheet } from '../../documents/sheet/economyTables';
import { followUpSheet, obsSheet, overviewSheet } from '../../documents/sheet/tables';
import type { SheetTable } from '../../documents/sheet/sheetTable';
import { toCsv } from '../../documents/sheet/toCsv';
import { toXlsx } from '../../documents/sheet/toXlsx';
import { locale } from './texts';

/** Everything that a view needs to make a file of what it shows. Loaded when somebody asks for one. */
export const sheets = { committeeSheet, economySheet, followUpSheet, obsSheet, overviewSheet, reconciliationSheet };
export type Sheets = typeof sheets;

export type SheetFormat = 'xlsx' | 'csv';

const mediaTypes: Readonly<Record<SheetFormat, string>> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' };

/** The tables as a file: a workbook with a sheet each, or CSV, which holds the first alone. */
export async function sheetFile(tables: readonly SheetTable[], format: SheetFormat): Promise<Blob> {
  return new Blob([format === 'xlsx' ? await toXlsx(tables) : toCsv(tables[0], locale())], { type: mediaTypes[format] });
}
