import type { Decision } from '../decision';
import type { Initiative } from '../initiative';
import type { Meeting, MeetingDetails } from '../meeting';
import type { ObsPoint } from '../obsPoint';
import type { Period } from '../period';
import type { PaperTemplate, TemplateRow } from '../paperTemplate';
import type { Problem, WriteOutcome } from '../problem';
import type { RecordSource } from '../record/makeRecord';
import type { MonthRecord } from '../record/monthRecord';
import type { RecordReading } from '../record/readRecord';
import type { StatusReport } from '../statusReport';

export type TemplateOutcome = WriteOutcome<TemplateRow, PaperTemplate>;

/** A file of the annexes library. */
export interface LibraryFile {
  name: string;
  /** Server-relative address. */
  url: string;
  /** In bytes, as the library has it. */
  size: number;
}

/** One set of files that a meeting was shown; A, B … each in a folder of its own. */
export interface Revision {
  name: string;
  /** Its index is there, which is written last: the set is whole. */
  complete: boolean;
  files: LibraryFile[];
}

/** What is filed of a meeting. */
export interface FiledMonth {
  /** The newest first; those that were interrupted are among them. */
  revisions: Revision[];
  /** The record of the revision asked for; undefined when no revision is whole. */
  reading?: RecordReading;
  /** Whose record it is. */
  revision?: Revision;
}

/** What the lists hold now of a locked month that its record does not. */
export interface NewerRows {
  statuses: number;
  obsPoints: number;
}

/** A file on its way into the library. */
export interface MadeFile {
  name: string;
  bytes: Uint8Array;
}

/** Makes what is filed beside the record; handed in, because the lists know nothing of documents. */
export interface DocumentMaker {
  /** Annex and paper, made from the record alone. */
  documents: (record: MonthRecord) => Promise<MadeFile[]>;
  /** The index of the files as they were read back. */
  index: (record: MonthRecord, files: readonly MadeFile[]) => Promise<MadeFile>;
}

export interface LockRequest {
  planYear: string;
  meetingId: number;
  /** A role, never a name. */
  madeBy: string;
  /** Why there is a revision after the first; empty at the lock. */
  reason: string;
}

/** Rows of any number of months, as an extract for an access request is made from them. */
export interface ExtractRows {
  initiatives: Initiative[];
  reports: StatusReport[];
  obsPoints: ObsPoint[];
  meetings: MeetingDetails[];
  decisions: Decision[];
}

/** The steps of a lock in their order. */
export const lockSteps = ['rows', 'record', 'documents', 'index', 'state'] as const;
export type LockStep = (typeof lockSteps)[number];

export interface LockWatch {
  onStep: (step: LockStep) => void;
  /** Asked before each step whether to end there. */
  stop: () => boolean;
}

/**
 * How a lock ended. `interrupted`: what was written stays, and running it again adds what is missing.
 * `changed`: everything is filed, but somebody changed the meeting meanwhile; its state was not written over.
 */
export type LockOutcome =
  | { kind: 'locked'; meeting: Meeting; revision: string; /** Rows that became "not received". */ notReceived: number }
  | { kind: 'changed'; theirs: Meeting }
  | { kind: 'interrupted'; step: LockStep; problem?: Problem };

/** The annexes library: what the board was shown. Loaded when a locked month or the documents are opened. Reads reject with a PlanError. */
export interface AnnexStore {
  /** Two requests. @param revision undefined: the newest that is whole */
  filed(meetingKey: string, revision?: string): Promise<FiledMonth>;
  file(url: string): Promise<Uint8Array>;
  /** What a record would be made from now, for a preview. */
  source(planYear: string, meetingId: number): Promise<RecordSource>;
  /** The paper's phrases that the municipality has written; undefined when it has none. */
  template(): Promise<TemplateRow | undefined>;
  /** `base` undefined makes the row; whoever comes second sees the first one's phrases. */
  saveTemplate(base: TemplateRow | undefined, template: PaperTemplate): Promise<TemplateOutcome>;
  newer(record: MonthRecord): Promise<NewerRows>;
  /** Live rows of the months from one to another, both included: one request a month, and four more. */
  extract(from: Period, to: Period): Promise<ExtractRows>;
  /** Files the month, then locks its round; of a round that is locked already a further revision. */
  lock(request: LockRequest, maker: DocumentMaker, watch: LockWatch): Promise<LockOutcome>;
}
