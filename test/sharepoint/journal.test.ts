import { createStore } from '../../sharepoint/local/rest/state/store';
import type { Database } from '../../sharepoint/local/rest/state/database';
import type { ItemRecord } from '../../sharepoint/local/rest/state/records';

/** A file that can be full: it keeps what was committed. */
function memoryDatabase(): { database: Database; committed: unknown[][]; failNext: () => void } {
  const committed: unknown[][] = [];
  let open: unknown[][] = [];
  let full = false;
  const database: Database = {
    rows: () => [],
    run: (...statement) => {
      open.push(statement);
    },
    transaction: (work) => {
      open = [];
      work();
      if (full) {
        full = false;
        throw new Error('disk full');
      }
      committed.push(...open);
    },
    close: () => undefined
  };
  return {
    database, committed, failNext: () => {
      full = true;
    }
  };
}

const item = (id: number, Title: string): ItemRecord => ({
  list: 'l', id, guid: '', uniqueId: '', version: 1, uiVersion: 512, created: 0, modified: 0, authorId: 1, editorId: 1, contentTypeId: '', values: { Title }
});
const titles = (store: ReturnType<typeof createStore>): unknown[] => [...store.items.of('l').values()].map(({ id, values }) => [id, values.Title]);

test('what fails is taken back, in memory, in the indexes, and never reaches the file', () => {
  const { database, committed } = memoryDatabase();
  const store = createStore(database);
  store.attempt(() => [1, 2, 3].forEach((id) => store.items.put(item(id, `t${id}`))));
  expect([...store.items.indexes.equal('l', 'Title', 't2')]).toEqual([2]);
  const before = committed.length;
  expect(() => store.attempt(() => {
    store.items.delete('l', 2);
    store.items.put(item(1, 'changed'));
    store.facts.put({ name: 'f', value: 'v' });
    throw new Error('no');
  })).toThrow('no');
  expect(titles(store)).toEqual([[1, 't1'], [2, 't2'], [3, 't3']]);
  expect(store.facts.get('f')).toBeUndefined();
  expect([...store.items.indexes.equal('l', 'Title', 't2'), ...store.items.indexes.equal('l', 'Title', 'changed')]).toEqual([2]);
  expect(committed).toHaveLength(before);
});

test('a file that cannot be written leaves memory as the file is', () => {
  const { database, failNext } = memoryDatabase();
  const store = createStore(database);
  store.attempt(() => store.items.put(item(1, 'kept')));
  failNext();
  expect(() => store.attempt(() => store.items.put(item(1, 'lost')))).toThrow('disk full');
  failNext();
  expect(() => store.together(() => store.attempt(() => store.items.put(item(2, 'lost too'))))).toThrow('disk full');
  expect(titles(store)).toEqual([[1, 'kept']]);
});

test('several attempts together are one transaction; one that fails takes only itself back', () => {
  const { database, committed } = memoryDatabase();
  const store = createStore(database);
  store.together(() => {
    store.attempt(() => store.items.put(item(1, 'one')));
    expect(() => store.attempt(() => {
      store.items.put(item(2, 'two'));
      throw new Error('no');
    })).toThrow();
    store.attempt(() => store.items.put(item(3, 'three')));
    expect(committed).toEqual([]);
  });
  expect(titles(store)).toEqual([[1, 'one'], [3, 'three']]);
  expect(committed).toHaveLength(2);
});
