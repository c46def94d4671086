import * as React from 'react';
import type { TreatedMatter } from '../../plan/decisionHistory';
import type { FollowUp } from '../../plan/followUp';
import type { Meeting } from '../../plan/meeting';
import type { PlanRole } from '../../plan/planRoles';
import type { MonthRows, Rights } from '../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { LazyPart } from '../shared/lazy';
import { followUpLine } from '../shared/Matters';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './meetings.module.scss';
import { decisionKeyOf, followUpPlace } from './minutePlaces';
import { useMadeRow } from './useMadeRow';

const DecisionEditor = React.lazy(() => import(/* webpackChunkName: 'minutes' */ './DecisionEditor'));
const FollowUpForm = React.lazy(() => import(/* webpackChunkName: 'minutes' */ './FollowUpForm'));

interface MinuteProps {
  /** `waits`: it has not been sent. */
  matter: TreatedMatter & { waits?: boolean };
  meeting: Meeting;
  rights: Rights;
  roles: readonly PlanRole[];
  /** What it is about, where that is not plain from where it stands. */
  titles: readonly string[];
  choices: Pick<MonthRows, 'initiatives'> | undefined;
}

/** One decision: how it was disposed of, what was decided, and who does what by when. */
export const Minute: React.FC<MinuteProps> = ({ matter: { decision, followUps, waits = false }, meeting, rights, roles, titles, choices }) => {
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  const place = `decision-${decisionKeyOf(decision)}`;
  const newPlace = followUpPlace(decision);
  const adding = edited?.place === newPlace;
  const [made, onMade] = useMadeRow(`F-new:${decisionKeyOf(decision)}`, adding);
  if (edited?.place === place) {
    return <li className={styles.minute}><LazyPart><DecisionEditor meetingId={meeting.id} draftKey={`D${decision.id}`} decision={decision} choices={choices} mayFollowUp={rights.addFollowUps} /></LazyPart></li>;
  }
  return (
    <li className={styles.minute} data-place={place} data-cell="decision" tabIndex={-1}>
      <p className={styles.kind}>{text(`dec.${decision.kind}` as const)}{waits && <span className={sharedStyles.muted}> · {text('decision.waiting')}</span>}</p>
      <p className={`${styles.decision} ${sharedStyles.running}`}>{decision.text}</p>
      {titles.length > 0 && <p className={sharedStyles.muted}>{titles.join(' · ')}</p>}
      {decision.problems.map((problem) => <p key={problem.column} className={sharedStyles.notice}>{text('row.unreadable', problem.column, problem.found)}</p>)}
      <ul className={styles.followUps}>
        {followUps.filter(({ id }) => id !== made || waits).map((followUp, index) => <FollowUpLine key={followUp.id || `waits-${index}`} followUp={followUp} matter={{ decision, waits }} mayEdit={rights.editFollowUps && rights.editDecisions && !waits} roles={roles} />)}
      </ul>
      {adding && <LazyPart><FollowUpForm decision={decision} waits={waits} followUp={followUps.find(({ id }) => id === made)} roles={roles} onMade={onMade} /></LazyPart>}
      {!adding && (
        <p className={styles.actions}>
          {rights.editDecisions && !waits && <button type="button" className={sharedStyles.link} aria-label={`${text('decision.edit')}: ${decision.title}`} onClick={() => startEdit({ kind: 'decision', initiativeId: 0, place })}>{text('common.edit')}</button>}
          {rights.addFollowUps && rights.addDecisions && (
            <button type="button" className={sharedStyles.link} aria-label={`${text('meet.addAction')}: ${decision.title}`} data-place={newPlace} data-cell="followUp" onClick={() => startEdit({ kind: 'followUp', initiativeId: 0, place: newPlace })}>{text('meet.addAction')}</button>
          )}
        </p>
      )}
    </li>
  );
};

interface FollowUpLineProps {
  followUp: FollowUp;
  matter: Pick<MinuteProps['matter'], 'decision' | 'waits'>;
  mayEdit: boolean;
  roles: readonly PlanRole[];
}

const FollowUpLine: React.FC<FollowUpLineProps> = ({ followUp, matter: { decision, waits = false }, mayEdit, roles }) => {
  const { startEdit } = useEditing();
  const place = `followUp-${followUp.id}`;
  if (useEditedRow()?.place === place) {
    return <li><LazyPart><FollowUpForm decision={decision} waits={waits} followUp={followUp} roles={roles} /></LazyPart></li>;
  }
  return (
    <li data-place={place} data-cell="followUp" tabIndex={-1}>
      <strong>{text('act.title')}:</strong> {followUpLine(followUp)}{' '}
      {mayEdit && <button type="button" className={`${sharedStyles.quietLink} ${styles.notPrinted}`} aria-label={`${text('followUp.edit')}: ${followUp.title}`} onClick={() => startEdit({ kind: 'followUp', initiativeId: 0, place })}>{text('common.edit')}</button>}
    </li>
  );
};
