import { callerId, type RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import { demandWrite } from '../items/access';
import { rights } from '../permissions/masks';
import type { UploadRecord } from '../state/records';
import { writeFile } from './changeFiles';
import type { FilePlace } from './findFiles';

/** [A] Text of a chunk that does not continue what is there. */
const wrongUpload = (): Error => sharePointException('The upload session was not found, or the chunk does not begin where the last one ended.', 409, -2147024809);

/** Begins an upload of a file that is there already, with its first chunk; says how many bytes have arrived. */
export function startUpload({ list, item }: FilePlace, id: string, chunk: Uint8Array, context: RequestContext): number {
  demandWrite(list, item, rights.editListItems, context);
  if (context.store.uploads.get(id)) {
    throw wrongUpload();
  }
  return keep({ id, list: list.id, item: item.id, userId: callerId(context), size: 0, chunks: [] }, chunk, context);
}

export function continueUpload(file: FilePlace, id: string, offset: number, chunk: Uint8Array, context: RequestContext): number {
  return keep(running(file, id, offset, context), chunk, context);
}

/** The last chunk: now the file has its new bytes, as one new version. */
export function finishUpload(file: FilePlace, id: string, offset: number, chunk: Uint8Array, context: RequestContext): FilePlace {
  const upload = running(file, id, offset, context);
  const bytes = Buffer.concat([...upload.chunks.map((content) => context.store.contents.read(content)), chunk]);
  forget(upload, context);
  return writeFile(file, bytes, context);
}

export function cancelUpload(file: FilePlace, id: string, context: RequestContext): void {
  forget(running(file, id, undefined, context), context);
}

function running({ list, item }: FilePlace, id: string, offset: number | undefined, context: RequestContext): UploadRecord {
  const upload = context.store.uploads.get(id);
  if (!upload || upload.list !== list.id || upload.item !== item.id || upload.userId !== callerId(context) || (offset ?? upload.size) !== upload.size) {
    throw wrongUpload();
  }
  return upload;
}

function keep(upload: UploadRecord, chunk: Uint8Array, context: RequestContext): number {
  const { store } = context;
  const size = upload.size + chunk.length;
  store.uploads.put({ ...upload, size, chunks: [...upload.chunks, store.contents.put(ownerOf(upload), chunk)] });
  return size;
}

function forget(upload: UploadRecord, context: RequestContext): void {
  context.store.contents.deleteOf(ownerOf(upload));
  context.store.uploads.delete(upload.id);
}

const ownerOf = (upload: UploadRecord): string => `upload ${upload.id}`;
