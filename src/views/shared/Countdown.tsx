import * as React from 'react';
import { text, type TextKey } from './texts';

/** Seconds until something is tried again, seen but not read aloud each second. */
export const Countdown: React.FC<{ seconds: number; words: TextKey; onOver: () => void }> = ({ seconds, words, onOver }) => {
  const [left, setLeft] = React.useState(seconds);
  const over = React.useRef(onOver);
  over.current = onOver;
  React.useEffect(() => {
    if (left <= 0) {
      over.current();
      return undefined;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return <span role="timer">{text(words, left)}</span>;
};
