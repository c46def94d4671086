import * as React from 'react';
import { dayName, dayOf, type CalendarDate } from '../../plan/calendar';
import { isRound, type Meeting } from '../../plan/meeting';
import { periodName, type Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { mayMove, openingTrouble } from '../../plan/rounds/rounds';
import { PapersLinks } from '../shared/PapersLinks';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { CancelMeeting } from './CancelMeeting';
import { MeetingTable } from './MeetingTable';
import { MoveMeeting } from './MoveMeeting';
import { OpenRound } from './OpenRound';

interface BoardMeetingsProps {
  site: PlanSite;
  planYear: string;
  year: string;
  meetings: readonly Meeting[];
  /** The month whose round stands below. */
  shownPeriod: Period | undefined;
  onShow: (meeting: Meeting) => void;
}

/** The year's meetings with where each stands, and what can be done to it, in its row. */
export const BoardMeetings: React.FC<BoardMeetingsProps> = ({ site, planYear, year, meetings, shownPeriod, onShow }) => {
  if (meetings.length === 0) {
    return <p className={styles.empty}>{text('rounds.none', year)}</p>;
  }
  const day = (date: CalendarDate): string => dayName(date, locale());
  return (
    <MeetingTable<'open' | 'move' | 'cancel'>
      caption={text('rounds.caption', year)} meetings={meetings} title={(meeting) => <strong>{meeting.title}</strong>}
      columns={[
        { label: text('rounds.column.month'), cell: ({ period }) => periodName(period, locale()) },
        { label: text('rounds.column.deadline'), cell: ({ statusDeadline }) => (statusDeadline ? day(statusDeadline) : <span className={styles.muted}>{text('rounds.noDeadline')}</span>) },
        {
          label: text('rounds.column.state'),
          cell: ({ state, openedAt }) => <>{text(`round.${state}` as const)}{openedAt && <span className={styles.muted}> · {text('rounds.openedOn', day(dayOf(openedAt, site.timeZone)))}</span>}</>
        }
      ]}
      actions={(meeting, open) => {
        const trouble = openingTrouble(meeting, site.meetings);
        const mayEdit = site.rights.editMeetings;
        return (
          <>
            {isRound(meeting) && (meeting.period === shownPeriod
              ? <span className={styles.muted}>{text('rounds.shown')}</span>
              : <button type="button" className={styles.link} aria-label={`${text('rounds.show')}: ${meeting.title}`} onClick={() => onShow(meeting)}>{text('rounds.show')}</button>)}
            <PapersLinks meeting={meeting} />
            {mayEdit && trouble === undefined && open('open', text('round.start'))}
            {mayEdit && trouble === 'otherRound' && <span className={styles.muted}>{text('rounds.otherRound')}</span>}
            {mayEdit && mayMove(meeting) && open('move', text('rounds.move'))}
            {mayEdit && mayMove(meeting) && open('cancel', text('rounds.cancel'))}
          </>
        );
      }}
      form={(form, meeting, onDone) => {
        switch (form) {
          case 'open':
            return <OpenRound site={site} meeting={meeting} planYear={planYear} onDone={onDone} onOpened={(opened) => { onShow(opened); onDone(); }} />;
          case 'move':
            return <MoveMeeting site={site} meeting={meeting} onDone={onDone} />;
          default:
            return <CancelMeeting site={site} meeting={meeting} onDone={onDone} />;
        }
      }}
    />
  );
};
