import * as React from 'react';
import type { Overview } from '../../plan/overview';
import { readAddress, useAddress, writeAddress } from '../app/address';
import { ReceivedBar } from '../shared/ReceivedBar';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface WhoIsMissingProps {
  view: Overview;
  /** Whoever keeps the rounds is led to where they can be asked. */
  mayAsk: boolean;
  onShowMissing: () => void;
}

/** So many roles are named; the rest are counted. */
const namedRoles = 3;

/** How much of the round has come, initiatives and efforts together, and whose has not. */
export const WhoIsMissing: React.FC<WhoIsMissingProps> = ({ view: { round, counts, rows, period }, mayAsk, onShowMissing }) => {
  const [, changeAddress] = useAddress();
  if (!round) {
    return null;
  }
  const roles = Array.from(new Set(rows.filter((row) => row.expected && !row.received).map(({ initiative, report }) => (report?.responsibleRole ?? '') || initiative.chiefRole)));
  const named = roles.slice(0, namedRoles).join(' · ');
  const who = roles.length > namedRoles ? `${named} ${text('bar.more', roles.length - namedRoles)}` : named;
  return (
    <ReceivedBar expected={counts.expected + counts.effortsExpected} received={counts.received + counts.effortsReceived}>
      {roles.length > 0 && <button type="button" className={styles.quietLink} onClick={onShowMissing}>{text('bar.missing', who)}</button>}
      {mayAsk && roles.length > 0 && (
        <a className={styles.link} href={writeAddress({ ...readAddress(''), view: 'rounds', period }, window.location.search)} onClick={(event) => {
          if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            changeAddress({ view: 'rounds', period });
          }
        }}>{text('bar.ask')}</a>
      )}
    </ReceivedBar>
  );
};
