/**
 * Text that is not saved yet, kept in the browser per site, person and row, so that closing the tab, a reload or a
 * sign-out loses nothing. The store may be blocked or full: then that is said, and the text stays on the screen.
 */
export interface DraftStore {
  /** The draft of a row; undefined when there is none or it is too old. */
  read<Texts>(key: string): Draft<Texts> | undefined;
  /** false: the browser would not keep it. */
  write<Texts>(key: string, texts: Texts, baseEtag: string): boolean;
  remove(key: string): void;
}

export interface Draft<Texts> {
  texts: Texts;
  /** ETag of the row that the draft was begun on. */
  baseEtag: string;
  /** ms since 1970. */
  savedAt: number;
}

const prefix = 'udmoentningsplan';
const keptDays = 60;

/** @param owner site and person: nobody else's drafts are ever read */
export function createDraftStore(storage: () => Storage, owner: string, now: () => Date): DraftStore {
  const nameOf = (key: string): string => `${prefix}|${owner}|${key}`;
  return {
    read: (key) => {
      try {
        const draft = JSON.parse(storage().getItem(nameOf(key)) ?? 'null') as Draft<never> | null;
        return draft && draft.savedAt > now().getTime() - keptDays * 86400000 ? draft : undefined;
      } catch {
        // Blocked storage or somebody else's value under our name: there is no draft to give back.
        return undefined;
      }
    },
    write: (key, texts, baseEtag) => {
      try {
        storage().setItem(nameOf(key), JSON.stringify({ texts, baseEtag, savedAt: now().getTime() }));
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => {
      try {
        storage().removeItem(nameOf(key));
      } catch (error) {
        // What cannot be removed could not have been written: nothing is left behind.
        if (!(error instanceof DOMException)) {
          throw error;
        }
      }
    }
  };
}
