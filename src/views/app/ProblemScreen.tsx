import * as React from 'react';
import type { Problem } from '../../plan/problem';
import { Countdown } from '../shared/Countdown';
import { readProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface ProblemScreenProps {
  problem?: Problem;
  title?: string;
  help?: string;
  onRetry: () => void;
  /** Offered to whoever may make the lists, where they are missing or still empty. */
  onSetup?: () => void;
  /** Offered where the plan is still empty, to whoever may bring rows in. */
  onImport?: () => void;
}

/** A screen of its own for what stands in the way: never an empty list. A busy server is asked again when it said. */
export const ProblemScreen: React.FC<ProblemScreenProps> = ({ problem, title, help, onRetry, onSetup, onImport }) => {
  const words = problem ? readProblemText(problem) : { title: title ?? '', help: help ?? '' };
  const wait = problem?.kind === 'throttled' ? problem.seconds : undefined;
  return (
    <section className={`${styles.root} ${styles.problem}`} aria-labelledby="upl-problem">
      <h2 id="upl-problem">{words.title}</h2>
      <p>{words.help}</p>
      {wait !== undefined && <p><Countdown seconds={wait} words="err.throttled" onOver={onRetry} /></p>}
      <p>
        {onImport && <button type="button" className={styles.primaryButton} onClick={onImport}>{text('nav.import')}</button>}
        {onSetup && <button type="button" className={styles.primaryButton} onClick={onSetup}>{text('setup.open')}</button>}
        <button type="button" className={styles.button} onClick={onRetry}>{text('problem.retry')}</button>
      </p>
    </section>
  );
};
