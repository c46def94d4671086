import * as React from 'react';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** Grey lines where the table will stand, and a word for those who do not see them. */
export const Skeleton: React.FC = () => (
  <div role="status">
    <span className={styles.visuallyHidden}>{text('common.loading')}</span>
    {[60, 90, 75, 85, 70, 80].map((width) => <div key={width} className={styles.skeleton} style={{ width: `${width}%` }} aria-hidden="true" />)}
  </div>
);
