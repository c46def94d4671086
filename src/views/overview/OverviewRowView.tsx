import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { ObsInMonth, OverviewRow } from '../../plan/overview';
import type { Grouping } from '../../plan/overviewSelection';
import type { Period } from '../../plan/period';
import { unchangedMonthsToNotice } from '../../plan/sinceLast';
import { reportKeyOf, type StatusReport } from '../../plan/statusReport';
import { useEditing, type RowEdit } from '../editing/EditingProvider';
import { useQueuedEdits } from '../outbox/OutboxProvider';
import { ProgressStrip } from '../sinceLast/ProgressStrip';
import { SinceLastNote } from '../sinceLast/SinceLastNote';
import { useSinceLastOf } from '../sinceLast/useSinceLast';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import { ProgressMark } from '../shared/progress';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useNear } from '../shared/useNear';
import { ObsList } from './ObsList';
import { Responsible } from './Responsible';

const RowDetails = React.lazy(() => import(/* webpackChunkName: 'details' */ '../details/RowDetails'));
const StatusEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/StatusEditor'));
const ObsEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/ObsEditor'));

interface OverviewRowProps {
  row: OverviewRow;
  /** Where the row stands: with committees as headings an initiative stands in several places. */
  place: string;
  grouping: Grouping;
  open: boolean;
  locked: boolean;
  edit: RowEdit | undefined;
  mayRaiseObs: boolean;
  mayEditObs: boolean;
  timeZone: TimeZone;
  period: Period;
  /** It stands among the first, which are seen without scrolling. */
  first: boolean;
  onToggle: (initiativeId: number, open: boolean) => void;
}

/**
 * One initiative. Drawn again only when its own data change: typing in one row leaves five hundred others alone. Far from
 * sight it is its words alone; icons and what may be done to it come when it comes near.
 */
export const OverviewRowView = React.memo<OverviewRowProps>(({ row, place, grouping, open, edit, mayRaiseObs, mayEditObs, timeZone, period, first, onToggle }) => {
  const { initiative } = row;
  const [frame, near] = useNear<HTMLTableRowElement>(first);
  const { startEdit } = useEditing();
  const rest = initiative.originalText.startsWith(initiative.title) ? initiative.originalText.slice(initiative.title.length) : '';
  const writesStatus = edit?.kind === 'status';
  const obsActions = (obs: ObsInMonth): React.ReactNode =>
    mayEditObs && obs.point.state === 'Open' && !edit && (
      <p className={styles.rowActions}>
        <button type="button" className={styles.link} onClick={() => startEdit({ kind: 'obs', initiativeId: initiative.id, place, obsId: obs.point.id, closing: false })}>{text('obs.edit')}</button>
        <button type="button" className={styles.link} onClick={() => startEdit({ kind: 'obs', initiativeId: initiative.id, place, obsId: obs.point.id, closing: true })}>{text('obs.close')}</button>
      </p>
    );
  return (
    <>
      <tr ref={frame} role="row" className={row.obs.some((obs) => obs.open) ? styles.obsRow : undefined} data-initiative={initiative.id}>
        <th scope="row" role="rowheader" className={styles.titleCell} data-cell="obs" data-place={place} tabIndex={-1}>
          <button type="button" className={styles.expander} aria-expanded={open} aria-label={text(open ? 'row.close' : 'row.open', initiative.title)} onClick={() => onToggle(initiative.id, !open)}>
            {near && <Icon name="expand" turned={open} />}
          </button>
          <span className={styles.title}><strong>{rest ? initiative.title : initiative.originalText}</strong>{rest}</span>
          {initiative.problems.concat(row.report?.problems ?? []).map((problem) => (
            <p key={problem.column} className={styles.notice}>{text('row.unreadable', problem.column, problem.found)}</p>
          ))}
          {edit?.kind === 'obs' && edit.obsId !== undefined
            ? <LazyPart><ObsEditor title={initiative.title} point={row.obs.find((obs) => obs.point.id === edit.obsId)?.point} closing={edit.closing} period={period} /></LazyPart>
            : <ObsList points={row.obs} actions={obsActions} />}
          {edit?.kind === 'obs' && edit.obsId === undefined && (
            <LazyPart><ObsEditor title={initiative.title} start={{ subjects: { initiativeIds: [initiative.id] } }} draftName={`I${initiative.id}`} period={period} /></LazyPart>
          )}
          {mayRaiseObs && near && !edit && (
            <p className={`${styles.rowActions} ${styles.quietAction}`}>
              <button type="button" className={styles.link} data-edits="obs" aria-label={`${text('obs.raise')}: ${initiative.title}`} onClick={() => startEdit({ kind: 'obs', initiativeId: initiative.id, place, closing: false })}>
                <Icon name="flag" /> {text('obs.raise')}
              </button>
            </p>
          )}
        </th>
        <td role="cell" data-cell="responsible" data-label={text('column.responsible')} tabIndex={-1}>
          {grouping !== 'department' && <div>{initiative.department}</div>}
          <Responsible role={initiative.chiefRole} personId={initiative.chiefId} />
        </td>
        {writesStatus ? (
          <td role="cell" colSpan={4} className={styles.editorCell}>
            <LazyPart><StatusEditor row={row} edit={edit} period={period} timeZone={timeZone} /></LazyPart>
          </td>
        ) : <StatusCells row={row} place={place} period={period} near={near} />}
      </tr>
      {open && (
        <tr role="row" className={styles.detailsRow}>
          <td role="cell" colSpan={6}><LazyPart><RowDetails row={row} timeZone={timeZone} period={period} /></LazyPart></td>
        </tr>
      )}
    </>
  );
});
OverviewRowView.displayName = 'OverviewRowView';

