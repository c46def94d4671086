import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import type { MyStatus, MyStatusItem } from '../../plan/myStatus';
import type { NewStatus, PlanSite } from '../../plan/ports/planStore';
import type { StatusReport } from '../../plan/statusReport';
import { useQueuedEdits } from '../outbox/OutboxProvider';
import { LazyPart } from '../shared/lazy';
import { writeProblemText } from '../shared/problemText';
import { ProgressMark } from '../shared/progress';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { FollowUpLine } from './FollowUpLine';
import { LastStatus } from './LastStatus';
import { useConfirm } from './useConfirm';

const StatusForm = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/StatusForm'));

interface MyStatusEntryProps {
  item: MyStatusItem;
  site: PlanSite;
  view: MyStatus;
  today: CalendarDate;
  open: boolean;
  /** Opened by the person, so that the focus goes along. */
  takesFocus: boolean;
  /** "2 af 6". */
  position: string;
  onOpen: () => void;
  onStep: ((by: 1 | -1) => void) | undefined;
  onSubmitted: () => void;
  onConfirmed: () => void;
}

/** One subject: closed a line, open the form with last time's status beside it. */
export const MyStatusEntry: React.FC<MyStatusEntryProps> = ({ item, site, view, today, open, takesFocus, position, onOpen, onStep, onSubmitted, onConfirmed }) => {
  const { report, editing } = item;
  const start: NewStatus = { subject: item.subject, period: view.period, title: item.title, responsibleId: item.responsibleId, responsibleRole: item.responsibleRole };
  const queued = useQueuedEdits().find(({ key }) => key === item.reportKey);
  // Whoever has begun to write has something to say: then the text of last time is a start, and no more a confirmation.
  const untouched = !queued && editing !== 'none' && item.mayConfirm && (report === undefined || report.state === 'Missing');
  const confirm = useConfirm({ start, report, texts: untouched ? item.before : undefined, onConfirmed, onOthers: () => { if (!open) { onOpen(); } } });
  const entry = React.useRef<HTMLLIElement>(null);
  React.useEffect(() => {
    if (open && takesFocus) {
      entry.current?.querySelector<HTMLElement>('[data-first]')?.focus();
      entry.current?.scrollIntoView?.({ block: 'nearest' });
    }
    // Only when it opens: later the focus is the writer's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const confirmButton = untouched && (
    <button type="button" className={open ? styles.primaryButton : styles.button} data-first={open} disabled={confirm.saving} aria-label={`${text('status.confirmUnchanged')}: ${item.title}`} onClick={confirm.run}>
      {confirm.saving ? text('save.saving') : text('status.confirmUnchanged')}
    </button>
  );
  return (
    <li ref={entry} className={styles.myStatusEntry}>
      <div className={styles.myStatusHead}>
        <h3>
          <button type="button" className={styles.link} aria-expanded={open} data-place={item.reportKey} data-cell="progress" onClick={onOpen}>{item.originalText}</button>
        </h3>
        <span className={styles.muted}>{position} · {text(queued ? `outbox.state.${queued.state}` as const : stateKey(item))}{item.late && ` · ${text('status.late')}`}{item.subject.kind === 'effort' && ` · ${text('my.effort')}`}</span>
        {item.received && report?.progress && <ProgressMark progress={report.progress} />}
        {!open && confirmButton}
      </div>
      {confirm.problem && <p role="alert" className={styles.notice}>{writeProblemText(confirm.problem)}</p>}
      {open && (
        <div className={styles.myStatusBody}>
          <div>
            <LastStatus before={item.before} period={view.previousPeriod} />
            {confirmButton && <p>{confirmButton}</p>}
            {item.decisions.length > 0 && (
              <>
                <h4>{text('my.decisions')}</h4>
                <ul className={styles.plainList}>{item.decisions.map((decision) => <li key={decision.id} className={styles.running}>{text(`dec.${decision.kind}` as const)}: {decision.text}</li>)}</ul>
              </>
            )}
            {item.followUps.length > 0 && (
              <>
                <h4>{text('act.title')}</h4>
                <ul className={styles.plainList}>{item.followUps.map((followUp) => <FollowUpLine key={followUp.id} followUp={followUp} today={today} mayEdit={site.rights.editFollowUps} />)}</ul>
              </>
            )}
          </div>
          <div>
            {editing === 'none' ? <ReadOnly report={report} /> : (
              <LazyPart>
                <StatusForm start={start} report={report} onBehalfOf="" timeZone={site.timeZone} focusOn={takesFocus && !untouched ? 'progress' : undefined} before={item.before} onHandedIn={onSubmitted} />
              </LazyPart>
            )}
            {onStep && (
              <p className={styles.rowActions}>
                <button type="button" className={styles.link} onClick={() => onStep(-1)}>{text('my.previous')}</button>
                <button type="button" className={styles.link} onClick={() => onStep(1)}>{text('my.next')}</button>
              </p>
            )}
          </div>
        </div>
      )}
    </li>
  );
};

const ReadOnly: React.FC<{ report: StatusReport | undefined }> = ({ report }) => (
  report?.state === 'Submitted' ? <LastStatus before={report} period={report.period} /> : <p className={styles.missing}>{text('status.notReceived')}</p>
);

function stateKey({ report, received }: MyStatusItem): 'status.state.Submitted' | 'status.state.Draft' | 'status.state.NotReceived' | 'status.state.Missing' {
  return received ? 'status.state.Submitted' : report?.state === 'Draft' ? 'status.state.Draft' : report?.state === 'NotReceived' ? 'status.state.NotReceived' : 'status.state.Missing';
}
