import * as React from 'react';
import type { MyStatus } from '../../plan/myStatus';
import { periodName } from '../../plan/period';
import { readAddress, writeAddress } from '../app/address';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

/** An empty list, why it is empty, and where else to go. */
export const NothingToDo: React.FC<{ view: MyStatus }> = ({ view }) => {
  const name = periodName(view.period, locale());
  const overview = writeAddress({ ...readAddress(''), view: 'overview', period: view.period }, window.location.search);
  return (
    <div className={styles.empty} role="status">
      <p><strong>{text(view.round ? 'my.nothing' : 'my.noRound', name)}</strong></p>
      <p>{text(view.round ? 'my.nothing.help' : 'my.noRound.help')}</p>
      <p><a className={styles.link} href={overview}>{text('my.toOverview', name)}</a></p>
    </div>
  );
};
