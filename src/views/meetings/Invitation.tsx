import * as React from 'react';
import { calendarFile, meetingEntry, outlookLink } from '../../documents/calendar/calendarFile';
import { dayName } from '../../plan/calendar';
import { corporateForum, type MeetingDetails } from '../../plan/meeting';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import type { Message } from '../../plan/rounds/messageLinks';
import { readAddress, writeAddress } from '../app/address';
import { MessageWays } from '../rounds/MessageWays';
import { usePeople } from '../rounds/roundQueries';
import { download, fileNameOf } from '../shared/download';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import styles from './meetings.module.scss';

interface InvitationProps {
  site: PlanSite;
  meeting: MeetingDetails;
  month: MonthRows;
}

/** The invitation of those who are called in: a text that is ready to send, and the day for their calendars. */
const Invitation: React.FC<InvitationProps> = ({ site, meeting, month }) => {
  const { now } = useServices();
  const people = usePeople(site.timeZone, meeting.invitedIds);
  const addresses = (people.data ?? []).flatMap(({ email }) => (email ? [email] : []));
  const focus = month.initiatives.filter(({ id }) => meeting.focusInitiativeIds.includes(id)).map(({ originalText }) => originalText);
  const page = linkTo(meeting.id);
  const entry = meetingEntry(meeting, focus, site.url, page, text);
  return (
    <section className={`${styles.section} ${styles.notPrinted}`} aria-labelledby="upl-invitation">
      <div className={styles.sectionHead}><h3 id="upl-invitation">{text('meetings.invitation')}</h3></div>
      <p className={sharedStyles.muted}>{text('meetings.invitationHelp')}</p>
      {people.error && <p role="alert" className={sharedStyles.notice}>{readProblemText(problemOf(people.error)).title}</p>}
      <MessageWays message={invitationOf(meeting, focus, addresses, page)} to={text('meetings.invitationTo')} note={people.isLoading || addresses.length > 0 ? undefined : text('meetings.noMail')} />
      <div className={sharedStyles.rowActions}>
        <a className={sharedStyles.link} href={outlookLink(entry)} target="_blank" rel="noopener noreferrer">{text('meetings.outlookEvent')}</a>
        <button type="button" className={sharedStyles.link} onClick={() => download(new Blob([calendarFile([entry], now().toISOString())], { type: 'text/calendar' }), fileNameOf([meeting.title], 'ics'))}>{text('meetings.icsFile')}</button>
      </div>
    </section>
  );
};

function invitationOf(meeting: MeetingDetails, focus: readonly string[], to: readonly string[], page: string): Message {
  const kind = meeting.forum === corporateForum ? 'inviteCorporate' : 'inviteBoard';
  const what = focus.length === 0 ? text('meetings.thePlan') : focus.map((title) => text('common.quoted', title)).join(', ');
  const body = (subject: string): string => text(`mail.${kind}.body` as const, subject, dayName(meeting.meetingDate, locale()), page);
  return { to, subject: text(kind === 'inviteCorporate' ? 'mail.inviteCorporate.subject' : 'mail.invite.subject', what), body: body(what), shortBody: body(text('meetings.thePlan')) };
}

/** The address of the meeting's page, on this page and without anybody's filters. */
function linkTo(meetingId: number): string {
  return `${window.location.origin}${window.location.pathname}${writeAddress({ ...readAddress(''), view: 'meetings', meeting: meetingId }, '')}`;
}

export default Invitation;
