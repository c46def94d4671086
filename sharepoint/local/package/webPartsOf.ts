import type { LocalPage } from '../configuration';
import { readPackage } from './readPackage';

/**
 * The web parts of packages, each as its own manifest would first put it on a page.
 * @param files paths of .sppkg files
 * @throws Error naming the file when one is no package
 */
export function webPartsOf(files: readonly string[]): LocalPage['webParts'] {
  return files.flatMap((file) => readPackage(file).components.filter((component) => component.componentType === 'WebPart')
    .map((component) => ({ componentId: component.id, properties: component.preconfiguredEntries?.[0]?.properties ?? {} })));
}
