import * as React from 'react';
import { dayName, type CalendarDate } from '../../plan/calendar';
import type { Overview } from '../../plan/overview';
import type { Period } from '../../plan/period';
import { MonthPicker } from '../shared/MonthPicker';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

interface MonthHeaderProps {
  view: Overview;
  today: CalendarDate;
  onPeriod: (period: Period) => void;
}

/** The plan's name, the month with its round, and the way to other months. */
export const MonthHeader: React.FC<MonthHeaderProps> = ({ view, today, onPeriod }) => (
  <header className={styles.monthHeader}>
    <h2>{text('overview.heading', view.planYear)}</h2>
    <MonthPicker period={view.period} firstPeriod={view.firstPeriod} lastPeriod={view.lastPeriod} onPeriod={onPeriod} />
    <p className={styles.roundLine}>{roundLine(view, today)}</p>
  </header>
);

/** "Åben for status · frist 22. april · direktionsmøde 30. april · næste direktionsmøde 28. maj". */
export function roundLine({ meeting, round, nextMeeting }: Overview, today: CalendarDate): string {
  const day = (date: CalendarDate): string => dayName(date, locale(), date.slice(0, 4) !== today.slice(0, 4));
  const parts: string[] = [];
  if (!meeting) {
    parts.push(text('overview.noMeeting'));
  } else {
    parts.push(text(`round.${meeting.state}` as const));
    if (round?.statusDeadline) {
      parts.push(text('overview.deadlineOn', day(round.statusDeadline)));
    }
    parts.push(text('overview.meetingOn', day(meeting.meetingDate)));
  }
  if (nextMeeting && nextMeeting.id !== meeting?.id) {
    parts.push(text('overview.nextMeetingOn', day(nextMeeting.meetingDate)));
  }
  return parts.join(' · ');
}
