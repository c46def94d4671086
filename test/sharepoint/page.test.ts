import { zipSync, strToU8 } from 'fflate';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { LocalSharePointConfiguration } from '../../sharepoint/local/configuration';
import type { Caller, RestSide, WebFacts } from '../../sharepoint/local/host';
import { createPages } from '../../sharepoint/local/page/pages';
import { readPackage } from '../../sharepoint/local/package/readPackage';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'packages-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const webPart = {
  id: '11111111-1111-4111-8111-111111111111', version: '1.0.0', alias: 'Tiny "quoted" & æøå', componentType: 'WebPart', preconfiguredEntries: [{ title: { default: 'Tiny' }, description: { default: '' }, properties: {} }],
  loaderConfig: { internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'], entryModuleId: 'tiny', scriptResources: { tiny: { type: 'path', path: 'tiny.js' } } }
};

function element(manifest: unknown): string {
  const attribute = JSON.stringify(manifest).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return `<Elements xmlns="http://schemas.microsoft.com/sharepoint/"><ClientSideComponent Name="x" ComponentManifest="${attribute}" /></Elements>`;
}

function aPackage(name: string, files: Record<string, string>): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, zipSync(Object.fromEntries(Object.entries(files).map(([entry, content]) => [entry, strToU8(content)]))));
  return file;
}

const tiny = aPackage('tiny.sppkg', {
  'feature/WebPart_1.xml': element(webPart),
  'feature/Extension_2.xml': element({ ...webPart, id: '2', alias: 'Bar', componentType: 'Extension', extensionType: 'ApplicationCustomizer' }),
  'AppManifest.xml': '<App><Properties><WebApiPermissionRequests><WebApiPermissionRequest ResourceId="Microsoft Graph" Scope="User.Read" /></WebApiPermissionRequests></Properties></App>',
  'ClientSideAssets/tiny.js': 'define([], function () {});'
});

test('a package gives its web parts, its files, and what the page cannot host', () => {
  const opened = readPackage(tiny);
  expect(opened.components).toEqual([webPart]);
  expect(Array.from(opened.assets.keys())).toEqual(['tiny.js']);
  expect(opened.notHosted).toEqual([{ kind: 'api', resource: 'Microsoft Graph', scope: 'User.Read' }, { kind: 'component', alias: 'Bar', type: 'ApplicationCustomizer' }]);
});

test('what is no package is said by name', () => {
  const broken = path.join(folder, 'broken.sppkg');
  fs.writeFileSync(broken, 'not a zip');
  expect(() => readPackage(broken)).toThrow(/broken\.sppkg is not a SharePoint package/);
  expect(() => readPackage(path.join(folder, 'gone.sppkg'))).toThrow(/gone\.sppkg does not exist/);
});

