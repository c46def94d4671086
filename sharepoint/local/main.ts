import { readFileSync } from 'node:fs';
import type { LocalSharePointConfiguration } from './configuration';
import { startLocalSharePoint } from './server';

/**
 * `node temp/node/sharepoint/local/main.js <configuration.json>`: prints `Ready: <origin>` when it can be asked,
 * and ends on SIGTERM or SIGINT.
 */
async function main(): Promise<void> {
  const file = process.argv[2];
  if (file === undefined) {
    throw new Error('Usage: main.js <configuration.json>');
  }
  const configuration = JSON.parse(readFileSync(file, 'utf8')) as LocalSharePointConfiguration;
  const server = await startLocalSharePoint(configuration);
  const stop = (): void => {
    server.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`Ready: ${server.origin}\n`);
}

main().catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.stack ?? problem.message : String(problem)}\n`);
  process.exit(1);
});
