import * as fs from 'node:fs';
import * as path from 'node:path';
import { projectRoot } from '../projectRoot';

interface Compiler {
  run(done: (error: Error | null, stats?: { hasErrors(): boolean; toString(options: unknown): string }) => void): void;
  close(done: () => void): void;
}

let building: Promise<Buffer> | undefined;

/** The stand-ins for the property pane's internal names, bundled by the webpack that SPFx brings; made once, some 20 s. */
export function fluentBundle(): Promise<Buffer> {
  building = building ?? build().catch((error: unknown) => {
    building = undefined;
    throw error;
  });
  return building;
}

async function build(): Promise<Buffer> {
  const root = projectRoot();
  const entry = path.join(root, 'sharepoint/local/page/browser/fluent.js');
  // Outside temp/gulp, which a package build empties.
  const output = path.join(root, 'node_modules', '.cache', 'local-sharepoint');
  const file = path.join(output, 'fluent.js');
  if (fs.existsSync(file) && fs.statSync(file).mtimeMs > fs.statSync(entry).mtimeMs) {
    return fs.readFileSync(file);
  }
  const webpack = require(require.resolve('webpack', { paths: [root] })) as (configuration: unknown) => Compiler;
  const compiler = webpack({
    mode: 'production', context: root, entry, externals: ['react', 'react-dom'], performance: { hints: false }, devtool: false,
    // Griffel is strict ESM and names React's runtime without an ending; React 17 has no export map to find it by.
    resolve: { alias: { 'react/jsx-runtime': path.join(root, 'node_modules/react/jsx-runtime.js') } },
    output: { path: output, filename: 'fluent.js', library: { type: 'amd' }, publicPath: '' },
    optimization: { splitChunks: false, minimize: false }
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString({ all: false, errors: true }))) : resolve()));
    });
  });
  return fs.readFileSync(file);
}
