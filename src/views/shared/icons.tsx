import * as React from 'react';
import type { Progress } from '../../plan/statusReport';
import styles from './shared.module.scss';

/** Small drawings of our own: a font of icons would have to be fetched from somewhere. All are decoration beside a word. */
const paths = {
  flag: 'M3 1v14h1.6v-5.2h8.9L11 5.9l2.5-3.9H4.6V1z',
  pencil: 'M11.3 1.6 2.6 10.3 1.5 14.5l4.2-1.1 8.7-8.7zM3.9 11l7.4-7.4 1.1 1.1L5 12.1z',
  expand: 'M5.5 2.5 11 8l-5.5 5.5-1.1-1.1L8.8 8 4.4 3.6z',
  ascending: 'M8 3 3 9h10z',
  descending: 'M8 13 3 7h10z',
  previous: 'M10.5 2.5 5 8l5.5 5.5 1.1-1.1L7.2 8l4.4-4.4z',
  grip: 'M5 3h2v2H5zM9 3h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 11h2v2H5zM9 11h2v2H9z',
  close: 'M3.4 2.3 8 6.9l4.6-4.6 1.1 1.1L9.1 8l4.6 4.6-1.1 1.1L8 9.1l-4.6 4.6-1.1-1.1L6.9 8 2.3 3.4z',
  help: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm.8 11H7.2v-1.6h1.6zm1.3-5.3c-.5.6-1.3.9-1.3 1.9v.4H7.2v-.6c0-1.5 1.3-1.9 1.7-2.5.5-.7.1-1.5-.9-1.5-.9 0-1.4.6-1.5 1.3H4.9C5 3.9 6.4 3 8.1 3c2.2 0 3.4 1.9 2 3.7z',
  NotStarted: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8z',
  OnTrack: 'M6.3 13 1.8 8.5 3 7.3l3.3 3.3L13 3.9l1.2 1.2z',
  Attention: 'M8 1.5 15 14H1z',
  OffTrack: 'M8 1l7 7-7 7-7-7z',
  Paused: 'M4 2h2.8v12H4zM9.2 2H12v12H9.2z',
  Completed: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z'
};

export type IconName = keyof typeof paths;

export const Icon: React.FC<{ name: IconName; turned?: boolean }> = ({ name, turned }) => (
  <svg className={styles.icon} viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false" style={turned ? { transform: 'rotate(90deg)' } : undefined}>
    <path d={paths[name]} fill="currentColor" />
  </svg>
);

/** The drawing itself, for those who put several in one picture; 16 units wide. */
export function iconPath(name: IconName): string {
  return paths[name];
}

export const ProgressIcon: React.FC<{ progress: Progress }> = ({ progress }) => <Icon name={progress} />;
