import * as React from 'react';
import { dayName } from '../../plan/calendar';
import { meetingsOfYear, nextMeeting, openingPeriod, type Meeting } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import { periodName } from '../../plan/period';
import { mayHold, mayMove } from '../../plan/rounds/rounds';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { useNarrow } from '../overview/useNarrow';
import { CancelMeeting } from '../rounds/CancelMeeting';
import { MeetingTable } from '../rounds/MeetingTable';
import { MoveMeeting } from '../rounds/MoveMeeting';
import { PapersLinks } from '../shared/PapersLinks';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { forumName } from './forumName';
import { HoldMeeting } from './HoldMeeting';
import { MeetingLink } from '../shared/MeetingLink';
import { NewMeeting } from './NewMeeting';

/** The year's meetings of every forum, in the order of their days: each opens; finance makes, moves and cancels. */
export const MeetingCalendar: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address] = useAddress();
  const [frame, narrow] = useNarrow();
  const today = todayIn(now(), site.timeZone);
  const [year, setYear] = React.useState((address.period ?? openingPeriod(site.meetings, today)).slice(0, 4));
  const years = Array.from(new Set([...site.meetings.map(({ meetingDate }) => meetingDate.slice(0, 4)), planYear, String(Number(planYear) + 1), year])).sort();
  const meetings = meetingsOfYear(site.meetings, year);
  const next = nextMeeting(site.meetings, today);
  return (
    <section ref={frame} className={`${styles.root} ${narrow ? styles.narrow : ''}`} aria-labelledby="upl-meetings">
      <header className={styles.monthHeader}>
        <h2 id="upl-meetings">{text('meetings.heading', year)}</h2>
        <label className={styles.inlineLabel}>{text('rounds.year')}{' '}
          <select className={styles.select} value={year} onChange={(event) => setYear(event.target.value)}>{years.map((each) => <option key={each}>{each}</option>)}</select>
        </label>
      </header>
      {meetings.length === 0 ? <p className={styles.empty}>{text('meetings.none', year)}</p> : (
        <MeetingTable<'move' | 'cancel'>
          caption={text('meetings.caption', year)} meetings={meetings} title={(meeting) => <MeetingLink meeting={meeting} />}
          columns={[
            { label: text('meetings.column.date'), cell: (meeting) => <>{dayName(meeting.meetingDate, locale())}{meeting.id === next?.id && <span className={styles.muted}> · {text('meetings.next')}</span>}</> },
            { label: text('meetings.column.forum'), cell: ({ forum }) => forumName(forum) },
            { label: text('rounds.column.month'), cell: ({ period }) => periodName(period, locale()) },
            { label: text('rounds.column.state'), cell: ({ state }) => text(`round.${state}` as const) }
          ]}
          actions={(meeting, open) => (
            <>
              <PapersLinks meeting={meeting} />
              {site.rights.editMeetings && mayMove(meeting) && open('move', text('rounds.move'))}
              {site.rights.editMeetings && mayMove(meeting) && open('cancel', text('rounds.cancel'))}
              {site.rights.editMeetings && mayHold(meeting, today) && <HoldMeeting site={site} meeting={meeting} />}
            </>
          )}
          form={(form, meeting: Meeting, onDone) => (form === 'move' ? <MoveMeeting site={site} meeting={meeting} onDone={onDone} /> : <CancelMeeting site={site} meeting={meeting} onDone={onDone} />)}
        />
      )}
      {site.rights.addMeetings && <NewMeeting site={site} year={year} today={today} />}
    </section>
  );
};
