import type { ImportedInitiative } from './importedInitiative';

/** Names a batch by what is brought in, so that the same sheet is the same batch in another tab and tomorrow. Not a secret, only a name. */
export function batchIdOf(planYear: string, rows: readonly ImportedInitiative[]): string {
  const text = JSON.stringify([planYear, rows]);
  return [0x811c9dc5, 0x9e3779b9].map((start) => hash(text, start)).join('');
}

/** FNV-1a over UTF-16 units, 8 hexadecimal digits. */
function hash(text: string, start: number): string {
  let value = start;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}
