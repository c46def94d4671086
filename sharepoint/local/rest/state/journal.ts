import type { Database } from './database';

/** Collects what a request changes: how to take it back, and how to write it to the file. */
export interface Journal {
  /** Does nothing outside `attempt`: what is loaded at the start needs no way back. */
  record(undo: () => void, persist: (database: Database) => void): void;
  /** Runs the work; when it throws, everything it changed is taken back. */
  attempt<T>(work: () => T): T;
  /** Runs several attempts and writes all that succeeded in one transaction of the file. */
  together<T>(work: () => T): T;
}

interface Change {
  undo: () => void;
  persist: (database: Database) => void;
}

export function createJournal(database: Database): Journal {
  let open: Change[] | undefined;
  let gathered: Change[] | undefined;

  const takeBack = (changes: Change[]): void => [...changes].reverse().forEach((change) => change.undo());

  /** Writes what an attempt changed: at once, or within the transaction of the attempts it belongs to. */
  function save(changes: Change[]): void {
    if (changes.length === 0) {
      return;
    }
    const persist = (): void => changes.forEach((change) => change.persist(database));
    try {
      if (gathered) {
        persist();
        gathered.push(...changes);
      } else {
        database.transaction(persist);
      }
    } catch (problem) {
      takeBack(changes);
      throw problem;
    }
  }

  /** What fails within an attempt is taken back, and who tried it may go on. */
  function inner<T>(changes: Change[], work: () => T): T {
    const before = changes.length;
    try {
      return work();
    } catch (problem) {
      takeBack(changes.splice(before));
      throw problem;
    }
  }

  function attempt<T>(work: () => T): T {
    if (open) {
      return inner(open, work);
    }
    const changes: Change[] = [];
    open = changes;
    let result: T;
    try {
      result = work();
    } catch (problem) {
      takeBack(changes);
      throw problem;
    } finally {
      open = undefined;
    }
    save(changes);
    return result;
  }

  function together<T>(work: () => T): T {
    const changes: Change[] = [];
    gathered = changes;
    let result: { value: T } | undefined;
    try {
      database.transaction(() => {
        result = { value: work() };
      });
    } catch (problem) {
      takeBack(changes);
      throw problem;
    } finally {
      gathered = undefined;
    }
    if (!result) {
      throw new Error('The transaction did not run.');
    }
    return result.value;
  }

  return { record: (undo, persist) => open?.push({ undo, persist }), attempt, together };
}
