import * as React from 'react';
import { mattersOfInitiative } from '../../plan/decisionHistory';
import { isPolitical } from '../../plan/politicalTreatment';
import { problemOf } from '../../plan/problem';
import { Matters } from '../shared/Matters';
import { useDecisions, useFocus } from '../shared/meetingQueries';
import { MeetingLinks } from '../shared/MeetingLinks';
import { readProblemText } from '../shared/problemText';
import { useSite } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** The meetings that had an initiative in focus, under any of its ids, and what the administration's meetings have decided on it. */
export const InitiativeMatters: React.FC<{ ids: readonly number[] }> = ({ ids }) => {
  const decisions = useDecisions();
  const focus = useFocus();
  const meetings = useSite().data?.meetings ?? [];
  if (decisions.error) {
    return <p role="alert" className={styles.notice}>{readProblemText(problemOf(decisions.error)).title} <button type="button" className={styles.link} onClick={() => { decisions.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>;
  }
  if (!decisions.data) {
    return <p role="status" className={styles.muted}>{text('common.loading')}</p>;
  }
  const matters = mattersOfInitiative(decisions.data, meetings, ids).filter(({ meeting }) => !isPolitical(meeting));
  const inFocus = new Set((focus.data ?? []).filter(({ initiativeIds }) => initiativeIds.some((id) => ids.includes(id))).map(({ meetingId }) => meetingId));
  return (
    <>
      <MeetingLinks label={text('matters.inFocus')} meetings={meetings.filter(({ id, state }) => inFocus.has(id) && state !== 'Cancelled').sort((a, b) => b.meetingDate.localeCompare(a.meetingDate))} />
      {matters.length === 0 ? <p className={styles.muted}>{text('matters.none')}</p> : <Matters matters={matters} />}
    </>
  );
};
