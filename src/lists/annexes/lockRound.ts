import type { Instant } from '../../plan/calendar';
import { isLocked, type Meeting, type MeetingDetails } from '../../plan/meeting';
import type { DocumentMaker, LockOutcome, LockRequest, LockStep, LockWatch, Revision } from '../../plan/ports/annexStore';
import { PlanError } from '../../plan/problem';
import { makeRecord, writeRecord } from '../../plan/record/makeRecord';
import { nextRevision, type MonthRecord } from '../../plan/record/monthRecord';
import { readRecord } from '../../plan/record/readRecord';
import { problemFrom } from '../errors';
import { readMeetingDetails } from '../meetings/readMeetings';
import { markLocked } from '../rounds/plannedMeetings';
import type { Writing } from '../write/listWriter';
import { closeRows } from './closeRows';
import { demandFolder, fileOnce, readFile, readRevisions, recordName } from './library';
import { readRecordSource } from './recordSource';

/**
 * Files a month and locks its round, in an order that can be broken off anywhere: rows, record, documents, index, state.
 * The next run takes up the record that it finds and adds what is missing; nothing that was filed is ever written over.
 */
export async function lockRound(writing: Writing, request: LockRequest, maker: DocumentMaker, { onStep, stop }: LockWatch, now: () => Date): Promise<LockOutcome> {
  let step: LockStep = 'rows';
  const goOn = (next: LockStep): void => {
    step = next;
    if (stop()) {
      throw new Stopped();
    }
    onStep(next);
  };
  try {
    const { connection, timeZone } = writing;
    const meeting = await readMeetingDetails(connection, request.meetingId, timeZone);
    const found = await recordToGoOnWith(writing, meeting);
    let notReceived = 0;
    let record = found.record;
    if (!record) {
      goOn('rows');
      notReceived = meeting.lockedAt !== undefined ? 0 : await closeRows(connection, meeting.period);
      goOn('record');
      record = await fileRecord(writing, request, found.revision, now);
    }
    if (!found.complete) {
      await fileDocuments(writing, record, maker, goOn);
    }
    goOn('state');
    return await lockedBy(writing, meeting, record, notReceived);
  } catch (error) {
    return { kind: 'interrupted', step, problem: error instanceof Stopped ? undefined : await problemFrom(error) };
  }
}

/** Ends a run between two steps. */
class Stopped extends Error {}

interface Found {
  /** The revision that this run makes or finishes. */
  revision: string;
  /** Its record, where an earlier run has filed it. */
  record?: MonthRecord;
  /** Everything of it is filed: only the meeting's state is missing. */
  complete?: boolean;
}

async function recordToGoOnWith({ connection }: Writing, meeting: MeetingDetails): Promise<Found> {
  const [newest] = await readRevisions(connection, meeting.meetingKey);
  const next = { revision: nextRevision(newest?.name ?? '') };
  // A meeting that was locked once and opened again by hand gets a revision of its own.
  if (newest === undefined || (newest.complete && meeting.lockedAt !== undefined)) {
    return next;
  }
  if (!newest.files.some(({ name }) => name === recordName)) {
    return { revision: newest.name };
  }
  const record = await recordIn(newest, (url) => readFile(connection, url));
  // A record that cannot be read stays where it is, and the next letter is taken.
  return record ? { revision: newest.name, record, complete: newest.complete } : next;
}

async function recordIn(revision: Revision, read: (url: string) => Promise<Uint8Array>): Promise<MonthRecord | undefined> {
  const file = revision.files.find(({ name }) => name === recordName);
  const reading = file && readRecord(new TextDecoder().decode(await read(file.url)));
  return reading?.kind === 'record' ? reading.record : undefined;
}

/** Makes the record and files it; what counts from here on is what the library holds. */
async function fileRecord({ connection, timeZone }: Writing, { planYear, meetingId, madeBy, reason }: LockRequest, revision: string, now: () => Date): Promise<MonthRecord> {
  const source = await readRecordSource(connection, planYear, meetingId, timeZone);
  const madeAt: Instant = `${now().toISOString().slice(0, 19)}Z`;
  const made = makeRecord(source, { revision, reason, madeAt, madeBy });
  const folder = await demandFolder(connection, source.meeting.meetingKey, revision);
  const filed = await fileOnce(connection, folder, { name: recordName, bytes: new TextEncoder().encode(writeRecord(made)) });
  const reading = readRecord(new TextDecoder().decode(filed.bytes));
  if (reading.kind === 'unreadable') {
    throw new PlanError({ kind: 'unexpected', message: `${folder}/${recordName}: ${reading.problem.kind}` });
  }
  return reading.record;
}

async function fileDocuments({ connection }: Writing, record: MonthRecord, maker: DocumentMaker, goOn: (step: LockStep) => void): Promise<void> {
  goOn('documents');
  const folder = await demandFolder(connection, record.meeting.meetingKey, record.revision);
  const filed = [{ name: recordName, bytes: await readFile(connection, `${folder}/${recordName}`) }];
  for (const document of await maker.documents(record)) {
    filed.push(await fileOnce(connection, folder, document));
  }
  goOn('index');
  await fileOnce(connection, folder, await maker.index(record, filed));
}

async function lockedBy(writing: Writing, meeting: Meeting, record: MonthRecord, notReceived: number): Promise<LockOutcome> {
  const { revision } = record;
  if (isLocked(meeting)) {
    return { kind: 'locked', meeting, revision, notReceived };
  }
  const outcome = await markLocked(writing, meeting, record.meeting.lockedAt ?? record.madeAt);
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'locked', meeting: outcome.row, revision, notReceived };
    case 'refused':
      return { kind: 'interrupted', step: 'state', problem: outcome.problem };
    default:
      return { kind: 'changed', theirs: outcome.theirs };
  }
}
