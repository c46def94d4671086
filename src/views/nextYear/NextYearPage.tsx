import { useQuery } from '@tanstack/react-query';
import * as React from 'react';
import { problemOf } from '../../plan/problem';
import { mayMakeYear, type PlanViewProps } from '../app/planViews';
import { FluentFrame } from '../shared/FluentFrame';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { YearForm } from './YearForm';

/** The next year's plan out of this one: choices, names, meetings, dry run, run. */
const NextYearPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { loadNextYear } = useServices();
  const toYear = String(Number(planYear) + 1);
  const rows = useQuery(['nextYear', planYear], async () => (await loadNextYear(site.timeZone)).rows(planYear, toYear), { enabled: mayMakeYear(site), refetchOnWindowFocus: false });
  // The navigation does not lead here without the rights; a link that was sent does.
  if (!mayMakeYear(site)) {
    return <section className={styles.root}><h2>{text('year.heading', toYear)}</h2><p className={styles.notice}>{text('year.notYours')}</p></section>;
  }
  return (
    <FluentFrame>
      <section className={styles.root} aria-labelledby="upl-year">
        <h2 id="upl-year">{text('year.heading', toYear)}</h2>
        <p>{text('year.help', planYear, toYear)}</p>
        {rows.data
          ? <YearForm key={planYear} site={site} fromYear={planYear} toYear={toYear} rows={rows.data} onChanged={() => { rows.refetch().catch(() => undefined); }} />
          : rows.error
            ? <p role="alert" className={styles.notice}>{readProblemText(problemOf(rows.error)).title} <button type="button" className={styles.link} onClick={() => { rows.refetch().catch(() => undefined); }}>{text('problem.retry')}</button></p>
            : <p role="status">{text('common.loading')}</p>}
      </section>
    </FluentFrame>
  );
};

export default NextYearPage;
