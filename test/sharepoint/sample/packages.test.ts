import { strToU8, zipSync } from 'fflate';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { packagesPagePath, sampleConfiguration, sitePath } from '../../../sharepoint/sample/configuration';
import { startWithPages } from '../support/withPages';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'other-packages-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Somebody's package: one web part or library, with a script that says whose it is. */
function otherPackage(name: string, id: string, componentType: string, properties: Record<string, unknown>): string {
  const manifest = {
    id, version: '1.0.0', alias: name, componentType, preconfiguredEntries: [{ title: { default: name }, description: { default: '' }, properties }],
    loaderConfig: { internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'], entryModuleId: 'main', scriptResources: { main: { type: 'path', path: 'main.js' } } }
  };
  const xml = `<Elements><ClientSideComponent ComponentManifest="${JSON.stringify(manifest).replace(/"/g, '&quot;')}" /></Elements>`;
  // In folders of their own, so that two may have the same file name.
  const file = path.join(folder, name, 'other.sppkg');
  fs.mkdirSync(path.dirname(file));
  fs.writeFileSync(file, zipSync({ 'feature/Component_1.xml': strToU8(xml), 'ClientSideAssets/main.js': strToU8(`define([], function () { return '${name}'; });`) }));
  return file;
}

const first = { id: '22222222-2222-4222-8222-222222222222', file: otherPackage('first', '22222222-2222-4222-8222-222222222222', 'WebPart', { title: 'As it comes' }) };
const second = { id: '33333333-3333-4333-8333-333333333333', file: otherPackage('second', '33333333-3333-4333-8333-333333333333', 'WebPart', {}) };
const library = { id: '44444444-4444-4444-8444-444444444444', file: otherPackage('library', '44444444-4444-4444-8444-444444444444', 'Library', {}) };
const others = [first.file, second.file, library.file];

interface PageData {
  webParts: { componentId: string; properties: Record<string, unknown> }[];
  context: { manifests: { id: string; loaderConfig: { internalModuleBaseUrls: string[] } }[] };
}

test('without other packages there is no page for them', () => {
  const configuration = sampleConfiguration(0, 'not used', false);
  expect(configuration.sites[0].pages).toHaveLength(1);
  expect(configuration.packages).toHaveLength(1);
});

test('other packages are installed after ours; a page shows their web parts as they come', () => {
  const { sites: [site], packages } = sampleConfiguration(0, 'not used', false, others);
  expect(packages.slice(1)).toEqual(others);
  expect(`${site.url}/SitePages/${site.pages[1].name}`).toBe(packagesPagePath);
  expect(site.pages[1].webParts).toEqual([{ componentId: first.id, properties: { title: 'As it comes' } }, { componentId: second.id, properties: {} }]);
});

test('a wrong file is named', () => {
  expect(() => sampleConfiguration(0, 'not used', false, [path.join(folder, 'nowhere.sppkg')])).toThrow(/nowhere\.sppkg does not exist/);
});

test('the page is served with all manifests, each with the files of its own package', async () => {
  // Ours is left out: it need not be built for this.
  const { origin, end } = await startWithPages({ ...sampleConfiguration(0, '', false, others), stateFile: undefined, packages: others });
  try {
    const answer = await fetch(`${origin}${packagesPagePath}`);
    const data = JSON.parse(/id="local-page">([\s\S]*?)<\/script>/.exec(await answer.text())?.[1] ?? '') as PageData;
    expect(data.webParts.map(({ componentId }) => componentId)).toEqual([first.id, second.id]);
    const script = async (id: string): Promise<string> => {
      const base = data.context.manifests.find((manifest) => manifest.id === id)?.loaderConfig.internalModuleBaseUrls[0];
      return (await fetch(`${String(base)}main.js`)).text();
    };
    expect([await script(first.id), await script(second.id), await script(library.id)].map((text) => /'(.*)'/.exec(text)?.[1])).toEqual(['first', 'second', 'library']);
    expect((await fetch(`${origin}${sitePath}`, { redirect: 'manual' })).headers.get('location')).toContain('Udmoentningsplan.aspx');
  } finally {
    await end();
  }
});
