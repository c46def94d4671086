import * as React from 'react';
import { todayIn } from '../../plan/overview';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { useEditing, type RowEdit } from '../editing/EditingProvider';
import { useInitiativeDetails } from '../shared/meetingQueries';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { InitiativeForm } from './InitiativeForm';
import { OrderList } from './OrderList';
import { PlanPanel } from './PlanPanel';

interface InitiativePanelProps {
  site: PlanSite;
  month: MonthRows;
  edit: RowEdit;
}

/** Where the plan is kept: an initiative with all its columns, or the order of them all. */
const InitiativePanel: React.FC<InitiativePanelProps> = ({ site, month, edit }) => {
  const { endEdit } = useEditing();
  const { now } = useServices();
  const id = edit.kind === 'order' || edit.initiativeId === 0 ? undefined : edit.initiativeId;
  const details = useInitiativeDetails(id);
  const form = { planYear: month.planYear, others: month.initiatives, today: todayIn(now(), site.timeZone), retiring: edit.field === 'retire' };
  return (
    <PlanPanel heading={text(edit.kind === 'order' ? 'ini.order' : id === undefined ? 'ini.new' : 'ini.edit')} onClose={endEdit}>
      {edit.kind === 'order' ? <OrderList initiatives={month.initiatives} /> : id === undefined || details.data
        ? <InitiativeForm {...form} initiative={details.data} />
        : details.error
          ? <p role="alert" className={styles.notice}>{readProblemText(problemOf(details.error)).title} <button type="button" className={styles.link} onClick={() => { details.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>
          : <p role="status" className={styles.muted}>{text('common.loading')}</p>}
    </PlanPanel>
  );
};

export default InitiativePanel;
