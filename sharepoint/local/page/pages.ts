import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as path from 'node:path';
import type { LocalPage, LocalSharePointConfiguration, LocalSite } from '../configuration';
import type { Caller, PageSide, RestSide } from '../host';
import { createListPages } from '../listPages/listPages';
import { refusal, sendPage } from '../listPages/sendPage';
import { assetsPath, createAppCatalogue } from '../package/installed';
import type { ComponentManifest } from '../package/readPackage';
import { projectRoot } from '../projectRoot';
import { SharePointError } from '../rest/http/errors';
import { pageDocument } from './document';
import { fluentBundle } from './fluentBundle';
import { policy } from './frame';
import { application, createFramework, frameworkPath, localPath, type Framework } from './framework';
import { pageContextInfo } from './pageContext';

const manageWeb = 30;
const types: Record<string, string> = {
  '.js': 'application/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.woff': 'font/woff', '.woff2': 'font/woff2', '.png': 'image/png', '.svg': 'image/svg+xml'
};

/** Draws the configured pages on Microsoft's runtime, and serves its scripts and the packages' assets. */
export function createPages(configuration: LocalSharePointConfiguration, rest: RestSide, origin: () => string): PageSide {
  const catalogue = createAppCatalogue(configuration.packages, origin);
  const listPages = createListPages(configuration, rest);
  /** What people have set in the property pane, by page; kept while the server runs. */
  const saved = new Map<string, Record<string, unknown>[]>();
  let known: { key: string; framework: Framework } | undefined;
  const framework = (): Framework => {
    const key = JSON.stringify(catalogue.components().map((component) => [component.id, component.loaderConfig]));
    known = known?.key === key ? known : { key, framework: createFramework(catalogue.components(), origin()) };
    return known.framework;
  };
  const manifests = (): ComponentManifest[] => [...framework().manifests, ...catalogue.components()];

  const handle = async (request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<boolean> => {
    const url = new URL(request.url ?? '/', origin());
    const requestPath = decodeURIComponent(url.pathname);
    if (requestPath.startsWith(assetsPath)) {
      return sendBytes(response, requestPath, catalogue.asset(requestPath));
    }
    if (requestPath.startsWith(frameworkPath)) {
      const file = framework().script(requestPath);
      return sendBytes(response, requestPath, file === undefined ? undefined : fs.readFileSync(file));
    }
    if (requestPath.startsWith(localPath)) {
      return sendBytes(response, requestPath, await localFile(requestPath.slice(localPath.length)));
    }
    const found = findPage(configuration.sites, requestPath);
    if (!found) {
      return redirectToPage(configuration.sites, requestPath, response) || listPages(request, response, url, caller);
    }
    if (request.method === 'POST') {
      saved.set(requestPath.toLowerCase(), JSON.parse(await bodyOf(request)) as Record<string, unknown>[]);
      response.writeHead(204).end();
      return true;
    }
    try {
      const page = draw(found.site, found.page, url, caller);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }).end(page);
    } catch (problem) {
      if (!(problem instanceof SharePointError)) {
        throw problem;
      }
      sendPage({ configuration, site: found.site, caller, url }, refusal(problem.status, problem.message, caller), response);
    }
    return true;
  };

  const draw = (site: LocalSite, page: LocalPage, url: URL, caller: Caller): string => {
    const facts = rest.webFacts(site, caller);
    const mayEdit = Math.floor(facts.permissions.low / 2 ** manageWeb) % 2 === 1;
    const editing = mayEdit && url.searchParams.get('Mode') === 'Edit';
    const danish = caller.language === 'da-dk';
    const properties = saved.get(url.pathname.toLowerCase());
    return pageDocument({
      language: caller.language, title: page.title, siteTitle: site.title, siteUrl: site.url, address: url.pathname, notice: page.notice?.[caller.language], notHosted: catalogue.notHosted(),
      me: caller.account, accounts: configuration.accounts, editing, mayEdit, now: configuration.clockStart === undefined ? undefined : facts.now,
      data: {
        editing, theme: url.searchParams.get('theme'), saveUrl: url.pathname, readUrl: url.pathname,
        words: { editWebPart: danish ? 'Rediger egenskaber' : 'Edit properties', noWebPart: danish ? 'Webdelen {0} er ikke installeret.' : 'The web part {0} is not installed.' },
        webParts: page.webParts.map((webPart, index) => ({ ...webPart, instanceId: instanceId(url.pathname, index), properties: { ...webPart.properties, ...properties?.[index] } })),
        context: {
          clientSideApplicationId: application.id, buildNumber: '16.0.local', manifests: manifests(), item: null, customActions: [],
          spPageContextInfo: pageContextInfo(origin(), site, page, caller, facts)
        }
      }
    });
  };
  return { handle, manifests };
}

/** The browser's own files, the runtime's libraries, and small modules that lead a name to the stand-in bundle. */
async function localFile(name: string): Promise<Uint8Array | undefined> {
  const root = projectRoot();
  const modules = path.join(root, 'node_modules');
  const standIn = /^(stand-in|deferred)\/(.+)\.js$/.exec(name);
  if (standIn) {
    const list = standIn[1] === 'deferred' ? 'deferred' : 'bundles';
    return Buffer.from(`define(['local-fluent'], function (all) { return all.${list}[${JSON.stringify(standIn[2])}]; });`);
  }
  if (name === 'fluent.js') {
    return fluentBundle();
  }
  const file = name === 'react.js' ? path.join(modules, 'react/umd/react.production.min.js')
    : name === 'react-dom.js' ? path.join(modules, 'react-dom/umd/react-dom.production.min.js')
      : name.startsWith('fonts/') ? path.join(modules, '@fluentui/font-icons-mdl2/fonts', path.basename(name))
        : path.join(root, 'sharepoint/local/page/browser', path.basename(name));
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

function sendBytes(response: ServerResponse, requestPath: string, content: Uint8Array | undefined): boolean {
  if (content === undefined) {
    return false;
  }
  response.writeHead(200, { 'Content-Type': types[path.extname(requestPath).toLowerCase()] ?? 'application/octet-stream', 'Cache-Control': 'no-cache' }).end(content);
  return true;
}

function findPage(sites: readonly LocalSite[], requestPath: string): { site: LocalSite; page: LocalPage } | undefined {
  for (const site of sites) {
    const page = site.pages.find((each) => `${site.url}/SitePages/${each.name}`.toLowerCase() === requestPath.toLowerCase());
    if (page) {
      return { site, page };
    }
  }
  return undefined;
}

/** `/` and `/sites/x` lead to the first page, as a site's address does in SharePoint. */
function redirectToPage(sites: readonly LocalSite[], requestPath: string, response: ServerResponse): boolean {
  const site = requestPath === '/' ? sites[0] : sites.find((each) => each.url.toLowerCase() === requestPath.replace(/\/$/, '').toLowerCase());
  const page = site?.pages[0];
  if (!site || !page) {
    return false;
  }
  response.writeHead(302, { Location: `${site.url}/SitePages/${page.name}` }).end();
  return true;
}

/** The same web part has the same instance on every visit, as in a saved page. */
function instanceId(pagePath: string, index: number): string {
  const hash = createHash('sha256').update(`${pagePath.toLowerCase()}#${index}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
