import * as React from 'react';
import { lockSteps } from '../../plan/ports/annexStore';
import { readProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';
import type { LockRun } from './useLock';

/** The steps of a lock as they are done, and how it ended. */
export const LockProgress: React.FC<{ run: LockRun }> = ({ run: { step, outcome, stop } }) => (
  <>
    {step && (
      <>
        <ol className={styles.steps} role="status">
          {lockSteps.map((each) => (
            <li key={each} className={lockSteps.indexOf(each) < lockSteps.indexOf(step) ? styles.done : undefined} aria-current={each === step ? 'step' : undefined}>
              {lockSteps.indexOf(each) < lockSteps.indexOf(step) && '✓ '}{text(`documents.step.${each}` as const)}{each === step && ' …'}
            </li>
          ))}
        </ol>
        <button type="button" className={sharedStyles.button} onClick={stop}>{text('setup.stop')}</button>
      </>
    )}
    {outcome?.kind === 'locked' && <p role="status" className={sharedStyles.notice}>{text('documents.locked', outcome.revision)}</p>}
    {outcome?.kind === 'changed' && <p role="alert" className={sharedStyles.notice}>{text('documents.changed')}</p>}
    {outcome?.kind === 'interrupted' && (
      <p role="alert" className={sharedStyles.notice}>{outcome.problem && `${readProblemText(outcome.problem).title} `}{text('documents.interrupted', text(`documents.step.${outcome.step}` as const))}</p>
    )}
  </>
);
