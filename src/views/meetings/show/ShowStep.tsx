import * as React from 'react';
import type { AgendaStep } from '../../../plan/agenda';
import { decisionAt, isDecidedAt, presentersOf } from '../../../plan/agendaWork';
import { mattersOfInitiative, mattersOfObs } from '../../../plan/decisionHistory';
import type { ObsInMonth } from '../../../plan/overview';
import { isReceived, type StatusReport, type StatusTexts } from '../../../plan/statusReport';
import { SinceLastNote } from '../../sinceLast/SinceLastNote';
import { Matters } from '../../shared/Matters';
import { ProgressMark } from '../../shared/progress';
import sharedStyles from '../../shared/shared.module.scss';
import { text } from '../../shared/texts';
import type { ShownMeeting } from '../meetingWork';
import { MinuteList } from '../MinuteList';
import { ShowClosing, ShowOpening } from './ShowEnds';
import { ObsToClose, ShowObs } from './ShowObs';
import styles from './show.module.scss';

interface ShowStepProps extends ShownMeeting {
  step: AgendaStep;
  /** The status of the round before. */
  before: StatusTexts | undefined;
}

/** What stands at a step, and what is decided on it. */
export const ShowStep: React.FC<ShowStepProps> = ({ step, before, ...shown }) => {
  const { site, meeting, month, rows, view } = shown;
  const presenters = presentersOf(step, meeting);
  const earlier = earlierMatters(step, shown).filter(({ decision }) => decision.meetingId !== meeting.id);
  return (
    <>
      {presenters.length > 0 && <p className={styles.presenters}>{text('meet.presenter')}: {presenters.join('; ')}</p>}
      {step.part === 'opening' && <ShowOpening {...shown} />}
      {step.part === 'efforts' && <Status report={step.report} obs={step.obs} locked={view.locked} />}
      {(step.part === 'initiatives' || step.part === 'focus') && (
        <>
          {step.part === 'focus' && meeting.focusText && <p className={sharedStyles.running}>{meeting.focusText}</p>}
          <Status report={step.row.report} obs={step.row.obs.filter(({ open }) => open)} locked={view.locked} before={before} />
        </>
      )}
      {step.part === 'obs' && <ObsToClose obs={step.obs} month={month} mayClose={site.rights.editObs} />}
      {step.part === 'closing' && <ShowClosing site={site} meeting={meeting} />}
      {step.part !== 'opening' && (
        <section className={styles.decisions} aria-labelledby="upl-show-decisions">
          <h3 id="upl-show-decisions">{text('meetings.decisions')}</h3>
          <MinuteList {...shown} name={step.key} start={decisionAt(step)} belongs={(decision) => isDecidedAt(step, decision)} withSubjects={step.part === 'closing'} />
        </section>
      )}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{text('show.earlier', earlier.length)}</summary>
          <Matters matters={earlier} />
        </details>
      )}
    </>
  );

  function earlierMatters(of: AgendaStep, { site: { meetings } }: ShownMeeting): ReturnType<typeof mattersOfObs> {
    switch (of.part) {
      case 'initiatives':
      case 'focus':
        return mattersOfInitiative(rows, meetings, [of.row.initiative.id, of.row.initiative.predecessorId].filter((id): id is number => id !== undefined));
      case 'obs':
        return mattersOfObs(rows, meetings, of.obs.point.id);
      default:
        return [];
    }
  }
};

interface StatusProps {
  report: StatusReport | undefined;
  obs: readonly ObsInMonth[];
  locked: boolean;
  before?: StatusTexts;
}

/** A status as it was handed in, with OBS in red below; what has not come says so. */
const Status: React.FC<StatusProps> = ({ report, obs, locked, before }) => (
  <>
    {isReceived(report) ? (
      <div className={styles.status}>
        {report.progress && <p className={styles.progress}><ProgressMark progress={report.progress} /></p>}
        <p className={sharedStyles.running}>{report.statusText}</p>
        {report.nextSteps && <><h3>{text('status.next')}</h3><p className={sharedStyles.running}>{report.nextSteps}</p></>}
        {report.needsCoordination && <><h3>{text('needs.yes')}</h3><p className={sharedStyles.running}>{report.coordinationText}</p></>}
        {before && <SinceLastNote before={before} after={report} />}
      </div>
    ) : <p className={sharedStyles.missing}>{text(locked || report ? 'status.notReceived' : 'status.notExpected')}</p>}
    {obs.map((each) => <ShowObs key={each.point.id} obs={each} />)}
  </>
);
