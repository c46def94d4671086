import type { AnnexStore, Revision } from '../../plan/ports/annexStore';
import { PlanError } from '../../plan/problem';

/** A file of a revision, by its name. Rejects with `notFound` when the revision has none. */
export async function bytesOf(store: AnnexStore, revision: Revision, name: string): Promise<Uint8Array> {
  const file = revision.files.find((each) => each.name === name);
  if (!file) {
    throw new PlanError({ kind: 'notFound' });
  }
  return store.file(file.url);
}
