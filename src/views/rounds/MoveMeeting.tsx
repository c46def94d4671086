import * as React from 'react';
import { boardForum } from '../../plan/meeting';
import { periodName } from '../../plan/period';
import { meetingDateTrouble, suggestRoundDates } from '../../plan/rounds/roundDates';
import { movedPlan } from '../../plan/rounds/rounds';
import { editorKeys } from '../editing/editorKeys';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import type { MeetingFormProps } from './CancelMeeting';
import { DateField, deadlineTrouble } from './DateField';
import { useDaysBefore } from './roundQueries';
import { RunProblem } from './RunProblem';
import { useMeetingChange } from './useMeetingChange';

/** Another day for a meeting; an open round's deadline follows it until somebody sets it. */
export const MoveMeeting: React.FC<MeetingFormProps> = ({ site, meeting, onDone }) => {
  const announce = useAnnounce();
  const daysBefore = useDaysBefore(site.timeZone);
  const [date, setDate] = React.useState(meeting.meetingDate);
  const [deadline, setDeadline] = React.useState(meeting.statusDeadline ?? '');
  const { change, run, changedByOther } = useMeetingChange(site, () => { announce(text('rounds.moved')); onDone(); });
  const hasDeadline = meeting.statusDeadline !== undefined || meeting.state === 'Open';
  const stops = run.running || meetingDateTrouble(date) === 'notADay' || (hasDeadline && deadlineTrouble(deadline, date) !== undefined);
  const chooseDate = (chosen: string): void => {
    setDate(chosen);
    if (hasDeadline && meetingDateTrouble(chosen) !== 'notADay') {
      setDeadline(suggestRoundDates(chosen, daysBefore).deadline);
    }
  };
  const move = (): void => change((store) => store.changeMeeting(meeting, movedPlan(meeting, date, hasDeadline ? deadline : undefined)));
  return (
    <div role="form" aria-label={`${text('rounds.move')}: ${meeting.title}`} className={styles.editor} onKeyDown={editorKeys(() => (stops ? undefined : move()), onDone)}>
      <div className={styles.editorPair}>
        <DateField label={text('rounds.date')} value={date} autoFocus onChange={chooseDate} trouble={meetingDateTrouble(date)} />
        {hasDeadline && <DateField label={text('rounds.deadline')} value={deadline} onChange={setDeadline} trouble={deadlineTrouble(deadline, date)} />}
      </div>
      <p className={styles.muted}>{text(meeting.forum === boardForum ? 'rounds.moveHelp' : 'meetings.moveHelp', periodName(meeting.period, locale()))}</p>
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
      <p className={styles.editorButtons}>
        <button type="button" className={styles.primaryButton} disabled={stops} onClick={move}>{text('rounds.move')}</button>
        <button type="button" className={styles.button} onClick={onDone}>{text('common.cancel')}</button>
      </p>
    </div>
  );
};
