import * as React from 'react';
import type { Progress } from '../../plan/statusReport';
import { ProgressIcon } from './icons';
import styles from './shared.module.scss';
import { text } from './texts';

/** The colour of each progress; not one of them is red. */
export const progressClass: Readonly<Record<Progress, string>> = {
  NotStarted: styles.notStarted, OnTrack: styles.onTrack, Attention: styles.attention, OffTrack: styles.offTrack, Paused: styles.paused, Completed: styles.completed
};

/** Progress as icon, word and a colour of its own. Never red: red is OBS. */
export const ProgressMark: React.FC<{ progress: Progress; icon?: boolean }> = ({ progress, icon = true }) => (
  <span className={`${styles.progress} ${progressClass[progress]}`}>
    {icon && <ProgressIcon progress={progress} />} {text(`prog.${progress}` as const)}
  </span>
);
