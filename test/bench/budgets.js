'use strict';
/** Fails the build when what a browser must fetch before the first look at the web part is too much. */
const fs = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { unzipSync, strFromU8 } = require('fflate');

const packageFile = path.join(__dirname, '..', '..', 'sharepoint', 'solution', 'udmoentningsplan.sppkg');
const firstScriptLimit = 90 * 1024;
const locale = 'da-dk';

/** The web part's manifest stands, escaped, in an attribute of its feature element. */
function manifestIn(files) {
  const element = Object.keys(files).find((name) => /WebPart_[^/]+\.xml$/i.test(name));
  const attribute = element && /ComponentManifest="([^"]*)"/.exec(strFromU8(files[element]))?.[1];
  if (!attribute) {
    throw new Error('The package holds no web part manifest');
  }
  const unescaped = attribute.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&apos;|&#39;/g, "'").replace(/&amp;/g, '&');
  return JSON.parse(unescaped);
}

/** Names of the package's own scripts that the loader fetches before the web part's class: the entry and the strings. */
function firstScripts({ loaderConfig }) {
  return Object.values(loaderConfig.scriptResources)
    .filter(({ type }) => type === 'path' || type === 'localizedPath')
    .map((resource) => {
      const ours = Object.entries(resource.paths ?? {}).find(([name]) => name.toLowerCase() === locale)?.[1] ?? resource.path ?? resource.defaultPath;
      return ours.path ?? ours;
    });
}

if (!fs.existsSync(packageFile)) {
  process.stderr.write('There is no package yet: npm run package\n');
  process.exit(1);
}
const files = unzipSync(new Uint8Array(fs.readFileSync(packageFile)));
const first = new Set(firstScripts(manifestIn(files)).map((name) => path.posix.basename(name)));
const scripts = Object.keys(files)
  .filter((name) => name.startsWith('ClientSideAssets/') && name.endsWith('.js'))
  .map((name) => ({ name: path.posix.basename(name), gzip: gzipSync(files[name]).length, first: first.has(path.posix.basename(name)) }))
  .sort((a, b) => Number(b.first) - Number(a.first) || b.gzip - a.gzip);

const total = scripts.filter((script) => script.first).reduce((sum, script) => sum + script.gzip, 0);
const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
for (const script of scripts) {
  process.stdout.write(`${kilobytes(script.gzip)} KB gzip  ${script.first ? 'first ' : 'later '} ${script.name}\n`);
}
process.stdout.write(`${kilobytes(total)} KB gzip  first script, at most ${firstScriptLimit / 1024}\n`);
if (first.size === 0 || !scripts.some((script) => script.first) || total > firstScriptLimit) {
  process.stderr.write('The web part\'s first script is over its budget, or was not found.\n');
  process.exitCode = 1;
}
