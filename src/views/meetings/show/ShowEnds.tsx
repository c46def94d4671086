import * as React from 'react';
import { agenda } from '../../../plan/agenda';
import { dayName } from '../../../plan/calendar';
import { rolesOf, type MeetingDetails } from '../../../plan/meeting';
import { todayIn } from '../../../plan/overview';
import type { PlanSite } from '../../../plan/ports/planStore';
import { mayHold } from '../../../plan/rounds/rounds';
import { useServices } from '../../shared/services';
import { Icon } from '../../shared/icons';
import sharedStyles from '../../shared/shared.module.scss';
import { locale, text } from '../../shared/texts';
import { forumName } from '../forumName';
import { HoldMeeting } from '../HoldMeeting';
import type { ShownMeeting } from '../meetingWork';
import { Recommendation } from './Recommendation';
import styles from './show.module.scss';

/** The first step: who is here, what is recommended, and how the month stands. */
export const ShowOpening: React.FC<ShownMeeting> = ({ meeting, month, view, ...shown }) => {
  const { counts } = view;
  // Those that this meeting takes up, and not the other level's.
  const openObs = agenda(view, month, meeting).filter(({ part }) => part === 'obs').length;
  return (
    <>
      <p>{forumName(meeting.forum)} · {dayName(meeting.meetingDate, locale())}</p>
      <Recommendation {...shown} meeting={meeting} month={month} view={view} />
      <ul className={styles.counts}>
        <li><strong>{counts.received}</strong> {text('show.received', counts.expected)}</li>
        <li><strong>{counts.needsHelp}</strong> {text('show.needHelp')}</li>
        <li className={sharedStyles.obsColour}><Icon name="flag" /> <strong>{openObs}</strong> {text(openObs === 1 ? 'show.openObsOne' : 'show.openObs')}</li>
      </ul>
      <Roles name={text('meet.attending')} roles={rolesOf(meeting.attendingText)} />
      <Roles name={text('meetings.invited')} roles={rolesOf(meeting.invitedText)} />
    </>
  );
};

/** The last step: everything that was decided stands below; the meeting has been. */
export const ShowClosing: React.FC<{ site: PlanSite; meeting: MeetingDetails }> = ({ site, meeting }) => {
  const { now } = useServices();
  return (
    <>
      <p>{text('show.closingHelp')}</p>
      {site.rights.editMeetings && mayHold(meeting, todayIn(now(), site.timeZone)) && <p><HoldMeeting site={site} meeting={meeting} className={sharedStyles.primaryButton} /></p>}
      {meeting.state === 'Held' && <p>{text('meetings.held')}</p>}
    </>
  );
};

const Roles: React.FC<{ name: string; roles: readonly string[] }> = ({ name, roles }) => (roles.length === 0 ? null : <p><strong>{name}:</strong> {roles.join('; ')}</p>);
