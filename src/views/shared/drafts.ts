import type { BrowserStore } from './browserStore';

/**
 * Text that is not saved yet, kept in the browser by row. Two tabs that write in one row have a draft each: neither
 * writes over the other's, and what is left of either is found again.
 */
export interface DraftStore {
  /** The newest draft of a row that nobody is writing in. */
  find<Texts, Row>(key: string): { id: string; draft: Draft<Texts, Row> } | undefined;
  /** There is a draft of the row, in whichever tab. */
  has(key: string): boolean;
  /** false: the browser would not keep it, and the text is on the screen alone. */
  write<Texts, Row>(key: string, id: string, draft: Draft<Texts, Row>): boolean;
  /** The editor is closed: the draft waits for the next one, in any tab. */
  release(key: string, id: string): void;
  remove(key: string, id: string): void;
}

export interface Draft<Texts, Row> {
  texts: Texts;
  /** The row that the draft was begun on, so that it can be joined with what others save later; undefined: there was none. */
  base?: Row;
  /** The queued edit that it was written on from, and which text of it. */
  queued?: { id: string; revision: string };
}

interface Held {
  /** An editor has it; undefined: it waits. */
  held?: boolean;
  /** ms since 1970. */
  touchedAt: number;
}

/** A tab that crashed lets go of nothing: what was not touched for so long is anybody's, in ms. */
const heldFor = 10 * 60000;

export function createDraftStore(store: BrowserStore, now: () => Date): DraftStore {
  const nameOf = (key: string, id: string): string => `draft|${key}|${id}`;
  const put = <Texts, Row>(key: string, id: string, draft: Draft<Texts, Row>, held: boolean): boolean =>
    store.write<Draft<Texts, Row> & Held>(nameOf(key, id), { ...draft, held, touchedAt: now().getTime() });
  return {
    find: <Texts, Row>(key: string) => {
      const drafts = store.names(nameOf(key, '')).flatMap((name) => {
        const draft = store.read<Draft<Texts, Row> & Held>(name);
        return draft && (!draft.held || draft.touchedAt < now().getTime() - heldFor) ? [{ id: name.slice(nameOf(key, '').length), draft }] : [];
      });
      return drafts.sort((a, b) => b.draft.touchedAt - a.draft.touchedAt)[0];
    },
    has: (key) => store.names(nameOf(key, '')).some((name) => store.read(name) !== undefined),
    write: (key, id, draft) => put(key, id, draft, true),
    release: (key, id) => {
      const draft = store.read<Draft<unknown, unknown>>(nameOf(key, id));
      if (draft) {
        put(key, id, draft, false);
      }
    },
    remove: (key, id) => store.remove(nameOf(key, id))
  };
}
