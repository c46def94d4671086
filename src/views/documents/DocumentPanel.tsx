import * as React from 'react';
import type { Minutes } from '../../documents/summary/decisionsDocument';
import type { CalendarDate } from '../../plan/calendar';
import type { Revision } from '../../plan/ports/annexStore';
import type { PlanSite } from '../../plan/ports/planStore';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { useAnnexStore } from '../shared/annexQueries';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { bytesOf } from './bytesOf';
import { DocumentTools } from './DocumentTools';
import { documentKinds, shownDocument, type DocumentKind } from './shownDocument';

interface DocumentPanelProps {
  site: PlanSite;
  record: MonthRecord;
  /** The revision that is shown; undefined for a preview. */
  filed: Revision | undefined;
  minutes: Minutes;
  today: CalendarDate;
}

/** A meeting's documents one at a time. */
export const DocumentPanel: React.FC<DocumentPanelProps> = ({ site, record, filed, minutes, today }) => {
  const store = useAnnexStore(site.timeZone);
  const [kind, setKind] = React.useState<DocumentKind>('annex');
  const model = React.useMemo(() => shownDocument(kind, record, minutes, today), [kind, record, minutes, today]);
  const filedWord = async (revision: Revision, filedKind: 'annex' | 'paper'): Promise<Uint8Array> => {
    const { fileNames } = await import(/* webpackChunkName: 'word' */ '../../documents/journal/journalPackage');
    return bytesOf(await store(), revision, fileNames[filedKind]);
  };
  return (
    <section aria-label={text('documents.show')}>
      <DocumentTools
        model={model} name={[record.meeting.meetingKey, record.revision, text(`documents.show.${kind}` as const)]}
        filedWord={filed && kind !== 'decisions' ? () => filedWord(filed, kind) : undefined}
      >
        <div role="group" aria-label={text('documents.show')}>
          {documentKinds.map((each) => <button key={each} type="button" className={sharedStyles.button} aria-pressed={kind === each} onClick={() => setKind(each)}>{text(`documents.show.${each}` as const)}</button>)}
        </div>
      </DocumentTools>
    </section>
  );
};
