import * as fs from 'node:fs';
import * as path from 'node:path';
import { readPackage, type ComponentManifest, type InstalledPackage, type NotHosted } from './readPackage';

const assetLibrary = /^https:\/\/spclientsideassetlibrary\//i;

/** The tenant's app catalogue: packages as they lie on disk, read again when a file is newer. */
export interface AppCatalogue {
  components(): ComponentManifest[];
  notHosted(): NotHosted[];
  /** A file below {@link assetsPath}; undefined when no package has it. */
  asset(requestPath: string): Uint8Array | undefined;
}

export const assetsPath = '/sites/appcatalog/ClientSideAssets/';

export function createAppCatalogue(files: readonly string[], origin: () => string): AppCatalogue {
  const opened = new Map<string, { modified: number; content: InstalledPackage }>();
  const read = (file: string): InstalledPackage => {
    const modified = fs.existsSync(file) ? fs.statSync(file).mtimeMs : 0;
    const known = opened.get(file);
    if (known?.modified === modified) {
      return known.content;
    }
    const content = readPackage(file);
    opened.set(file, { modified, content });
    return content;
  };
  /** The short form of 127.0.0.1, the same to a browser: by the long one the runtime tells web parts that they run from a developer's machine (`isServedFromLocalhost`). */
  const host = (): string => origin().replace('//127.0.0.1', '//127.1');
  const folder = (index: number): string => `${assetsPath}${index}-${path.basename(files[index], '.sppkg')}/`;
  return {
    components: () => files.flatMap((file, index) => read(file).components.map((component) => ({
      ...component,
      loaderConfig: { ...component.loaderConfig, internalModuleBaseUrls: component.loaderConfig.internalModuleBaseUrls.map((url) => (assetLibrary.test(url) ? host() + folder(index) : url)) }
    }))),
    notHosted: () => files.flatMap((file) => read(file).notHosted),
    asset: (requestPath) => {
      const index = files.findIndex((_file, each) => requestPath.startsWith(folder(each)));
      return index < 0 ? undefined : read(files[index]).assets.get(requestPath.slice(folder(index).length));
    }
  };
}
