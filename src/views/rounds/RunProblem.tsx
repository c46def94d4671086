import * as React from 'react';
import type { Problem } from '../../plan/problem';
import { writeProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** What went wrong in a write here, in words. */
export const RunProblem: React.FC<{ problem: Problem | undefined; changedByOther?: boolean }> = ({ problem, changedByOther }) => {
  const words = problem ? writeProblemText(problem) : changedByOther ? text('rounds.changedByOther') : undefined;
  return words === undefined ? null : <p role="alert" className={styles.notice}>{words}</p>;
};
