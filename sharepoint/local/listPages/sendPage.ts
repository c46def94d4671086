import type { ServerResponse } from 'node:http';
import type { LocalSharePointConfiguration, LocalSite } from '../configuration';
import type { Caller } from '../host';
import { contentsPath, frame, policy } from '../page/frame';
import { html } from '../page/html';
import type { Outcome } from './visit';
import { wordsIn, type Words } from './words';

/** Where a page is asked for, and by whom. */
export interface PageRequest {
  configuration: LocalSharePointConfiguration;
  site: LocalSite;
  caller: Caller;
  url: URL;
}

/** Sends what came of a visit. */
export function sendPage({ configuration, site, caller, url }: PageRequest, outcome: Outcome, response: ServerResponse): void {
  if (outcome.kind === 'redirect') {
    response.writeHead(303, { Location: outcome.to }).end();
    return;
  }
  const homePath = site.pages[0] ? `${site.url}/SitePages/${site.pages[0].name}` : contentsPath(site.url);
  const page = frame({
    language: caller.language, title: outcome.title, siteTitle: site.title, siteUrl: site.url, homePath, address: url.pathname + url.search,
    me: caller.account, accounts: configuration.accounts, styles: ['page.css', 'lists.css']
  }, html`<main id="main"><div id="canvas" tabindex="-1">${outcome.content}</div></main>`);
  response.writeHead(outcome.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }).end(page);
}

/** What SharePoint refused, in words for whoever looks at the page. */
export function refusal(status: number, message: string, { language }: Caller): Outcome {
  const say = wordsIn(language);
  const [title, text] = textsOf(status, message, say);
  return { kind: 'page', status, title, content: html`<h1>${title}</h1><p>${text}</p>` };
}

const textsOf = (status: number, message: string, say: Words): [string, string] =>
  (status === 403 ? [say.denied, say.deniedText] : status === 404 ? [say.gone, say.goneText] : [say.failed, say.failedText(message)]);
