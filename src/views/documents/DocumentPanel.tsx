import * as React from 'react';
import { toHtml } from '../../documents/model/toHtml';
import { toPlainText } from '../../documents/model/toPlainText';
import type { Minutes } from '../../documents/summary/decisionsDocument';
import type { CalendarDate } from '../../plan/calendar';
import type { Revision } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { problemOf } from '../../plan/problem';
import { useAnnexStore } from '../shared/annexQueries';
import { useAnnounce } from '../shared/announcer';
import { download, fileNameOf } from '../shared/download';
import { readProblemText } from '../shared/problemText';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { bytesOf } from './bytesOf';
import { DocumentView } from './DocumentView';
import styles from './documents.module.scss';
import { documentKinds, shownDocument, type DocumentKind } from './shownDocument';

interface DocumentPanelProps {
  site: PlanSite;
  record: MonthRecord;
  /** The revision that is shown; undefined for a preview. */
  filed: Revision | undefined;
  template: string;
  minutes: Minutes;
  today: CalendarDate;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A meeting's documents one at a time: on screen, to copy, as Word, on paper. */
export const DocumentPanel: React.FC<DocumentPanelProps> = ({ site, record, filed, template, minutes, today }) => {
  const announce = useAnnounce();
  const store = useAnnexStore(site.timeZone);
  const [kind, setKind] = React.useState<DocumentKind>('annex');
  const [byHand, setByHand] = React.useState(false);
  const [problem, setProblem] = React.useState('');
  const model = React.useMemo(() => shownDocument(kind, record, template, minutes, today), [kind, record, template, minutes, today]);
  const plain = toPlainText(model);
  const copy = async (): Promise<void> => {
    try {
      const part = (content: string, type: string): Blob => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': part(toHtml(model), 'text/html'), 'text/plain': part(plain, 'text/plain') })]);
      setByHand(false);
      announce(text('documents.copied'));
    } catch {
      // Pages that are not trusted, and some frames, may not write to the clipboard: then the text is there to be marked.
      setByHand(true);
    }
  };
  const word = async (): Promise<void> => {
    setProblem('');
    const { fileNames } = await import(/* webpackChunkName: 'word' */ '../../documents/journal/journalPackage');
    const { toDocx } = await import(/* webpackChunkName: 'word' */ '../../documents/model/toDocx');
    // What was filed is handed out as it lies there; only what has no file is made.
    const bytes = filed && kind !== 'decisions' ? await bytesOf(await store(), filed, fileNames[kind]) : await toDocx(model);
    download(new Blob([new Uint8Array(bytes)], { type: wordType }), fileNameOf([record.meeting.meetingKey, record.revision, text(`documents.show.${kind}` as const)], 'docx'));
  };
  return (
    <section aria-label={text('documents.show')}>
      <div className={`${styles.bar} ${styles.notPrinted}`}>
        <div role="group" aria-label={text('documents.show')}>
          {documentKinds.map((each) => <button key={each} type="button" className={sharedStyles.button} aria-pressed={kind === each} onClick={() => setKind(each)}>{text(`documents.show.${each}` as const)}</button>)}
        </div>
        <button type="button" className={sharedStyles.button} onClick={() => { copy().catch(() => undefined); }}>{text('documents.copy')}</button>
        <button type="button" className={sharedStyles.button} onClick={() => { word().catch((error: unknown) => setProblem(readProblemText(problemOf(error)).title)); }}>{text('documents.word')}</button>
        <button type="button" className={sharedStyles.button} onClick={() => window.print()}>{text('common.print')}</button>
      </div>
      {problem && <p role="alert" className={sharedStyles.notice}>{problem}</p>}
      {byHand && (
        <div role="alert" className={sharedStyles.notice}>
          <p>{text('documents.copyFailed')}</p>
          <textarea className={styles.byHand} readOnly value={plain} aria-label={text(`documents.show.${kind}` as const)} onFocus={(event) => event.target.select()} />
        </div>
      )}
      <DocumentView model={model} />
    </section>
  );
};
