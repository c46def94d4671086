import * as React from 'react';
import type { Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { meetingDateTrouble, suggestMeetings } from '../../plan/rounds/roundDates';
import { boardForum } from '../../plan/meeting';
import { meetingKeyFor, meetingTitleFor } from '../../plan/rounds/rounds';
import { useAnnounce } from '../shared/announcer';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { MeetingSuggestions } from './MeetingSuggestions';
import { useRefreshMeetings, useRoundStore, useSavedMeeting } from './roundQueries';
import { RunProblem } from './RunProblem';
import { useRun } from './useRun';

/** The year's meetings in one go: a suggested day a month, each to be changed or left out. */
export const PlanYear: React.FC<{ site: PlanSite; year: string }> = ({ site, year }) => {
  const announce = useAnnounce();
  const store = useRoundStore(site.timeZone);
  const put = useSavedMeeting();
  const refresh = useRefreshMeetings();
  const run = useRun();
  const [changes, setChanges] = React.useState<Readonly<Record<Period, { date?: string; chosen?: boolean }>>>({});
  const [made, setMade] = React.useState<{ done: number; total: number }>();
  const suggested = suggestMeetings(Number(year), site.meetings).map((meeting) => ({ ...meeting, ...changes[meeting.period] }));
  const chosen = suggested.filter((meeting) => meeting.chosen);
  const change = (period: Period, part: { date?: string; chosen?: boolean }): void => setChanges({ ...changes, [period]: { ...changes[period], ...part } });
  const create = (): void => {
    setMade(undefined);
    run.start(async () => {
      const rounds = await store();
      let done = 0;
      for (const { period, date } of chosen) {
        const outcome = await rounds.createMeeting(boardForum, meetingKeyFor(boardForum, period, site.meetings), period, { title: meetingTitleFor(boardForum, date), meetingDate: date });
        if (outcome.kind === 'refused') {
          setMade({ done, total: chosen.length });
          return outcome.problem;
        }
        // Somebody else made the month's meeting first: theirs stands, and the list shows it.
        if (outcome.kind === 'saved') {
          done++;
          put(outcome.row);
        } else {
          refresh();
        }
      }
      setMade({ done, total: chosen.length });
      announce(text('rounds.planned', done));
      return undefined;
    });
  };
  return (
    <section aria-labelledby="upl-plan-year">
      <h3 id="upl-plan-year">{text('rounds.planHeading')}</h3>
      {made && <p role="status" className={styles.notice}>{made.done < made.total ? text('rounds.plannedSome', made.done, made.total) : text('rounds.planned', made.done)}</p>}
      <RunProblem problem={run.problem} />
      {suggested.length === 0 ? <p className={styles.muted}>{text('rounds.planFull', year)}</p> : (
        <>
          <p className={styles.muted}>{text('rounds.planHelp')}</p>
          <MeetingSuggestions meetings={suggested} disabled={run.running} onChange={change} />
          <p className={styles.editorButtons}>
            <button type="button" className={styles.primaryButton} disabled={run.running || chosen.length === 0 || chosen.some(({ date }) => meetingDateTrouble(date) === 'notADay')} onClick={create}>
              {chosen.length === 1 ? text('rounds.planOne') : text('rounds.planDo', chosen.length)}
            </button>
          </p>
        </>
      )}
    </section>
  );
};
