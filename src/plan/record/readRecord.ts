import * as v from 'valibot';
import { recordFormat, recordVersion, type MonthRecord } from './monthRecord';
import { recordSchema } from './recordSchema';

/** Why a file cannot be read as a month's record. */
export type RecordProblem =
  /** No JSON: cut short, or another kind of file. */
  | { kind: 'notJson' }
  /** JSON, but not of a month. */
  | { kind: 'notARecord' }
  /** Written by a newer version of the product: this one must not guess. */
  | { kind: 'newerVersion'; version: number }
  /** A record with something wrong at `path`, for example `initiatives.3.report.state`. */
  | { kind: 'broken'; path: string };

export type RecordReading = { kind: 'record'; record: MonthRecord } | { kind: 'unreadable'; problem: RecordProblem };

/** Reads `record.json`. What this version does not know is an answer of its own, never a month without content. Belongs in a lazy chunk. */
export function readRecord(json: string): RecordReading {
  const found = parse(json);
  if (found === undefined) {
    return unreadable({ kind: 'notJson' });
  }
  const head = v.safeParse(headSchema, found);
  if (!head.success) {
    return unreadable({ kind: 'notARecord' });
  }
  if (head.output.schemaVersion > recordVersion) {
    return unreadable({ kind: 'newerVersion', version: head.output.schemaVersion });
  }
  const whole = v.safeParse(recordSchema, found);
  return whole.success
    ? { kind: 'record', record: whole.output }
    : unreadable({ kind: 'broken', path: v.getDotPath(whole.issues[0]) ?? '' });
}

const headSchema = v.object({ format: v.literal(recordFormat), schemaVersion: v.number() });

function unreadable(problem: RecordProblem): RecordReading {
  return { kind: 'unreadable', problem };
}

function parse(json: string): unknown {
  try {
    // A byte order mark is no JSON, but editors write one.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
