import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import type { Revision } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import { nextRevision } from '../../plan/record/monthRecord';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';
import { LockProgress } from './LockProgress';
import { RoleField } from './RoleField';
import { useLock } from './useLock';

interface CorrectPanelProps {
  site: PlanSite;
  planYear: string;
  meeting: Meeting;
  revisions: readonly Revision[];
  onMade: () => void;
}

/** A further revision of a locked month, with its reason. One that was interrupted is finished with the reason it began with. */
export const CorrectPanel: React.FC<CorrectPanelProps> = ({ site, planYear, meeting, revisions, onMade }) => {
  const [open, setOpen] = React.useState(false);
  const [role, setRole] = React.useState(text('documents.role.finance'));
  const [reason, setReason] = React.useState('');
  const run = useLock(site, () => { setReason(''); onMade(); });
  const running = run.step !== undefined;
  const newest = revisions[0];
  const next = newest && !newest.complete ? newest.name : nextRevision(newest?.name ?? '');
  return (
    <section className={styles.notPrinted} aria-label={text('documents.correct')}>
      <p className={styles.bar}><button type="button" className={sharedStyles.button} aria-expanded={open} onClick={() => setOpen(!open)}>{text('documents.correct')}</button></p>
      {open && (
        <div className={styles.panel}>
          <p>{text('documents.correct.help')}</p>
          <p>
            <label className={sharedStyles.inlineLabel}>{text('documents.correct.reason')}{' '}
              <textarea className={styles.reason} rows={2} maxLength={500} value={reason} disabled={running} onChange={(event) => setReason(event.target.value)} />
            </label>
          </p>
          <RoleField role={role} disabled={running} onChange={setRole} />
          <LockProgress run={run} />
          {!running && (
            <button
              type="button" className={sharedStyles.primaryButton} disabled={reason.trim() === '' || role.trim() === ''}
              onClick={() => run.start({ planYear, meetingId: meeting.id, madeBy: role.trim(), reason: reason.trim() })}
            >{text('documents.correct.start', next)}</button>
          )}
        </div>
      )}
    </section>
  );
};
