import * as React from 'react';
import styles from './shared.module.scss';

const AnnounceContext = React.createContext<(message: string) => void>(() => undefined);

/** A live region that reads out what happened: saved, filtered, refused. */
export const Announcer: React.FC = ({ children }) => {
  const [message, setMessage] = React.useState('');
  const announce = React.useCallback((next: string) => {
    // The same words twice would not be read again; a no-break space makes them different.
    setMessage((before) => (before === next ? `${next}\u00a0` : next));
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.visuallyHidden}>{message}</div>
    </AnnounceContext.Provider>
  );
};

export function useAnnounce(): (message: string) => void {
  return React.useContext(AnnounceContext);
}
