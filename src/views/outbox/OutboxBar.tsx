import * as React from 'react';
import { Countdown } from '../shared/Countdown';
import { LazyPart } from '../shared/lazy';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useOutbox, useOutboxLine, useQueuedEdits } from './OutboxProvider';

const OutboxPanel = React.lazy(() => import(/* webpackChunkName: 'outbox' */ './OutboxPanel'));

/** Above every view: what has not been sent, why, and the way to it. Nothing when nothing waits. */
export const OutboxBar: React.FC = () => {
  const edits = useQueuedEdits();
  const { sending, stop, unkept } = useOutboxLine();
  const { sendNow } = useOutbox();
  const [open, setOpen] = React.useState(false);
  if (edits.length === 0) {
    return null;
  }
  const waiting = edits.filter(({ state }) => state === 'waiting').length;
  const toChoose = edits.length - waiting;
  return (
    <section className={`${styles.root} ${styles.outbox}`} aria-label={text('outbox.heading')}>
      <p>
        {waiting > 0 && <strong>{waiting === 1 ? text('outbox.waitingOne') : text('outbox.waiting', waiting)}</strong>}{' '}
        {toChoose > 0 && <strong>{toChoose === 1 ? text('outbox.toChooseOne') : text('outbox.toChoose', toChoose)}</strong>}{' '}
        {waiting > 0 && (sending ? text('outbox.sending') : stop?.kind === 'throttled' ? <Countdown key={stop.seconds} seconds={stop.seconds} words="err.throttled" onOver={() => undefined} /> : text(stop?.kind === 'signedOut' ? 'outbox.signedOut' : 'outbox.offline'))}
      </p>
      {unkept && <p role="alert">{text('outbox.notKept')}</p>}
      <p className={styles.editorButtons}>
        <button type="button" className={styles.button} aria-expanded={open} onClick={() => setOpen(!open)}>{text(open ? 'outbox.hide' : 'outbox.show')}</button>
        {waiting > 0 && <button type="button" className={styles.button} disabled={sending} onClick={sendNow}>{text('outbox.send')}</button>}
      </p>
      {open && <LazyPart><OutboxPanel /></LazyPart>}
    </section>
  );
};
