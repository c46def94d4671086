import * as React from 'react';
import { suggestObs } from '../../plan/obsSuggestions';
import { obsByLevel } from '../../plan/obsBoard';
import { openingPeriod } from '../../plan/meeting';
import { overview, todayIn } from '../../plan/overview';
import { addMonths } from '../../plan/period';
import { problemOf } from '../../plan/problem';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider } from '../editing/EditingProvider';
import { roundLine } from '../overview/MonthHeader';
import { ExportMenu } from '../shared/ExportMenu';
import { useDecisions } from '../shared/meetingQueries';
import { MonthPicker } from '../shared/MonthPicker';
import { obsTitles } from '../shared/obsTitles';
import { useMonth } from '../shared/queries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { NewObs } from './NewObs';
import styles from './obs.module.scss';
import { ObsLevelSection } from './ObsLevelSection';
import { ObsSuggestionList } from './ObsSuggestionList';

/** OBS points of a month: what the round suggests, what stands open at each level, and the summary of each. */
const ObsPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useMonth(planYear, period);
  const before = useMonth(planYear, addMonths(period, -1));
  const decisions = useDecisions();
  const problem = month.error ?? before.error ?? decisions.error;
  if (problem) {
    return <ProblemScreen problem={problemOf(problem)} onRetry={() => [month, before, decisions].filter((query) => query.isError).forEach((query) => { query.refetch().catch(() => undefined); })} />;
  }
  if (!month.data || !before.data || !decisions.data) {
    return <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const view = overview({ site, month: month.data, today, wholePlan: true });
  const { suggestions, covered } = suggestObs({
    month: month.data, meetings: site.meetings, previous: { period: before.data.period, reports: before.data.reports }, ...decisions.data, today
  });
  const { initiatives, efforts } = month.data;
  const levels = obsByLevel(month.data.obsPoints, period);
  const shown = levels.flatMap(({ open, closed }) => [...open, ...closed]).map((obs) => ({ obs, concerns: obsTitles(obs.point, { initiatives, efforts }) }));
  return (
    <EditingProvider key={period} site={site} period={period}>
      <section className={sharedStyles.root} aria-label={text('nav.obs')} aria-busy={month.isFetching}>
        <header className={styles.head}>
          <h2>{text('nav.obs')}</h2>
          <MonthPicker period={period} firstPeriod={view.firstPeriod} lastPeriod={view.lastPeriod} onPeriod={(next) => changeAddress({ period: next })} />
          <p>{roundLine(view, today)}</p>
          <div className={styles.notPrinted}><ExportMenu name={[text('app.title'), text('nav.obs'), period]} tables={({ obsSheet }) => [obsSheet(shown, text)]} /></div>
        </header>
        {!site.rights.addObs && <p className={`${styles.quiet} ${styles.notPrinted}`}>{text('obs.onlyDirectors')}</p>}
        {view.mayRaiseObs && <ObsSuggestionList suggestions={suggestions} covered={covered} month={month.data} />}
        {view.mayRaiseObs && <NewObs month={month.data} />}
        {levels.map((level) => (
          <ObsLevelSection key={level.level} level={level} month={month.data} decisions={decisions.data} meetings={site.meetings} mayEdit={site.rights.editObs} mayWrite={view.mayEditObs} />
        ))}
      </section>
    </EditingProvider>
  );
};

export default ObsPage;