describe('the page', () => {
  let server: Server;
  let origin = '';
  const accounts = [{ login: 'ada@example.invalid', title: 'Ada <script>' }, { login: 'bo@example.invalid', title: 'Bo' }];
  const facts: WebFacts = {
    siteId: 's', webId: 'w', title: 'Web', userId: 7, permissions: { high: 0, low: 2 ** 30 }, isSiteAdmin: false, formDigestValue: '0x1,now', formDigestTimeoutSeconds: 1800,
    now: Date.parse('2025-04-25T07:00:00Z'), timeZone: { id: 3, description: 'z', bias: -60, standardBias: 0, daylightBias: -60 }, localeId: 1030
  };
  const configuration: LocalSharePointConfiguration = {
    port: 0, accounts, defaultLogin: accounts[0].login, clockStart: '2025-04-25T07:00:00Z', packages: [tiny], defaultLanguage: 'da-dk',
    sites: [{
      url: '/sites/x', title: 'Sted', timeZoneId: 3, localeId: 1030, owner: accounts[0].login,
      pages: [{ name: 'Home.aspx', title: 'Hjem', webParts: [{ componentId: webPart.id, properties: { text: '</script>' } }], notice: { 'da-dk': 'Prøve' } }]
    }]
  };
  const caller: Caller = { account: accounts[0], language: 'da-dk', bearer: false };

  beforeAll(async () => {
    const rest: RestSide = { webFacts: () => facts, handle: async () => undefined, ask: () => ({ status: 404, json: undefined }), download: () => false };
    const pages = createPages(configuration, rest, () => origin);
    server = createServer((request, response) => { pages.handle(request, response, caller).then((answered) => { if (!answered) { response.writeHead(404).end(); } }, () => response.destroy()); });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  interface PageData {
    editing: boolean;
    webParts: { componentId: string; instanceId: string; properties: Record<string, unknown> }[];
    context: { manifests: { id: string; loaderConfig: { internalModuleBaseUrls: string[] } }[]; spPageContextInfo: Record<string, unknown> };
  }

  async function page(query: string = ''): Promise<{ html: string; policy: string | null; data: PageData }> {
    const response = await fetch(`${origin}/sites/x/SitePages/home.aspx${query}`);
    const html = await response.text();
    const data = /<script type="application\/json" id="local-page">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    return { html, policy: response.headers.get('content-security-policy'), data: JSON.parse(data) as PageData };
  }

  test('carries the person, the culture, the zone and the package, and no text breaks out of it', async () => {
    const { html, data } = await page();
    expect(data.context.spPageContextInfo).toMatchObject({ currentUICultureName: 'da-DK', userLoginName: 'ada@example.invalid', userId: 7, formDigestValue: '0x1,now', webAbsoluteUrl: `${origin}/sites/x` });
    expect(data.webParts[0]).toMatchObject({ componentId: webPart.id, properties: { text: '</script>' } });
    expect(html).toContain('<html lang="da">');
    expect(html).toContain('Ada &lt;script&gt;');
    expect(html).toContain('Prøve');
    expect(html).toContain('Det kan den lokale SharePoint ikke vise: adgang til Microsoft Graph (User.Read), udvidelsen Bar (ApplicationCustomizer).');
  });

  test('runs no script that stands in it, and asks nobody else', async () => {
    const { html, policy } = await page();
    expect(policy).toContain('default-src \'self\'');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(Array.from(html.matchAll(/<script(?![^>]*(src|application\/json))/g))).toEqual([]);
  });

  test('the web part’s files are served where its manifest says', async () => {
    const { data } = await page();
    const manifest = data.context.manifests.find((each) => each.id === webPart.id);
    const address = `${manifest?.loaderConfig.internalModuleBaseUrls[0] ?? ''}tiny.js`;
    expect(await (await fetch(address)).text()).toBe('define([], function () {});');
    // A page's script-src 'self' lets it run, and the runtime does not take it for a developer's machine.
    expect(new URL(address).origin).toBe(origin);
    expect(address).not.toMatch(/^https?:\/\/(localhost|127.0.0.1)/i);
    expect((await fetch(`${origin}/_spfx/sp-application-base/sp-default-assembly_en-us.js`)).status).toBe(200);
    expect((await fetch(`${origin}/_spfx/../../package.json`)).status).toBe(404);
    expect((await fetch(`${origin}/_local/%2e%2e%2fpages.ts`)).status).toBe(404);
  });

  test('is edited by those who may, keeps what they set, and is the same part at every visit', async () => {
    const before = await page();
    expect((await page('?Mode=Edit')).data.editing).toBe(true);
    await fetch(`${origin}/sites/x/SitePages/Home.aspx`, { method: 'POST', body: JSON.stringify([{ text: 'nyt' }]) });
    const after = await page();
    expect(after.data.webParts[0].properties).toEqual({ text: 'nyt' });
    expect(after.data.webParts[0].instanceId).toBe(before.data.webParts[0].instanceId);
  });

  test('a site’s address leads to its first page', async () => {
    expect((await fetch(`${origin}/sites/x`, { redirect: 'manual' })).headers.get('location')).toBe('/sites/x/SitePages/Home.aspx');
  });
});
