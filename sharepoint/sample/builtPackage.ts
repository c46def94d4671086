import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The package that a tenant would get. */
export const packageFile = path.join('sharepoint', 'solution', 'udmoentningsplan.sppkg');

/** What the package is made from. */
const sources = ['src', 'config', 'gulpfile.js', 'tsconfig.json', 'package.json'];

/**
 * Builds the package when it is missing or older than its sources.
 * @returns whether it had to be built
 * @throws Error when the build fails
 */
export function ensurePackage(log: (line: string) => void): boolean {
  if (isFresh()) {
    return false;
  }
  log('Building the package (about a minute) ...');
  const build = spawnSync('npm', ['run', 'package'], { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 });
  if (build.status !== 0 || !fs.existsSync(packageFile)) {
    const output = `${build.stdout ?? ''}${build.stderr ?? ''}${build.error ? build.error.message : ''}`;
    throw new Error(`The package could not be built ("npm run package" alone shows the same):\n${output.trim().split('\n').slice(-40).join('\n')}`);
  }
  return true;
}

function isFresh(): boolean {
  if (!fs.existsSync(packageFile)) {
    return false;
  }
  const built = fs.statSync(packageFile).mtimeMs;
  return sources.every((source) => newestIn(source) <= built);
}

/** When the newest file under a path was changed, in ms since 1970. Files that the build itself writes do not count. */
function newestIn(source: string): number {
  const stat = fs.statSync(source);
  if (!stat.isDirectory()) {
    return source.endsWith('.scss.ts') ? 0 : stat.mtimeMs;
  }
  return Math.max(0, ...fs.readdirSync(source).map((name) => newestIn(path.join(source, name))));
}
