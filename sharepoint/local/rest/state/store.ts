import type { Database } from './database';
import { type Changes, createChanges } from './changes';
import { type Contents, createContents } from './contents';
import { createJournal, type Journal } from './journal';
import { createItemIndexes, type ItemIndexes } from '../items/itemIndexes';
import { contentTypeKey } from '../contentTypes/builtIn';
import type { ContentTypeRecord, CustomActionRecord, FieldRecord, ItemRecord, ListCounters, ListRecord, PrincipalRecord, RecycledRecord, RoleDefinitionRecord, SubscriptionRecord, TalkRecord, UploadRecord, VersionRecord, WebRecord } from './records';

/** Records of one kind in memory, written through to the file. */
export interface Table<T> {
  get(key: string): T | undefined;
  values(): IterableIterator<T>;
  put(record: T): void;
  delete(key: string): void;
}

/** The items of all lists. */
export interface ItemTable {
  of(list: string): ReadonlyMap<number, ItemRecord>;
  indexes: ItemIndexes;
  put(item: ItemRecord): void;
  delete(list: string, id: number): void;
}

/** The working set: everything but old versions and the bytes of files is in memory. */
export interface Store extends Journal {
  webs: Table<WebRecord>;
  principals: Table<PrincipalRecord>;
  roleDefinitions: Table<RoleDefinitionRecord>;
  lists: Table<ListRecord>;
  counters: Table<ListCounters>;
  /** Small facts by name: the clock, the secret of the digests. */
  facts: Table<{ name: string; value: string }>;
  /** Files that are arriving in chunks. */
  uploads: Table<UploadRecord>;
  /** Who is told of changes. */
  subscriptions: Table<SubscriptionRecord>;
  contents: Contents;
  /** Those made in a web; what every site has is no record. */
  contentTypes: Table<{ site: string; type: ContentTypeRecord }>;
  /** Columns made in a web. */
  siteColumns: Table<{ site: string; field: FieldRecord }>;
  customActions: Table<CustomActionRecord>;
  /** What people say about items. */
  talks: Table<TalkRecord>;
  recycled: Table<RecycledRecord>;
  /** The log of what changed. */
  changes: Changes;
  items: ItemTable;
  versions: {
    of(list: string, id: number): VersionRecord[];
    put(version: VersionRecord): void;
    /** Deletes one version, or all of an item. */
    delete(list: string, id: number, uiVersion?: number): void;
  };
  close(): void;
}

export const talkKey = (list: string, item: number): string => `${list}|${item}`;
export const principalKey = (site: string, id: number): string => `${site}|${id}`;

/** Loads the working set from the database. */
export function createStore(database: Database): Store {
  const journal = createJournal(database);
  const changes = createChanges(journal, database);
  const table = <T>(kind: string, keyOf: (record: T) => string, changed?: Changed<T>): Table<T> => createTable(kind, keyOf, journal, database, changed);
  const lists = table<ListRecord>('list', (list) => list.id, changes.list);
  return {
    ...journal,
    webs: table<WebRecord>('web', (web) => web.url, changes.web),
    principals: table<PrincipalRecord>('principal', (principal) => principalKey(principal.site, principal.id)),
    roleDefinitions: table<RoleDefinitionRecord>('roleDefinition', (role) => principalKey(role.site, role.id)),
    lists,
    counters: table<ListCounters>('counters', (counters) => counters.list),
    facts: table<{ name: string; value: string }>('fact', (fact) => fact.name),
    uploads: table<UploadRecord>('upload', (upload) => upload.id),
    subscriptions: table<SubscriptionRecord>('subscription', (subscription) => subscription.id),
    contents: createContents(journal, database),
    contentTypes: table<{ site: string; type: ContentTypeRecord }>('contentType', ({ site, type }) => contentTypeKey(site, type.id)),
    siteColumns: table<{ site: string; field: FieldRecord }>('siteColumn', ({ site, field }) => `${site}|${field.id}`),
    talks: table<TalkRecord>('talk', ({ list, item }) => talkKey(list, item)),
    customActions: table<CustomActionRecord>('customAction', (action) => action.id),
    recycled: table<RecycledRecord>('recycled', (recycled) => recycled.id),
    changes,
    items: createItems(journal, database, (before, after) => changes.item(lists.get((after ?? before)?.list ?? '')?.site, before, after)),
    versions: createVersions(journal, database),
    close: () => database.close()
  };
}

