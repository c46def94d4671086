import * as fs from 'node:fs';
import * as path from 'node:path';
import { readFaultsFile } from '../local/faults/readFaultsFile';
import { fluentBundle } from '../local/page/fluentBundle';
import { createPages } from '../local/page/pages';
import { startLocalSharePoint } from '../local/server';
import { ensurePackage } from './builtPackage';
import { packagesPagePath, pagePath, sampleConfiguration, sitePath } from './configuration';
import { fillSample } from './fill';
import { demandFreePort } from './freePort';
import { makeGroups } from './groups';
import type { StartOptions } from './options';

/** The product, running. */
export interface RunningSample {
  /** Address of the page with the plan. */
  pageUrl: string;
  close(): Promise<void>;
}

/**
 * Starts the local SharePoint with the package and, the first time, the sample.
 * @throws Error in words for the one who started it
 */
export async function startSample(options: StartOptions, log: (line: string) => void): Promise<RunningSample> {
  const faults = options.faultsFile === undefined ? undefined : readFaultsFile(options.faultsFile);
  // Read before the long work, so that a wrong one is said at once.
  const configuration = { ...sampleConfiguration(options.port, options.stateFile, !options.empty, options.packages), faults };
  // Before anything is built or put away: what runs on the port may be using the very state.
  await demandFreePort(options.port);
  ensurePackage(log);
  if (options.reset) {
    removeState(options.stateFile);
  }
  if (!fs.existsSync(options.stateFile)) {
    await makeState(options, log);
  }
  // Made once on a machine; whoever opens the page must not wait for it.
  await fluentBundle();
  // Only now: nothing goes wrong while the sample is put in.
  const server = await startLocalSharePoint(configuration, createPages);
  if (options.packages.length > 0) {
    log(`Packages: ${server.origin}${packagesPagePath}`);
  }
  return { pageUrl: `${server.origin}${pagePath}`, close: () => server.close() };
}

/**
 * Fills a file of its own and gives it the name of the state when it is whole: an interrupted fill leaves
 * no state behind, and the next start begins it afresh.
 */
async function makeState(options: StartOptions, log: (line: string) => void): Promise<void> {
  const unfinished = `${options.stateFile}.unfinished`;
  fs.mkdirSync(path.dirname(unfinished), { recursive: true });
  removeState(unfinished);
  const server = await startLocalSharePoint(sampleConfiguration(0, unfinished, !options.empty), createPages);
  try {
    const groups = await makeGroups(`${server.origin}${sitePath}`);
    if (!options.empty) {
      log('Putting in the sample plan ...');
      await fillSample(`${server.origin}${sitePath}`, groups);
    }
  } finally {
    await server.close();
  }
  fs.renameSync(unfinished, options.stateFile);
}

/** SQLite keeps a journal beside the file while it writes. */
function removeState(file: string): void {
  [file, `${file}-journal`, `${file}-wal`, `${file}-shm`].forEach((name) => fs.rmSync(name, { force: true }));
}
