import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { OverviewRow } from '../../plan/overview';
import type { Period } from '../../plan/period';
import { useSinceLastOf } from '../sinceLast/useSinceLast';
import type { RowEdit } from './EditingProvider';
import StatusForm from './StatusForm';

interface StatusEditorProps {
  row: OverviewRow;
  edit: RowEdit;
  period: Period;
  timeZone: TimeZone;
}

/** The month's status, written in its row of the table. */
const StatusEditor: React.FC<StatusEditorProps> = ({ row: { initiative, report, editing }, edit, period, timeZone }) => (
  <StatusForm
    start={{ subject: { kind: 'initiative', id: initiative.id }, period, title: initiative.title, responsibleId: initiative.chiefId, responsibleRole: initiative.chiefRole }}
    report={report} onBehalfOf={editing === 'onBehalf' ? report?.responsibleRole || initiative.chiefRole : ''} timeZone={timeZone} focusOn={edit.field ?? 'progress'}
    before={useSinceLastOf(initiative.id)?.before}
  />
);

export default StatusEditor;
