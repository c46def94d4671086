import * as React from 'react';
import { openingPeriod } from '../../plan/meeting';
import { monthsToChoose, todayIn } from '../../plan/overview';
import { periodName } from '../../plan/period';
import { problemOf } from '../../plan/problem';
import { strategyOf, type Strategy } from '../../plan/strategy';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider, useEditedRow, useEditing } from '../editing/EditingProvider';
import { useNarrow } from '../overview/useNarrow';
import { LazyPart } from '../shared/lazy';
import { MonthPicker } from '../shared/MonthPicker';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { useShownMonth } from '../shared/useShownMonth';
import { CouplingMatrix } from './CouplingMatrix';
import { EffortCard, validityOf } from './EffortCard';
import { Gaps } from './Gaps';
import styles from './strategy.module.scss';

const EffortEditor = React.lazy(() => import(/* webpackChunkName: 'effortEditor' */ './EffortEditor'));

/** The board's strategic efforts: each with its status of the month, what carries it, and where nothing does. */
const StrategyPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useShownMonth(site, planYear, period);
  const [frame, narrow] = useNarrow();
  const [onlyGaps, setOnlyGaps] = React.useState(false);
  if (!month.rows) {
    return month.error
      ? <ProblemScreen problem={problemOf(month.error)} onRetry={month.retry} />
      : <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const view = strategyOf({ site, month: month.rows, wholePlan: address.wholePlan });
  return (
    <EditingProvider key={period} site={site} period={period}>
      <section ref={frame} className={`${sharedStyles.root} ${narrow ? sharedStyles.narrow : ''}`} aria-label={text('nav.strategy')} aria-busy={month.isFetching}>
        <header className={styles.head}>
          <h2>{text('nav.strategy')}</h2>
          <MonthPicker period={period} {...monthsToChoose(site, month.rows, today)} onPeriod={(next) => changeAddress({ period: next })} />
        </header>
        {month.error && <p role="alert" className={sharedStyles.notice}>{text('overview.stale')}</p>}
        {!site.rights.editEfforts && <p className={`${sharedStyles.muted} ${styles.notPrinted}`}>{text('strategy.onlyDirectors')}</p>}
        {view.mayEdit && <NewEffort view={view} />}
        {view.efforts.length === 0 && <p className={sharedStyles.empty}>{text('strategy.none', periodName(period, locale()))}</p>}
        <ul className={styles.efforts}>{view.efforts.map((entry) => <EffortCard key={entry.effort.id} entry={entry} view={view} site={site} period={period} />)}</ul>
        {view.efforts.length > 0 && <Gaps view={view} />}
        {view.efforts.length > 0 && (
          <section aria-labelledby="upl-matrix">
            <h3 id="upl-matrix">{text('strategy.matrix')}</h3>
            <div className={sharedStyles.toolbar}>
              <button type="button" className={sharedStyles.button} aria-pressed={onlyGaps} onClick={() => setOnlyGaps(!onlyGaps)}>{text('strategy.onlyGaps')}</button>
              <button type="button" className={sharedStyles.button} aria-pressed={address.wholePlan} onClick={() => changeAddress({ wholePlan: !address.wholePlan })}>{text('overview.wholePlan')}</button>
            </div>
            <CouplingMatrix view={view} initiatives={onlyGaps ? view.withoutEffort : view.initiatives} period={period} narrow={narrow} />
          </section>
        )}
        {view.otherEfforts.length > 0 && (
          <section aria-labelledby="upl-other-efforts">
            <h3 id="upl-other-efforts">{text('strategy.others')}</h3>
            <ul className={styles.efforts}>{view.otherEfforts.map((effort) => <OtherEffort key={effort.id} effort={effort} view={view} />)}</ul>
          </section>
        )}
      </section>
    </EditingProvider>
  );
};

const newPlace = 'effort-new';

const NewEffort: React.FC<{ view: Strategy }> = ({ view }) => {
  const { startEdit } = useEditing();
  const editing = useEditedRow()?.place === newPlace;
  return (
    <div className={styles.notPrinted} data-place={newPlace} data-cell="effort" tabIndex={-1}>
      {editing
        ? <LazyPart><EffortEditor view={view} /></LazyPart>
        : <button type="button" className={sharedStyles.button} onClick={() => startEdit({ kind: 'effort', initiativeId: 0, place: newPlace })}>{text('strategy.new')}</button>}
    </div>
  );
};

const OtherEffort: React.FC<{ effort: Strategy['otherEfforts'][number]; view: Strategy }> = ({ effort, view }) => {
  const { startEdit } = useEditing();
  const place = `effort-${effort.id}`;
  const editing = useEditedRow()?.place === place;
  return (
    <li className={styles.effort} data-place={place} data-cell="effort" tabIndex={-1}>
      <p>{effort.title} <span className={sharedStyles.muted}>· {validityOf(effort)}</span></p>
      {editing && <LazyPart><EffortEditor effort={effort} view={view} /></LazyPart>}
      {view.mayEdit && !editing && (
        <p className={sharedStyles.rowActions}>
          <button type="button" className={sharedStyles.link} aria-label={`${text('strategy.edit')}: ${effort.title}`} onClick={() => startEdit({ kind: 'effort', initiativeId: 0, place })}>{text('common.edit')}</button>
        </p>
      )}
    </li>
  );
};

export default StrategyPage;
