import * as React from 'react';
import { dayName } from '../../plan/calendar';
import type { TreatedMatter } from '../../plan/decisionHistory';
import type { FollowUp } from '../../plan/followUp';
import { MeetingLink } from './MeetingLink';
import styles from './shared.module.scss';
import { locale, text } from './texts';

/** What meetings have decided on something, each with its follow-ups. */
export const Matters: React.FC<{ matters: readonly TreatedMatter[] }> = ({ matters }) => (
  <ul className={styles.matters}>
    {matters.map(({ decision, meeting, followUps }) => (
      <li key={decision.id}>
        <p className={styles.muted}>{meeting ? <MeetingLink meeting={meeting} className={styles.quietLink} /> : text('matters.meetingGone')} · {text(`dec.${decision.kind}` as const)}</p>
        <p className={styles.running}>{decision.text}</p>
        {followUps.map((followUp) => <p key={followUp.id} className={styles.muted}>{text('act.title')}: {followUpLine(followUp)}</p>)}
      </li>
    ))}
  </ul>
);

/** "Afklar krav · Fagchef, Ejendomme · frist 15. april 2025 · I gang". */
export function followUpLine({ title, responsibleRole, dueDate, state }: FollowUp): string {
  return [title, responsibleRole, dueDate && text('overview.deadlineOn', dayName(dueDate, locale())), text(`act.${state}` as const)].filter(Boolean).join(' · ');
}
