import * as React from 'react';
import { periodName, type Period } from '../../plan/period';
import { meetingDateTrouble, type SuggestedMeeting } from '../../plan/rounds/roundDates';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { DateField } from './DateField';

interface MeetingSuggestionsProps {
  meetings: readonly SuggestedMeeting[];
  disabled: boolean;
  onChange: (period: Period, change: { date?: string; chosen?: boolean }) => void;
}

/** A suggested day a month, each to be changed or left out. */
export const MeetingSuggestions: React.FC<MeetingSuggestionsProps> = ({ meetings, disabled, onChange }) => (
  <ul className={styles.plainList}>
    {meetings.map(({ period, date, chosen }) => {
      const name = periodName(period, locale());
      return (
        <li key={period} className={styles.planLine}>
          <label><input type="checkbox" checked={chosen} disabled={disabled} onChange={(event) => onChange(period, { chosen: event.target.checked })} /> {text('rounds.planMonth', name)}</label>
          <DateField label={text('rounds.planDate', name)} labelHidden value={date} disabled={!chosen || disabled} trouble={meetingDateTrouble(date)} onChange={(value) => onChange(period, { date: value })} />
        </li>
      );
    })}
  </ul>
);
