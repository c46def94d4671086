import * as React from 'react';
import type { InitiativeEconomy } from '../../plan/economy';
import type { EconomyLine } from '../../plan/economyLine';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { Amount } from './Amount';
import styles from './economy.module.scss';

const LineEditor = React.lazy(() => import(/* webpackChunkName: 'lineEditor' */ './LineEditor'));

interface EconomyTableProps {
  rows: readonly InitiativeEconomy[];
  mayEdit: boolean;
  planYear: string;
  /** Marks that lines have, for those that are written. */
  marks: readonly string[];
  narrow: boolean;
}

const columns = 8;

/** Every initiative with its lines and their sum. Roles are written out: the narrow layout is not `display: table`. */
export const EconomyTable: React.FC<EconomyTableProps> = ({ rows, mayEdit, planYear, marks, narrow }) => (
  <table className={`${sharedStyles.table} ${styles.lines} ${narrow ? styles.cards : ''}`} role="table">
    <caption className={sharedStyles.visuallyHidden}>{text('economy.caption')}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader" className={styles.areaColumn}>{text('doc.economy.area')}</th>
        <th scope="col" role="columnheader">{text('ini.marks')}</th>
        <th scope="col" role="columnheader">{text('doc.year')}</th>
        <th scope="col" role="columnheader" className={styles.amount}>{text('doc.economy.planned')}</th>
        <th scope="col" role="columnheader" className={styles.amount}>{text('doc.economy.expected')}</th>
        <th scope="col" role="columnheader" className={styles.amount}>{text('doc.economy.realised')}</th>
        <th scope="col" role="columnheader" className={styles.priceColumn}>{text('doc.economy.priceLevel')}</th>
        {mayEdit && <th scope="col" role="columnheader"><span className={sharedStyles.visuallyHidden}>{text('common.edit')}</span></th>}
      </tr>
    </thead>
    {rows.map((row) => <InitiativeLines key={row.initiative.id} row={row} mayEdit={mayEdit} planYear={planYear} marks={marks} />)}
  </table>
);

const InitiativeLines: React.FC<Omit<EconomyTableProps, 'rows' | 'narrow'> & { row: InitiativeEconomy }> = ({ row: { initiative, lines, total }, mayEdit, planYear, marks }) => {
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  const newPlace = `line-new-${initiative.id}`;
  const last = lines[lines.length - 1];
  return (
    <tbody role="rowgroup">
      <tr role="row" className={sharedStyles.groupRow}>
        <th scope="rowgroup" role="rowheader" colSpan={mayEdit ? columns : columns - 1}>
          {initiative.originalText} <span className={sharedStyles.muted}>· {initiative.department}</span>
          {mayEdit && edited?.place !== newPlace && (
            <span className={styles.add} data-place={newPlace} data-cell="economyLine" tabIndex={-1}>
              <button type="button" className={sharedStyles.link} aria-label={`${text('economy.add')}: ${initiative.title}`} onClick={() => startEdit({ kind: 'economyLine', initiativeId: initiative.id, place: newPlace })}>{text('economy.add')}</button>
            </span>
          )}
        </th>
      </tr>
      {lines.map((line) => (
        edited?.place === `line-${line.id}`
          ? <EditorRow key={line.id}><LineEditor initiative={initiative} line={line} marks={marks} /></EditorRow>
          : <LineRow key={line.id} line={line} title={initiative.title} mayEdit={mayEdit} onEdit={() => startEdit({ kind: 'economyLine', initiativeId: initiative.id, place: `line-${line.id}` })} />
      ))}
      {edited?.place === newPlace && (
        <EditorRow><LineEditor initiative={initiative} start={{ budgetYear: planYear, area: last?.area ?? '', priceLevel: last?.priceLevel ?? '' }} marks={marks} /></EditorRow>
      )}
      {lines.length > 1 && (
        <tr role="row" className={styles.total}>
          <th scope="row" role="rowheader" aria-label={text('economy.totalOf', initiative.title)}>{text('economy.total')}</th><td role="cell" /><td role="cell" />
          <Amount value={total.planned} label={text('doc.economy.planned')} strong /><Amount value={total.expected} label={text('doc.economy.expected')} strong />
          <Amount value={total.realised} label={text('doc.economy.realised')} strong /><td role="cell" />{mayEdit && <td role="cell" />}
        </tr>
      )}
    </tbody>
  );
};

const EditorRow: React.FC = ({ children }) => <tr role="row"><td role="cell" colSpan={columns} className={sharedStyles.editorCell}><LazyPart>{children}</LazyPart></td></tr>;

const LineRow: React.FC<{ line: EconomyLine; title: string; mayEdit: boolean; onEdit: () => void }> = ({ line, title, mayEdit, onEdit }) => (
  <tr role="row">
    <th scope="row" role="rowheader" data-place={`line-${line.id}`} data-cell="economyLine" tabIndex={-1}>
      {line.area || line.title}
      {line.problems.map((problem) => <p key={problem.column} className={sharedStyles.notice}>{text('row.unreadable', problem.column, problem.found)}</p>)}
    </th>
    <td role="cell" data-label={text('ini.marks')}>{line.mark ? `(${line.mark})` : null}</td>
    <td role="cell" data-label={text('doc.year')}>{line.budgetYear}</td>
    <Amount value={line.planned} label={text('doc.economy.planned')} />
    <Amount value={line.expected} label={text('doc.economy.expected')} />
    <Amount value={line.realised} label={text('doc.economy.realised')} />
    <td role="cell" data-label={text('doc.economy.priceLevel')} className={styles.priceColumn}>{line.priceLevel || null}</td>
    {mayEdit && (
      <td role="cell">
        <button type="button" className={sharedStyles.link} aria-label={`${text('economy.edit')}: ${text('economy.lineOf', title, line.title)}`} onClick={onEdit}><Icon name="pencil" /> {text('common.edit')}</button>
      </td>
    )}
  </tr>
);
