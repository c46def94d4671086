import * as React from 'react';
import { plain } from '../../plan/import/importedInitiative';
import type { FoundPerson, PersonMatch, PlanImport } from '../../plan/ports/planImport';
import { DirectorySearch } from '../shared/DirectorySearch';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface ImportPeopleProps {
  plan: PlanImport;
  /** Texts that are no one person for sure. */
  unresolved: readonly PersonMatch[];
  /** By the text as `plain` writes it. */
  picked: ReadonlyMap<string, FoundPerson>;
  disabled: boolean;
  onPick: (picked: ReadonlyMap<string, FoundPerson>) => void;
}

/** Whom a text of the sheet means, where that is not certain: one of those who might be meant, somebody found by name, or nobody. */
export const ImportPeople: React.FC<ImportPeopleProps> = ({ plan, unresolved, picked, disabled, onPick }) => {
  const pick = (words: string, person: FoundPerson | undefined): void => {
    const next = new Map(picked);
    next.delete(plain(words));
    onPick(person ? next.set(plain(words), person) : next);
  };
  return (
    <section aria-labelledby="upl-import-people">
      <h3 id="upl-import-people">{text('import.people')}</h3>
      <p className={styles.muted}>{text('import.peopleHelp')}</p>
      <ul className={styles.yearChoices}>
        {unresolved.map(({ text: words, candidates }) => {
          const person = picked.get(plain(words));
          return (
            <li key={words}>
              <div><strong>{words}</strong> {person
                ? <>{text('import.is', person.name)} <button type="button" className={styles.link} disabled={disabled} aria-label={text('person.remove', person.name)} onClick={() => pick(words, undefined)}>{text('common.remove')}</button></>
                : <span className={styles.muted}>{text('import.asRole')}</span>}</div>
              {!person && !disabled && (
                <>
                  {candidates.map((candidate) => <button key={candidate.loginName} type="button" className={styles.link} style={{ marginRight: 16 }} aria-label={text('import.means', words, candidate.name)} onClick={() => pick(words, candidate)}>{candidate.name}</button>)}
                  <DirectorySearch<FoundPerson> label={text('person.find', words)} placeholder={text('person.findPlaceholder')} kind="people" onPick={(found) => pick(words, found)} describe={({ loginName, name, email }) => ({ key: loginName, name, detail: email ?? '' })}
                    find={async (asked) => (await plan.findPeople([asked])).flatMap((match) => (match.person ? [match.person] : match.candidates))} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
