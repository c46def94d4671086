import * as React from 'react';
import { isLocked, isRound, type Meeting } from '../../plan/meeting';
import { useAddress } from '../app/address';
import styles from './shared.module.scss';
import { text } from './texts';

/** From a round to its papers, and from a locked one to what the board was shown: one click each. */
export const PapersLinks: React.FC<{ meeting: Meeting }> = ({ meeting }) => {
  const [, changeAddress] = useAddress();
  const link = (label: string, to: Parameters<typeof changeAddress>[0]): React.ReactElement => (
    <button type="button" className={styles.link} aria-label={`${label}: ${meeting.title}`} onClick={() => changeAddress(to)}>{label}</button>
  );
  return isRound(meeting) ? (
    <>
      {isLocked(meeting) && link(text('rounds.shownToBoard'), { view: 'overview', period: meeting.period, meeting: undefined })}
      {link(text('nav.documents'), { view: 'documents', meeting: meeting.id })}
    </>
  ) : null;
};
