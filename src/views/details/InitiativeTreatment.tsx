import * as React from 'react';
import type { Initiative } from '../../plan/initiative';
import { treatmentOfInitiative } from '../../plan/politicalTreatment';
import { Matters } from '../shared/Matters';
import { useDecisions } from '../shared/meetingQueries';
import { useSite } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** What ØK, KB and committees decided on an initiative, by itself or with the whole plan. What could not be read is said beside the board's decisions. */
export const InitiativeTreatment: React.FC<{ initiative: Initiative; before: readonly number[] }> = ({ initiative, before }) => {
  const decisions = useDecisions();
  const meetings = useSite().data?.meetings ?? [];
  if (!decisions.data) {
    return decisions.error ? null : <p role="status" className={styles.muted}>{text('common.loading')}</p>;
  }
  const matters = treatmentOfInitiative(decisions.data, meetings, initiative, before);
  return matters.length === 0 ? <p className={styles.muted}>{text('committees.notTreated')}</p> : <Matters matters={matters} />;
};
