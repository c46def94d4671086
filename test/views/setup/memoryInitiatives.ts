import type { Initiative, InitiativeDetails, InitiativeTexts } from '../../../src/plan/initiative';
import { initiativeRules, initiativeWritingOf } from '../../../src/plan/initiatives/initiativeWriting';
import { isUnseen, mergeFields } from '../../../src/plan/merge/mergeFields';
import type { InitiativeStore } from '../../../src/plan/ports/initiativeStore';
import { PlanError } from '../../../src/plan/problem';
import type { MemoryStore } from './memoryStore';

/** Initiatives written by hand, over the same memory as the plan, whose bad days they share. */
export interface MemoryInitiatives extends InitiativeStore {
  /** Somebody else saves this initiative, so that an ETag taken before is stale. */
  savedByOther: (id: number, changes: Partial<InitiativeDetails>) => void;
}

const noTexts: InitiativeTexts = { coordinatesWith: '', description: '', politicalBasis: '', lifecycleReason: '' };

export function createMemoryInitiatives(store: MemoryStore): MemoryInitiatives {
  let saves = 1;
  const texts = new Map<number, InitiativeTexts>();
  const keys = new Map<string, number>();
  const detailsOf = (row: Initiative): InitiativeDetails => ({ ...noTexts, ...texts.get(row.id), ...row });
  const put = (row: InitiativeDetails): InitiativeDetails => {
    const saved = { ...row, etag: `"i${++saves}"` };
    const { coordinatesWith, description, politicalBasis, lifecycleReason, ...light } = saved;
    texts.set(row.id, { coordinatesWith, description, politicalBasis, lifecycleReason });
    const { initiatives } = store.month_;
    store.month_ = { ...store.month_, initiatives: initiatives.some(({ id }) => id === row.id) ? initiatives.map((each) => (each.id === row.id ? light : each)) : [...initiatives, light] };
    return saved;
  };
  const find = (id: number): InitiativeDetails => {
    const row = store.month_.initiatives.find((each) => each.id === id);
    if (store.failReads || !row) {
      throw new PlanError(store.failReads ?? { kind: 'notFound' });
    }
    return detailsOf(row);
  };
  return {
    savedByOther: (id, changes) => { put({ ...find(id), ...changes }); },
    details: async (id) => find(id),
    add: async ({ planYear, sortOrder }, writing, clientKey) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const id = keys.get(clientKey) ?? 600 + saves;
      keys.set(clientKey, id);
      return { kind: 'saved', row: put({ ...writing, id, etag: '', planYear, sortOrder, problems: [] }) };
    },
    save: async (base, writing) => {
      if (store.failWrites) {
        return { kind: 'refused', problem: store.failWrites };
      }
      const theirs = find(base.id);
      const merge = mergeFields(initiativeRules, initiativeWritingOf(base), writing, initiativeWritingOf(theirs));
      return theirs.etag !== base.etag && isUnseen(merge)
        ? { kind: merge.conflicts.length > 0 ? 'conflict' : 'merged', theirs, merge }
        : { kind: 'saved', row: put({ ...theirs, ...writing }) };
    },
    place: async (base, sortOrder) => (store.failWrites ? { kind: 'refused', problem: store.failWrites } : { kind: 'saved', row: put({ ...find(base.id), sortOrder }) }),
    findPeople: async (words) => [{ loginName: 'direktoer', name: 'Direktør Velfærd', email: 'direktoer@example.invalid' }].filter(({ name }) => name.toLowerCase().startsWith(words.toLowerCase())),
    person: async ({ loginName, name, email }) => ({ id: 42, loginName, name, email })
  };
}
