import * as React from 'react';
import { economyByInitiative, economyChoices, reconcile, unmarked, wholeEconomy, type EconomySelection } from '../../plan/economy';
import { openingPeriod } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import { problemOf } from '../../plan/problem';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider } from '../editing/EditingProvider';
import { useNarrow } from '../overview/useNarrow';
import { useEconomyLines } from '../shared/economyQueries';
import { ExportMenu } from '../shared/ExportMenu';
import { useMonth } from '../shared/queries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { EconomyTable } from './EconomyTable';
import { Reconciliation } from './Reconciliation';
import styles from './economy.module.scss';

/** The amounts of the plan: lines under their initiatives, and investment held against saving code by code. */
const EconomyPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useMonth(planYear, period);
  const lines = useEconomyLines();
  const [frame, narrow] = useNarrow();
  const [withEmpty, setWithEmpty] = React.useState(false);
  const problem = lines.data ? month.error : lines.error ?? month.error;
  if (problem && !month.data) {
    return <ProblemScreen problem={problemOf(problem)} onRetry={() => [month, lines].filter((query) => query.isError).forEach((query) => { query.refetch().catch(() => undefined); })} />;
  }
  if (lines.error && !lines.data) {
    return <ProblemScreen problem={problemOf(lines.error)} onRetry={() => { lines.refetch().catch(() => undefined); }} />;
  }
  if (!month.data || !lines.data) {
    return <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const mayEdit = site.rights.editEconomy;
  const selection = address.economy;
  const select = (change: Partial<EconomySelection>): void => changeAddress({ economy: { ...selection, ...change } });
  const { initiatives } = month.data;
  const choices = economyChoices(lines.data, initiatives);
  const shown = economyByInitiative(lines.data, initiatives, selection, mayEdit && withEmpty);
  // A code is held together whole: only the department narrows it, to the codes that the department has a part in.
  const codes = reconcile(lines.data, initiatives).filter(({ departments }) => selection.department === '' || departments.includes(selection.department));
  const titles = new Map(initiatives.map(({ id, originalText }) => [id, originalText]));
  const filtered = Object.values(selection).some((value) => value !== '');
  return (
    <EditingProvider site={site} period={period}>
      <section ref={frame} className={`${sharedStyles.root} ${narrow ? sharedStyles.narrow : ''}`} aria-label={text('nav.economy')} aria-busy={lines.isFetching}>
        <header className={styles.head}>
          <h2>{text('nav.economy')} {planYear}</h2>
          <p>{text('economy.sign')}</p>
          <p><strong>{text('economy.noAppropriation')}</strong></p>
        </header>
        {lines.error && <p role="alert" className={sharedStyles.notice}>{text('overview.stale')}</p>}
        {!mayEdit && <p className={`${sharedStyles.muted} ${styles.notPrinted}`}>{text('economy.onlyFinance')}</p>}
        <div className={sharedStyles.toolbar}>
          <Choice label={text('economy.year')} value={selection.year} values={choices.years} onChange={(year) => select({ year })} />
          <Choice label={text('ini.marks')} value={selection.mark} values={choices.marks} nameOf={(mark) => (mark === unmarked ? text('economy.unmarked') : `(${mark})`)} onChange={(mark) => select({ mark })} />
          <Choice label={text('overview.filterDepartment')} value={selection.department} values={choices.departments} onChange={(department) => select({ department })} />
          {mayEdit && <button type="button" className={sharedStyles.button} aria-pressed={withEmpty} onClick={() => setWithEmpty(!withEmpty)}>{text('economy.withEmpty')}</button>}
          {filtered && <button type="button" className={sharedStyles.link} onClick={() => changeAddress({ economy: wholeEconomy })}>{text('overview.clear')}</button>}
          <ExportMenu name={[text('app.title'), text('nav.economy'), planYear]}
            tables={({ economySheet, reconciliationSheet }) => [economySheet(shown.flatMap((each) => each.lines), titles, text), reconciliationSheet(codes, text)]} />
        </div>
        {shown.length === 0
          ? <p role="status" className={sharedStyles.empty}>{text('economy.none')}</p>
          : <EconomyTable rows={shown} mayEdit={mayEdit} planYear={planYear} marks={choices.marks} narrow={narrow} />}
        <Reconciliation codes={codes} narrow={narrow} />
      </section>
    </EditingProvider>
  );
};

const Choice: React.FC<{ label: string; value: string; values: readonly string[]; nameOf?: (value: string) => string; onChange: (value: string) => void }> = ({ label, value, values, nameOf, onChange }) => (
  <label className={sharedStyles.inlineLabel}>
    {label}{' '}
    <select className={sharedStyles.select} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{text('economy.all')}</option>
      {values.map((each) => <option key={each} value={each}>{nameOf ? nameOf(each) : each}</option>)}
    </select>
  </label>
);

export default EconomyPage;
