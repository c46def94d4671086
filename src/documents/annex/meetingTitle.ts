import { dayName } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';

/** The meeting's title, with its day where the title does not say it. */
export function meetingTitle({ title, meetingDate }: Meeting, locale: string): string {
  const day = dayName(meetingDate, locale);
  return title.includes(day) ? title : `${title} · ${day}`;
}
