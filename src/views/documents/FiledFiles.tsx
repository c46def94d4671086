import * as React from 'react';
import type { Minutes } from '../../documents/summary/decisionsDocument';
import { dayOf } from '../../plan/calendar';
import type { FiledMonth, Revision } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { problemOf } from '../../plan/problem';
import { useAnnexStore } from '../shared/annexQueries';
import { download } from '../shared/download';
import { readProblemText } from '../shared/problemText';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { bytesOf } from './bytesOf';
import styles from './documents.module.scss';

interface FiledFilesProps {
  site: PlanSite;
  filed: FiledMonth;
  /** The revision whose record is shown. */
  shown: Revision;
  record: MonthRecord;
  minutes: Minutes;
  onRevision: (name: string) => void;
}

/** The files of a revision, the choice between revisions, and the package for the case system. */
export const FiledFiles: React.FC<FiledFilesProps> = ({ site, filed, shown, record, minutes, onRevision }) => {
  const { now } = useServices();
  const store = useAnnexStore(site.timeZone);
  const [problem, setProblem] = React.useState('');
  const [working, setWorking] = React.useState(false);
  const whole = filed.revisions.filter(({ complete }) => complete);
  const held = record.meeting.meetingDate <= dayOf(now(), site.timeZone);
  const packUp = async (): Promise<void> => {
    const { journalPackage, journalFileName, fileNames } = await import(/* webpackChunkName: 'word' */ '../../documents/journal/journalPackage');
    const annexes = await store();
    const [annex, paper] = await Promise.all([fileNames.annex, fileNames.paper].map((name) => bytesOf(annexes, shown, name)));
    const bytes = await journalPackage({ record, annex, paper, minutes, madeAt: now().toISOString() }, text);
    download(new Blob([new Uint8Array(bytes)], { type: 'application/zip' }), journalFileName(record));
  };
  const onPack = (): void => {
    setProblem('');
    setWorking(true);
    packUp().catch((error: unknown) => setProblem(readProblemText(problemOf(error)).title)).finally(() => setWorking(false));
  };
  return (
    <section className={styles.notPrinted} aria-labelledby="upl-files">
      <h3 id="upl-files">{text('documents.files')}</h3>
      {whole.length > 1 && (
        <label className={sharedStyles.inlineLabel}>{text('documents.revision')}{' '}
          <select className={sharedStyles.select} value={shown.name} onChange={(event) => onRevision(event.target.value)}>{whole.map(({ name }) => <option key={name}>{name}</option>)}</select>
        </label>
      )}
      <ul className={styles.files}>
        {shown.files.map(({ name, url, size }) => (
          <li key={name}><a href={new URL(encodeURI(url), site.url).href} download={name} data-interception="off" className={sharedStyles.link}>{name}</a> <span className={sharedStyles.muted}>{text('documents.size', Math.max(1, Math.round(size / 1024)))}</span></li>
        ))}
      </ul>
      {held && <p className={styles.bar}><button type="button" className={sharedStyles.button} aria-disabled={working} onClick={() => (working ? undefined : onPack())}>{text('exp.journal')}</button></p>}
      {problem && <p role="alert" className={sharedStyles.notice}>{text('documents.journal.failed', problem)}</p>}
    </section>
  );
};
