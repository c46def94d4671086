import * as React from 'react';
import type { MonthRows } from '../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './obs.module.scss';

const ObsEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/ObsEditor'));
const place = 'new-obs';

/** Raises a point that nothing suggests, on what the director chooses. */
export const NewObs: React.FC<{ month: MonthRows }> = ({ month }) => {
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  return (
    <div className={`${styles.section} ${styles.notPrinted}`}>
      {edited?.place === place
        ? <LazyPart><ObsEditor title={text('obs.wholePlan')} start={{ subjects: { initiativeIds: [] } }} draftName="plan" period={month.period} choices={month} /></LazyPart>
        : (
          <button type="button" className={sharedStyles.button} data-place={place} data-cell="obs" onClick={() => startEdit({ kind: 'obs', initiativeId: 0, place })}>
            <Icon name="flag" /> {text('obs.raiseOther')}
          </button>
        )}
    </div>
  );
};
