import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import type { PlanSetup, Principal } from '../../plan/ports/planSetup';
import { problemOf } from '../../plan/problem';
import { readProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface PrincipalSearchProps {
  label: string;
  find: PlanSetup['findPrincipals'];
  onPick: (principal: Principal) => void;
}

const fewestLetters = 2;

/** Looks for a person or a group of the directory; what is found stands below as buttons. */
export const PrincipalSearch: React.FC<PrincipalSearchProps> = ({ label, find, onPick }) => {
  const [typed, setTyped] = React.useState('');
  const [asked, setAsked] = React.useState('');
  React.useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const answer = useQuery(['setup', 'find', asked], () => find(asked), { enabled: asked.length >= fewestLetters, staleTime: 60000 });
  const shown = asked.length >= fewestLetters ? answer.data : undefined;
  return (
    <div>
      <input type="search" className={styles.search} aria-label={label} placeholder={text('setup.findPlaceholder')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div role="status">
        {answer.error && asked !== '' ? `${readProblemText(problemOf(answer.error)).title}.` : undefined}
        {shown && shown.length === 0 ? text('setup.foundNobody', asked) : undefined}
      </div>
      {shown && shown.length > 0 && (
        <ul className={styles.plainList}>
          {shown.map((principal) => (
            <li key={principal.loginName}>
              <button type="button" className={styles.link} onClick={() => { onPick(principal); setTyped(''); setAsked(''); }}>
                {principal.title}
              </button>{' '}
              <span className={styles.muted}>{text(`setup.kind.${principal.kind}` as const)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
