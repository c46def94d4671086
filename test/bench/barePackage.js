'use strict';
/** Builds the bare table as a package of its own, with the webpack that SPFx brings, and tells where it lies and what it weighs. */
const fs = require('node:fs');
const path = require('node:path');
const { gzipSync } = require('node:zlib');
const { strToU8, zipSync } = require('fflate');

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, 'temp', 'bench');
const componentId = '6f1d8c1e-30a5-4c57-9f7b-6d3a0b5f1c11';
/** What SPFx hands to every web part, by its component id: as the manifests of real packages name them. */
const shared = {
  'react': { id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1' },
  'react-dom': { id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1' },
  '@microsoft/sp-webpart-base': { id: '974a7777-0990-4136-8fa6-95d80114c2e0', version: '1.23.2' }
};

function bundle() {
  const webpack = require('webpack');
  const compiler = webpack({
    mode: 'production', context: root, entry: path.join(__dirname, 'bareTable', 'BareTable.js'), externals: Object.keys(shared), performance: { hints: false }, devtool: false,
    output: { path: folder, filename: 'bareTable.js', library: { type: 'amd' }, publicPath: '' }, optimization: { splitChunks: false }
  });
  return new Promise((resolve, reject) => compiler.run((error, stats) => compiler.close(() => (
    error || stats.hasErrors() ? reject(error || new Error(stats.toString({ all: false, errors: true }))) : resolve(fs.readFileSync(path.join(folder, 'bareTable.js')))
  ))));
}

/** @returns the .sppkg and the script's size in KB, compressed */
async function barePackage() {
  fs.mkdirSync(folder, { recursive: true });
  const script = await bundle();
  const scriptResources = Object.fromEntries(Object.entries(shared).map(([name, { id, version }]) => [name, { type: 'component', id, version }]));
  const manifest = {
    id: componentId, version: '1.0.0', alias: 'BareTable', componentType: 'WebPart', manifestVersion: 2,
    preconfiguredEntries: [{ title: { default: 'Bare table' }, description: { default: '' }, properties: {} }],
    loaderConfig: { internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'], entryModuleId: 'bareTable', scriptResources: { bareTable: { type: 'path', path: 'bareTable.js' }, ...scriptResources } }
  };
  const xml = `<Elements><ClientSideComponent ComponentManifest="${JSON.stringify(manifest).replace(/"/g, '&quot;')}" /></Elements>`;
  const file = path.join(folder, 'bareTable.sppkg');
  fs.writeFileSync(file, zipSync({ 'feature/WebPart_1.xml': strToU8(xml), 'ClientSideAssets/bareTable.js': new Uint8Array(script) }));
  return { file, kilobytes: gzipSync(script).length / 1024 };
}

module.exports = { barePackage };
