import { changedFields, isUnseen, mergeFields } from '../../plan/merge/mergeFields';
import type { Problem, WriteOutcome } from '../../plan/problem';
import { isSameVersion, type Stored } from '../../plan/stored';
import { problemFrom, refusalOf } from '../errors';
import type { Row } from '../mapping/reader';
import { NoAnswerError } from '../sendRequests';
import { itemOf, type ListWriter, type Writing } from './listWriter';

/** One change of a row. */
export interface RowChange<Item extends Stored, Texts> {
  /** The row that the texts were written on. */
  base: Item;
  /** What the writer began with, where that is not `base`: a row that was made by somebody else meanwhile. */
  begun?: Texts;
  texts: Texts;
  /** Columns beside the texts that are set in the same write, such as a state and its time. */
  along?: AlongWith<Item>;
  /** Looks at the row that somebody saved meanwhile: a problem stops the change, whatever the texts say. */
  refuse?: (theirs: Item) => Problem | undefined;
  /** Their row is to be seen before mine is saved, also when no text of it is in the way. */
  mustBeSeen?: (theirs: Item) => boolean;
}

export interface AlongWith<Item> {
  body: Record<string, unknown>;
  /** The same in the plan's words. */
  item: Partial<Item>;
  isIn: (item: Item) => boolean;
}

/** Somebody else may win the race again and again; then the writer is asked. */
const attempts = 3;

/**
 * Writes over a row with its ETag: the one way that a row of any list is changed. When somebody was first, or no answer
 * came, the row is read again. If it holds what was written, it is saved. If nothing of theirs would be written unseen,
 * mine goes over it. Otherwise nothing is written, and the writer sees both.
 */
export async function changeRow<Item extends Stored, Texts extends object>(
  writing: Writing, writer: ListWriter<Item, Texts>, change: RowChange<Item, Texts>
): Promise<WriteOutcome<Item, Texts>> {
  return write(writing, writer, change, change.base, 1);
}

/** Goes on from a row that was found to stand where one was to be made, or that somebody has changed. */
export async function meetRow<Item extends Stored, Texts extends object>(
  writing: Writing, writer: ListWriter<Item, Texts>, change: RowChange<Item, Texts>, theirs: Item, attempt: number
): Promise<WriteOutcome<Item, Texts>> {
  const mine = writer.asWritten(change.texts);
  const theirTexts = writer.textsOf(theirs);
  if (changedFields(writer.rules, theirTexts, mine).length === 0 && (change.along?.isIn(theirs) ?? true)) {
    return { kind: 'saved', row: theirs };
  }
  const problem = change.refuse?.(theirs);
  if (problem) {
    return { kind: 'refused', problem };
  }
  const merge = mergeFields(writer.rules, change.begun ?? writer.textsOf(change.base), mine, theirTexts);
  if (merge.conflicts.length > 0) {
    return { kind: 'conflict', theirs, merge };
  }
  return isUnseen(merge) || change.mustBeSeen?.(theirs) || attempt >= attempts ? { kind: 'merged', theirs, merge } : write(writing, writer, change, theirs, attempt + 1);
}

async function write<Item extends Stored, Texts extends object>(
  writing: Writing, writer: ListWriter<Item, Texts>, change: RowChange<Item, Texts>, over: Item, attempt: number
): Promise<WriteOutcome<Item, Texts>> {
  const item = itemOf(writing, writer, over.id);
  try {
    const { etag } = await item.update({ ...writer.toBody(change.texts), ...change.along?.body }, over.etag);
    return { kind: 'saved', row: { ...over, ...writer.asWritten(change.texts), ...change.along?.item, etag } };
  } catch (error) {
    const status = (await refusalOf(error))?.status;
    if (status !== 412 && status !== 409 && !(error instanceof NoAnswerError)) {
      return { kind: 'refused', problem: await problemFrom(error) };
    }
    return read(error, status === undefined);
  }

  async function read(error: unknown, unanswered: boolean): Promise<WriteOutcome<Item, Texts>> {
    let theirs: Item;
    try {
      theirs = writer.fromRow(await item.select(...writer.columns)<Row>(), writing.timeZone);
    } catch (second) {
      return { kind: 'refused', problem: await problemFrom(unanswered ? error : second) };
    }
    // No answer and the same version: it never got there.
    return unanswered && isSameVersion(theirs.etag, over.etag) ? { kind: 'refused', problem: await problemFrom(error) } : meetRow(writing, writer, change, theirs, attempt);
  }
}
