import * as React from 'react';
import { overview, todayIn } from '../../plan/overview';
import { isFoldable, type OverviewSelection } from '../../plan/overviewSelection';
import { openingPeriod } from '../../plan/meeting';
import { problemOf } from '../../plan/problem';
import { sinceLastOf } from '../../plan/record/monthRowsOf';
import { overviewOf } from '../../plan/record/overviewOf';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider } from '../editing/EditingProvider';
import { LazyPart } from '../shared/lazy';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useShownMonth } from '../shared/useShownMonth';
import { SinceLastProvider, useSinceLast } from '../sinceLast/useSinceLast';
import { Counts } from './Counts';
import { MonthHeader } from './MonthHeader';
import { OtherObs } from './OtherObs';
import { OverviewExport } from './OverviewExport';
import { OverviewTable } from './OverviewTable';
import { PlanTools } from './PlanTools';
import { Toolbar } from './Toolbar';
import { WhoIsMissing } from './WhoIsMissing';
import { useNarrow } from './useNarrow';
import { useSearch } from './useSearch';

const LockedNotice = React.lazy(() => import(/* webpackChunkName: 'locked' */ '../documents/LockedNotice'));

/** The coordinated view of one month. */
export const OverviewPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useShownMonth(site, planYear, period);
  const { rows, record } = month;
  const [frame, narrow] = useNarrow();
  const view = React.useMemo(() => {
    const viewer = { site, today, wholePlan: address.wholePlan };
    return record ? overviewOf(record, viewer) : rows && overview({ ...viewer, month: rows });
  }, [site, rows, record, today, address.wholePlan]);
  const since = useSinceLast(site, record ? undefined : view, address.selection.foldUnchanged);
  const filedSince = React.useMemo(() => record && sinceLastOf(record), [record]);
  const byInitiative = filedSince ?? since.byInitiative;
  // Only folding needs the earlier months: without it their coming draws no row anew.
  const folding = address.selection.foldUnchanged ? byInitiative : undefined;
  const select = (change: Partial<OverviewSelection>): void => changeAddress({ selection: { ...address.selection, ...change } });
  const { typed, applied, type } = useSearch(address.selection.search, (search) => select({ search }));
  const asked = JSON.stringify({ ...address.selection, search: applied });
  // The same as long as it says the same: an address that was written anew chooses no rows anew.
  const selection = React.useMemo(() => JSON.parse(asked) as OverviewSelection, [asked]);
  const onSelect = ({ search, ...others }: Partial<OverviewSelection>): void => {
    if (search !== undefined) {
      type(search);
    }
    if (Object.keys(others).length > 0) {
      select(others);
    }
  };
  if (!view || !rows) {
    return month.error
      ? <ProblemScreen problem={problemOf(month.error)} onRetry={month.retry} />
      : <div className={styles.root}><Skeleton /></div>;
  }
  return (
    // Another month is another row: an editor that stood open is closed, its text kept as that month's draft.
    <EditingProvider key={view.period} site={site} period={view.period}>
      <section ref={frame} className={`${styles.root} ${narrow ? styles.narrow : ''}`} aria-label={text('app.title')} aria-busy={month.isFetching}>
        <MonthHeader view={view} today={today} onPeriod={(next) => changeAddress({ period: next })} />
        {view.locked && <LazyPart><LockedNotice site={site} view={view} record={record} unreadable={month.unreadable} /></LazyPart>}
        {month.error && (
          <div role="alert" className={styles.notice}>
            {text('overview.stale')} <button type="button" className={styles.link} onClick={month.retry}>{text('problem.retry')}</button>
          </div>
        )}
        <Counts view={view} selection={selection} onSelect={onSelect} />
        <WhoIsMissing view={view} mayAsk={site.rights.editMeetings} onShowMissing={() => onSelect({ onlyMissing: true, onlyReceived: false })} />
        <Toolbar view={view} selection={selection} typed={typed} wholePlan={address.wholePlan} onSelect={onSelect} onWholePlan={(wholePlan) => changeAddress({ wholePlan })}>
          {rows && <OverviewExport view={view} month={rows} selection={selection} folding={folding} />}
        </Toolbar>
        <PlanTools site={site} month={rows} />
        {since.query.error && (
          <p role="status" className={styles.notice}>
            {text('sinceLast.failed')} <button type="button" className={styles.link} onClick={() => { since.query.refetch().catch(() => undefined); }}>{text('problem.retry')}</button>
          </p>
        )}
        {folding && <p role="status" className={styles.muted}>{text('sinceLast.folded', view.rows.filter((row) => isFoldable(row, folding)).length)}</p>}
        <OtherObs points={view.otherObs} />
        <SinceLastProvider value={byInitiative}>
          <OverviewTable
            view={view} folding={folding} selection={selection} openRow={address.row}
            onSelect={onSelect} onOpenRow={(row) => changeAddress({ row })} timeZone={site.timeZone}
          />
        </SinceLastProvider>
      </section>
    </EditingProvider>
  );
};
