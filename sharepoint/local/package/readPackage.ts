import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import * as fs from 'node:fs';

/** A component manifest as SPFx writes it; only what is used here is spelled out. */
export interface ComponentManifest {
  id: string;
  version: string;
  alias: string;
  componentType: string;
  isInternal?: boolean;
  rootComponentId?: string;
  loaderConfig: { internalModuleBaseUrls: string[]; entryModuleId: string; scriptResources: Record<string, ScriptResource> };
  preconfiguredEntries?: { title: Record<string, string>; description: Record<string, string>; properties: Record<string, unknown> }[];
}

export interface ScriptResource {
  type: 'path' | 'localizedPath' | 'component';
  id?: string;
  version?: string;
  path?: unknown;
}

/** An installed .sppkg. */
export interface InstalledPackage {
  /** Web parts and libraries, their addresses still `HTTPS://SPCLIENTSIDEASSETLIBRARY/`. */
  components: ComponentManifest[];
  /** Files of ClientSideAssets by name. */
  assets: ReadonlyMap<string, Uint8Array>;
  /** What this page cannot host, in words. */
  notHosted: string[];
}

/**
 * Opens a .sppkg: a plain zip whose component manifests are attributes of `ClientSideComponent` elements.
 * @throws Error naming the file when it is no package
 */
export function readPackage(file: string): InstalledPackage {
  if (!fs.existsSync(file)) {
    throw new Error(`The package ${file} does not exist.`);
  }
  const entries = openZip(file);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, processEntities: true, htmlEntities: true });
  const found: ComponentManifest[] = [];
  const notHosted: string[] = [];
  for (const [name, content] of entries.filter(([entry]) => entry.endsWith('.xml'))) {
    const xml = Buffer.from(content).toString('utf8');
    manifestsIn(parser.parse(xml)).forEach((manifest) => found.push(manifest));
    if (/<WebApiPermissionRequest\b/i.test(xml)) {
      notHosted.push(`${name}: permissions to Microsoft Graph or other APIs`);
    }
  }
  const components = found.filter((manifest) => manifest.componentType === 'WebPart' || manifest.componentType === 'Library');
  found.filter((manifest) => !components.includes(manifest)).forEach((manifest) => notHosted.push(`${manifest.alias} (${manifest.componentType})`));
  const assets = new Map(entries.filter(([entry]) => /(^|\/)ClientSideAssets\//.test(entry)).map(([entry, content]) => [entry.slice(entry.lastIndexOf('/') + 1), content]));
  return { components, assets, notHosted };
}

function openZip(file: string): [string, Uint8Array][] {
  try {
    return Object.entries(unzipSync(fs.readFileSync(file)));
  } catch {
    throw new Error(`${file} is not a SharePoint package: it cannot be opened as a zip file.`);
  }
}

/** Every `ComponentManifest` attribute, wherever in the XML it stands. */
function manifestsIn(node: unknown): ComponentManifest[] {
  if (Array.isArray(node)) {
    return node.flatMap(manifestsIn);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([name, value]) => (name === 'ComponentManifest' && typeof value === 'string' ? [JSON.parse(value) as ComponentManifest] : manifestsIn(value)));
}
