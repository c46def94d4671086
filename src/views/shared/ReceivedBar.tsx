import * as React from 'react';
import styles from './shared.module.scss';
import { text } from './texts';

interface ReceivedBarProps {
  expected: number;
  received: number;
}

/** How much of a round has come, as a bar and in words. */
export const ReceivedBar: React.FC<ReceivedBarProps> = ({ expected, received, children }) => {
  const words = text('overview.received', received, expected);
  return (
    <div className={styles.receivedBar}>
      <progress value={received} max={Math.max(expected, 1)} aria-label={words} />
      <span>{received >= expected && expected > 0 ? text('bar.all') : `${words} · ${text('overview.missing', expected - received)}`}</span>
      {children}
    </div>
  );
};
