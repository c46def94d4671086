import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import { overview, todayIn } from '../../plan/overview';
import { problemOf } from '../../plan/problem';
import { overviewOf } from '../../plan/record/overviewOf';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { LazyPart } from '../shared/lazy';
import { useDecisions, useMeetingDetails } from '../shared/meetingQueries';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useShownMonth } from '../shared/useShownMonth';
import { MeetingCalendar } from './MeetingCalendar';
import { MeetingPage } from './MeetingPage';
import { MeetingWork } from './meetingWork';

const MeetingShow = React.lazy(() => import(/* webpackChunkName: 'meetingShow' */ './show/MeetingShow'));

/** The calendar of meetings; a meeting that is opened; or the meeting view, when the address names a step of it. */
const MeetingsView: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const [address, changeAddress] = useAddress();
  const toCalendar = (): void => changeAddress({ meeting: undefined, step: undefined });
  if (address.meeting === undefined) {
    return <MeetingCalendar site={site} planYear={planYear} />;
  }
  const meeting = site.meetings.find(({ id }) => id === address.meeting);
  return meeting
    ? <OneMeeting key={meeting.id} site={site} planYear={planYear} meeting={meeting} />
    : (
      <section className={styles.root}>
        <h2>{text('meetings.gone.title')}</h2>
        <p>{text('meetings.gone.help')}</p>
        <p><button type="button" className={styles.button} onClick={toCalendar}>{text('meetings.all')}</button></p>
      </section>
    );
};

const OneMeeting: React.FC<PlanViewProps & { meeting: Meeting }> = ({ site, planYear, meeting }) => {
  const { now } = useServices();
  const [address] = useAddress();
  const details = useMeetingDetails(meeting.id);
  const month = useShownMonth(site, planYear, meeting.period);
  const { rows, record } = month;
  const decisions = useDecisions();
  // A month that was read before is shown on when it can't be read anew; what never came is an error.
  const error = (details.data ? undefined : details.error) ?? (rows ? undefined : month.error) ?? (decisions.data ? undefined : decisions.error);
  if (error) {
    return <ProblemScreen problem={problemOf(error)} onRetry={() => {
      month.retry();
      [details, decisions].filter(({ isError }) => isError).forEach((query) => { query.refetch().catch(() => undefined); });
    }} />;
  }
  if (!details.data || rows?.period !== meeting.period || !decisions.data) {
    return <div className={styles.root}><Skeleton /></div>;
  }
  // The state, the day and the title are the calendar's, which is read more often.
  const viewer = { site, today: todayIn(now(), site.timeZone), wholePlan: true };
  const shown = {
    site, meeting: { ...details.data, ...meeting, etag: details.data.etag }, month: rows, record, rows: decisions.data, view: record ? overviewOf(record, viewer) : overview({ ...viewer, month: rows })
  };
  return (
    <MeetingWork site={site} period={meeting.period}>
      {address.step === undefined ? <MeetingPage {...shown} /> : <LazyPart><MeetingShow {...shown} step={address.step} /></LazyPart>}
    </MeetingWork>
  );
};

export default MeetingsView;
