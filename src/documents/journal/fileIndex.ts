import type { Instant } from '../../plan/calendar';

/** A file of a package or of the library. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** `index.json`: what belongs together, and how to tell that it is unchanged. */
export interface FileIndex {
  format: 'udmoentningsplan-index';
  schemaVersion: 1;
  meetingKey: string;
  revision: string;
  madeAt: Instant;
  files: { name: string; size: number; /** SHA-256, 64 hexadecimal digits. */ sha256: string }[];
}

/** Computes SHA-256 as 64 hexadecimal digits; `crypto.subtle` in browser and Node alike. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The index of the files as they are now: hash what was read back from the library, not what was sent there. */
export async function fileIndex(about: { meetingKey: string; revision: string; madeAt: Instant }, files: readonly NamedFile[]): Promise<FileIndex> {
  const entries = await Promise.all(files.map(async ({ name, bytes }) => ({ name, size: bytes.length, sha256: await sha256(bytes) })));
  const { meetingKey, revision, madeAt } = about;
  return { format: 'udmoentningsplan-index', schemaVersion: 1, meetingKey, revision, madeAt, files: entries };
}
