import { QueryClientProvider } from '@tanstack/react-query';
import * as React from 'react';
import { openingPeriod, planYearOf } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import { problemOf } from '../../plan/problem';
import { OutboxBar } from '../outbox/OutboxBar';
import { OutboxProvider } from '../outbox/OutboxProvider';
import { Announcer } from '../shared/announcer';
import { LazyPart } from '../shared/lazy';
import { useSite } from '../shared/queries';
import { SavedMessage } from '../shared/SavedMessage';
import { ServicesProvider, useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useOthersChanges } from '../shared/useOthersChanges';
import { useAddress } from './address';
import { PlanNavigation } from './PlanNavigation';
import { mayImport, planViews, type PlanViewProps } from './planViews';
import { ProblemScreen } from './ProblemScreen';
import { rememberPlan, type PlanSession } from './session';
import { Skeleton } from './Skeleton';
import { ThemeFrame, type PlanTheme } from './ThemeFrame';

const ImportPage = React.lazy(() => import(/* webpackChunkName: 'import' */ '../import/ImportPage'));
const SetupView = React.lazy(() => import(/* webpackChunkName: 'setup' */ '../setup/SetupView'));

/** The web part's whole content. */
export const App: React.FC<{ session: PlanSession; theme: PlanTheme }> = ({ session: { services, client }, theme }) => (
  <QueryClientProvider client={client}>
    <ServicesProvider services={services}>
      <ThemeFrame theme={theme}>
        <Announcer>
          <PlanPage />
        </Announcer>
      </ThemeFrame>
    </ServicesProvider>
  </QueryClientProvider>
);

/** Loads the site, then shows the plan, or says what stands in the way. */
const PlanPage: React.FC = () => {
  const site = useSite();
  const { now, planYear: chosenYear } = useServices();
  const [settingUp, setSettingUp] = React.useState(false);
  const [importing, setImporting] = React.useState(false);
  React.useEffect(() => {
    if (site.data) {
      rememberPlan(site.data, now);
    }
  }, [site.data, now]);
  const problem = site.error ? problemOf(site.error) : undefined;
  const reload = (): void => {
    setSettingUp(false);
    setImporting(false);
    site.refetch().catch(() => undefined);
  };
  if (settingUp) {
    return <LazyPart><SetupView onDone={reload} /></LazyPart>;
  }
  const setUp = (): void => setSettingUp(true);
  if (importing && site.data) {
    return <LazyPart><ImportPage site={site.data} planYear={chosenYear ?? todayIn(now(), site.data.timeZone).slice(0, 4)} onDone={reload} /></LazyPart>;
  }
  if (site.data) {
    return site.data.planYear
      ? <ChosenView site={site.data} planYear={site.data.planYear} />
      : <ProblemScreen title={text('empty.plan.title')} help={text('empty.plan.help')} onRetry={reload} onSetup={site.data.rights.manageSite ? setUp : undefined} onImport={mayImport(site.data) ? () => setImporting(true) : undefined} />;
  }
  return problem
    ? <ProblemScreen problem={problem} onRetry={reload} onSetup={(problem.kind === 'listsMissing' && problem.mayCreate) || (problem.kind === 'unreadable' && problem.mayMend) ? setUp : undefined} />
    : <div className={styles.root}><Skeleton /></div>;
};

/** The view that the address names, else the one that the page was set to open with. */
const ChosenView: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { openWith, now } = useServices();
  const [address, changeAddress] = useAddress();
  const period = site.meetings.find(({ id }) => id === address.meeting)?.period ?? address.period ?? openingPeriod(site.meetings, todayIn(now(), site.timeZone));
  const ordinaryYear = planYearOf({ planYear, nextPlanYear: site.nextPlanYear }, period);
  const shownYear = address.year ?? ordinaryYear;
  const chosen = planViews.find((view) => view.id === (address.view ?? openWith)) ?? planViews[0];
  useOthersChanges(site);
  return (
    <OutboxProvider key={site.me.id} site={site}>
      <SavedMessage>
        <PlanNavigation site={site} current={chosen.id} />
        <OutboxBar />
        {shownYear !== ordinaryYear && <p className={styles.notice}>{text('year.shown', shownYear)} <button type="button" className={styles.link} onClick={() => changeAddress({ year: undefined })}>{text('year.see', ordinaryYear)}</button></p>}
        <LazyPart key={chosen.id}><chosen.component site={site} planYear={shownYear} /></LazyPart>
      </SavedMessage>
    </OutboxProvider>
  );
};
