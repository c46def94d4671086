import * as React from 'react';
import { agenda } from '../../plan/agenda';
import { dayName } from '../../plan/calendar';
import { unwrittenDecision } from '../../plan/decision';
import { isLocked, isRound } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import { periodName } from '../../plan/period';
import { isPolitical } from '../../plan/politicalTreatment';
import { mayHold } from '../../plan/rounds/rounds';
import { useAddress } from '../app/address';
import { LazyPart } from '../shared/lazy';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { forumName } from './forumName';
import { HoldMeeting } from './HoldMeeting';
import { MeetingLink } from '../shared/MeetingLink';
import styles from './meetings.module.scss';
import { meetingSections, MeetingSection } from './MeetingSection';
import type { ShownMeeting } from './meetingWork';
import { MinuteList } from './MinuteList';
import { Way } from './Way';

const Invitation = React.lazy(() => import(/* webpackChunkName: 'invitation' */ './Invitation'));

/** Everything about one meeting: what is prepared, the way through it, and what it decided. Printed, it looks like the annex. */
export const MeetingPage: React.FC<ShownMeeting> = (shown) => {
  const { site, meeting, month, view } = shown;
  const { now } = useServices();
  const [, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const steps = agenda(view, month, meeting);
  // What the board has before it, OBS points among it, is not a political body's: of its meetings the item and the decisions are kept.
  const political = isPolitical(meeting);
  const isRunning = meeting.state !== 'Cancelled' && !political;
  return (
    <section className={sharedStyles.root} aria-labelledby="upl-meeting">
      <p className={styles.notPrinted}><button type="button" className={sharedStyles.link} onClick={() => changeAddress({ meeting: undefined, step: undefined })}>{text('meetings.all')}</button></p>
      <header className={styles.head}>
        <h2 id="upl-meeting">{meeting.title}</h2>
        <p>{[forumName(meeting.forum), dayName(meeting.meetingDate, locale()), periodName(meeting.period, locale()), text(`round.${meeting.state}` as const), meeting.caseNumber && `${text('exp.caseNo')} ${meeting.caseNumber}`].filter(Boolean).join(' · ')}</p>
        {meeting.closedItem && <p><strong>{text('meet.closedItem')}</strong></p>}
      </header>
      <div className={styles.headActions}>
        {isRunning && <MeetingLink meeting={meeting} step={steps[0].key} className={sharedStyles.primaryButton}>{text('meet.start')}</MeetingLink>}
        {isRound(meeting) && <MeetingLink meeting={meeting} view="documents" className={sharedStyles.button}>{text('documents.heading')}</MeetingLink>}
        <button type="button" className={sharedStyles.button} onClick={() => window.print()}>{text('common.print')}</button>
        {site.rights.editMeetings && mayHold(meeting, today) && <HoldMeeting site={site} meeting={meeting} className={sharedStyles.button} />}
      </div>
      {site.rights.editMeetings && isLocked(meeting) && <p className={`${sharedStyles.notice} ${styles.notPrinted}`}>{text('meetings.lockedHint')}</p>}
      <div className={styles.columns}>
        <div>
          {(political ? meetingSections.slice(0, 1) : meetingSections).map((section) => <MeetingSection key={section} section={section} meeting={meeting} month={month} mayEdit={site.rights.editMeetings} />)}
          {isRunning && meeting.invitedText.trim() !== '' && site.rights.editMeetings && <LazyPart><Invitation site={site} meeting={meeting} month={month} /></LazyPart>}
        </div>
        <div>
          {!political && <Way meeting={meeting} steps={steps} />}
          <section className={styles.section} aria-labelledby="upl-decisions">
            <div className={styles.sectionHead}><h3 id="upl-decisions">{text('meetings.decisions')}</h3></div>
            <MinuteList {...shown} name="meeting" start={unwrittenDecision} belongs={() => true} withSubjects />
          </section>
        </div>
      </div>
    </section>
  );
};
