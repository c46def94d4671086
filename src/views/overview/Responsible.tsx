import * as React from 'react';
import { usePerson } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** The role; the person behind it is looked up when somebody asks. */
export const Responsible: React.FC<{ role: string; personId: number | undefined }> = ({ role, personId }) => {
  const [asked, setAsked] = React.useState(false);
  if (personId === undefined) {
    return <span>{role || text('responsible.none')}</span>;
  }
  return (
    <>
      <button type="button" className={styles.quietLink} aria-expanded={asked} title={text('responsible.show')} onClick={() => setAsked(!asked)}>{role || text('responsible.show')}</button>
      {asked && <PersonLine id={personId} />}
    </>
  );
};

const PersonLine: React.FC<{ id: number }> = ({ id }) => {
  const person = usePerson(id);
  return (
    <div className={styles.muted} role="status">
      {person.data ? <>{person.data.name}{person.data.email && <> · <a href={`mailto:${person.data.email}`}>{person.data.email}</a></>}</> : person.error ? text('responsible.unknown') : text('common.loading')}
    </div>
  );
};
