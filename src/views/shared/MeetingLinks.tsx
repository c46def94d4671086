import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import { MeetingLink } from './MeetingLink';
import styles from './shared.module.scss';

/** "I fokus: Direktionsmøde 26. marts 2025 · …"; nothing where there are no meetings. */
export const MeetingLinks: React.FC<{ label: string; meetings: readonly Meeting[] }> = ({ label, meetings }) => (meetings.length === 0 ? null : (
  <p className={styles.muted}>
    {label}: {meetings.map((meeting, index) => <React.Fragment key={meeting.id}>{index > 0 && ' · '}<MeetingLink meeting={meeting} className={styles.quietLink} /></React.Fragment>)}
  </p>
));