/** Told of every change, for the log. */
type Changed<T> = (before: T | undefined, after: T | undefined) => void;

function createTable<T>(kind: string, keyOf: (record: T) => string, journal: Journal, database: Database, changed: Changed<T> = () => undefined): Table<T> {
  const records = new Map<string, T>();
  for (const { key, json } of database.rows<{ key: string; json: string }>('SELECT key, json FROM record WHERE kind = ?', kind)) {
    records.set(key, JSON.parse(json) as T);
  }
  const restore = (key: string, before: T | undefined) => (): void => {
    if (before === undefined) {
      records.delete(key);
    } else {
      records.set(key, before);
    }
  };
  return {
    get: (key) => records.get(key),
    values: () => records.values(),
    put: (record) => {
      const key = keyOf(record);
      changed(records.get(key), record);
      journal.record(restore(key, records.get(key)), (file) => file.run('INSERT OR REPLACE INTO record VALUES (?, ?, ?)', kind, key, JSON.stringify(record)));
      records.set(key, record);
    },
    delete: (key) => {
      changed(records.get(key), undefined);
      journal.record(restore(key, records.get(key)), (file) => file.run('DELETE FROM record WHERE kind = ? AND key = ?', kind, key));
      records.delete(key);
    }
  };
}

function createItems(journal: Journal, database: Database, changed: Changed<ItemRecord>): ItemTable {
  const lists = new Map<string, Map<number, ItemRecord>>();
  const itemsOf = (list: string): Map<number, ItemRecord> => {
    const items = lists.get(list) ?? new Map<number, ItemRecord>();
    lists.set(list, items);
    return items;
  };
  for (const { json } of database.rows<{ json: string }>('SELECT json FROM item ORDER BY list, id')) {
    const item = JSON.parse(json) as ItemRecord;
    itemsOf(item.list).set(item.id, item);
  }
  const indexes = createItemIndexes(itemsOf);
  const set = (list: string, id: number, item: ItemRecord | undefined): void => {
    indexes.changed(itemsOf(list).get(id), item);
    if (item) {
      itemsOf(list).set(id, item);
    } else {
      itemsOf(list).delete(id);
    }
  };
  /** Keeps a list's items in the order of their ids, which is the order they are read in. */
  const putBack = (item: ItemRecord | undefined): void => {
    if (item) {
      indexes.changed(undefined, item);
      const items = itemsOf(item.list);
      const later = [...items.values()].filter((other) => other.id > item.id);
      later.forEach((other) => items.delete(other.id));
      [item, ...later].forEach((one) => items.set(one.id, one));
    }
  };
  return {
    of: itemsOf,
    indexes,
    put: (item) => {
      const before = itemsOf(item.list).get(item.id);
      changed(before, item);
      journal.record(
        () => set(item.list, item.id, before),
        (file) => file.run('INSERT OR REPLACE INTO item VALUES (?, ?, ?)', item.list, item.id, JSON.stringify(item))
      );
      set(item.list, item.id, item);
    },
    delete: (list, id) => {
      const before = itemsOf(list).get(id);
      changed(before, undefined);
      journal.record(() => putBack(before), (file) => file.run('DELETE FROM item WHERE list = ? AND id = ?', list, id));
      set(list, id, undefined);
    }
  };
}

/** Old versions are read from the file when asked for: they are many and seldom wanted. */
function createVersions(journal: Journal, database: Database): Store['versions'] {
  const nothingToUndo = (): void => undefined;
  return {
    of: (list, id) =>
      database.rows<{ json: string }>('SELECT json FROM version WHERE list = ? AND id = ? ORDER BY uiVersion DESC', list, id)
        .map(({ json }) => JSON.parse(json) as VersionRecord),
    put: (version) => journal.record(nothingToUndo, (file) => file.run(
      'INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?)', version.list, version.id, version.uiVersion, JSON.stringify(version)
    )),
    delete: (list, id, uiVersion) => journal.record(nothingToUndo, (file) => {
      if (uiVersion === undefined) {
        file.run('DELETE FROM version WHERE list = ? AND id = ?', list, id);
      } else {
        file.run('DELETE FROM version WHERE list = ? AND id = ? AND uiVersion = ?', list, id, uiVersion);
      }
    })
  };
}
