import { alikeIn, plain, type ImportedInitiative, type Likeness, type TitleAndCode } from '../../plan/import/importedInitiative';
import type { ColumnMapping, ImportField } from './columns';
import { readRow, type CellNote, type ImportDefaults } from './readRow';
import type { SheetIn } from './sheetIn';

/** A row that is like another, in the sheet or in the plan. Shown, and never merged. */
export interface Duplicate {
  likeness: Likeness;
  /** Line of the other in the sheet, or its title in the plan. */
  with: { line: number } | { existing: string };
}

export interface PreviewRow {
  initiative: ImportedInitiative;
  /** What makes the row impossible to bring in. */
  errors: CellNote[];
  warnings: CellNote[];
  duplicates: Duplicate[];
  /** Whether it is proposed to be brought in: sound, and not there already by title and code. The person decides. */
  proposed: boolean;
}

/** What the sheet would put into the plan. Nothing is written by looking. */
export interface ImportPreview {
  rows: PreviewRow[];
  /** Every name that stands for a person, department or committee, once each. */
  people: string[];
  departments: string[];
  committees: string[];
}

/** Reads a sheet by a mapping. Empty lines are left out; every other line is shown, with what is wrong with it. */
export function importPreview(sheet: SheetIn, mapping: ColumnMapping, defaults: ImportDefaults, existing: readonly TitleAndCode[]): ImportPreview {
  const first = mapping.headerRow === undefined ? 0 : mapping.headerRow + 1;
  const used = Object.values(mapping.columns);
  const read = sheet.rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(first)
    .filter(({ cells }) => used.some((column) => (cells[column] ?? '') !== ''))
    .map(({ cells, line }) => readRow((field: ImportField) => cells[mapping.columns[field] ?? -1], line, defaults));
  const inPlan = alikeIn(existing);
  const inSheet = alikeIn(read.map(({ initiative }) => initiative));
  const rows = read.map(({ initiative, errors, warnings }): PreviewRow => {
    const duplicates: Duplicate[] = initiative.title === '' ? [] : [
      ...inPlan(initiative).map(({ other, likeness }) => ({ likeness, with: { existing: other.title } })),
      ...inSheet(initiative).filter(({ other }) => other !== initiative).map(({ other, likeness }) => ({ likeness, with: { line: other.line } }))
    ];
    const again = duplicates.some((each) => each.likeness === 'titleAndCode' && ('existing' in each.with || each.with.line < initiative.line));
    return { initiative, errors, warnings, duplicates, proposed: errors.length === 0 && !again };
  });
  const initiatives = rows.map(({ initiative }) => initiative);
  return {
    rows,
    people: distinct(initiatives.flatMap(({ director, chief, deputy }) => [director, chief, deputy])),
    departments: distinct(initiatives.map(({ department }) => department)),
    committees: distinct(initiatives.flatMap(({ committees }) => committees))
  };
}

/** Each name once, as it is written first. */
function distinct(names: readonly string[]): string[] {
  return Array.from(new Map(names.filter(Boolean).reverse().map((name) => [plain(name), name])).values()).reverse();
}
