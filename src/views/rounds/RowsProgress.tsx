import * as React from 'react';
import type { RowProgress } from '../../plan/ports/roundStore';
import { text } from '../shared/texts';

/** How far the making of rows has come, as a bar and in words. */
export const RowsProgress: React.FC<{ progress: RowProgress }> = ({ progress: { done, total } }) => (
  <p role="status"><progress value={done} max={total} aria-label={text('rounds.opening', done, total)} /> {text('rounds.opening', done, total)}</p>
);
