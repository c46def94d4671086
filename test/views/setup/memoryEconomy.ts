import { economyRules, economyTitle, economyWritingOf, type EconomyLine, type EconomyWriting } from '../../../src/plan/economyLine';
import { isUnseen, mergeFields } from '../../../src/plan/merge/mergeFields';
import type { EconomyOutcome, EconomyStore } from '../../../src/plan/ports/economyStore';
import { PlanError } from '../../../src/plan/problem';
import type { MemoryStore } from './memoryStore';

/** Economy lines kept in memory beside the plan's store, whose bad days they share. */
export interface MemoryEconomy extends EconomyStore {
  lines_: EconomyLine[];
}

export function createMemoryEconomy(store: MemoryStore, lines: EconomyLine[] = []): MemoryEconomy {
  let saves = 0;
  const keys = new Map<string, number>();
  const put = (row: EconomyLine): EconomyOutcome => {
    const { lines_ } = economy;
    economy.lines_ = lines_.some(({ id }) => id === row.id) ? lines_.map((each) => (each.id === row.id ? row : each)) : [...lines_, row];
    return { kind: 'saved', row };
  };
  const rowOf = (writing: EconomyWriting, id: number): EconomyLine => ({ ...economyWritingOf(writing), id, etag: `"l${++saves}"`, title: economyTitle(writing), problems: [] });
  const economy: MemoryEconomy = {
    lines_: lines,
    lines: async () => {
      if (store.failReads) {
        throw new PlanError(store.failReads);
      }
      return economy.lines_;
    },
    addLine: async (writing, clientKey) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const row = rowOf(writing, keys.get(clientKey) ?? 9500 + saves);
      keys.set(clientKey, row.id);
      return put(row);
    },
    saveLine: async (base, writing) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const theirs = economy.lines_.find(({ id }) => id === base.id);
      if (!theirs) {
        return { kind: 'refused', problem: { kind: 'notFound' } };
      }
      const merge = mergeFields(economyRules, economyWritingOf(base), writing, economyWritingOf(theirs));
      return theirs.etag !== base.etag && isUnseen(merge) ? { kind: merge.conflicts.length > 0 ? 'conflict' : 'merged', theirs, merge } : put(rowOf(writing, base.id));
    }
  };
  return economy;
}
