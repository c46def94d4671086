import type { IItem } from '@pnp/sp/items';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import type { TimeZone } from '../../plan/calendar';
import type { MergeRules } from '../../plan/merge/mergeFields';
import type { Stored } from '../../plan/stored';
import type { Connection } from '../connection';
import type { Row } from '../mapping/reader';
import { listUrl } from '../schema/places';
import type { ListKey } from '../schema/columns';

/** SharePoint holds no more in one line of text. */
export const longestTitle = 255;

/** How rows of one list are written: everything that `changeRow` and `createRow` must know of it. */
export interface ListWriter<Item extends Stored, Texts extends object> {
  list: ListKey;
  /** What is read back after a conflict or a lost answer. */
  columns: readonly string[];
  /** @throws never: what cannot be read is a problem on the row */
  fromRow: (row: Row, timeZone: TimeZone) => Item;
  /** The part of a row that people write. */
  textsOf: (item: Item) => Texts;
  /** The texts as the list will give them back, when writing changes them. */
  asWritten: (texts: Texts) => Texts;
  toBody: (texts: Texts) => Record<string, unknown>;
  rules: MergeRules<Texts>;
}

/** Where to write, and how the web counts its days. */
export interface Writing {
  connection: Connection;
  timeZone: TimeZone;
}

export function listOf({ connection: { sp, sitePath } }: Writing, writer: { list: ListKey }): IList {
  return sp.web.getList(listUrl(sitePath, writer.list));
}

export function itemOf(writing: Writing, writer: { list: ListKey }, id: number): IItem {
  return listOf(writing, writer).items.getById(id);
}
