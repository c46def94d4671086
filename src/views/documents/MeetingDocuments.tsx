import * as React from 'react';
import { isLocked, type Meeting } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import type { PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { makeRecord } from '../../plan/record/makeRecord';
import { ProblemScreen } from '../app/ProblemScreen';
import { Skeleton } from '../app/Skeleton';
import { useFiled, useNewer, useTemplate } from '../shared/annexQueries';
import { useDecisions } from '../shared/meetingQueries';
import { useServices } from '../shared/services';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { CorrectPanel } from './CorrectPanel';
import { DocumentPanel } from './DocumentPanel';
import { useRecordSource } from './documentQueries';
import styles from './documents.module.scss';
import { FiledFiles } from './FiledFiles';
import { RecordLine } from './LockedNotice';
import { LockPanel } from './LockPanel';
import { TemplatePanel } from './TemplatePanel';

/** What is filed of a meeting, or what would be. */
export const MeetingDocuments: React.FC<{ site: PlanSite; planYear: string; meeting: Meeting }> = ({ site, planYear, meeting }) => {
  const { now } = useServices();
  const [revision, setRevision] = React.useState<string>();
  const filed = useFiled(site.timeZone, meeting.meetingKey, revision);
  const reading = filed.data?.reading;
  const isFiled = reading?.kind === 'record' && isLocked(meeting);
  const source = useRecordSource(site, planYear, meeting, filed.data !== undefined && !isFiled);
  const template = useTemplate(site.timeZone);
  const decisions = useDecisions();
  const record = React.useMemo(() => {
    if (isFiled) {
      return reading.record;
    }
    // What was just written in the phrases is seen at once.
    return source.data && makeRecord({ ...source.data, template: template.data ?? undefined }, { revision: '', reason: '', madeAt: now().toISOString(), madeBy: '' });
  }, [isFiled, reading, source.data, template.data, now]);
  const newer = useNewer(site.timeZone, isFiled && revision === undefined ? record : undefined);
  const queries = [filed, source, template, decisions];
  const failed = queries.find(({ error, data }) => error && data === undefined);
  if (failed) {
    return <ProblemScreen problem={problemOf(failed.error)} onRetry={() => queries.filter(({ isError }) => isError).forEach((query) => { query.refetch().catch(() => undefined); })} />;
  }
  if (!filed.data || !record || template.data === undefined || !decisions.data) {
    return <Skeleton />;
  }
  const mayLock = site.rights.addAnnexes && site.rights.editMeetings && site.rights.editReports;
  return (
    <>
      {reading?.kind === 'unreadable' && <p role="alert" className={sharedStyles.notice}>{text('documents.unreadable', text(`documents.unreadable.${reading.problem.kind}` as const))}</p>}
      {isFiled
        ? <p className={`${sharedStyles.notice} ${styles.notPrinted}`} data-place="filed" tabIndex={-1}><RecordLine record={record} newer={newer} /></p>
        : <p className={sharedStyles.notice}>{text(isLocked(meeting) ? 'overview.lockedLive' : 'documents.preview')}</p>}
      {isFiled && filed.data.revision && <FiledFiles site={site} filed={filed.data} shown={filed.data.revision} record={record} minutes={decisions.data} onRevision={setRevision} />}
      {mayLock && !isLocked(meeting) && <LockPanel site={site} planYear={planYear} meeting={meeting} record={record} revisions={filed.data.revisions} />}
      {mayLock && isLocked(meeting) && <CorrectPanel site={site} planYear={planYear} meeting={meeting} revisions={filed.data.revisions} onMade={() => setRevision(undefined)} />}
      {site.rights.editSettings && <TemplatePanel site={site} period={meeting.period} template={template.data ?? undefined} />}
      <DocumentPanel site={site} record={record} filed={isFiled ? filed.data.revision : undefined} minutes={decisions.data} today={todayIn(now(), site.timeZone)} />
    </>
  );
};
