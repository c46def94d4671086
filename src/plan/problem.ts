import type { Merge } from './merge/mergeFields';

/**
 * The words for what can go wrong. Every read and every write ends in its result or in one of these;
 * each has its own text in both languages, and none is ever shown as an empty list.
 */
export type Problem =
  /** SharePoint refused: no right to read or change it. */
  | { kind: 'forbidden' }
  /** Nobody is signed in any more. */
  | { kind: 'signedOut' }
  /** SharePoint asked us to wait; `seconds` from now. */
  | { kind: 'throttled'; seconds: number }
  /** No answer came: the line is down. */
  | { kind: 'offline' }
  /** The query passes SharePoint's list view threshold. */
  | { kind: 'tooLarge' }
  /** The lists are not there (yet); setup makes them, run by whoever `mayCreate`. */
  | { kind: 'listsMissing'; lists: string[]; mayCreate: boolean }
  /** A list was changed in SharePoint so that it cannot be read; setup mends it, run by whoever `mayMend`. */
  | { kind: 'unreadable'; list: string; column: string; mayMend?: boolean }
  /** Setup: a column is of another kind than the plan needs; its values are not ours to delete. */
  | { kind: 'wrongColumn'; list: string; column: string; found: string; wanted: string }
  /** Setup: another list of the site has the title that one of ours is to have. */
  | { kind: 'titleTaken'; title: string }
  /** Setup: the lists were made by a newer package than this one. */
  | { kind: 'newerLists'; found: number; known: number }
  /** The row is gone. */
  | { kind: 'notFound' }
  /** The month was locked while the text was written. */
  | { kind: 'locked' }
  /** Anything else, with SharePoint's own words for whoever is asked for help. */
  | { kind: 'unexpected'; message: string };

/** What a rejected read of the plan is rejected with. */
export class PlanError extends Error {
  public constructor(public readonly problem: Problem) {
    super(problem.kind);
    this.name = 'PlanError';
  }
}

/** The problem that a rejection carries; anything else is `unexpected`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof PlanError) {
    return error.problem;
  }
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/**
 * How a write ended. Only `saved` has changed anything; on all else the caller still has the text.
 * `merged`: somebody saved other fields first; `merge.texts` is both, and is saved over `theirs` once the writer has seen it.
 * `conflict`: somebody saved the same field; the writer chooses, then saves over `theirs`.
 */
export type WriteOutcome<Row, Texts> =
  | { kind: 'saved'; row: Row }
  | { kind: 'merged' | 'conflict'; theirs: Row; merge: Merge<Texts> }
  | { kind: 'refused'; problem: Problem };
