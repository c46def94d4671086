import * as React from 'react';
import { dayName, type CalendarDate } from '../../plan/calendar';
import { followUpStates, followUpWritingOf, isOverdue, type FollowUp } from '../../plan/followUp';
import { problemOf, type Problem } from '../../plan/problem';
import { useAnnounce } from '../shared/announcer';
import { Icon } from '../shared/icons';
import { useMeetingStore, useSavedDecisions } from '../shared/meetingQueries';
import { writeProblemText } from '../shared/problemText';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

interface FollowUpLineProps {
  followUp: FollowUp;
  today: CalendarDate;
  mayEdit: boolean;
}

/** One follow-up with its state, which is changed where it stands. */
export const FollowUpLine: React.FC<FollowUpLineProps> = ({ followUp, today, mayEdit }) => {
  const meetings = useMeetingStore();
  const saved = useSavedDecisions();
  const announce = useAnnounce();
  const [outcome, setOutcome] = React.useState<{ saving: boolean; problem?: Problem; byOther?: boolean }>({ saving: false });
  const change = async (state: FollowUp['state'] | undefined): Promise<void> => {
    if (state === undefined || state === followUp.state) {
      return;
    }
    setOutcome({ saving: true });
    const result = await (await meetings()).saveFollowUp(followUp, { ...followUpWritingOf(followUp), state });
    if (result.kind === 'saved') {
      saved.followUp(result.row);
      announce(text('save.done'));
      setOutcome({ saving: false });
    } else if (result.kind === 'refused') {
      setOutcome({ saving: false, problem: result.problem });
    } else {
      // Nothing was written: theirs is shown, and the choice is there to be made again.
      saved.followUp(result.theirs);
      setOutcome({ saving: false, byOther: true });
    }
  };
  return (
    <li className={styles.followUpLine}>
      <span className={styles.running}>{followUp.title}</span>{' '}
      <span className={styles.muted}>{followUp.responsibleRole}{followUp.dueDate && ` · ${text('overview.deadlineOn', dayName(followUp.dueDate, locale()))}`}</span>
      {isOverdue(followUp, today) && <strong> <Icon name="Attention" /> {text('act.Overdue')}</strong>}{' '}
      {mayEdit ? (
        <select className={styles.select} aria-label={text('my.followUpState', followUp.title)} value={followUp.state} disabled={outcome.saving}
          onChange={(event) => { change(followUpStates.find((state) => state === event.target.value)).catch((error: unknown) => setOutcome({ saving: false, problem: problemOf(error) })); }}>
          {followUpStates.map((state) => <option key={state} value={state}>{text(`act.${state}` as const)}</option>)}
        </select>
      ) : text(`act.${followUp.state}` as const)}
      {outcome.problem && <p role="alert" className={styles.notice}>{writeProblemText(outcome.problem)}</p>}
      {outcome.byOther && <p role="alert" className={styles.notice}>{text('my.followUpByOther')}</p>}
    </li>
  );
};
