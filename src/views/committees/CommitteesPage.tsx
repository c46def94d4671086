import * as React from 'react';
import { openingPeriod } from '../../plan/meeting';
import { overview, todayIn } from '../../plan/overview';
import { committeeParts, treatmentOfPlan } from '../../plan/politicalTreatment';
import { problemOf } from '../../plan/problem';
import { overviewOf } from '../../plan/record/overviewOf';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { useNarrow } from '../overview/useNarrow';
import { ExportMenu } from '../shared/ExportMenu';
import { useDecisions } from '../shared/meetingQueries';
import { MonthPicker } from '../shared/MonthPicker';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { useShownMonth } from '../shared/useShownMonth';
import { CommitteeTable } from './CommitteeTable';
import { NewTreatment } from './NewTreatment';
import { PlanTreatment } from './PlanTreatment';
import styles from './committees.module.scss';

/** The political side of the plan: which meetings treated it, and each committee's own part, to be handed over as Word or Excel. */
const CommitteesPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useShownMonth(site, planYear, period);
  const decisions = useDecisions();
  const [frame, narrow] = useNarrow();
  const problem = month.error ?? decisions.error;
  if (problem) {
    return <ProblemScreen problem={problemOf(problem)} onRetry={() => { month.retry(); decisions.refetch().catch(() => undefined); }} />;
  }
  if (!month.rows || !decisions.data) {
    return <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const { initiatives } = month.rows;
  const viewer = { site, today, wholePlan: true };
  const view = month.record ? overviewOf(month.record, viewer) : overview({ ...viewer, month: month.rows });
  const parts = committeeParts(initiatives, locale());
  const chosen = parts.find(({ name }) => name === address.committee);
  const rows = view.rows.filter(({ initiative }) => chosen && initiative.committees.includes(chosen.name));
  const source = { committee: chosen?.name ?? '', planYear, period, rows, decisions: decisions.data, meetings: site.meetings };
  const word = async (): Promise<Blob> => {
    const [{ committeeExtract }, { toDocx }] = await Promise.all([
      import(/* webpackChunkName: 'committeeFiles' */ '../../documents/committee/committeeExtract'), import(/* webpackChunkName: 'word' */ '../../documents/model/toDocx')
    ]);
    return new Blob([await toDocx(committeeExtract(source, text))], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  };
  return (
    <section ref={frame} className={`${sharedStyles.root} ${narrow ? sharedStyles.narrow : ''}`} aria-label={text('nav.committees')} aria-busy={month.isFetching}>
      <header className={styles.head}>
        <h2>{text('nav.committees')} {planYear}</h2>
        <MonthPicker period={period} firstPeriod={view.firstPeriod} lastPeriod={view.lastPeriod} onPeriod={(next) => changeAddress({ period: next })} />
      </header>
      <PlanTreatment treatments={treatmentOfPlan(decisions.data, site.meetings, planYear, initiatives)} initiatives={initiatives} />
      {site.rights.addMeetings && <NewTreatment site={site} planYear={planYear} today={today} committees={parts.map(({ name }) => name)} />}
      <section aria-labelledby="upl-committee">
        <h3 id="upl-committee">{text('committees.part')}</h3>
        {parts.length === 0 && <p className={sharedStyles.muted}>{text('committees.none')}</p>}
        <div className={sharedStyles.toolbar}>
          <label className={sharedStyles.inlineLabel}>
            {text('overview.filterCommittee')}{' '}
            <select className={sharedStyles.select} value={chosen?.name ?? ''} onChange={(event) => changeAddress({ committee: event.target.value || undefined })}>
              <option value="">{text('editor.choose')}</option>
              {parts.map(({ name, initiatives: own }) => <option key={name} value={name}>{text('committees.option', name, own.length)}</option>)}
            </select>
          </label>
          {chosen && <ExportMenu name={[text('app.title'), planYear, chosen.name, period]} tables={({ committeeSheet }) => [committeeSheet(source, text)]} others={{ docx: word }} />}
        </div>
        {chosen && <p className={`${sharedStyles.muted} ${styles.leftOut}`}>{text('committees.extract.help')}</p>}
        {chosen && <CommitteeTable source={source} />}
      </section>
    </section>
  );
};

export default CommitteesPage;
