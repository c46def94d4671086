import * as React from 'react';
import type { Initiative } from '../../plan/initiative';
import { boardMeetingOf, isLocked } from '../../plan/meeting';
import { effortsIn } from '../../plan/overview';
import type { Period } from '../../plan/period';
import { effortsOfInitiative } from '../../plan/strategy';
import { writeProblemText } from '../shared/problemText';
import { useMonth, useSite } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { couplingKey, useCoupling } from '../strategy/useCoupling';

/** The strategic efforts that an initiative carries; directors couple it here as well as in the matrix. */
export const InitiativeEfforts: React.FC<{ initiative: Initiative; period: Period }> = ({ initiative, period }) => {
  const month = useMonth(initiative.planYear, period).data;
  const site = useSite().data;
  const { couple, saving, problem } = useCoupling();
  if (!month || !site) {
    return <p role="status" className={styles.muted}>{text('common.loading')}</p>;
  }
  const efforts = effortsIn(month).map(({ effort }) => effort);
  const own = effortsOfInitiative(efforts, initiative.id);
  if (!site.rights.editEfforts || isLocked(boardMeetingOf(site.meetings, period)) || efforts.length === 0) {
    return own.length === 0 ? <p className={styles.muted}>{text('strategy.noEfforts')}</p> : <ul>{own.map((effort) => <li key={effort.id}>{effort.title}</li>)}</ul>;
  }
  return (
    <>
      <ul className={styles.plainList}>
        {efforts.map((effort) => (
          <li key={effort.id}>
            <label>
              <input type="checkbox" checked={own.includes(effort)} disabled={saving === couplingKey(effort, initiative)} onChange={(event) => couple(effort, initiative, event.target.checked)} /> {effort.title}
            </label>
          </li>
        ))}
      </ul>
      {problem && <p role="alert" className={styles.notice}>{writeProblemText(problem)}</p>}
    </>
  );
};
