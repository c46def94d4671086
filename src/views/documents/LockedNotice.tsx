import * as React from 'react';
import { instantName } from '../../plan/calendar';
import type { Overview } from '../../plan/overview';
import type { NewerRows } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import type { RecordProblem } from '../../plan/record/readRecord';
import { useAddress } from '../app/address';
import { useNewer } from '../shared/annexQueries';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

interface LockedNoticeProps {
  site: PlanSite;
  view: Pick<Overview, 'meeting'>;
  record: MonthRecord | undefined;
  unreadable: RecordProblem | undefined;
}

/** Says of a locked month where it comes from, what is newer, and where its papers are. */
const LockedNotice: React.FC<LockedNoticeProps> = ({ site, view: { meeting }, record, unreadable }) => {
  const [, changeAddress] = useAddress();
  const newer = useNewer(site.timeZone, record);
  if (!record) {
    return <p className={styles.notice}>{unreadable ? text('documents.unreadable', text(`documents.unreadable.${unreadable.kind}` as const)) : text('overview.lockedLive')}</p>;
  }
  return (
    <p className={styles.notice}>
      <RecordLine record={record} newer={newer} />{' '}
      <button type="button" className={styles.link} onClick={() => changeAddress({ view: 'documents', meeting: meeting?.id })}>{text('documents.heading')}</button>
    </p>
  );
};

/** "Vist, som direktionen fik det forelagt: revision A, 20. marts 2025 kl. 12.00 (Direktionssekretariatet)." */
export const RecordLine: React.FC<{ record: MonthRecord; newer: NewerRows | undefined }> = ({ record: { revision, reason, madeAt, madeBy, timeZone }, newer }) => (
  <>
    {text('documents.asShown', revision, instantName(madeAt, locale(), timeZone), madeBy)}
    {reason && ` ${text('doc.revision.reason', reason)}${/[.!?]$/.test(reason) ? '' : '.'}`}
    {newer && newer.statuses + newer.obsPoints > 0 && ` ${text('documents.newer', newerWords(newer))}`}
  </>
);

function newerWords({ statuses, obsPoints }: NewerRows): string {
  return [
    statuses > 0 && (statuses === 1 ? text('documents.newer.status') : text('documents.newer.statuses', statuses)),
    obsPoints > 0 && (obsPoints === 1 ? text('documents.newer.obs') : text('documents.newer.obsPoints', obsPoints))
  ].filter(Boolean).join(` ${text('common.and')} `);
}

export default LockedNotice;
