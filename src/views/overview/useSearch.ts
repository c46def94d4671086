import * as React from 'react';
import { unstable_batchedUpdates } from 'react-dom';

/** Words being looked for, as far as they have come. */
export interface Search {
  typed: string;
  /** What the rows are chosen by: drawn after the key, so that a long table does not hold the keys back. */
  applied: string;
  type: (words: string) => void;
}

/** The address follows at most so often, in ms: some browsers refuse one that changes with every key. */
const pace = 400;

/** @param written the words that the address carries */
export function useSearch(written: string, write: (words: string) => void): Search {
  const [typed, type] = React.useState(written);
  const [applied, setApplied] = React.useState(written);
  const writing = React.useRef(write);
  writing.current = write;
  const writtenAt = React.useRef(-pace);
  React.useEffect(() => type(written), [written]);
  React.useEffect(() => {
    const wait = Math.max(0, writtenAt.current + pace - performance.now());
    const carry = (): void => {
      if (typed !== written) {
        writtenAt.current = performance.now();
        writing.current(typed);
      }
    };
    // The key is drawn first, the table after it; the address along with the table where it may follow at once.
    const timers = [setTimeout(() => unstable_batchedUpdates(() => {
      setApplied(typed);
      if (wait === 0) {
        carry();
      }
    }), 0)];
    if (wait > 0) {
      timers.push(setTimeout(carry, wait));
    }
    return () => timers.forEach(clearTimeout);
  }, [typed, written]);
  return { typed, applied, type };
}
