/** `npm start`: the product on a local SharePoint, with the sample plan. */

/** node:sqlite without a flag, and `require` of ES modules. */
const neededNode = { major: 22, minor: 14 };

async function main(): Promise<void> {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major !== neededNode.major || minor < neededNode.minor) {
    throw new Error(`Node ${neededNode.major}.${neededNode.minor} or a later ${neededNode.major} is needed; this is ${process.versions.node}. Run it as "npm start" after "npm ci".`);
  }
  // Only now: an older Node could not even load what these import.
  const { readOptions } = await import('./options');
  const { startSample } = await import('./startSample');
  const running = await startSample(readOptions(process.argv.slice(2), process.env), (line) => process.stdout.write(`${line}\n`));
  const stop = (): void => {
    running.close().then(() => process.exit(0), fail);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Ready: ${running.pageUrl}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
