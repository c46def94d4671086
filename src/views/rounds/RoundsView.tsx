import * as React from 'react';
import { openingPeriod, roundOf, type Meeting } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import { periodName } from '../../plan/period';
import { boardMeetingsOf } from '../../plan/rounds/rounds';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { useNarrow } from '../overview/useNarrow';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { BoardMeetings } from './BoardMeetings';
import { PlanYear } from './PlanYear';
import { RoundStatus } from './RoundStatus';

/** Where the year's board meetings are planned and their rounds opened, and where statuses are asked for. */
const RoundsView: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const { now } = useServices();
  const [address, changeAddress] = useAddress();
  const today = todayIn(now(), site.timeZone);
  const period = address.period ?? openingPeriod(site.meetings, today);
  const [year, setYear] = React.useState(period.slice(0, 4));
  const years = Array.from(new Set([...site.meetings.map((meeting) => meeting.period.slice(0, 4)), planYear, String(Number(planYear) + 1), year])).sort();
  const meetings = boardMeetingsOf(site.meetings, year);
  const round = roundOf(site.meetings, period);
  const [frame, narrow] = useNarrow();
  const show = (meeting: Meeting): void => changeAddress({ period: meeting.period });
  return (
    <section ref={frame} className={`${styles.root} ${narrow ? styles.narrow : ''}`} aria-labelledby="upl-rounds">
      <header className={styles.monthHeader}>
        <h2 id="upl-rounds">{text('rounds.heading', year)}</h2>
        <label className={styles.inlineLabel}>{text('rounds.year')}{' '}
          <select className={styles.select} value={year} onChange={(event) => setYear(event.target.value)}>{years.map((each) => <option key={each}>{each}</option>)}</select>
        </label>
      </header>
      <BoardMeetings site={site} planYear={planYear} meetings={meetings} year={year} shownPeriod={round && period} onShow={show} />
      {round
        ? <RoundStatus key={round.id} site={site} planYear={planYear} round={round} today={today} />
        : <p className={styles.muted}>{text('rounds.notOpen', periodName(period, locale()))}</p>}
      {site.rights.addMeetings && <PlanYear key={year} site={site} year={year} />}
    </section>
  );
};

export default RoundsView;
