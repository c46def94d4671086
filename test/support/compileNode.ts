import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const sources = ['sharepoint', 'src/plan', 'src/lists'];
const stamp = join(root, 'temp/node/.tsbuildinfo');
const lock = join(root, 'temp/node.lock');
const longestCompile = 120000;

const changedAt = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Newest change of a source below a folder, in ms since 1970. */
function newest(folder: string): number {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return Math.max(0, ...entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newest(path) : entry.name.endsWith('.ts') ? changedAt(path) : 0;
  }));
}

const isStale = (): boolean => Math.max(...sources.map((source) => newest(join(root, source)))) >= changedAt(stamp);

let compiled = false;

/**
 * Compiles what runs in Node (tsconfig.node.json) into temp/node when a source is newer, once however many test
 * processes ask. Type errors do not stop it: they are the type check's to report, and the compiler writes the
 * JavaScript all the same.
 */
export function compileNode(): void {
  if (compiled || !isStale()) {
    return;
  }
  takeLock();
  try {
    if (isStale()) {
      compile();
    }
    compiled = true;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A folder can be made by one process only. */
function takeLock(): void {
  mkdirSync(join(root, 'temp'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      if (Date.now() - changedAt(lock) > longestCompile) {
        // Whoever made it has died.
        rmSync(lock, { recursive: true, force: true });
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

function compile(): void {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.node.json'], { cwd: root, stdio: 'pipe' });
  } catch (problem) {
    if (!existsSync(compiledPath('sharepoint/local/main'))) {
      throw problem;
    }
  }
}

/** A compiled module, by its path from the root without ending: `sharepoint/local/main`. */
export const compiledPath = (module: string): string => join(root, 'temp/node', `${module}.js`);
