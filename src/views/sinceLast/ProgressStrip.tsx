import * as React from 'react';
import { periodName } from '../../plan/period';
import { runsOf, type StripMonth } from '../../plan/sinceLast';
import { iconPath } from '../shared/icons';
import { progressClass } from '../shared/progress';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { useSinceLastOf } from './useSinceLast';

const step = 18;

/**
 * The last twelve months' progress of a row, each month its icon in its own colour, a dot where nothing was asked for; one sentence says the same to
 * those who do not see it. It takes its place before it is known, so that nothing moves when it comes.
 * @param drawn false: the row is far from sight, the sentence is enough
 */
export const ProgressStrip: React.FC<{ initiativeId: number; drawn: boolean }> = ({ initiativeId, drawn }) => {
  const strip = useSinceLastOf(initiativeId)?.strip;
  return <div className={styles.strip}>{strip !== undefined && strip.length > 0 && <Months strip={strip} drawn={drawn} />}</div>;
};

const Months: React.FC<{ strip: readonly StripMonth[]; drawn: boolean }> = React.memo(({ strip, drawn }) => {
  const sentence = sentenceOf(strip);
  return (
    <>
      <span className={styles.visuallyHidden}>{sentence}</span>
      {drawn && (
        <svg viewBox={`0 0 ${step * strip.length} 16`} width={strip.length * 10} height="9" aria-hidden="true" focusable="false">
          <title>{sentence}</title>
          <path className={styles.stripGap} d={strip.map(({ status }, index) => (status === 'none' ? `M${index * step + 7} 7h3v3h-3z` : '')).join('')} />
          {strip.map(({ period, status, progress }, index) => status !== 'none' && (
            <path key={period} d={progress ? iconPath(progress) : missing} transform={`translate(${index * step} 0)`} className={progress ? progressClass[progress] : styles.muted} fill="currentColor" />
          ))}
        </svg>
      )}
    </>
  );
});
Months.displayName = 'Months';

/** A short line: asked for, not received. */
const missing = 'M4 7h8v2H4z';

/** "Fremdrift de seneste 12 måneder: Følger planen januar 2025 til marts 2025, ikke modtaget april 2025." */
function sentenceOf(strip: readonly StripMonth[]): string {
  const runs = runsOf(strip).map(({ from, to, progress, received }) => {
    const words = progress ? text(`prog.${progress}` as const) : text(received ? 'strip.noProgress' : 'strip.notReceived');
    return from === to ? text('strip.month', words, periodName(from, locale())) : text('strip.months', words, periodName(from, locale()), periodName(to, locale()));
  });
  return text('strip.sentence', runs.length > 0 ? runs.join(', ') : text('strip.none'));
}
