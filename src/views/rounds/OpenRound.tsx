import * as React from 'react';
import { dayName, type CalendarDate } from '../../plan/calendar';
import { planYearOf, type Meeting } from '../../plan/meeting';
import { periodName } from '../../plan/period';
import type { RowProgress } from '../../plan/ports/roundStore';
import { problemOf } from '../../plan/problem';
import { suggestRoundDates } from '../../plan/rounds/roundDates';
import { expectedStatuses, missingRows } from '../../plan/rounds/rounds';
import { useAnnounce } from '../shared/announcer';
import { readProblemText } from '../shared/problemText';
import { useMonth } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import type { MeetingFormProps } from './CancelMeeting';
import { DateField, deadlineTrouble } from './DateField';
import { useDaysBefore, useRefreshMeetings, useRoundStore, useSavedMeeting } from './roundQueries';
import { RowsProgress } from './RowsProgress';
import { RunProblem } from './RunProblem';
import { useRun } from './useRun';

interface OpenRoundProps extends MeetingFormProps {
  planYear: string;
  onOpened: (meeting: Meeting) => void;
}

/** Opens a meeting as the round of its month: the deadline, how many rows, then the run with its progress. */
export const OpenRound: React.FC<OpenRoundProps> = ({ site, planYear: shownYear, meeting, onDone, onOpened }) => {
  const planYear = planYearOf({ planYear: site.planYear ?? shownYear, nextPlanYear: site.nextPlanYear }, meeting.period);
  const announce = useAnnounce();
  const month = useMonth(planYear, meeting.period);
  const store = useRoundStore(site.timeZone);
  const put = useSavedMeeting();
  const refresh = useRefreshMeetings();
  const suggested = suggestRoundDates(meeting.meetingDate, useDaysBefore(site.timeZone));
  const [chosen, setChosen] = React.useState(meeting.statusDeadline);
  const deadline = chosen ?? suggested.deadline;
  const [progress, setProgress] = React.useState<RowProgress>();
  const [interrupted, setInterrupted] = React.useState<RowProgress>();
  const [changedByOther, setChangedByOther] = React.useState(false);
  const stopping = React.useRef(false);
  const run = useRun();
  const day = (date: CalendarDate): string => dayName(date, locale(), date.slice(0, 4) !== meeting.meetingDate.slice(0, 4));
  const rows = month.data?.period === meeting.period ? { expected: expectedStatuses(month.data).length, missing: missingRows(month.data).length } : undefined;
  const open = (): void => {
    stopping.current = false;
    setInterrupted(undefined);
    setChangedByOther(false);
    run.start(async () => {
      const outcome = await (await store()).open(meeting, deadline, planYear, { onProgress: setProgress, stop: () => stopping.current });
      if (outcome.kind === 'opened') {
        put(outcome.meeting);
        announce(text('rounds.opened', outcome.made));
        onOpened(outcome.meeting);
        return undefined;
      }
      if (outcome.kind === 'changed') {
        setChangedByOther(true);
        refresh();
        return undefined;
      }
      setInterrupted(outcome);
      month.refetch().catch(() => undefined);
      return outcome.problem;
    });
  };
  return (
    <div role="form" aria-label={text('rounds.openHeading', periodName(meeting.period, locale()))} className={styles.editor}>
      <h3>{text('rounds.openHeading', periodName(meeting.period, locale()))}</h3>
      <p>{text('rounds.openDates', day(meeting.meetingDate), day(suggested.opening), day(suggested.deadline), day(suggested.lock))}</p>
      <DateField label={text('rounds.deadline')} value={deadline} disabled={run.running} autoFocus trouble={deadlineTrouble(deadline, meeting.meetingDate)} onChange={setChosen} />
      {rows && <p>{rows.missing === rows.expected ? text('rounds.openRows', rows.expected) : text('rounds.openRowsLeft', rows.expected - rows.missing, rows.missing)}</p>}
      {month.error && <p role="alert" className={styles.notice}>{readProblemText(problemOf(month.error)).title}</p>}
      {run.running && progress && <RowsProgress progress={progress} />}
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
      {interrupted && interrupted.total > 0 && <p role="alert" className={styles.notice}>{run.problem ? '' : `${text('rounds.stopped')} `}{text('rounds.interrupted', interrupted.done, interrupted.total)}</p>}
      <p className={styles.editorButtons}>
        <button type="button" className={styles.primaryButton} disabled={run.running || !rows || !['closed', undefined].includes(deadlineTrouble(deadline, meeting.meetingDate))} onClick={open}>
          {text(interrupted ? 'setup.continue' : 'round.start')}
        </button>
        {run.running
          ? <button type="button" className={styles.button} onClick={() => { stopping.current = true; }}>{text('setup.stop')}</button>
          : <button type="button" className={styles.button} onClick={onDone}>{text('common.cancel')}</button>}
      </p>
    </div>
  );
};
