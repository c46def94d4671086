import { strToU8, zipSync } from 'fflate';
import * as fs from 'node:fs';
import * as path from 'node:path';

// Two packages of somebody else, with modules small enough to be written by hand: a library as SPFx 1.22 writes them, and a web part that uses it as 1.18 does.
// Folders, parts, manifests and how a script finds what lies beside it are as in packages that Microsoft's build really made.

const version = '1.18.2';
const framework = {
  '@microsoft/sp-core-library': { id: '7263c7d0-1d6a-45ec-8d85-d4d1d234171b', version },
  '@microsoft/sp-property-pane': { id: 'f9e737b7-f0df-4597-ba8c-3060f82380db', version },
  '@microsoft/sp-webpart-base': { id: '974a7777-0990-4136-8fa6-95d80114c2e0', version },
  '@microsoft/sp-http': { id: 'c07208f0-ea3b-4c1a-9965-ac1b825211a6', version }
};
const ids = { library: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c001', webPart: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c002', extension: 'a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c003' };

const libraryScript = `(() => { const own = document.currentScript; define("${ids.library}_0.0.1", ["StrangerLibraryStrings"], (strings) => (
  { Greeter: class { greet(word, name) { return word + strings.Between + name; } }, picture: own.src.slice(0, own.src.lastIndexOf("/") + 1) + "picture_8c.svg" })); })();`;

const webPartScript = `define("${ids.webPart}_0.0.1", ["@microsoft/sp-core-library", "@microsoft/sp-webpart-base", "@microsoft/sp-property-pane", "@microsoft/sp-http", "stranger-library", "StrangerWebPartStrings"],
(core, base, pane, http, library, strings) => {
  // As webpack 4 does it: by the attribute of its own script.
  const own = Array.from(document.getElementsByTagName("script"), (script) => script.getAttribute("src") ?? "").find((address) => /stranger-web-part_3c4d\\.js/i.test(address));
  const late = () => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: own.slice(0, own.lastIndexOf("/") + 1) + "chunk.late_7b.js", onload: () => resolve(window.strangerChunk), onerror: reject });
    document.head.appendChild(script);
  });
  class StrangerWebPart extends base.BaseClientSideWebPart {
    async onInit() {
      const answer = await this.context.spHttpClient.get(this.context.pageContext.web.absoluteUrl + "/_api/web?$select=Title", http.SPHttpClient.configurations.v1);
      this.siteTitle = (await answer.json()).Title;
    }
    render() {
      this.domElement.innerHTML = '<section><h2></h2><p></p><img alt="Picture" width="24" height="24"><button type="button">Graph</button><button type="button">Late</button><output></output></section>';
      const [heading, text, picture, button, later, output] = this.domElement.firstChild.children;
      heading.textContent = new library.Greeter().greet(strings.Greeting, this.properties.name);
      text.textContent = [this.siteTitle, this.properties.isLoud ? "!" : ".", this.properties.size, this.displayMode === core.DisplayMode.Edit ? "edit" : "read", this.context.isServedFromLocalhost ? "from localhost" : "from SharePoint"].join(" ");
      picture.src = library.picture;
      later.addEventListener("click", () => late().then((words) => { output.textContent = words; }));
      const tried = (asked) => asked.then(() => "answered", (problem) => "refused: " + problem.message);
      button.addEventListener("click", () => Promise.all([
        this.context.msGraphClientFactory.getClient("3").then((client) => tried(client.api("/me").get())),
        this.context.aadHttpClientFactory.getClient("api://other").then((client) => tried(client.get(location.origin + "/", http.AadHttpClient.configurations.v1)))
      ]).then((said) => { output.textContent = said.join(" | "); }));
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

interface Manifest { id: string; alias: string; componentType: string; preconfiguredEntries?: { title: { default: string }; [key: string]: unknown }[]; [key: string]: unknown }

const loader = (entryModuleId: string, scriptResources: Record<string, unknown>): object => ({ internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'], entryModuleId, scriptResources });
const components = Object.fromEntries(Object.entries(framework).map(([name, component]) => [name, { type: 'component', ...component }]));

const library: Manifest = {
  id: ids.library, alias: 'StrangerLibrary', componentType: 'Library', version: '0.0.1', manifestVersion: 2,
  loaderConfig: loader('stranger-library', { 'stranger-library': { type: 'path', path: 'stranger-library_1a2b.js' }, StrangerLibraryStrings: { type: 'path', path: 'StrangerLibraryStrings_en-us_9d.js' } })
};
const webPart: Manifest = {
  id: ids.webPart, alias: 'StrangerWebPart', componentType: 'WebPart', version: '0.0.1', manifestVersion: 2, supportedHosts: ['SharePointWebPart', 'TeamsPersonalApp', 'TeamsTab', 'SharePointFullPage'], supportsThemeVariants: true,
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
const xml = (content: string): string => `<?xml version="1.0" encoding="utf-8"?>${content}`;
const related = (pairs: readonly (readonly [type: string, target: string])[]): string => xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pairs.map(([type, target], index) =>
  `<Relationship Type="http://schemas.microsoft.com/sharepoint/2012/app/relationships/${type}" Target="/${target}" Id="r${index}"></Relationship>`).join('')}</Relationships>`);

