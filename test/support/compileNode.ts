import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const sources = ['sharepoint', 'src/plan', 'src/lists'];
const stamp = 'temp/node/.tsbuildinfo';

/** Newest change below a folder, in ms since 1970. */
function newest(folder: string): number {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return Math.max(0, ...entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newest(path) : entry.name.endsWith('.ts') ? statSync(path).mtimeMs : 0;
  }));
}

let compiled = false;

/**
 * Compiles what runs in Node (tsconfig.node.json) into temp/node when a source is newer. Type errors do not stop
 * it: they are the type check's to report, and the compiler writes the JavaScript all the same.
 */
export function compileNode(): void {
  const built = existsSync(join(root, stamp)) ? statSync(join(root, stamp)).mtimeMs : 0;
  if (compiled || Math.max(...sources.map((source) => newest(join(root, source)))) < built) {
    return;
  }
  compiled = true;
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.node.json'], { cwd: root, stdio: 'pipe' });
  } catch (problem) {
    if (!existsSync(join(root, 'temp/node/sharepoint/local/main.js'))) {
      throw problem;
    }
  }
}

/** A compiled module, by its path from the root without ending: `sharepoint/local/main`. */
export const compiledPath = (module: string): string => join(root, 'temp/node', `${module}.js`);
