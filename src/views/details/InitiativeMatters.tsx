import * as React from 'react';
import { mattersOfInitiative } from '../../plan/decisionHistory';
import { problemOf } from '../../plan/problem';
import { Matters } from '../shared/Matters';
import { useDecisions } from '../shared/meetingQueries';
import { readProblemText } from '../shared/problemText';
import { useSite } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** What meetings have decided on an initiative. */
export const InitiativeMatters: React.FC<{ ids: readonly number[] }> = ({ ids }) => {
  const decisions = useDecisions();
  const meetings = useSite().data?.meetings ?? [];
  if (decisions.error) {
    return <p role="alert" className={styles.notice}>{readProblemText(problemOf(decisions.error)).title} <button type="button" className={styles.link} onClick={() => { decisions.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>;
  }
  if (!decisions.data) {
    return <p role="status" className={styles.muted}>{text('common.loading')}</p>;
  }
  const matters = mattersOfInitiative(decisions.data, meetings, ids);
  return matters.length === 0 ? <p className={styles.muted}>{text('matters.none')}</p> : <Matters matters={matters} />;
};
