import type { Database } from './database';
import type { Journal } from './journal';
import type { ItemRecord, ListRecord, WebRecord } from './records';

/** SP.ChangeType, as far as it happens here. */
export const changeTypes = {
  add: 1, update: 2, deleteObject: 3, rename: 4, moveInto: 6, restore: 7, assignmentAdd: 11, assignmentDelete: 12, scopeAdd: 17, scopeDelete: 18
} as const;

export type ChangeKind = 'item' | 'list' | 'field' | 'view' | 'web';

/** One line of the log. */
export interface ChangeRecord {
  number: number;
  time: number;
  site: string;
  kind: ChangeKind;
  type: number;
  list?: string;
  item?: number;
  /** Unique id of the item, id of the column, view, list or web. */
  id: string;
  /** Of items: a folder, a document, or neither. */
  shape?: 'folder' | 'document';
  title?: string;
}

/** Part of the log: numbers greater than `after`, times later than `since`, up to `to`. */
export interface ChangeRange {
  site: string;
  list?: string;
  after?: number;
  since?: number;
  to?: number;
}

/** What has changed in the lists and webs, in order; kept in the file and read from it. */
export interface Changes {
  /** A request begins: what it changes, it changes at this time. */
  begin(now: number): void;
  /** What is put in here is logged as restored. */
  restoring(work: () => void): void;
  /** The number of the newest line. */
  last(): number;
  read(range: ChangeRange): ChangeRecord[];
  item(site: string | undefined, before: ItemRecord | undefined, after: ItemRecord | undefined): void;
  list(before: ListRecord | undefined, after: ListRecord | undefined): void;
  web(before: WebRecord | undefined, after: WebRecord | undefined): void;
}

export function createChanges(journal: Journal, database: Database): Changes {
  let last = database.rows<{ last: number | null }>('SELECT max(number) AS last FROM change')[0]?.last ?? 0;
  let now = 0;
  let isRestoring = false;
  /** What this request has logged of each thing, so that writing it twice is one line. */
  const logged = new Map<string, Set<number>>();

  function log(change: Omit<ChangeRecord, 'number' | 'time'>): void {
    const types = logged.get(change.id) ?? new Set<number>();
    const isKnown = types.has(change.type) || (change.type === changeTypes.update && types.size > 0);
    if (isKnown) {
      return;
    }
    logged.set(change.id, types.add(change.type));
    const record: ChangeRecord = { ...change, number: ++last, time: now };
    const { number, time, site, list } = record;
    // A number that is taken back is not given again: tokens may skip numbers, as SharePoint's do.
    journal.record(
      () => logged.delete(change.id),
      (file) => file.run('INSERT INTO change VALUES (?, ?, ?, ?, ?)', number, time, site, list ?? null, JSON.stringify(record))
    );
  }

  const added = (): number => (isRestoring ? changeTypes.restore : changeTypes.add);

  function scope(before: { assignments?: unknown[] }, after: { assignments?: unknown[] }): number[] {
    if (before.assignments === after.assignments) {
      return [];
    }
    if (before.assignments === undefined) {
      return [changeTypes.assignmentAdd, changeTypes.scopeAdd];
    }
    return [after.assignments === undefined
      ? changeTypes.scopeDelete
      : after.assignments.length < before.assignments.length ? changeTypes.assignmentDelete : changeTypes.assignmentAdd];
  }

  return {
    begin: (time) => {
      now = time;
      logged.clear();
    },
    restoring: (work) => {
      isRestoring = true;
      try {
        work();
      } finally {
        isRestoring = false;
      }
    },
    last: () => last,
    read: ({ site, list, after = 0, since = -1, to }) => database.rows<{ json: string }>(
      `SELECT json FROM change WHERE ${list === undefined ? 'site' : 'list'} = ? AND number > ? AND number <= ? AND time > ? ORDER BY number`,
      list ?? site, after, to ?? Number.MAX_SAFE_INTEGER, since
    ).map(({ json }) => JSON.parse(json) as ChangeRecord),
    item: (site, before, after) => {
      const item = after ?? before;
      if (site === undefined || !item) {
        return;
      }
      const shape = item.place?.isFolder ? 'folder' : item.place ? 'document' : undefined;
      const line = (type: number): void => log({ site, kind: 'item', type, list: item.list, item: item.id, id: item.uniqueId, shape });
      if (!before || !after) {
        line(after ? added() : changeTypes.deleteObject);
        return;
      }
      const scopes = scope(before, after);
      const isElsewhere = before.place?.dir !== after.place?.dir;
      const types = isElsewhere ? [changeTypes.moveInto] : before.place?.name !== after.place?.name ? [changeTypes.rename] : [];
      [...scopes, ...types, ...(scopes.length + types.length === 0 ? [changeTypes.update] : [])].forEach(line);
    },
    list: (before, after) => {
      const list = after ?? before;
      if (!list) {
        return;
      }
      const { site, id, title } = list;
      const line = (type: number): void => log({ site, kind: 'list', type, list: id, id, title });
      if (!before || !after) {
        line(after ? added() : changeTypes.deleteObject);
        return;
      }
      scope(before, after).forEach(line);
      const parts = [...partsOf(before.fields, after.fields, 'field'), ...partsOf(before.views, after.views, 'view')];
      parts.forEach(({ kind, type, id: part }) => log({ site, kind, type, list: list.id, id: part }));
      if (before.title !== after.title || before.settings !== after.settings || before.description !== after.description) {
        line(changeTypes.update);
      }
    },
    web: (before, after) => {
      if (before && after) {
        const line = (type: number): void => log({ site: after.url, kind: 'web', type, id: after.webId });
        const own = scope(before, after).length > 0 ? scope(before, after) : before.version === after.version ? [] : [changeTypes.update];
        own.forEach(line);
      }
    }
  };
}

/** Columns or views that came, went or were replaced. */
function partsOf(before: { id: string }[], after: { id: string }[], kind: ChangeKind): { kind: ChangeKind; type: number; id: string }[] {
  if (before === after) {
    return [];
  }
  const old = new Map(before.map((part) => [part.id, part]));
  const gone = before.filter(({ id }) => !after.some((part) => part.id === id)).map(({ id }) => ({ kind, type: changeTypes.deleteObject, id }));
  const others = after.filter((part) => old.get(part.id) !== part).map(({ id }) => ({ kind, type: old.has(id) ? changeTypes.update : changeTypes.add, id }));
  return [...gone, ...others];
}
