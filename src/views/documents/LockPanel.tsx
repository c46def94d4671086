import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import type { Revision } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import { lacksOf } from '../../plan/record/lacks';
import type { MonthRecord } from '../../plan/record/monthRecord';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';
import { LockProgress } from './LockProgress';
import { RoleField } from './RoleField';
import { useLock } from './useLock';

interface LockPanelProps {
  site: PlanSite;
  planYear: string;
  meeting: Meeting;
  /** As it would be filed now. */
  record: MonthRecord;
  /** What an interrupted run has left. */
  revisions: readonly Revision[];
}

/** "Lås runde og dan bilag": says what is missing, then does it. */
export const LockPanel: React.FC<LockPanelProps> = ({ site, planYear, meeting, record, revisions }) => {
  const [role, setRole] = React.useState(text('documents.role.finance'));
  const run = useLock(site);
  const { statuses, facts } = lacksOf(record);
  const running = run.step !== undefined;
  return (
    <section className={`${styles.panel} ${styles.notPrinted}`} aria-labelledby="upl-lock">
      <h3 id="upl-lock">{text('round.lock')}</h3>
      {statuses.length === 0
        ? <p>{text('documents.allIn')}</p>
        : <><p>{statuses.length === 1 ? text('documents.missingOne') : text('documents.missing', statuses.length)}</p><ul>{statuses.map(({ title, role: responsible }) => <li key={title}>{title} <span className={sharedStyles.muted}>{responsible}</span></li>)}</ul></>}
      {facts.length > 0 && <p>{text('documents.lacks', facts.map((fact) => text(factNames[fact])).join(', '))}</p>}
      <p>{text('documents.effect')}</p>
      {revisions.length > 0 && !run.outcome && !running && <p className={sharedStyles.notice}>{text('documents.interrupted', text('documents.step.documents'))}</p>}
      <RoleField role={role} disabled={running} onChange={setRole} />
      <LockProgress run={run} />
      {!running && (
        <button type="button" className={sharedStyles.primaryButton} disabled={role.trim() === ''} onClick={() => run.start({ planYear, meetingId: meeting.id, madeBy: role.trim(), reason: '' })}>
          {text(run.outcome?.kind === 'interrupted' || run.outcome?.kind === 'changed' ? 'setup.continue' : 'round.lock')}
        </button>
      )}
    </section>
  );
};

const factNames = { caseNumber: 'exp.caseNo', caseOwners: 'meet.caseOwner', presenters: 'meet.presenter' } as const;
