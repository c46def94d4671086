import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import { meetingDateTrouble } from '../../plan/rounds/roundDates';
import styles from '../shared/shared.module.scss';
import { text, type TextKey } from '../shared/texts';

type Trouble = 'notADay' | 'closed' | 'deadline';

interface DateFieldProps {
  label: string;
  /** Where the label is already on the page. */
  labelHidden?: boolean;
  value: CalendarDate;
  /** What speaks against the day; a closed day is a warning, the others stop. */
  trouble: Trouble | undefined;
  disabled?: boolean;
  autoFocus?: boolean;
  onChange: (value: CalendarDate) => void;
}

/** A day, in the browser's own field: it is known to keyboards, screen readers and telephones. */
export const DateField: React.FC<DateFieldProps> = ({ label, labelHidden, value, trouble, disabled, autoFocus, onChange }) => {
  const id = React.useMemo(() => `upl-date-${Math.random().toString(36).slice(2)}`, []);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? styles.visuallyHidden : styles.fieldLabel}>{label}</label>
      <input
        id={id} type="date" className={styles.search} value={value} disabled={disabled} autoFocus={autoFocus} aria-describedby={trouble && !disabled ? `${id}-trouble` : undefined}
        aria-invalid={trouble !== undefined && trouble !== 'closed' && !disabled} onChange={(event) => onChange(event.target.value)}
      />
      {trouble && !disabled && <p id={`${id}-trouble`} className={styles.muted}>{text(`rounds.trouble.${trouble}` as TextKey)}</p>}
    </div>
  );
};

/** What speaks against a deadline; a closed day is only a warning. */
export function deadlineTrouble(deadline: CalendarDate, meetingDate: CalendarDate): Trouble | undefined {
  const trouble = meetingDateTrouble(deadline);
  return trouble !== 'notADay' && deadline >= meetingDate ? 'deadline' : trouble;
}
