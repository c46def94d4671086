import type { Initiative, InitiativeDetails } from '../../../src/plan/initiative';
import { nextYearPlan } from '../../../src/plan/nextYear/nextYear';
import type { KeptYear, NextYearStore, YearLine } from '../../../src/plan/ports/nextYearStore';
import type { MemoryStore } from './memoryStore';

/** The next year over the same memory as the plan. `stopAfter` cuts the next run after so many new rows. */
export interface MemoryNextYear extends NextYearStore {
  kept_?: KeptYear;
  made_: Initiative[];
}

export function createMemoryNextYear(store: MemoryStore, stopAfter: { rows: number } = { rows: Infinity }): MemoryNextYear {
  const detailsOf = (row: Initiative): InitiativeDetails => ({ coordinatesWith: '', description: '', politicalBasis: '', lifecycleReason: '', ...row });
  const years: MemoryNextYear = {
    made_: [],
    rows: async () => ({ initiatives: store.month_.initiatives.map(detailsOf), successors: years.made_, kept: years.kept_ }),
    run: async (run, { onProgress }) => {
      if (store.failWrites) {
        return { kind: 'interrupted', lines: [], problem: store.failWrites };
      }
      const plan = nextYearPlan({ ...run, ...await years.rows(run.fromYear, run.toYear) });
      const carried = plan.carried.slice(0, stopAfter.rows);
      years.kept_ = { choices: Array.from(run.choices), names: run.names, state: 'started' };
      years.made_ = [...years.made_, ...carried.map(({ fromId, sortOrder, writing }) => ({ ...writing, id: 700 + fromId, etag: '"1"', planYear: run.toYear, sortOrder, predecessorId: fromId, problems: [] }))];
      const lines: YearLine[] = carried.map(({ writing }) => ({ what: 'carried', name: writing.originalText, outcome: 'made' }));
      onProgress({ done: lines.length, total: plan.carried.length });
      if (carried.length < plan.carried.length) {
        return { kind: 'interrupted', lines, problem: { kind: 'offline' } };
      }
      store.month_ = {
        ...store.month_,
        initiatives: store.month_.initiatives.map((row) => ({ ...row, lifecycle: plan.ended.find(({ base }) => base.id === row.id)?.lifecycle ?? row.lifecycle }))
      };
      years.kept_ = { ...years.kept_, state: run.closeOld ? 'closed' : 'made' };
      return {
        kind: 'done',
        lines: [...lines, ...run.meetings.map(({ period }): YearLine => ({ what: 'meeting', name: period, outcome: 'made' })), ...plan.ended.map(({ base }): YearLine => ({ what: 'ended', name: base.originalText, outcome: 'made' }))]
      };
    }
  };
  return years;
}
