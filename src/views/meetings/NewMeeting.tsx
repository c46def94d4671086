import * as React from 'react';
import { addDays, type CalendarDate } from '../../plan/calendar';
import { boardForum, boardMeetingOf } from '../../plan/meeting';
import { periodName, type Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { meetingDateTrouble, suggestMeetings } from '../../plan/rounds/roundDates';
import { meetingKeyFor, meetingTitleFor, plannedForums, type PlannedForum } from '../../plan/rounds/rounds';
import { workingDayOnOrBefore } from '../../plan/rounds/workingDays';
import { editorKeys } from '../editing/editorKeys';
import { DateField } from '../rounds/DateField';
import { RunProblem } from '../rounds/RunProblem';
import { useMeetingChange } from '../rounds/useMeetingChange';
import { useAnnounce } from '../shared/announcer';
import { FormBehindButton } from '../shared/FormBehindButton';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { forumName } from './forumName';

interface NewMeetingProps {
  site: PlanSite;
  year: string;
  today: CalendarDate;
}

/** Puts one meeting in the calendar, of either forum; also the second about a month. */
export const NewMeeting: React.FC<NewMeetingProps> = ({ site, year, today }) => (
  <FormBehindButton label={text('meetings.create')}>
    {(close) => <NewMeetingForm site={site} firstPeriod={year === today.slice(0, 4) ? today.slice(0, 7) : `${year}-01`} year={year} onDone={close} />}
  </FormBehindButton>
);

interface NewMeetingFormProps {
  site: PlanSite;
  firstPeriod: Period;
  year: string;
  onDone: () => void;
}

const NewMeetingForm: React.FC<NewMeetingFormProps> = ({ site, firstPeriod, year, onDone }) => {
  const announce = useAnnounce();
  const [forum, setForum] = React.useState<PlannedForum>(boardForum);
  const [period, setPeriod] = React.useState(firstPeriod);
  const [chosenDate, setDate] = React.useState<CalendarDate>();
  const { change, run, changedByOther } = useMeetingChange(site, () => { announce(text('meetings.created')); onDone(); });
  const date = chosenDate ?? suggestedDate(site, forum, period);
  const trouble = meetingDateTrouble(date);
  const taken = site.meetings.some((meeting) => meeting.forum === forum && meeting.period === period && meeting.state !== 'Cancelled');
  const create = (): void => change((store) => store.createMeeting(forum, meetingKeyFor(forum, period, site.meetings), period, { title: meetingTitleFor(forum, date), meetingDate: date }));
  const month = periodName(period, locale());
  const stops = trouble === 'notADay' || run.running;
  return (
    <div role="form" aria-label={text('meetings.create')} className={styles.editor} onKeyDown={editorKeys(() => (stops ? undefined : create()), onDone)}>
      <div className={styles.editorPair}>
        <label className={styles.field}><span className={styles.fieldLabel}>{text('meetings.column.forum')}</span>
          <select className={styles.select} autoFocus value={forum} onChange={(event) => setForum(plannedForums.find((each) => each === event.target.value) ?? boardForum)}>
            {plannedForums.map((each) => <option key={each} value={each}>{forumName(each)}</option>)}
          </select>
        </label>
        <label className={styles.field}><span className={styles.fieldLabel}>{text('meetings.month')}</span>
          <select className={styles.select} value={period} onChange={(event) => setPeriod(event.target.value)}>
            {Array.from({ length: 12 }, (_each, index) => `${year}-${String(index + 1).padStart(2, '0')}`).map((each) => <option key={each} value={each}>{periodName(each, locale())}</option>)}
          </select>
        </label>
        <DateField label={text('rounds.date')} value={date} trouble={trouble} onChange={setDate} />
      </div>
      <p className={styles.muted}>{text('meetings.createHelp', month)} {taken && text('meetings.createTaken', forumName(forum), month)}</p>
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
      <p className={styles.editorButtons}>
        <button type="button" className={styles.primaryButton} disabled={stops} onClick={create}>{text('meetings.createDo')}</button>
        <button type="button" className={styles.button} onClick={onDone}>{text('common.cancel')}</button>
      </p>
    </div>
  );
};

/** The board's usual day in the month; corporate management meets a week after the board. */
function suggestedDate({ meetings }: PlanSite, forum: PlannedForum, period: Period): CalendarDate {
  const usual = suggestMeetings(Number(period.slice(0, 4)), meetings).find((each) => each.period === period)?.date;
  const board = boardMeetingOf(meetings, period)?.meetingDate ?? usual ?? `${period}-15`;
  return forum === boardForum ? usual ?? workingDayOnOrBefore(addDays(board, 14)) : workingDayOnOrBefore(addDays(board, 7));
}
