import type { BrowserStore } from './browserStore';

/** Text that is not saved yet, kept in the browser by row. */
export interface DraftStore {
  read<Texts, Row>(key: string): Draft<Texts, Row> | undefined;
  /** false: the browser would not keep it, and the text is on the screen alone. */
  write<Texts, Row>(key: string, draft: Draft<Texts, Row>): boolean;
  remove(key: string): void;
}

export interface Draft<Texts, Row> {
  texts: Texts;
  /** The row that the draft was begun on, so that it can be joined with what others save later; undefined: there was none. */
  base?: Row;
}

export function createDraftStore(store: BrowserStore): DraftStore {
  const nameOf = (key: string): string => `draft|${key}`;
  return {
    read: (key) => store.read(nameOf(key)),
    write: (key, draft) => store.write(nameOf(key), draft),
    remove: (key) => store.remove(nameOf(key))
  };
}
