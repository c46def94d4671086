// Unpacks the Chromium that npm brings, with the libraries and fonts that a bare machine lacks, and prints where it lies.
// A process of its own, because the package is an ES module with import.meta, which jest cannot load.
import chromium, { inflate } from '@sparticuz/chromium';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
const executablePath = await chromium.executablePath();
const libraries = await inflate(join(build, '..', 'bin', 'al2023.tar.br'));
process.stdout.write(JSON.stringify({ executablePath, libraries: join(libraries, 'lib'), fonts: join(tmpdir(), 'fonts') }));
