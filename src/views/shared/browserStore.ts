/**
 * What is kept in the browser per site and person, so that closing the tab, a reload or a sign-out loses nothing. The
 * store may be blocked or full: then `write` says so.
 */
export interface BrowserStore {
  /** undefined when there is nothing, when it is too old, or when it is not ours. */
  read<Value>(name: string): Value | undefined;
  /** false: the browser would not keep it. */
  write<Value>(name: string, value: Value): boolean;
  remove(name: string): void;
  /** Names that begin so, sorted. */
  names(start: string): string[];
}

interface Kept<Value> {
  value: Value;
  /** ms since 1970. */
  savedAt: number;
}

const prefix = 'udmoentningsplan';
const keptDays = 60;

/** @param owner site and person: nobody else's texts are ever read */
export function createBrowserStore(storage: () => Storage, owner: string, now: () => Date): BrowserStore {
  const place = (name: string): string => `${prefix}|${owner}|${name}`;
  const oldest = (): number => now().getTime() - keptDays * 86400000;
  const kept = <Value>(key: string): Kept<Value> | undefined => {
    try {
      return (JSON.parse(storage().getItem(key) ?? 'null') as Kept<Value> | null) ?? undefined;
    } catch {
      // Blocked storage or somebody else's value under our name: there is nothing to give back.
      return undefined;
    }
  };
  const names = (start: string): string[] => {
    try {
      const keys = Array.from({ length: storage().length }, (_, index) => storage().key(index) ?? '');
      return keys.filter((key) => key.startsWith(place(start))).map((key) => key.slice(place('').length)).sort();
    } catch {
      return [];
    }
  };
  const remove = (name: string): void => {
    try {
      storage().removeItem(place(name));
    } catch (error) {
      // What cannot be removed could not have been written: nothing is left behind.
      if (!(error instanceof DOMException)) {
        throw error;
      }
    }
  };
  // A computer may be shared: what nobody came back for is not left lying in it.
  names('').filter((name) => (kept(place(name))?.savedAt ?? Infinity) <= oldest()).forEach(remove);
  return {
    remove, names,
    read: <Value>(name: string) => {
      const found = kept<Value>(place(name));
      return found && found.savedAt > oldest() ? found.value : undefined;
    },
    write: (name, value) => {
      try {
        storage().setItem(place(name), JSON.stringify({ value, savedAt: now().getTime() }));
        return true;
      } catch {
        return false;
      }
    }
  };
}
