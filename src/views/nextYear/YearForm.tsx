import * as React from 'react';
import { isYearOver, namesToMap, nextYearPlan, type YearChoice } from '../../plan/nextYear/nextYear';
import type { NextYearRows } from '../../plan/ports/nextYearStore';
import type { PlanSite } from '../../plan/ports/planStore';
import { meetingDateTrouble, suggestMeetings } from '../../plan/rounds/roundDates';
import { MeetingSuggestions } from '../rounds/MeetingSuggestions';
import { NameMapping } from '../shared/NameMapping';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { useYearDraft } from './useYearDraft';
import { YearChoices } from './YearChoices';
import { YearRun } from './YearRun';

interface YearFormProps {
  site: PlanSite;
  fromYear: string;
  toYear: string;
  rows: NextYearRows;
  /** The years are to be read anew. */
  onChanged: () => void;
}

/** Everything that is chosen for the next year. What would be done stands below before anything is. */
export const YearForm: React.FC<YearFormProps> = ({ site, fromYear, toYear, rows, onChanged }) => {
  const { draft, change, drop, notKept } = useYearDraft(site, toYear, rows.kept);
  const [closeOld, setCloseOld] = React.useState(() => isYearOver(site.meetings, fromYear));
  const [running, setRunning] = React.useState(false);
  const choices = React.useMemo(() => new Map<number, YearChoice>(draft.choices), [draft.choices]);
  const plan = React.useMemo(
    () => nextYearPlan({ fromYear, toYear, initiatives: rows.initiatives, successors: rows.successors, choices, names: draft.names, closeOld }),
    [fromYear, toYear, rows, choices, draft.names, closeOld]
  );
  const goingOn = plan.open.filter(({ id }) => choices.get(id)?.ending === 'carry' && !plan.carriedAlready.has(id));
  const names = namesToMap(goingOn, locale());
  const suggested = suggestMeetings(Number(toYear), site.meetings).map((meeting) => ({ ...meeting, ...draft.meetings[meeting.period] }));
  const meetings = suggested.filter(({ chosen }) => chosen);
  return (
    <>
      {rows.kept?.state === 'closed' && plan.open.length === 0 && <p role="status" className={styles.notice}>{text('year.closed', fromYear)}</p>}
      {rows.kept?.state === 'made' && <p role="status" className={styles.notice}>{text('year.made', toYear, fromYear)}</p>}
      {rows.kept?.state === 'started' && !running && <p role="status" className={styles.notice}>{text('year.started')}</p>}
      {notKept && <p role="alert" className={styles.notice}>{text('draft.notKept')}</p>}
      {plan.open.length > 0 && <YearChoices plan={plan} choices={choices} toYear={toYear} disabled={running} onChoose={(next) => change({ choices: Array.from(next) })} />}
      {names.departments.length + names.committees.length > 0 && (
        <section aria-labelledby="upl-year-names">
          <h3 id="upl-year-names">{text('year.names', toYear)}</h3>
          <p className={styles.muted}>{text('year.namesHelp')}</p>
          <NameMapping legend={text('year.departments')} names={names.departments} mapped={draft.names.departments} known={names.departments} disabled={running} labelOf={(name) => text('year.newName', name, toYear)}
            onChange={(departments) => change({ names: { ...draft.names, departments } })} />
          <NameMapping legend={text('year.committees')} help={text('year.committeesHelp')} names={names.committees} mapped={draft.names.committees} known={names.committees} disabled={running} labelOf={(name) => text('year.newName', name, toYear)}
            onChange={(committees) => change({ names: { ...draft.names, committees } })} />
        </section>
      )}
      {suggested.length > 0 && (
        <section aria-labelledby="upl-year-meetings">
          <h3 id="upl-year-meetings">{text('year.meetings', toYear)}</h3>
          <p className={styles.muted}>{text('rounds.planHelp')}</p>
          <MeetingSuggestions meetings={suggested} disabled={running} onChange={(period, part) => change({ meetings: { ...draft.meetings, [period]: { ...draft.meetings[period], ...part } } })} />
        </section>
      )}
      <section aria-labelledby="upl-year-run">
        <h3 id="upl-year-run">{text('year.dryRun')}</h3>
        <label><input type="checkbox" checked={closeOld} disabled={running} onChange={(event) => setCloseOld(event.target.checked)} /> {text('year.closeOld', fromYear)}</label>
        {closeOld && !isYearOver(site.meetings, fromYear) && <p className={styles.notice}>{text('year.notOver', fromYear)}</p>}
        <YearRun site={site} plan={plan} run={{ fromYear, toYear, choices, names: draft.names, meetings: meetings.filter(({ date }) => meetingDateTrouble(date) !== 'notADay').map(({ period, date }) => ({ period, date })), closeOld }}
          onRunning={setRunning} onDone={drop} onChanged={onChanged} />
      </section>
    </>
  );
};
