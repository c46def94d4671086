import * as React from 'react';
import styles from './shared.module.scss';

interface NameMappingProps {
  legend: string;
  /** The names as they are. */
  names: readonly string[];
  /** What they are called instead; a name that is not here stays. */
  mapped: Readonly<Record<string, string>>;
  /** Names to choose among. Another one can be typed. */
  known: readonly string[];
  labelOf: (name: string) => string;
  help?: string;
  /** What there is to say of a name as it is called now. */
  noteOf?: (name: string) => string | undefined;
  disabled?: boolean;
  onChange: (mapped: Record<string, string>) => void;
}

/** Old names and what they are to be called: a field each, with the name as it is in it. */
export const NameMapping: React.FC<NameMappingProps> = ({ legend, names, mapped, known, labelOf, help, noteOf, disabled, onChange }) => {
  const listId = React.useMemo(() => `upl-names-${Math.random().toString(36).slice(2)}`, []);
  if (names.length === 0) {
    return null;
  }
  return (
    <fieldset className={styles.nameMapping}>
      <legend>{legend}</legend>
      {help && <p className={styles.muted}>{help}</p>}
      <datalist id={listId}>{known.map((name) => <option key={name} value={name} />)}</datalist>
      {names.map((name) => (
        <label key={name}><span>{name} {noteOf?.(name) && <span className={styles.muted}>{noteOf(name)}</span>}</span>
          <input className={styles.search} list={listId} aria-label={labelOf(name)} value={mapped[name] ?? name} disabled={disabled} onChange={(event) => onChange({ ...mapped, [name]: event.target.value })} />
        </label>
      ))}
    </fieldset>
  );
};
