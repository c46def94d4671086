import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import type { PlanSite } from '../../plan/ports/planStore';
import { isPolitical, planYearOf } from '../../plan/politicalTreatment';
import { meetingDateTrouble } from '../../plan/rounds/roundDates';
import { meetingKeyFor, meetingTitleFor, plannedForums, politicalForums } from '../../plan/rounds/rounds';
import { editorKeys } from '../editing/editorKeys';
import { DateField } from '../rounds/DateField';
import { RunProblem } from '../rounds/RunProblem';
import { useMeetingChange } from '../rounds/useMeetingChange';
import { useAnnounce } from '../shared/announcer';
import { FormBehindButton } from '../shared/FormBehindButton';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface NewTreatmentProps {
  site: PlanSite;
  planYear: string;
  today: CalendarDate;
  /** As the plan names them. */
  committees: readonly string[];
}

/** A meeting of ØK, KB or a committee; what it decided is written on its page. */
export const NewTreatment: React.FC<NewTreatmentProps> = (props) => (
  <FormBehindButton label={text('committees.new')}>{(close) => <TreatmentForm {...props} onDone={close} />}</FormBehindButton>
);

const TreatmentForm: React.FC<NewTreatmentProps & { onDone: () => void }> = ({ site, planYear, today, committees, onDone }) => {
  const announce = useAnnounce();
  const [forum, setForum] = React.useState('');
  const [date, setDate] = React.useState(today);
  const { change, run, changedByOther } = useMeetingChange(site, () => { announce(text('meetings.created')); onDone(); });
  const trouble = meetingDateTrouble(date);
  const known = Array.from(new Set([...politicalForums, ...site.meetings.filter(isPolitical).map((meeting) => meeting.forum), ...committees]));
  const named = forum.replace(/\s+/g, ' ').trim();
  // The board and corporate management meet in rounds: those meetings are made under Møder.
  const ready = named !== '' && !plannedForums.some((each) => each.toLowerCase() === named.toLowerCase()) && trouble !== 'notADay' && !run.running;
  const create = (): void => change((store) => store.createMeeting(named, meetingKeyFor(named, date.slice(0, 7), site.meetings), date.slice(0, 7), { title: meetingTitleFor(named, date), meetingDate: date }));
  return (
    <div role="form" aria-label={text('committees.new')} className={styles.editor} onKeyDown={editorKeys(() => (ready ? create() : undefined), onDone)}>
      <div className={styles.editorPair}>
        <label className={styles.field}><span className={styles.fieldLabel}>{text('meetings.column.forum')}</span>
          <input className={styles.search} list="upl-political-forums" autoFocus required maxLength={100} value={forum} onChange={(event) => setForum(event.target.value)} />
          <datalist id="upl-political-forums">{known.map((each) => <option key={each} value={each} />)}</datalist>
        </label>
        <DateField label={text('rounds.date')} value={date} trouble={trouble} onChange={setDate} />
      </div>
      {trouble !== 'notADay' && planYearOf({ meetingDate: date }) !== planYear && <p className={styles.muted}>{text('committees.otherYear', planYearOf({ meetingDate: date }))}</p>}
      <RunProblem problem={run.problem} changedByOther={changedByOther} />
      <p className={styles.editorButtons}>
        <button type="button" className={styles.primaryButton} disabled={!ready} onClick={create}>{text('meetings.createDo')}</button>
        <button type="button" className={styles.button} onClick={onDone}>{text('common.cancel')}</button>
      </p>
    </div>
  );
};
