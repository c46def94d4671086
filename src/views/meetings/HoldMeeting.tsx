import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import type { PlanSite } from '../../plan/ports/planStore';
import { RunProblem } from '../rounds/RunProblem';
import { useMeetingChange } from '../rounds/useMeetingChange';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

/** The meeting has been: one press. */
export const HoldMeeting: React.FC<{ site: PlanSite; meeting: Meeting; className?: string }> = ({ site, meeting, className = styles.link }) => {
  const announce = useAnnounce();
  const { change, run, changedByOther } = useMeetingChange(site, () => announce(text('meetings.held')));
  return (
    <>
      <button type="button" className={className} aria-label={`${text('meetings.hold')}: ${meeting.title}`} disabled={run.running} onClick={() => change((store) => store.holdMeeting(meeting))}>{text('meetings.hold')}</button>
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
    </>
  );
};
