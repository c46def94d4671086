import * as React from 'react';
import { openingPeriod } from '../../plan/meeting';
import { myStatus, roundsBefore } from '../../plan/myStatus';
import { monthsToChoose, todayIn } from '../../plan/overview';
import { problemOf } from '../../plan/problem';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { useDecisions } from '../shared/meetingQueries';
import { useMonth } from '../shared/queries';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { MyStatusList } from './MyStatusList';

/** Everything that the person looking is asked for in a month, to be answered from the top down. */
const MyStatusPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useMonth(planYear, period);
  const [lastRound] = roundsBefore(site.meetings, period);
  // Without a round before, the month itself is asked for again, which costs nothing.
  const last = useMonth(planYear, lastRound?.period ?? period);
  const decisions = useDecisions();
  const rows = month.data?.period === period ? month.data : undefined;
  const view = React.useMemo(
    () => rows && last.data && decisions.data && myStatus({ site, month: rows, previous: last.data.reports, ...decisions.data, today }),
    [site, rows, last.data, decisions.data, today]
  );
  if (!view || !rows) {
    const failed = [month, last, decisions].find((query) => query.error);
    return failed
      ? <ProblemScreen problem={problemOf(failed.error)} onRetry={() => { [month, last, decisions].forEach((query) => { query.refetch().catch(() => undefined); }); }} />
      : <div className={styles.root}><Skeleton /></div>;
  }
  return (
    <MyStatusList
      key={period} site={site} view={view} today={today} months={monthsToChoose(site, rows, today)} byLink={address.view === 'myStatus'} onPeriod={(next) => changeAddress({ period: next })}
    />
  );
};

export default MyStatusPage;
