import type { WriteOutcome } from '../plan/problem';
import { problemFrom, refusalOf } from './errors';
import { NoAnswerError } from './retryReads';

/** How a row is changed: `save` presents the ETag and answers the new one, `read` fetches the row as it stands. */
export interface RowWrite<T> {
  save: () => Promise<string>;
  saved: (etag: string) => T;
  read: () => Promise<T>;
  /** The row holds just what was to be written: an earlier attempt got through and its answer was lost. */
  isWritten: (row: T) => boolean;
}

/**
 * Writes over a row with its ETag. When somebody was first, or when no answer came, the row is read again: if it
 * holds what we wrote it is saved, otherwise the person chooses. Nothing is ever repeated blindly.
 */
export async function writeRow<T>(write: RowWrite<T>): Promise<WriteOutcome<T>> {
  try {
    return { kind: 'saved', row: write.saved(await write.save()) };
  } catch (error) {
    const refusal = await refusalOf(error);
    const unanswered = error instanceof NoAnswerError;
    if (refusal?.status === 412 || refusal?.status === 409 || unanswered) {
      return afterReading(write, error, unanswered);
    }
    return { kind: 'refused', problem: await problemFrom(error) };
  }
}

async function afterReading<T>(write: RowWrite<T>, error: unknown, unanswered: boolean): Promise<WriteOutcome<T>> {
  try {
    const theirs = await write.read();
    if (write.isWritten(theirs)) {
      return { kind: 'saved', row: theirs };
    }
    return unanswered ? { kind: 'refused', problem: await problemFrom(error) } : { kind: 'conflict', theirs };
  } catch (second) {
    return { kind: 'refused', problem: await problemFrom(unanswered ? error : second) };
  }
}
