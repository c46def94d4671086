import * as React from 'react';
import { suggestObs } from '../../plan/obsSuggestions';
import { obsByLevel } from '../../plan/obsBoard';
import { openingPeriod } from '../../plan/meeting';
import { overview, todayIn } from '../../plan/overview';
import { addMonths } from '../../plan/period';
import { problemOf } from '../../plan/problem';
import { overviewOf } from '../../plan/record/overviewOf';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider } from '../editing/EditingProvider';
import { roundLine } from '../overview/MonthHeader';
import { ExportMenu } from '../shared/ExportMenu';
import { useDecisions } from '../shared/meetingQueries';
import { MonthPicker } from '../shared/MonthPicker';
import { LazyPart } from '../shared/lazy';
import { obsTitles } from '../shared/obsTitles';
import { useMonth } from '../shared/queries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useShownMonth } from '../shared/useShownMonth';
import { NewObs } from './NewObs';
import styles from './obs.module.scss';
import { usePrintedLevel } from './usePrintedLevel';
import { ObsLevelSection } from './ObsLevelSection';
import { ObsSuggestionList } from './ObsSuggestionList';

const LockedNotice = React.lazy(() => import(/* webpackChunkName: 'locked' */ '../documents/LockedNotice'));

/** OBS points of a month: what the round suggests, what stands open at each level, and the summary of each. */
const ObsPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useShownMonth(site, planYear, period);
  const { record, rows } = month;
  const before = useMonth(planYear, addMonths(period, -1));
  const decisions = useDecisions();
  const [printed, print] = usePrintedLevel();
  const problem = month.error ?? before.error ?? decisions.error;
  if (problem) {
    return <ProblemScreen problem={problemOf(problem)} onRetry={() => {
      month.retry();
      [before, decisions].filter((query) => query.isError).forEach((query) => { query.refetch().catch(() => undefined); });
    }} />;
  }
  if (!rows || !before.data || !decisions.data) {
    return <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const viewer = { site, today, wholePlan: true };
  const view = record ? overviewOf(record, viewer) : overview({ ...viewer, month: rows });
  const { suggestions, covered } = suggestObs({
    month: rows, meetings: site.meetings, previous: { period: before.data.period, reports: before.data.reports }, ...decisions.data, today
  });
  const { initiatives, efforts } = rows;
  const levels = obsByLevel(rows.obsPoints, period);
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
        {view.locked && <LazyPart><LockedNotice site={site} view={view} record={record} unreadable={month.unreadable} /></LazyPart>}
        {!site.rights.addObs && <p className={`${styles.quiet} ${styles.notPrinted}`}>{text('obs.onlyDirectors')}</p>}
        {view.mayRaiseObs && <ObsSuggestionList suggestions={suggestions} covered={covered} month={rows} />}
        {view.mayRaiseObs && <NewObs month={rows} />}
        {levels.map((level) => (
          <ObsLevelSection key={level.level} level={level} month={rows} decisions={decisions.data} meetings={site.meetings} today={today} leftOut={printed !== undefined && printed !== level.level} onPrint={print} mayEdit={site.rights.editObs} mayWrite={view.mayEditObs} />
        ))}
      </section>
    </EditingProvider>
  );
};

export default ObsPage;
