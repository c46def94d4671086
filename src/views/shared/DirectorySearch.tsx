import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import { problemOf } from '../../plan/problem';
import { readProblemText } from './problemText';
import styles from './shared.module.scss';
import { text } from './texts';

interface DirectorySearchProps<Found> {
  label: string;
  placeholder: string;
  /** Tells searches of different kinds apart. */
  kind: string;
  find: (words: string) => Promise<Found[]>;
  onPick: (found: Found) => void;
  /** How one that was found is called, and what tells it from others of the name. */
  describe: (found: Found) => { key: string; name: string; detail: string };
}

const fewestLetters = 2;

/** Looks for somebody in the directory; what is found stands below as buttons. */
export function DirectorySearch<Found>({ label, placeholder, kind, find, onPick, describe }: DirectorySearchProps<Found>): React.ReactElement {
  const [typed, setTyped] = React.useState('');
  const [asked, setAsked] = React.useState('');
  React.useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const answer = useQuery(['directory', kind, asked], () => find(asked), { enabled: asked.length >= fewestLetters, staleTime: 60000 });
  const shown = asked.length >= fewestLetters ? answer.data : undefined;
  return (
    <div>
      <input type="search" className={styles.search} style={{ width: '100%', maxWidth: 320 }} aria-label={label} placeholder={placeholder} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div role="status">
        {answer.error && asked !== '' ? `${readProblemText(problemOf(answer.error)).title}.` : undefined}
        {shown && shown.length === 0 ? text('setup.foundNobody', asked) : undefined}
      </div>
      {shown && shown.length > 0 && (
        <ul className={styles.plainList}>
          {shown.map((found) => {
            const { key, name, detail } = describe(found);
            return (
              <li key={key}>
                <button type="button" className={styles.link} onClick={() => { onPick(found); setTyped(''); setAsked(''); }}>{name}</button> <span className={styles.muted}>{detail}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
