import * as React from 'react';
import type { Duplicate, PreviewRow } from '../../documents/excel/importPreview';
import type { CellNote } from '../../documents/excel/readRow';
import type { LineOutcome } from '../../plan/ports/planImport';
import { writeProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface ImportRowsProps {
  rows: readonly PreviewRow[];
  chosen: ReadonlySet<number>;
  disabled: boolean;
  outcomes: ReadonlyMap<number, LineOutcome>;
  onChoose: (line: number, chosen: boolean) => void;
}

/** Notes stand beside the title, and below it where there is no room. */
const sideBySide: React.CSSProperties = { display: 'flex', flexWrap: 'wrap', gap: '2px 16px' };

/** Every line with what is wrong with it and what it is like, whether it is to be brought in, and afterwards how it went. */
export const ImportRows: React.FC<ImportRowsProps> = ({ rows, chosen, disabled, outcomes, onChoose }) => (
  <div className={styles.scroll} tabIndex={0} role="region" aria-label={text('import.preview')}>
    <table className={styles.facts} style={{ overflowWrap: 'anywhere', width: '100%' }}>
      <caption className={styles.visuallyHidden}>{text('import.preview')}</caption>
      <thead><tr><th scope="col">{text('import.bring')}</th><th scope="col">{text('import.field.title')} · {text('import.notes')}</th></tr></thead>
      <tbody>
        {rows.map(({ initiative, errors, warnings, duplicates }) => {
          const outcome = outcomes.get(initiative.line);
          return (
            <tr key={initiative.line}>
              <th scope="row" style={{ width: 1, whiteSpace: 'nowrap' }}><label><input type="checkbox" disabled={disabled || errors.length > 0} checked={chosen.has(initiative.line)} onChange={(event) => onChoose(initiative.line, event.target.checked)} /> {text('import.line', initiative.line)}</label></th>
              <td>
                <div style={sideBySide}>
                  <div style={{ flex: '1 1 180px' }}>{initiative.originalText} <div className={styles.muted}>{initiative.department}</div></div>
                  <div style={{ flex: '2 1 180px' }}>
                    {outcome && <div><strong>{text(`import.outcome.${outcome.kind}` as const)}</strong> {outcome.problem && writeProblemText(outcome.problem)}</div>}
                    {errors.map((note) => <div key={note.kind + note.field}><strong>{text('import.error')}</strong> {noteText(note)}</div>)}
                    {warnings.map((note) => <div key={note.kind + note.field}>{noteText(note)}</div>)}
                    {duplicates.map((each, index) => <div key={index}>{duplicateText(each)}</div>)}
                  </div>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

/** What there is to say of a row, in words: how it went, errors, warnings, what it is like. */
export function rowNotes({ errors, warnings, duplicates }: PreviewRow, outcome: LineOutcome | undefined): string[] {
  return [
    ...(outcome ? [[text(`import.outcome.${outcome.kind}` as const), outcome.problem && writeProblemText(outcome.problem)].filter(Boolean).join(' ')] : []),
    ...errors.map((note) => `${text('import.error')} ${noteText(note)}`), ...warnings.map(noteText), ...duplicates.map(duplicateText)
  ];
}

function noteText({ kind, field, found }: CellNote): string {
  return text(`import.note.${kind}` as const, text(`import.field.${field}` as const), found);
}

function duplicateText(duplicate: Duplicate): string {
  const how = text(`import.like.${duplicate.likeness}` as const);
  return 'line' in duplicate.with ? text('import.likeLine', how, duplicate.with.line) : text('import.likeExisting', how, duplicate.with.existing);
}
