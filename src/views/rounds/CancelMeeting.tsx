import * as React from 'react';
import { boardForum, type Meeting } from '../../plan/meeting';
import type { PlanSite } from '../../plan/ports/planStore';
import { editorKeys } from '../editing/editorKeys';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { RunProblem } from './RunProblem';
import { useMeetingChange } from './useMeetingChange';

export interface MeetingFormProps {
  site: PlanSite;
  meeting: Meeting;
  onDone: () => void;
}

/** Asks once before a meeting is cancelled. */
export const CancelMeeting: React.FC<MeetingFormProps> = ({ site, meeting, onDone }) => {
  const announce = useAnnounce();
  const { change, run, changedByOther } = useMeetingChange(site, () => { announce(text('rounds.cancelled')); onDone(); });
  return (
    <div role="form" aria-label={`${text('rounds.cancel')}: ${meeting.title}`} className={styles.editor} onKeyDown={editorKeys(() => undefined, onDone)}>
      <p className={styles.running}>{text(meeting.forum === boardForum ? 'rounds.cancelAsk' : 'meetings.cancelAsk', meeting.title)}</p>
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
      <p className={styles.editorButtons}>
        <button type="button" className={styles.primaryButton} disabled={run.running} onClick={() => change((store) => store.cancelMeeting(meeting))}>{text('rounds.cancelDo')}</button>
        <button type="button" className={styles.button} autoFocus onClick={onDone}>{text('common.cancel')}</button>
      </p>
    </div>
  );
};
