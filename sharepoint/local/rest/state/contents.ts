import { randomUUID } from 'node:crypto';
import type { Database } from './database';
import type { Journal } from './journal';
import type { ItemRecord } from './records';

/** The bytes of files. They stay in the file and are read when asked for. */
export interface Contents {
  read(id: string): Uint8Array;
  /** Keeps bytes for an owner (a document's unique id, an upload) and says under which id. */
  put(owner: string, bytes: Uint8Array): string;
  delete(id: string): void;
  deleteOf(owner: string): void;
  /** Deletes what neither the document nor one of its versions holds any more. */
  sweep(item: Pick<ItemRecord, 'list' | 'id' | 'uniqueId'>): void;
}

export function createContents(journal: Journal, database: Database): Contents {
  /** Written in this request, not yet in the file. */
  const unsaved = new Map<string, Uint8Array>();
  const nothingToUndo = (): void => undefined;
  return {
    read: (id) => {
      const bytes = unsaved.get(id) ?? database.rows<{ bytes: Uint8Array }>('SELECT bytes FROM content WHERE id = ?', id)[0]?.bytes;
      if (!bytes) {
        throw new Error(`The content ${id} is missing in the state file.`);
      }
      return bytes;
    },
    put: (owner, bytes) => {
      const id = randomUUID();
      unsaved.set(id, bytes);
      journal.record(
        () => unsaved.delete(id),
        (file) => {
          unsaved.delete(id);
          file.run('INSERT INTO content VALUES (?, ?, ?)', id, owner, bytes);
        }
      );
      return id;
    },
    delete: (id) => journal.record(nothingToUndo, (file) => file.run('DELETE FROM content WHERE id = ?', id)),
    deleteOf: (owner) => journal.record(nothingToUndo, (file) => file.run('DELETE FROM content WHERE owner = ?', owner)),
    sweep: ({ list, id, uniqueId }) => journal.record(nothingToUndo, (file) => file.run(unused, uniqueId, list, id, list, id))
  };
}

/** Run when everything else of the request has been written, so the file itself says what is still held. */
const unused = `DELETE FROM content WHERE owner = ? AND id NOT IN (
  SELECT json_extract(json, '$.content.id') FROM item WHERE list = ? AND id = ? AND json_extract(json, '$.content.id') IS NOT NULL
  UNION SELECT json_extract(json, '$.content.id') FROM version WHERE list = ? AND id = ? AND json_extract(json, '$.content.id') IS NOT NULL)`;
