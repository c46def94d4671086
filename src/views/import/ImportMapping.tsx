import * as React from 'react';
import { importFields, type ColumnMapping } from '../../documents/excel/columns';
import type { SheetIn } from '../../documents/excel/sheetIn';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** Which column is about what, as found; every choice can be corrected. */
export const ImportMapping: React.FC<{ sheet: SheetIn; mapping: ColumnMapping; onMapping: (mapping: ColumnMapping) => void }> = ({ sheet, mapping, onMapping }) => {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_each, index) => (mapping.headerRow === undefined ? '' : sheet.rows[mapping.headerRow][index]) || text('import.column', index + 1));
  return (
    <fieldset className={styles.choices} style={{ maxWidth: 'none' }}>
      <legend>{text('import.mapping')}</legend>
      <div className={styles.editorPair}>
        {importFields.map((field) => (
          <label key={field} className={styles.field}>{text(`import.field.${field}` as const)}
            <select className={styles.select} value={mapping.columns[field] ?? ''} onChange={(event) => {
              const columnsNow = { ...mapping.columns };
              delete columnsNow[field];
              onMapping({ ...mapping, columns: event.target.value === '' ? columnsNow : { ...columnsNow, [field]: Number(event.target.value) } });
            }}>
              <option value="">{text('import.noColumn')}</option>
              {columns.map((title, index) => <option key={index} value={index}>{title}</option>)}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
