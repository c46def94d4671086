import type { TimeZone } from '../../plan/calendar';
import type { AnnexStore, FiledMonth } from '../../plan/ports/annexStore';
import { readRecord } from '../../plan/record/readRecord';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { readExtractRows } from './extractRows';
import { readFile, readRevisions, recordName } from './library';
import { lockRound } from './lockRound';
import { readNewerRows } from './newerRows';
import { readRecordSource } from './recordSource';
import { readTemplate, saveTemplate } from './template';

/** The annexes in their SharePoint library. */
export function createAnnexStore(connection: Connection, timeZone: TimeZone, now: () => Date): AnnexStore {
  return {
    filed: (meetingKey, revision) => reading(() => readFiled(connection, meetingKey, revision)),
    file: (url) => reading(() => readFile(connection, url)),
    source: (planYear, meetingId) => reading(() => readRecordSource(connection, planYear, meetingId, timeZone)),
    template: () => reading(() => readTemplate(connection)),
    saveTemplate: (base, template) => saveTemplate({ connection, timeZone }, base, template),
    newer: (record) => reading(() => readNewerRows(connection, record, timeZone)),
    extract: (from, to) => reading(() => readExtractRows(connection, from, to, timeZone)),
    lock: (request, maker, watch) => lockRound({ connection, timeZone }, request, maker, watch, now)
  };
}

async function readFiled(connection: Connection, meetingKey: string, wanted: string | undefined): Promise<FiledMonth> {
  const revisions = await readRevisions(connection, meetingKey);
  const revision = revisions.find(({ name, complete }) => complete && (wanted === undefined || name === wanted));
  const file = revision?.files.find(({ name }) => name === recordName);
  return file ? { revisions, revision, reading: readRecord(new TextDecoder().decode(await readFile(connection, file.url))) } : { revisions };
}