/** The four cells of the month's status, or the word that it has not come. */
const StatusCells: React.FC<{ row: OverviewRow; place: string; period: Period; near: boolean }> = ({ row, place, period, near }) => {
  const { startEdit, hasDraft } = useEditing();
  const { report, received, editing, initiative } = row;
  const edit = (field: string): void => startEdit({ kind: 'status', initiativeId: initiative.id, place, field });
  const queued = useQueuedEdits().some((queuedEdit) => queuedEdit.key === reportKeyOf({ kind: 'initiative', id: initiative.id }, period));
  const draft = editing !== 'none' && (hasDraft(row) || queued || report?.state === 'Draft');
  const draftWords = text(queued ? 'row.queued' : hasDraft(row) ? 'draft.here' : 'status.state.Draft');
  const cell = (name: string, label: string, content: React.ReactNode, extra?: React.ReactNode): React.ReactElement => (
    <td role="cell" data-cell={name} data-place={place} data-label={label} tabIndex={-1} onDoubleClick={editing === 'own' ? () => edit(name) : undefined}>{content}{extra}</td>
  );
  const pencil = near && editing !== 'none' && (
    <p className={`${styles.rowActions} ${editing === 'onBehalf' && !draft ? styles.quietAction : ''}`}>
      {draft && <span className={styles.draft}>{draftWords}</span>}
      <button type="button" className={styles.link} data-edits="progress status nextSteps needs" onClick={(event) => edit(event.detail === 0 ? fieldOf(document.activeElement) : 'progress')}
        aria-label={`${text(editing === 'own' ? 'row.editStatus' : 'row.onBehalf')}: ${initiative.title}`}>
        <Icon name="pencil" /> {text(draft ? 'draft.continue' : editing === 'own' ? 'row.editStatus' : 'row.onBehalf')}
      </button>
    </p>
  );
  const strip = <ProgressStrip initiativeId={initiative.id} drawn={near} />;
  if (!received) {
    const words = row.expected ? (report?.state === 'NotReceived' ? text('status.state.NotReceived') : text('status.notReceived')) : text('status.notExpected');
    return (
      <>
        {cell('progress', text('column.progress'), <span className={styles.missing}>{words}</span>, <>{strip}{pencil}</>)}
        {cell('status', text('column.status'), null)}
        {cell('nextSteps', text('column.nextSteps'), null)}
        {cell('needs', text('column.needs'), null)}
      </>
    );
  }
  return (
    <>
      {cell('progress', text('column.progress'), report?.progress && <ProgressMark progress={report.progress} icon={near} />,
        <>{strip}{row.late && <p className={styles.muted}>{text('status.late')}</p>}{report?.onBehalfOf && <p className={styles.muted}>{text('status.onBehalfOf', report.onBehalfOf)}</p>}{pencil}</>)}
      {cell('status', text('column.status'), <p className={styles.running}>{report?.statusText}</p>, report && <RowSinceLast initiativeId={initiative.id} report={report} />)}
      {cell('nextSteps', text('column.nextSteps'), <p className={styles.running}>{report?.nextSteps}</p>)}
      {cell('needs', text('column.needs'), report?.needsCoordination ? <p className={styles.running}><strong>{text('needs.yes')}</strong> {report.coordinationText}</p> : null)}
    </>
  );
};

/** Whether the status says something new. The line stands from the start: nothing moves when it is known. */
const RowSinceLast: React.FC<{ initiativeId: number; report: StatusReport }> = ({ initiativeId, report }) => {
  const since = useSinceLastOf(initiativeId);
  return (
    <div className={styles.sinceLastLine}>
      {since?.before && <SinceLastNote before={since.before} after={report} />}
      {since && since.unchangedMonths >= unchangedMonthsToNotice && <p className={styles.sinceLast}>{text('sinceLast.unchangedMonths', since.unchangedMonths)}</p>}
    </div>
  );
};

/** The field that a cell in focus stands for; the first field when a button was pressed. */
function fieldOf(element: Element | null): string {
  return (element instanceof HTMLElement && element.dataset.cell) || 'progress';
}
