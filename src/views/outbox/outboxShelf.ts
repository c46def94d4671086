import type { OutboxShelf, QueuedEdit } from '../../plan/outbox';
import type { BrowserStore } from '../shared/browserStore';

/** Queued edits in the browser, one name each: two tabs that queue at once write past each other, not over each other. */
export function createOutboxShelf(store: BrowserStore): OutboxShelf {
  /** What the browser would not keep: it lives as long as the tab. */
  const unkept = new Map<string, QueuedEdit>();
  const nameOf = (id: string): string => `outbox|${id}`;
  const find = (id: string): QueuedEdit | undefined => unkept.get(id) ?? store.read<QueuedEdit>(nameOf(id));
  return {
    find,
    all: () => {
      const ids = new Set([...store.names('outbox|').map((name) => name.slice('outbox|'.length)), ...Array.from(unkept.keys())]);
      return Array.from(ids).sort().map(find).filter((edit): edit is QueuedEdit => edit !== undefined);
    },
    put: (edit) => {
      const kept = store.write(nameOf(edit.id), edit);
      if (kept) {
        unkept.delete(edit.id);
      } else {
        unkept.set(edit.id, edit);
      }
      return kept;
    },
    remove: (id) => {
      unkept.delete(id);
      store.remove(nameOf(id));
    }
  };
}
