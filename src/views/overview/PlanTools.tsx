import * as React from 'react';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { LazyPart } from '../shared/lazy';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

const InitiativePanel = React.lazy(() => import(/* webpackChunkName: 'initiativePanel' */ '../initiatives/InitiativePanel'));

/** For whoever keeps the plan: a new initiative, the order, and the panel that one is edited in. */
export const PlanTools: React.FC<{ site: PlanSite; month: MonthRows }> = ({ site, month }) => {
  const { startEdit } = useEditing();
  const edit = useEditedRow();
  const { addInitiatives, editInitiatives } = site.rights;
  if (!addInitiatives && !editInitiatives) {
    return null;
  }
  return (
    <div className={styles.planTools} role="group" aria-label={text('ini.tools')}>
      {addInitiatives && <button type="button" className={styles.button} data-place="new" data-cell="initiative" onClick={() => startEdit({ kind: 'initiative', initiativeId: 0, place: 'new' })}>{text('ini.new')}</button>}
      {editInitiatives && month.initiatives.length > 1 && <button type="button" className={styles.button} data-place="order" data-cell="order" onClick={() => startEdit({ kind: 'order', initiativeId: 0, place: 'order' })}>{text('ini.order')}</button>}
      {(edit?.kind === 'initiative' || edit?.kind === 'order') && <LazyPart><InitiativePanel site={site} month={month} edit={edit} /></LazyPart>}
    </div>
  );
};
