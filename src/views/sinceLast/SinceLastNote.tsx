import * as React from 'react';
import { isUnchanged } from '../../plan/sinceLast';
import type { StatusTexts } from '../../plan/statusReport';
import { LazyPart } from '../shared/lazy';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

const Differences = React.lazy(() => import(/* webpackChunkName: 'differences' */ './Differences'));

/**
 * Whether a status says something new, quietly; the words that came and went when asked for. In the table, in an
 * initiative's history, and below a form, where it follows what is typed.
 * @param before the previous round's status, received
 */
export const SinceLastNote: React.FC<{ before: StatusTexts; after: StatusTexts }> = ({ before, after }) => {
  const [shown, setShown] = React.useState(false);
  if (isUnchanged(before, after)) {
    return <p className={styles.sinceLast}>{text('overview.noChange')}</p>;
  }
  return (
    <>
      <p className={styles.sinceLast}>
        <button type="button" className={styles.quietLink} aria-expanded={shown} onClick={() => setShown(!shown)}>{text('overview.changedSince')}</button>
      </p>
      {shown && <LazyPart><Differences before={before} after={after} /></LazyPart>}
    </>
  );
};
