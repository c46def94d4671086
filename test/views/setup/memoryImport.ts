import type { KeptBatch, PlanImport } from '../../../src/plan/ports/planImport';
import { anInitiative } from '../../plan/support/samples';
import type { MemoryStore } from './memoryStore';

/** Imports into the same memory as the plan; rows are remembered by batch and line. `stopAfter` cuts the next run. */
export function createMemoryImport(store: MemoryStore, stopAfter: { rows: number } = { rows: Infinity }): PlanImport {
  const keys = new Map<string, number>();
  let batches: KeptBatch[] = [];
  return {
    known: async () => store.month_.initiatives.map(({ title, code, department, committees, id }) => ({
      title, code, department, committees, clientKey: Array.from(keys).find(([, each]) => each === id)?.[0]
    })),
    findPeople: async (texts) => texts.map((text) => ({ text, candidates: [] })),
    run: async ({ batch, rows }, { onProgress }) => {
      if (store.failWrites) {
        return { kind: 'interrupted', lines: [], problem: store.failWrites };
      }
      const missing = rows.filter(({ line }) => !keys.has(`${batch.id}:${line}`));
      const made = missing.slice(0, stopAfter.rows);
      made.forEach(({ line, ...row }) => {
        const id = 500 + keys.size;
        keys.set(`${batch.id}:${line}`, id);
        store.month_ = { ...store.month_, initiatives: [...store.month_.initiatives, anInitiative(id, { title: row.title, originalText: row.originalText, code: row.code, department: row.department })] };
      });
      store.site_ = { ...store.site_, planYear: batch.planYear };
      onProgress({ done: made.length, total: rows.length });
      const done = made.length === missing.length;
      batches = [{ ...batch, startedAt: '2025-04-25T07:00:00Z', total: rows.length, state: done ? 'done' : 'started' }, ...batches.filter(({ id }) => id !== batch.id)];
      const lines = rows.filter(({ line }) => keys.has(`${batch.id}:${line}`)).map((row) => ({ line: row.line, kind: made.includes(row) ? 'made' as const : 'stood' as const }));
      return done ? { kind: 'done', lines } : { kind: 'interrupted', lines, problem: { kind: 'offline' } };
    },
    batches: async () => batches,
    undo: async (batchId) => {
      const ids = Array.from(keys).filter(([key]) => key.startsWith(`${batchId}:`)).map(([, id]) => id);
      store.month_ = { ...store.month_, initiatives: store.month_.initiatives.filter(({ id }) => !ids.includes(id)) };
      batches = batches.map((batch) => (batch.id === batchId ? { ...batch, state: 'undone' } : batch));
      return { kind: 'done', recycled: ids.length, kept: [] };
    }
  };
}
