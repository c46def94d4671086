import * as React from 'react';
import type { ObsInMonth } from '../../plan/overview';
import { ObsList } from './ObsList';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** OBS points on what the table does not show, such as strategic efforts: they stand above it. */
export const OtherObs: React.FC<{ points: readonly ObsInMonth[] }> = ({ points }) =>
  points.length === 0 ? null : (
    <section className={styles.otherObs} aria-label={text('overview.otherObs')}>
      <h3>{text('overview.otherObs')}</h3>
      <ObsList points={points} />
    </section>
  );
