import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createMetadata, type Metadata, type MetadataModel } from './model';
import { parseMetadata } from './parse';

/** Raised with every change of the parsed form, so that an older cache is not read. */
const cacheFormat = 1;

/**
 * SharePoint's `$metadata` from npm `gd-sprest-def`. Parsing its four megabytes of XML takes a second, so the
 * parsed model is kept beside the compiled code.
 */
export function loadMetadata(): Metadata {
  const packageFile = require.resolve('gd-sprest-def/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const cache = join(__dirname, '.cache', `metadata-${version}-${cacheFormat}.json`);
  if (existsSync(cache)) {
    return createMetadata(JSON.parse(readFileSync(cache, 'utf8')) as MetadataModel);
  }
  const model = parseMetadata(readFileSync(join(dirname(packageFile), 'metadata.xml'), 'utf8'));
  mkdirSync(dirname(cache), { recursive: true });
  // Renamed into place: another process may start at the same time and must not read half a file.
  const unfinished = `${cache}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(model));
  renameSync(unfinished, cache);
  return createMetadata(model);
}
