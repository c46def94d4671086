import * as React from 'react';
import type { FoundPerson } from '../../plan/ports/planImport';
import { problemOf, type Problem } from '../../plan/problem';
import { DirectorySearch } from '../shared/DirectorySearch';
import { useInitiativeStore } from '../shared/meetingQueries';
import { writeProblemText } from '../shared/problemText';
import { usePerson } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface PersonFieldProps {
  label: string;
  personId: number | undefined;
  onChange: (personId: number | undefined) => void;
}

/** A person of the site, found in the directory by name or address. */
export const PersonField: React.FC<PersonFieldProps> = ({ label, personId, onChange }) => {
  const store = useInitiativeStore();
  const person = usePerson(personId);
  const [problem, setProblem] = React.useState<Problem>();
  const [picking, setPicking] = React.useState(false);
  // The button that was pressed is gone: the focus goes to what came in its place.
  const [justPicked, setJustPicked] = React.useState(false);
  // As it is when the answer comes: the form may have been written on meanwhile.
  const changed = React.useRef(onChange);
  changed.current = onChange;
  const pick = async (found: FoundPerson): Promise<void> => {
    setProblem(undefined);
    setPicking(true);
    try {
      const { id } = await (await store()).person(found);
      setJustPicked(true);
      changed.current(id);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setPicking(false);
  };
  const name = person.data?.name ?? (person.error ? text('responsible.unknown') : text('common.loading'));
  return (
    <div role="group" aria-label={label} className={styles.personField}>
      <span className={styles.fieldLabel} aria-hidden="true">{label}</span>
      {personId === undefined
        ? <DirectorySearch label={text('person.find', label)} placeholder={text('person.findPlaceholder')} kind="people" find={async (words) => (await store()).findPeople(words)} onPick={(found) => { pick(found).catch((error: unknown) => setProblem(problemOf(error))); }} describe={(found) => ({ key: found.loginName, name: found.name, detail: found.email ?? '' })} />
        : <p>{name} <button type="button" className={styles.link} autoFocus={justPicked} aria-label={text('person.remove', name)} onClick={() => onChange(undefined)}>{text('common.remove')}</button></p>}
      {picking && <p role="status" className={styles.muted}>{text('common.loading')}</p>}
      {problem && <p role="alert" className={styles.notice}>{writeProblemText(problem)}</p>}
    </div>
  );
};
