import * as fs from 'node:fs';
import * as path from 'node:path';
import { projectRoot } from '../projectRoot';
import type { ComponentManifest, ScriptResource } from '../package/readPackage';

/** Microsoft's own runtime from npm, as the loader wants it: manifests, and where their scripts lie. */
export interface Framework {
  manifests: ComponentManifest[];
  /** The script file of a request below `/_spfx/`; undefined when no package has it. */
  script(requestPath: string): string | undefined;
}

export const frameworkPath = '/_spfx/';
export const localPath = '/_local/';

/** Ids that the runtime itself gives: the loader knows React by them. */
const react = { id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1' };
const reactDom = { id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1' };
const fluent = { id: 'f1e47000-0000-4000-8000-000000000001', version: '1.0.0' };
/** Our page application, in the role of SharePoint's sp-pages. */
export const application = { id: '6f3b1c52-0d4e-4c58-9d3b-7f1f0a5c9e01', version: '1.0.0' };

/** Versions by which late chunks ask for their components, where it is not 0.1.0. */
const deferredVersions: Record<string, string | undefined> = { '17ce0976-e69a-4355-be84-89b69a74717d': '0.3.65', '32b9363b-09ff-4959-929a-cab2663fb223': '3.0.2' };

const applicationNeeds: Record<string, [id: string, version: string]> = {
  '@microsoft/sp-application-base': ['4df9bb86-ab0a-4aab-ab5f-48bf167048fb', '1.23.2'],
  '@microsoft/sp-webpart-base': ['974a7777-0990-4136-8fa6-95d80114c2e0', '1.23.2'],
  '@microsoft/sp-core-library': ['7263c7d0-1d6a-45ec-8d85-d4d1d234171b', '1.23.2'],
  '@microsoft/sp-loader': ['1c6c9123-7aac-41f3-a376-3caea41ed83f', '1.23.2'],
  '@microsoft/sp-component-base': ['467dc675-7cc5-4709-8aac-78e3b71bd2f6', '1.23.2']
};

/**
 * Collects the framework's manifests and stands in for what Microsoft does not publish: names inside the property pane
 * that lead to Fluent, and a few that only measure.
 * @param installed manifests of the packages on the page, whose needs are met too
 */
export function createFramework(installed: readonly ComponentManifest[], origin: string): Framework {
  const root = path.join(projectRoot(), 'node_modules', '@microsoft');
  const folders = fs.readdirSync(root).filter((name) => fs.existsSync(path.join(root, name, 'dist')));
  const manifests: ComponentManifest[] = [];
  const known = new Set<string>();
  const add = (manifest: ComponentManifest): void => {
    manifests.push(manifest);
    known.add(manifest.id);
  };
  const library = (id: string, version: string, name: string, file: string, needs: Record<string, { id: string; version: string }> = {}): void => {
    const scriptResources: Record<string, ScriptResource> = { [name]: { type: 'path', path: file } };
    Object.entries(needs).forEach(([need, { id: needId, version: needVersion }]) => { scriptResources[need] = { type: 'component', id: needId, version: needVersion }; });
    add({ id, version, alias: name, componentType: 'Library', isInternal: true, ...{ manifestVersion: 2 }, loaderConfig: { internalModuleBaseUrls: [origin + localPath], entryModuleId: name, scriptResources } });
  };
  library(application.id, application.version, 'LocalPageApplication', 'application.js', {
    'local-fluent': fluent, ...Object.fromEntries(Object.entries(applicationNeeds).map(([name, [id, version]]) => [name, { id, version }]))
  });
  for (const folder of folders) {
    for (const file of fs.readdirSync(path.join(root, folder, 'dist')).filter((name) => name.endsWith('.manifest.json'))) {
      const manifest = JSON.parse(fs.readFileSync(path.join(root, folder, 'dist', file), 'utf8')) as ComponentManifest;
      if (manifest.rootComponentId === undefined) {
        add({ ...manifest, isInternal: true, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: [`${origin}${frameworkPath}${folder}/`] } });
      }
    }
  }
  library(react.id, react.version, 'react', 'react.js');
  library(reactDom.id, reactDom.version, 'react-dom', 'react-dom.js', { react });
  library(fluent.id, fluent.version, 'local-fluent', 'fluent.js', { react, 'react-dom': reactDom });
  const inAssembly = assemblyComponents(root);
  // A library of one package may be what another needs.
  installed.forEach(({ id }) => known.add(id));
  for (const [id, { name, version }] of missingComponents([...manifests, ...installed], known)) {
    const assembled = inAssembly.get(id);
    library(id, assembled ?? version, name, assembled ? 'in-assembly.js' : `stand-in/${encodeURIComponent(name)}.js`, assembled ? {} : { 'local-fluent': fluent });
  }
  deferredIds().forEach((id) => library(id, deferredVersions[id] ?? '0.1.0', `deferred-${id}`, `deferred/${id}.js`, { 'local-fluent': fluent }));
  return { manifests, script: (requestPath) => scriptFile(root, folders, requestPath.slice(frameworkPath.length)) };
}

function missingComponents(manifests: readonly ComponentManifest[], known: ReadonlySet<string>): Map<string, { name: string; version: string }> {
  const missing = new Map<string, { name: string; version: string }>();
  for (const manifest of manifests) {
    for (const [name, resource] of Object.entries(manifest.loaderConfig.scriptResources)) {
      if (resource.type === 'component' && resource.id !== undefined && !known.has(resource.id)) {
        missing.set(resource.id, { name, version: resource.version ?? '1.0.0' });
      }
    }
  }
  return missing;
}

/** The default assembly holds loader, core library, page context and http; it says which ids with which version. */
function assemblyComponents(root: string): Map<string, string> {
  const assembly = fs.readFileSync(path.join(root, 'sp-application-base', 'dist', 'sp-default-assembly_en-us.js'), 'utf8');
  return new Map(Array.from(assembly.matchAll(/\['([0-9a-f-]{36})', '([^']*)', \w+\]/g), (match) => [match[1], match[2]]));
}

/** Components that late chunks of the property pane and of Graph fetch by id; the stand-in bundle lists them. */
function deferredIds(): string[] {
  const source = fs.readFileSync(path.join(projectRoot(), 'sharepoint/local/page/browser/fluent.js'), 'utf8');
  return Array.from(source.matchAll(/'([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22})':/g), (match) => match[1]);
}

/** Chunks of an assembly lie in the package that owns them, so all are looked through. */
function scriptFile(root: string, folders: readonly string[], wanted: string): string | undefined {
  const [folder, ...rest] = wanted.split('/');
  const name = rest.join('/');
  return [folder, ...folders].filter((each) => folders.includes(each)).map((each) => path.join(root, each, 'dist', name))
    .find((file) => file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isFile());
}
