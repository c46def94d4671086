import * as fs from 'node:fs';
import * as path from 'node:path';

/** The folder with package.json and node_modules, found upwards: this code runs from where it is compiled to. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) {
      throw new Error(`No package.json above ${__dirname}.`);
    }
    folder = parent;
  }
  return folder;
}
