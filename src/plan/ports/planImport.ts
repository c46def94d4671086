import type { CalendarDate, Instant } from '../calendar';
import type { ImportedInitiative, TitleAndCode } from '../import/importedInitiative';
import type { Problem } from '../problem';
import type { RowWatch } from './roundStore';

/** An initiative that is in the plan already, as far as an import must know it. */
export interface KnownInitiative extends TitleAndCode {
  department: string;
  committees: string[];
  /** `<batch>:<line>` for one that an import made. */
  clientKey?: string;
}

/** Somebody whom the directory or the site knows. */
export interface FoundPerson {
  loginName: string;
  name: string;
  email?: string;
}

/** Who is meant by a text. */
export interface PersonMatch {
  text: string;
  /** The one person with exactly that name, address or login. */
  person?: FoundPerson;
  /** Otherwise those whose name or address begins so; none of them is chosen unasked. */
  candidates: FoundPerson[];
}

/** What is brought in together, and can be taken back together. */
export interface ImportBatch {
  /** Made from what is brought in, so that the same sheet is the same batch, in another tab and tomorrow. */
  id: string;
  planYear: string;
  /** What the person calls it: the name of the file. */
  name: string;
}

/** A batch as it is remembered in the settings. */
export interface KeptBatch extends ImportBatch {
  startedAt: Instant;
  /** Rows that were asked for. */
  total: number;
  state: 'started' | 'done' | 'undone';
}

export interface ImportRun {
  batch: ImportBatch;
  rows: readonly ImportedInitiative[];
  /** By the text in the sheet, as `plain` writes it. Who is not here is kept as the role's text. */
  people: ReadonlyMap<string, FoundPerson>;
  today: CalendarDate;
}

/** How it went for one line. A line that is not told of was not reached. */
export interface LineOutcome {
  line: number;
  /** `stood`: an earlier run of the same batch had made it. */
  kind: 'made' | 'stood' | 'refused';
  problem?: Problem;
}

/** Interrupted, the rows that were made stay; the next run of the batch makes only what is missing. */
export interface ImportOutcome {
  kind: 'done' | 'interrupted';
  lines: LineOutcome[];
  problem?: Problem;
}

/** A row that an undo leaves: somebody changed it, or something in the plan refers to it. */
export interface KeptRow {
  title: string;
  why: 'changed' | 'used';
}

export interface UndoOutcome {
  kind: 'done' | 'interrupted';
  /** In the recycle bin now, from where they can be restored. */
  recycled: number;
  kept: KeptRow[];
  problem?: Problem;
}

/** Brings initiatives into the plan from a sheet. Reads reject with a PlanError. */
export interface PlanImport {
  known(planYear: string): Promise<KnownInitiative[]>;
  findPeople(texts: readonly string[]): Promise<PersonMatch[]>;
  run(run: ImportRun, watch: RowWatch): Promise<ImportOutcome>;
  /** Newest first. */
  batches(): Promise<KeptBatch[]>;
  /** Puts the batch's rows in the recycle bin, but for those that are changed or used. For owners: others may not delete. */
  undo(batchId: string, watch: RowWatch): Promise<UndoOutcome>;
}
