import * as React from 'react';
import { isRound } from '../../plan/meeting';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';
import { MeetingDocuments } from './MeetingDocuments';

const ExtractPanel = React.lazy(() => import(/* webpackChunkName: 'extract' */ './ExtractPanel'));

/** Annex and agenda item of a board meeting: as they were filed, or as they would be now; where a round is locked and its papers are fetched. */
const DocumentsPage: React.FC<PlanViewProps> = ({ site, planYear }) => {
  const [address, changeAddress] = useAddress();
  const rounds = site.meetings.filter(isRound).sort((a, b) => b.meetingDate.localeCompare(a.meetingDate));
  const meeting = rounds.find(({ id }) => id === address.meeting) ?? rounds.find(({ period }) => period === address.period) ?? rounds[0];
  const [extracting, setExtracting] = React.useState(false);
  return (
    <section className={sharedStyles.root} aria-labelledby="upl-documents">
      <header className={`${styles.head} ${styles.notPrinted}`}>
        <h2 id="upl-documents">{text('documents.heading')}</h2>
        {meeting && (
          <label className={sharedStyles.inlineLabel}>{text('documents.meeting')}{' '}
            <select className={sharedStyles.select} value={meeting.id} onChange={(event) => changeAddress({ meeting: Number(event.target.value) })}>
              {rounds.map(({ id, title, state }) => <option key={id} value={id}>{`${title} · ${text(`round.${state}` as const)}`}</option>)}
            </select>
          </label>
        )}
        {meeting && site.rights.editMeetings && <button type="button" className={sharedStyles.button} aria-pressed={extracting} onClick={() => setExtracting(!extracting)}>{text('exp.access')}</button>}
      </header>
      {extracting && <LazyPart><ExtractPanel site={site} /></LazyPart>}
      {!extracting && (meeting ? <MeetingDocuments key={meeting.id} site={site} planYear={planYear} meeting={meeting} /> : <p className={sharedStyles.empty}>{text('documents.none')}</p>)}
    </section>
  );
};

export default DocumentsPage;
