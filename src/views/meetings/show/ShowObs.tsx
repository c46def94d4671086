import * as React from 'react';
import { isOpenIn } from '../../../plan/obsPoint';
import type { ObsInMonth } from '../../../plan/overview';
import type { MonthRows } from '../../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../../editing/EditingProvider';
import { ObsList } from '../../overview/ObsList';
import { LazyPart } from '../../shared/lazy';
import { useMonth } from '../../shared/queries';
import sharedStyles from '../../shared/shared.module.scss';
import { text } from '../../shared/texts';
import styles from './show.module.scss';

const ObsEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../../editing/ObsEditor'));

/** An OBS point in red, with flag and word. */
export const ShowObs: React.FC<{ obs: ObsInMonth }> = ({ obs, children }) => <div className={styles.obs}><ObsList points={[obs]} />{children}</div>;

interface ObsToCloseProps {
  obs: ObsInMonth;
  month: MonthRows;
  mayClose: boolean;
}

/** An OBS point at its own step: a director closes it when it has been dealt with. What was filed stays; the point itself is the list's. */
export const ObsToClose: React.FC<ObsToCloseProps> = ({ obs, month: { planYear, period }, mayClose }) => {
  const { startEdit } = useEditing();
  const live = useMonth(planYear, period, mayClose).data?.obsPoints.find(({ id }) => id === obs.point.id) ?? obs.point;
  const place = `obs-${live.id}`;
  const closing = useEditedRow()?.place === place;
  return (
    <ShowObs obs={{ ...obs, open: isOpenIn(live, period) }}>
      {closing && <LazyPart><ObsEditor title={live.title} point={live} closing period={period} /></LazyPart>}
      {mayClose && live.state === 'Open' && !closing && (
        <p><button type="button" className={sharedStyles.button} data-place={place} data-cell="obs" onClick={() => startEdit({ kind: 'obs', initiativeId: 0, place, obsId: live.id, closing: true })}>{text('obs.close')}</button></p>
      )}
    </ShowObs>
  );
};
