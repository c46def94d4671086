import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import { periodName } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import type { RowProgress } from '../../plan/ports/roundStore';
import { problemOf } from '../../plan/problem';
import { missingRows, owingOf, receivedOf } from '../../plan/rounds/rounds';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { useAnnounce } from '../shared/announcer';
import { useMonth } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { PeopleToAsk } from './PeopleToAsk';
import { ReceivedBar } from '../shared/ReceivedBar';
import { useRoundStore } from './roundQueries';
import { RowsProgress } from './RowsProgress';
import { RunProblem } from './RunProblem';
import { useRun } from './useRun';

interface RoundStatusProps {
  site: PlanSite;
  planYear: string;
  round: Meeting;
  today: CalendarDate;
}

/** How a round stands: what has come, who is missing and can be asked, and rows for what came after the opening. */
export const RoundStatus: React.FC<RoundStatusProps> = ({ site, planYear, round, today }) => {
  const announce = useAnnounce();
  const month = useMonth(planYear, round.period);
  const store = useRoundStore(site.timeZone);
  const run = useRun();
  const [progress, setProgress] = React.useState<RowProgress>();
  const name = periodName(round.period, locale());
  if (month.data?.period !== round.period) {
    return month.error ? <ProblemScreen problem={problemOf(month.error)} onRetry={() => { month.refetch().catch(() => undefined); }} /> : <Skeleton />;
  }
  const lacking = round.state === 'Open' && site.rights.addReports ? missingRows(month.data).length : 0;
  const addRows = (): void => {
    run.start(async () => {
      const outcome = await (await store()).addMissingRows(planYear, round.period, { onProgress: setProgress, stop: () => false });
      await month.refetch();
      if (outcome.kind === 'done') {
        announce(text('rounds.rowsAdded', outcome.made));
        return undefined;
      }
      return outcome.problem;
    });
  };
  return (
    <section aria-labelledby="upl-round-status">
      <h3 id="upl-round-status">{text('rounds.statusHeading', name)}</h3>
      <ReceivedBar {...receivedOf(month.data)} />
      {lacking > 0 && (
        <p className={styles.notice}>
          {text('rounds.rowsMissing', lacking)} <button type="button" className={styles.button} disabled={run.running} onClick={addRows}>{text('rounds.addRows', lacking)}</button>
        </p>
      )}
      {run.running && progress && <RowsProgress progress={progress} />}
      <RunProblem problem={run.problem} />
      <PeopleToAsk site={site} round={round} today={today} owing={owingOf(month.data, locale())} />
    </section>
  );
};
