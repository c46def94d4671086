import * as React from 'react';
import { dayName, dayOf, type CalendarDate } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import { periodName, type Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { isRound } from '../../plan/meeting';
import { mayMove, openingTrouble } from '../../plan/rounds/rounds';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { CancelMeeting } from './CancelMeeting';
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

type Doing = { meetingId: number; what: 'open' | 'move' | 'cancel' };

/** The year's meetings with where each stands, and what can be done to it, in its row. */
export const BoardMeetings: React.FC<BoardMeetingsProps> = ({ site, planYear, year, meetings, shownPeriod, onShow }) => {
  const [doing, setDoing] = React.useState<Doing>();
  if (meetings.length === 0) {
    return <p className={styles.empty}>{text('rounds.none', year)}</p>;
  }
  return (
    <table className={`${styles.table} ${styles.plainTable}`} role="table">
      <caption className={styles.visuallyHidden}>{text('rounds.caption', year)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['meeting', 'month', 'deadline', 'state', 'actions'] as const).map((column) => <th key={column} scope="col" role="columnheader">{text(`rounds.column.${column}` as const)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {meetings.map((meeting) => (
          <MeetingRow
            key={meeting.id} meeting={meeting} site={site} planYear={planYear} shown={isRound(meeting) && meeting.period === shownPeriod} onShow={onShow}
            doing={doing?.meetingId === meeting.id ? doing.what : undefined} onDo={(what) => setDoing(what && { meetingId: meeting.id, what })}
          />
        ))}
      </tbody>
    </table>
  );
};

interface MeetingRowProps {
  site: PlanSite;
  planYear: string;
  meeting: Meeting;
  shown: boolean;
  doing: Doing['what'] | undefined;
  onDo: (what: Doing['what'] | undefined) => void;
  onShow: (meeting: Meeting) => void;
}

const MeetingRow: React.FC<MeetingRowProps> = ({ site, planYear, meeting, shown, doing, onDo, onShow }) => {
  const row = React.useRef<HTMLTableRowElement>(null);
  const mayEdit = site.rights.editMeetings;
  const trouble = openingTrouble(meeting, site.meetings);
  const day = (date: CalendarDate): string => dayName(date, locale());
  const done = (): void => {
    onDo(undefined);
    // After the form is gone: the focus goes back to the row that it stood in.
    setTimeout(() => row.current?.querySelector<HTMLElement>('button')?.focus(), 0);
  };
  const action = (what: Doing['what'], label: string): React.ReactElement => (
    <button type="button" className={styles.link} aria-expanded={doing === what} aria-label={`${label}: ${meeting.title}`} onClick={() => onDo(doing === what ? undefined : what)}>{label}</button>
  );
  const form = { site, meeting, onDone: done };
  return (
    <>
      <tr role="row" ref={row}>
        <th scope="row" role="rowheader"><strong>{meeting.title}</strong></th>
        <td role="cell" data-label={text('rounds.column.month')}>{periodName(meeting.period, locale())}</td>
        <td role="cell" data-label={text('rounds.column.deadline')}>{meeting.statusDeadline ? day(meeting.statusDeadline) : <span className={styles.muted}>{text('rounds.noDeadline')}</span>}</td>
        <td role="cell" data-label={text('rounds.column.state')}>
          {text(`round.${meeting.state}` as const)}{meeting.openedAt && <span className={styles.muted}> · {text('rounds.openedOn', day(dayOf(meeting.openedAt, site.timeZone)))}</span>}
        </td>
        <td role="cell" data-label={text('rounds.column.actions')}>
          <div className={styles.rowActions}>
            {isRound(meeting) && (shown
              ? <span className={styles.muted}>{text('rounds.shown')}</span>
              : <button type="button" className={styles.link} aria-label={`${text('rounds.show')}: ${meeting.title}`} onClick={() => onShow(meeting)}>{text('rounds.show')}</button>)}
            {mayEdit && trouble === undefined && action('open', text('round.start'))}
            {mayEdit && trouble === 'otherRound' && <span className={styles.muted}>{text('rounds.otherRound')}</span>}
            {mayEdit && mayMove(meeting) && action('move', text('rounds.move'))}
            {mayEdit && mayMove(meeting) && action('cancel', text('rounds.cancel'))}
          </div>
        </td>
      </tr>
      {doing && (
        <tr role="row" className={styles.detailsRow}>
          <td role="cell" colSpan={5}>
            {doing === 'open' && <OpenRound {...form} planYear={planYear} onOpened={(opened) => { onShow(opened); done(); }} />}
            {doing === 'move' && <MoveMeeting {...form} />}
            {doing === 'cancel' && <CancelMeeting {...form} />}
          </td>
        </tr>
      )}
    </>
  );
};
