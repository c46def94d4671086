import { mergeFields, isUnseen } from '../../../src/plan/merge/mergeFields';
import type { StrategyStore } from '../../../src/plan/ports/strategyStore';
import { effortRules, effortWritingOf, type StrategicEffort } from '../../../src/plan/strategicEffort';
import type { MemoryStore } from './memoryStore';

/** Strategic efforts kept in the month of the plan's store, whose bad days they share. */
export function createMemoryStrategy(store: MemoryStore): StrategyStore {
  let saves = 0;
  const keys = new Map<string, number>();
  const put = (row: StrategicEffort): void => {
    const { efforts } = store.month_;
    store.month_ = { ...store.month_, efforts: efforts.some(({ id }) => id === row.id) ? efforts.map((each) => (each.id === row.id ? row : each)) : [...efforts, row] };
  };
  return {
    addEffort: async (writing, clientKey) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row = { ...effortWritingOf(writing), id: keys.get(clientKey) ?? 9000 + saves, etag: `"e${++saves}"` };
      keys.set(clientKey, row.id);
      put(row);
      return { kind: 'saved', row };
    },
    saveEffort: async (base, writing) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const theirs = store.month_.efforts.find(({ id }) => id === base.id);
      if (!theirs) {
        return { kind: 'refused', problem: { kind: 'notFound' } };
      }
      const merge = mergeFields(effortRules, effortWritingOf(base), writing, effortWritingOf(theirs));
      if (theirs.etag !== base.etag && isUnseen(merge)) {
        return { kind: merge.conflicts.length > 0 ? 'conflict' : 'merged', theirs, merge };
      }
      const row = { ...theirs, ...effortWritingOf(writing), etag: `"e${++saves}"` };
      put(row);
      return { kind: 'saved', row };
    }
  };
}
