import * as React from 'react';
import { periodName, type Period } from '../../plan/period';
import type { StatusTexts } from '../../plan/statusReport';
import { ProgressMark } from '../shared/progress';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

/** A status as it was handed in, to be read beside the new one. */
export const LastStatus: React.FC<{ before: StatusTexts | undefined; period: Period | undefined }> = ({ before, period }) => {
  if (!period) {
    return null;
  }
  const name = periodName(period, locale());
  return (
    <>
      <h4>{text('status.last', name)}</h4>
      {before ? (
        <dl className={styles.lastStatus}>
          <div><dt>{text('status.progress')}</dt><dd>{before.progress ? <ProgressMark progress={before.progress} /> : '–'}{before.economyOutlook && <span className={styles.muted}> · {text('status.economy')}: {text(`eco.${before.economyOutlook}` as const)}</span>}</dd></div>
          <div><dt>{text('status.text')}</dt><dd className={styles.running}>{before.statusText}</dd></div>
          {before.nextSteps && <div><dt>{text('status.next')}</dt><dd className={styles.running}>{before.nextSteps}</dd></div>}
          {before.needsCoordination && <div><dt>{text('column.needs')}</dt><dd className={styles.running}>{before.coordinationText}</dd></div>}
        </dl>
      ) : <p className={styles.missing}>{text('status.notReceived')}</p>}
    </>
  );
};
