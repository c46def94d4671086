import type { WriteOutcome } from '../../plan/problem';
import { isSameVersion, type Stored } from '../../plan/stored';
import { isDuplicate, problemFrom, refusalOf } from '../errors';
import type { Row } from '../mapping/reader';
import { quoted } from '../readMonth';
import { NoAnswerError } from '../sendRequests';
import { meetRow, type AlongWith, type RowChange } from './changeRow';
import { listOf, type ListWriter, type Writing } from './listWriter';

/** A row to be made. */
export interface RowCreation<Item extends Stored, Texts> {
  /** What it is about; written once and not changed by people. */
  start: Record<string, unknown>;
  /** What the writer began with: usually nothing. */
  begun: Texts;
  texts: Texts;
  along?: AlongWith<Item>;
  /**
   * What makes a second attempt find the first one's row. `unique`: SharePoint lets no second row have it.
   * `client`: a GUID of the form in which it was written, looked for before anything is posted.
   */
  key: { column: string; value: string; kind: 'unique' | 'client' };
  refuse?: RowChange<Item, Texts>['refuse'];
  mustBeSeen?: RowChange<Item, Texts>['mustBeSeen'];
}

/**
 * Makes a row: the one way that a row of any list is made. A POST is never repeated blindly. Whoever finds the row made
 * already (a lost answer, another tab, somebody else) changes it instead, and sees first what the other wrote.
 */
export async function createRow<Item extends Stored, Texts extends object>(
  writing: Writing, writer: ListWriter<Item, Texts>, creation: RowCreation<Item, Texts>
): Promise<WriteOutcome<Item, Texts>> {
  const list = listOf(writing, writer);
  const { key } = creation;
  const find = async (): Promise<Item | undefined> => {
    const rows = await list.items.select(...writer.columns).filter(`${key.column} eq ${quoted(key.value)}`).top(1)<Row[]>();
    return rows[0] && writer.fromRow(rows[0], writing.timeZone);
  };
  try {
    const earlier = key.kind === 'client' ? await find() : undefined;
    if (earlier) {
      return await meet(earlier);
    }
    const row = await list.items.add({ ...creation.start, ...writer.toBody(creation.texts), ...creation.along?.body, [key.column]: key.value }) as Row;
    return { kind: 'saved', row: writer.fromRow(row, writing.timeZone) };
  } catch (error) {
    const refusal = await refusalOf(error);
    const mayStand = error instanceof NoAnswerError || (refusal !== undefined && isDuplicate(refusal));
    const found = mayStand ? await find().catch(() => undefined) : undefined;
    return found ? meet(found) : { kind: 'refused', problem: await problemFrom(error) };
  }

  function meet(found: Item): Promise<WriteOutcome<Item, Texts>> {
    // The first version of a row with our own key is ours: what stands in it is what we sent before.
    const ours = key.kind === 'client' && isSameVersion(found.etag, '"1"');
    const { texts, along, refuse, mustBeSeen } = creation;
    return meetRow(writing, writer, { base: found, begun: ours ? undefined : creation.begun, texts, along, refuse, mustBeSeen }, found, 1);
  }
}
