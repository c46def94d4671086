import * as React from 'react';
import { followUpEntries, followUpGroupings, groupFollowUps, postponedMatters, selectFollowUps, type FollowUpGroup, type FollowUpGrouping } from '../../plan/decisionHistory';
import { openingPeriod } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import type { MonthRows, PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { EditingProvider } from '../editing/EditingProvider';
import { ExportMenu } from '../shared/ExportMenu';
import { Matters } from '../shared/Matters';
import { useDecisions } from '../shared/meetingQueries';
import { useMonth } from '../shared/queries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { FollowUpItem } from './FollowUpItem';
import styles from './followUps.module.scss';

/** What decisions set in motion: mine, what is overdue, by initiative, by meeting; state and note are written where they stand. */
const FollowUpsPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const month = useMonth(planYear, period);
  const decisions = useDecisions();
  const problem = month.error ?? decisions.error;
  if (problem) {
    return <ProblemScreen problem={problemOf(problem)} onRetry={() => [month, decisions].filter((query) => query.isError).forEach((query) => { query.refetch().catch(() => undefined); })} />;
  }
  if (!month.data || !decisions.data) {
    return <div className={sharedStyles.root}><Skeleton /></div>;
  }
  const selection = address.followUps;
  const initiatives = [...month.data.initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const entries = followUpEntries(decisions.data, site.meetings, site.me.id, today);
  const shown = selectFollowUps(entries, selection);
  const groups = groupFollowUps(shown, selection.grouping, initiatives.map(({ id }) => id));
  // One that several initiatives share stands under each on the page, and once in a file.
  const inOrder = Array.from(new Set(groups.flatMap((group) => group.entries)));
  const titles = new Map(initiatives.map(({ id, originalText }) => [id, originalText]));
  const postponed = postponedMatters(decisions.data, site.meetings);
  const select = (change: Partial<typeof selection>): void => changeAddress({ followUps: { ...selection, ...change } });
  const toggle = (name: 'onlyMine' | 'onlyOverdue' | 'withEnded', label: string): React.ReactElement => (
    <button type="button" className={sharedStyles.button} aria-pressed={selection[name]} onClick={() => select({ [name]: !selection[name] })}>{label}</button>
  );
  return (
    <EditingProvider site={site} period={period}>
      <section className={sharedStyles.root} aria-label={text('nav.followUp')} aria-busy={decisions.isFetching}>
        <header className={styles.head}><h2>{text('nav.followUp')}</h2></header>
        <div className={sharedStyles.toolbar}>
          {toggle('onlyMine', text('overview.filterOnlyMine'))}
          {toggle('onlyOverdue', text('followUps.onlyOverdue', entries.filter(({ overdue }) => overdue).length))}
          {toggle('withEnded', text('followUps.withEnded'))}
          <label className={sharedStyles.inlineLabel}>
            {text('overview.groupBy')}{' '}
            <select className={sharedStyles.select} value={selection.grouping} onChange={(event) => select({ grouping: event.target.value as FollowUpGrouping })}>
              {followUpGroupings.map((grouping) => <option key={grouping} value={grouping}>{text(`followUps.group.${grouping}` as const)}</option>)}
            </select>
          </label>
          <ExportMenu name={[text('app.title'), text('nav.followUp'), today]} tables={({ followUpSheet }) => [followUpSheet(inOrder, titles, text)]} />
        </div>
        {shown.length === 0 && <p className={sharedStyles.muted}>{text('followUps.none')}</p>}
        {groups.map((group) => (
          <div key={group.id ?? 'none'}>
            {selection.grouping !== 'dueDate' && <h3>{headingOf(group, selection.grouping, site, month.data)}</h3>}
            <ul className={styles.items}>
              {group.entries.map((entry) => (
                <FollowUpItem key={entry.followUp.id} entry={entry} place={`${group.id ?? 'none'}-${entry.followUp.id}`} initiatives={initiatives} mayEdit={site.rights.editFollowUps} grouping={selection.grouping} />
              ))}
            </ul>
          </div>
        ))}
        {postponed.length > 0 && !selection.onlyMine && !selection.onlyOverdue && (
          <section aria-labelledby="upl-postponed">
            <h3 id="upl-postponed">{text('followUps.postponed')}</h3>
            <Matters matters={postponed} />
          </section>
        )}
      </section>
    </EditingProvider>
  );
};

function headingOf(group: FollowUpGroup, grouping: FollowUpGrouping, site: PlanSite, month: MonthRows | undefined): string {
  const title = grouping === 'meeting' ? site.meetings.find(({ id }) => id === group.id)?.title : month?.initiatives.find(({ id }) => id === group.id)?.originalText;
  return title ?? text(grouping === 'meeting' ? 'followUps.noMeeting' : 'obs.wholePlan');
}

export default FollowUpsPage;
