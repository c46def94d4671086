import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import * as fs from 'node:fs';

/** A component manifest as SPFx writes it; only what is used here is spelled out. */
export interface ComponentManifest {
  id: string;
  version: string;
  alias: string;
  componentType: string;
  /** Of an extension: ApplicationCustomizer, ListViewCommandSet … */
  extensionType?: string;
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
  notHosted: NotHosted[];
}

/** What a package brings that this page cannot host: an extension, or access to an API behind Entra ID. */
export type NotHosted = { kind: 'component'; alias: string; type: string } | { kind: 'api'; resource: string; scope: string };

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
  const notHosted: NotHosted[] = [];
  for (const [, content] of entries.filter(([entry]) => entry.endsWith('.xml'))) {
    const xml: unknown = parser.parse(Buffer.from(content).toString('utf8'));
    found.push(...named(xml, 'ComponentManifest').filter((text): text is string => typeof text === 'string').map((text) => JSON.parse(text) as ComponentManifest));
    const asked = named(xml, 'WebApiPermissionRequest').flat() as { ResourceId?: string; Scope?: string }[];
    notHosted.push(...asked.map(({ ResourceId = '', Scope = '' }): NotHosted => ({ kind: 'api', resource: ResourceId, scope: Scope })));
  }
  const components = found.filter((manifest) => manifest.componentType === 'WebPart' || manifest.componentType === 'Library');
  found.filter((manifest) => !components.includes(manifest)).forEach(({ alias, componentType, extensionType }) => notHosted.push({ kind: 'component', alias, type: extensionType ?? componentType }));
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

/** Every element or attribute of a name, wherever in the XML it stands. */
function named(node: unknown, wanted: string): unknown[] {
  if (Array.isArray(node)) {
    return node.flatMap((one) => named(one, wanted));
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return Object.entries(node).flatMap(([name, value]) => (name === wanted ? [value] : named(value, wanted)));
}