function elements(manifest: Manifest): string {
  const title = manifest.preconfiguredEntries?.[0].title.default;
  return xml(`<Elements xmlns="http://schemas.microsoft.com/sharepoint/"><ClientSideComponent Name="${title ?? manifest.alias}" Id="${manifest.id}" ComponentManifest="${escaped(JSON.stringify(manifest))}" ` +
    `Type="${manifest.componentType}"></ClientSideComponent>${title === undefined ? '' : `<Module Name="${title}" Url="_catalogs/wp" List="113"></Module>`}</Elements>`);
}

/** Where an extension is put on every site; SharePoint reads it when the feature is activated. */
const customAction = ({ id, alias, extensionType }: Manifest): string => xml(`<Elements xmlns="http://schemas.microsoft.com/sharepoint/"><CustomAction Title="${alias}" Location="ClientSideExtension.${String(extensionType)}" ` +
  `ClientSideComponentId="${id}" ClientSideComponentProperties="{&quot;testMessage&quot;:&quot;Test message&quot;}"></CustomAction></Elements>`);

function packaged(file: string, manifests: readonly Manifest[], assets: Record<string, string>, requests: string = ''): string {
  const feature = manifests[0].id;
  const components = Object.fromEntries(manifests.map((manifest) => [`${feature}/${manifest.componentType}_${manifest.id}.xml`, elements(manifest)]));
  manifests.filter(({ extensionType }) => extensionType !== undefined).forEach((manifest) => { components[`${feature}/elements.xml`] = customAction(manifest); });
  const resources = Object.fromEntries(Object.entries(assets).map(([name, content]) => [`ClientSideAssets/${name}`, content]));
  const parts: Record<string, string> = {
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="text/xml"></Default>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"></Default><Default Extension="js" ContentType="application/javascript"></Default></Types>'),
    'AppManifest.xml': xml(`<App xmlns="http://schemas.microsoft.com/sharepoint/2012/app/manifest" Name="stranger" ProductID="${feature}" SharePointMinVersion="16.0.0.0" IsClientSideSolution="true" Version="1.0.0.0" ` +
      `SkipFeatureDeployment="true" IsDomainIsolated="false"><Properties><Title>stranger</Title></Properties>${requests}</App>`),
    [`feature_${feature}.xml`]: xml(`<Feature xmlns="http://schemas.microsoft.com/sharepoint/" Title="stranger" Id="${feature}" Version="1.0.0.0" Scope="Web" Hidden="FALSE"></Feature>`),
    'ClientSideAssets.xml': xml('<Feature xmlns="http://schemas.microsoft.com/sharepoint/" Title="Client Side Assets" Id="a8d0f3a1-5b1c-4f6f-9d11-2f64b1f0c004" Version="1.0.0.0" Scope="Web" Hidden="FALSE"></Feature>'),
    '_rels/.rels': related([['package-manifest', 'AppManifest.xml']]),
    '_rels/AppManifest.xml.rels': related([['manifest-feature', `feature_${feature}.xml`], ['manifest-clientsideasset', 'ClientSideAssets.xml']]),
    [`_rels/feature_${feature}.xml.rels`]: related(Object.keys(components).map((name) => ['feature-elementmanifest', name])),
    '_rels/ClientSideAssets.xml.rels': related(Object.keys(resources).map((name) => ['clientsideasset', name])),
    ...components, ...resources
  };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)]))));
  return file;
}

/** Writes both packages into a folder. @returns their paths, the web part's first */
export function strangerPackages(folder: string): string[] {
  return [
    packaged(path.join(folder, 'stranger-web-part.sppkg'), [webPart, extension], {
      'stranger-web-part_3c4d.js': webPartScript, 'StrangerWebPartStrings_da-dk_5e.js': strings('Goddag', 'Navn'), 'StrangerWebPartStrings_en-us_6f.js': strings('Hello', 'Name'),
      'chunk.late_7b.js': 'window.strangerChunk = "came late";'
    }, '<WebApiPermissionRequests><WebApiPermissionRequest ResourceId="Microsoft Graph" Scope="User.Read"></WebApiPermissionRequest></WebApiPermissionRequests>'),
    packaged(path.join(folder, 'stranger-library.sppkg'), [library], {
      'stranger-library_1a2b.js': libraryScript, 'StrangerLibraryStrings_en-us_9d.js': 'define([], () => ({ Between: ", " }));',
      'picture_8c.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><circle cx="12" cy="12" r="9"/></svg>'
    })
  ];
}
