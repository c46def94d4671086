import * as React from 'react';
import type { Initiative } from '../../plan/initiative';
import { periodName, type Period } from '../../plan/period';
import type { Strategy } from '../../plan/strategy';
import type { StrategicEffort } from '../../plan/strategicEffort';
import { Icon } from '../shared/icons';
import { writeProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './strategy.module.scss';
import { couplingKey, useCoupling } from './useCoupling';

interface CouplingMatrixProps {
  view: Strategy;
  /** Those of the view's initiatives that are asked for. */
  initiatives: readonly Initiative[];
  period: Period;
  /** Cards instead of columns. */
  narrow: boolean;
}

/** Initiatives down, strategic efforts across. One real table; in a narrow place a card an initiative, its efforts by name. */
export const CouplingMatrix: React.FC<CouplingMatrixProps> = ({ view, initiatives, period, narrow }) => {
  const { couple, saving, problem } = useCoupling();
  const efforts = view.efforts.map(({ effort }) => effort);
  const cell = (effort: StrategicEffort, initiative: Initiative): React.ReactElement | null => {
    const coupled = effort.initiativeIds.includes(initiative.id);
    const words = <><span className={styles.cellName}>{effort.title}</span>{coupled && <Icon name="OnTrack" />}</>;
    if (view.mayEdit) {
      return (
        <button type="button" className={styles.cell} aria-pressed={coupled} aria-label={text('strategy.cell', initiative.title, effort.title)} disabled={saving === couplingKey(effort, initiative)}
          onClick={() => couple(effort, initiative, !coupled)}>{words}</button>
      );
    }
    return coupled ? <span className={styles.coupled}>{words}<span className={sharedStyles.visuallyHidden}>{text('strategy.coupled')}</span></span> : null;
  };
  return (
    <>
      {view.mayEdit && <p className={`${sharedStyles.muted} ${styles.notPrinted}`}>{text('strategy.matrix.help')}</p>}
      {problem && <p role="alert" className={sharedStyles.notice}>{writeProblemText(problem)}</p>}
      <table className={`${sharedStyles.table} ${styles.matrix} ${narrow ? styles.matrixNarrow : ''}`} role="table">
        <caption className={sharedStyles.visuallyHidden}>{text('strategy.matrix.caption', periodName(period, locale()))}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={styles.initiativeColumn}>{text('column.title')}</th>
            {efforts.map((effort) => <th key={effort.id} scope="col" role="columnheader">{effort.title}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {initiatives.map((initiative) => (
            <tr key={initiative.id} role="row">
              <th scope="row" role="rowheader">
                {initiative.originalText}
                {view.withoutEffort.includes(initiative) && <p className={styles.gap}><Icon name="Attention" /> {text('strategy.noEfforts')}</p>}
              </th>
              {efforts.map((effort) => <td key={effort.id} role="cell">{cell(effort, initiative)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
