import { strToU8, zipSync } from 'fflate';
import * as fs from 'node:fs';
import * as path from 'node:path';

// Two packages of somebody else, as SPFx 1.18 writes them, with modules small enough to be written by hand: a library, and a web part that uses it.

const version = '1.18.2';
const framework = {
  '@microsoft/sp-core-library': { id: '7263c7d0-1d6a-45ec-8d85-d4d1d234171b', version },
  '@microsoft/sp-property-pane': { id: 'f9e737b7-f0df-4597-ba8c-3060f82380db', version },
  '@microsoft/sp-webpart-base': { id: '974a7777-0990-4136-8fa6-95d80114c2e0', version },
  '@microsoft/sp-http': { id: 'c07208f0-ea3b-4c1a-9965-ac1b825211a6', version }
};
const ids = { library: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c001', webPart: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c002', extension: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c003' };

const libraryScript = `define("${ids.library}_0.0.1", [], () => ({ Greeter: class { greet(word, name) { return word + ", " + name; } } }));`;

const webPartScript = `define("${ids.webPart}_0.0.1", ["@microsoft/sp-core-library", "@microsoft/sp-webpart-base", "@microsoft/sp-property-pane", "@microsoft/sp-http", "stranger-library", "StrangerWebPartStrings"],
(core, base, pane, http, library, strings) => {
  class StrangerWebPart extends base.BaseClientSideWebPart {
    async onInit() {
      const answer = await this.context.spHttpClient.get(this.context.pageContext.web.absoluteUrl + "/_api/web?$select=Title", http.SPHttpClient.configurations.v1);
      this.siteTitle = (await answer.json()).Title;
    }
    render() {
      this.domElement.innerHTML = '<section><h2></h2><p></p><button type="button">Graph</button><output></output></section>';
      const [heading, text, button, output] = this.domElement.firstChild.children;
      heading.textContent = new library.Greeter().greet(strings.Greeting, this.properties.name);
      text.textContent = [this.siteTitle, this.properties.isLoud ? "!" : ".", this.properties.size, this.displayMode === core.DisplayMode.Edit ? "edit" : "read"].join(" ");
      button.addEventListener("click", () => this.context.msGraphClientFactory.getClient("3").then((client) => client.api("/me").get()).then(() => "answered", (problem) => "refused: " + problem).then((said) => { output.textContent = said; }));
    }
    get dataVersion() { return core.Version.parse("1.0"); }
    getPropertyPaneConfiguration() {
      return { pages: [{ header: { description: strings.Greeting }, groups: [{ groupName: "Group", groupFields: [
        pane.PropertyPaneTextField("name", { label: strings.NameLabel }), pane.PropertyPaneToggle("isLoud", { label: "Loud" }),
        pane.PropertyPaneDropdown("size", { label: "Size", options: [{ key: "small", text: "Small" }, { key: "large", text: "Large" }] })
      ] }] }] };
    }
  }
  return { default: StrangerWebPart };
});`;

const strings = (greeting: string, label: string): string => `define([], () => ({ Greeting: "${greeting}", NameLabel: "${label}" }));`;

interface Manifest { id: string; alias: string; componentType: string; [key: string]: unknown }

const loader = (entryModuleId: string, scriptResources: Record<string, unknown>): object => ({ internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'], entryModuleId, scriptResources });
const components = Object.fromEntries(Object.entries(framework).map(([name, component]) => [name, { type: 'component', ...component }]));

const library: Manifest = {
  id: ids.library, alias: 'StrangerLibrary', componentType: 'Library', version: '0.0.1', manifestVersion: 2,
  loaderConfig: loader('stranger-library', { 'stranger-library': { type: 'path', path: 'stranger-library_1a2b.js' } })
};
const webPart: Manifest = {
  id: ids.webPart, alias: 'StrangerWebPart', componentType: 'WebPart', version: '0.0.1', manifestVersion: 2, requiresCustomScript: false, supportedHosts: ['SharePointWebPart'], supportsThemeVariants: true,
  preconfiguredEntries: [{ groupId: '5c03119e-3074-46fd-976b-c60198311f70', group: { default: 'Advanced' }, title: { default: 'Stranger' }, description: { default: 'Stranger' }, officeFabricIconFontName: 'Page', properties: { name: 'World', isLoud: false, size: 'small' } }],
  loaderConfig: loader('stranger-web-part', {
    'stranger-web-part': { type: 'path', path: 'stranger-web-part_3c4d.js' },
    StrangerWebPartStrings: { type: 'localizedPath', paths: { 'da-DK': 'StrangerWebPartStrings_da-dk_5e.js', 'en-US': 'StrangerWebPartStrings_en-us_6f.js' }, defaultPath: 'StrangerWebPartStrings_en-us_6f.js' },
    'stranger-library': { type: 'component', id: ids.library, version: '0.0.1' }, ...components
  })
};
const extension: Manifest = {
  id: ids.extension, alias: 'StrangerApplicationCustomizer', componentType: 'Extension', extensionType: 'ApplicationCustomizer', version: '0.0.1', manifestVersion: 2,
  loaderConfig: loader('stranger-web-part', { 'stranger-web-part': { type: 'path', path: 'stranger-web-part_3c4d.js' } })
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

function packaged(file: string, manifests: readonly Manifest[], assets: Record<string, string>, requests: string = ''): string {
  const feature = manifests[0].id;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="text/xml"></Default></Types>',
    'AppManifest.xml': `<?xml version="1.0" encoding="utf-8"?><App xmlns="http://schemas.microsoft.com/sharepoint/2012/app/manifest" Name="stranger" ProductID="${feature}" IsClientSideSolution="true" Version="1.0.0.0" SkipFeatureDeployment="true"><Properties><Title>stranger</Title>${requests}</Properties></App>`,
    [`feature_${feature}.xml`]: `<?xml version="1.0" encoding="utf-8"?><Feature xmlns="http://schemas.microsoft.com/sharepoint/" Id="${feature}" Title="stranger" Version="1.0.0.0" Scope="Web"></Feature>`,
    'ClientSideAssets.xml': '<?xml version="1.0" encoding="utf-8"?><Elements xmlns="http://schemas.microsoft.com/sharepoint/"></Elements>'
  };
  manifests.forEach((manifest) => {
    parts[`${feature}/${manifest.componentType}_${manifest.id}.xml`] = '<?xml version="1.0" encoding="utf-8"?><Elements xmlns="http://schemas.microsoft.com/sharepoint/">' +
      `<ClientSideComponent Name="${manifest.alias}" Id="${manifest.id}" ComponentManifest="${escaped(JSON.stringify(manifest))}" Type="${manifest.componentType}"></ClientSideComponent></Elements>`;
  });
  Object.entries(assets).forEach(([name, content]) => { parts[`ClientSideAssets/${name}`] = content; });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)]))));
  return file;
}

/** Writes both packages into a folder. @returns their paths, the web part's first */
export function strangerPackages(folder: string): string[] {
  return [
    packaged(path.join(folder, 'stranger-web-part.sppkg'), [webPart, extension], {
      'stranger-web-part_3c4d.js': webPartScript, 'StrangerWebPartStrings_da-dk_5e.js': strings('Goddag', 'Navn'), 'StrangerWebPartStrings_en-us_6f.js': strings('Hello', 'Name')
    }, '<WebApiPermissionRequests><WebApiPermissionRequest ResourceId="Microsoft Graph" Scope="User.Read"></WebApiPermissionRequest></WebApiPermissionRequests>'),
    packaged(path.join(folder, 'stranger-library.sppkg'), [library], { 'stranger-library_1a2b.js': libraryScript })
  ];
}
