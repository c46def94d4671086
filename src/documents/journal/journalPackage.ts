import { strToU8, zipSync } from 'fflate';
import { dayOf, type Instant } from '../../plan/calendar';
import { writeRecord } from '../../plan/record/makeRecord';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { toDocx } from '../model/toDocx';
import { decisionsDocument, minutesOf, type Minutes } from '../summary/decisionsDocument';
import type { Text } from '../texts';
import { fileIndex, type NamedFile } from './fileIndex';

/** Names of the files, in the library and in the package alike. */
export const fileNames = { record: 'record.json', annex: 'bilag.docx', paper: 'dagsordenspunkt.docx', index: 'index.json', decisions: 'beslutninger.docx', minutes: 'beslutninger.json' } as const;

/** What is filed of a held meeting. Annex and paper are the bytes that lie in the library. */
export interface JournalSource {
  record: MonthRecord;
  annex: Uint8Array;
  paper: Uint8Array;
  minutes: Minutes;
  madeAt: Instant;
}

/** The journal package of a held meeting: a zip with annex, paper, decisions, machine-readable copies and an index with SHA-256. */
export async function journalPackage(source: JournalSource, text: Text): Promise<Uint8Array> {
  const { record, madeAt } = source;
  const decided = await toDocx(decisionsDocument(record, source.minutes, dayOf(madeAt, record.timeZone), text));
  const files: NamedFile[] = [
    { name: fileNames.annex, bytes: source.annex }, { name: fileNames.paper, bytes: source.paper }, { name: fileNames.decisions, bytes: decided },
    { name: fileNames.record, bytes: strToU8(writeRecord(record)) }, { name: fileNames.minutes, bytes: strToU8(minutesJson(source)) }
  ];
  const index = await fileIndex({ meetingKey: record.meeting.meetingKey, revision: record.revision, madeAt }, files);
  const all = [...files, { name: fileNames.index, bytes: strToU8(JSON.stringify(index, undefined, 1)) }];
  return zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), { mtime: new Date(madeAt) });
}

/** A name for the package that sorts and says what it is: `udmoentningsplan_DIR-2025-03_A.zip`. */
export function journalFileName({ meeting, revision }: MonthRecord): string {
  return `udmoentningsplan_${meeting.meetingKey.replace(/[^A-Za-z0-9-]/g, '-')}_${revision}.zip`;
}

function minutesJson({ record, minutes }: JournalSource): string {
  return JSON.stringify({ format: 'udmoentningsplan-decisions', schemaVersion: 1, meetingKey: record.meeting.meetingKey, ...minutesOf(record.meeting.id, minutes) }, undefined, 1);
}
