import type { ImportedInitiative } from '../../plan/import/importedInitiative';
import { looksLikeCpr } from '../../plan/privacy';
import { readTitleText } from '../../plan/titleText';
import { looksLikeFormula } from '../sheet/sheetTable';
import type { ImportField } from './columns';
import { readDay, readFlag, readLifecycle, readMarks, readNames, readSource } from './values';

/** Something about a cell that the person should know before the row is brought in. */
export interface CellNote {
  kind: 'missing' | 'tooLong' | 'notUnderstood' | 'formula' | 'cpr' | 'codeDiffers' | 'endsBeforeStart';
  field: ImportField;
  /** What stands in the cell, shortened. */
  found: string;
}

/** What holds where the sheet has no column or an empty cell. */
export interface ImportDefaults {
  department: string;
  crossCutting: boolean;
}

export interface ReadRow {
  initiative: ImportedInitiative;
  errors: CellNote[];
  warnings: CellNote[];
}

/** What SharePoint's columns hold: single lines, and notes. */
const longestLine = 255;
const longestNote = 63000;
const notes: readonly ImportField[] = ['coordinatesWith', 'description', 'politicalBasis'];
const textFields = ['department', 'director', 'directorRole', 'chief', 'chiefRole', 'deputy', 'coordinatesWith', 'description', 'politicalBasis'] as const;

/** Reads one line of a sheet. Nothing is cut or guessed in silence: what cannot be kept is an error, what is left out a warning. */
export function readRow(cellOf: (field: ImportField) => string | undefined, line: number, defaults: ImportDefaults): ReadRow {
  const errors: CellNote[] = [];
  const warnings: CellNote[] = [];
  const note = (notesOf: CellNote[], kind: CellNote['kind'], field: ImportField, found: string): void => { notesOf.push({ kind, field, found: found.slice(0, 80) }); };
  const cell = (field: ImportField): string => cellOf(field) ?? '';
  const oneLine = (field: ImportField): string => cell(field).replace(/\s+/g, ' ');
  const value = <T>(field: ImportField, read: (text: string) => T | undefined): T | undefined => {
    const found = cell(field);
    const understood = found === '' ? undefined : read(found);
    if (found !== '' && understood === undefined) {
      note(warnings, 'notUnderstood', field, found);
    }
    return understood;
  };
  const text = Object.fromEntries(textFields.map((field) => [field, notes.includes(field) ? cell(field) : oneLine(field)])) as Record<(typeof textFields)[number], string>;
  const { original, title, code, marks } = readTitleText(cell('title'));
  const codeOfColumn = oneLine('code') || undefined;
  if (code !== undefined && codeOfColumn !== undefined && code !== codeOfColumn) {
    note(warnings, 'codeDiffers', 'code', codeOfColumn);
  }
  const startDate = value('startDate', readDay);
  const endDate = value('endDate', readDay);
  if (startDate !== undefined && endDate !== undefined && endDate < startDate) {
    note(warnings, 'endsBeforeStart', 'endDate', endDate);
  }
  const initiative: ImportedInitiative = {
    ...text, line, title, originalText: original, code: code ?? codeOfColumn, marks: marks.length > 0 ? marks : readMarks(cell('marks')), department: text.department || defaults.department.trim(),
    committees: readNames(cell('committees')), crossCutting: value('crossCutting', readFlag) ?? (cellOf('crossCutting') === undefined && defaults.crossCutting), highlighted: value('highlighted', readFlag) ?? false,
    lifecycle: value('lifecycle', readLifecycle) ?? 'Approved', source: value('source', readSource), startDate, endDate
  };
  (['title', 'department'] as const).filter((field) => initiative[field] === '').forEach((field) => note(errors, 'missing', field, ''));
  const written: [ImportField, string][] = [
    ['title', title], ['code', initiative.code ?? ''], ...initiative.committees.map((name): [ImportField, string] => ['committees', name]),
    ...textFields.map((field): [ImportField, string] => [field, initiative[field]])
  ];
  for (const [field, found] of written) {
    if (found.length > (notes.includes(field) ? longestNote : longestLine)) {
      note(errors, 'tooLong', field, found);
    }
    if (looksLikeFormula(found)) {
      note(warnings, 'formula', field, found);
    }
    if (looksLikeCpr(found)) {
      note(warnings, 'cpr', field, found);
    }
  }
  return { initiative, errors, warnings };
}
