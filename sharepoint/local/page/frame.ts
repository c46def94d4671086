import type { LocalAccount, LocalLanguage } from '../configuration';
import { html, raw, type Html } from './html';

/** SharePoint Online's own policy in short: scripts from the page's host only, none inline. Microsoft's loader itself needs eval. */
export const policy = 'default-src \'self\'; script-src \'self\' \'unsafe-eval\'; style-src \'self\' \'unsafe-inline\'; img-src \'self\' data:; font-src \'self\' data:; connect-src \'self\'';

/** What stands around every page: the bar with site, languages and persons. */
export interface Frame {
  language: LocalLanguage;
  title: string;
  siteTitle: string;
  siteUrl: string;
  /** Where the site's name leads. */
  homePath: string;
  /** The page's own address, path and query, to which changing person or language leads back. */
  address: string;
  me: LocalAccount;
  accounts: readonly LocalAccount[];
  /** ms since 1970 by the server's clock; undefined where it is the machine's own. */
  now?: number;
  styles: readonly string[];
  /** More for the bar. */
  tools?: Html;
}

const words = {
  'da-dk': { skip: 'Gå til indholdet', signIn: 'Skift person', language: 'Sprog', contents: 'Webstedsindhold' },
  'en-us': { skip: 'Skip to content', signIn: 'Change person', language: 'Language', contents: 'Site contents' }
} as const;

/** Where a site lists what is on it. */
export const contentsPath = (siteUrl: string): string => `${siteUrl}/_layouts/15/viewlsts.aspx`;

/**
 * The page as HTML. No script stands in it: the policy that is sent with it lets none run.
 * @param content what follows the bar
 * @param scripts what comes after the bar's own script
 */
export function frame(page: Frame, content: Html, scripts?: Html): string {
  const say = words[page.language];
  return html`<!doctype html>
<html lang="${page.language.slice(0, 2)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} – ${page.siteTitle}</title><link rel="icon" href="data:,">${page.styles.map((name) => html`<link rel="stylesheet" href="/_local/${name}">`)}
${page.now === undefined ? '' : html`<script src="/_local/clock.js" data-now="${page.now}"></script>`}</head>
<body><a class="skip" href="#canvas">${say.skip}</a>
<header id="suite-bar"><a class="site" href="${page.homePath}">${page.siteTitle}</a>
${page.tools ?? ''} <a href="${contentsPath(page.siteUrl)}">${say.contents}</a>
<nav aria-label="${say.language}">${languageLink(page, 'da-dk', 'Dansk')} ${languageLink(page, 'en-us', 'English')}</nav>
<div class="person"><button type="button" id="person-button" aria-expanded="false" aria-controls="person-menu" aria-label="${say.signIn}: ${page.me.title}">${page.me.title}</button>
<ul id="person-menu" hidden>${page.accounts.map((account) => personLink(page, account))}</ul></div></header>
${content}
<script src="/_local/suiteBar.js"></script>${scripts}</body></html>`.markup;
}

const withOption = (address: string, name: string, value: string): string => `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
const current = (is: boolean): Html => raw(is ? ' aria-current="true"' : '');

const languageLink = (page: Frame, language: LocalLanguage, name: string): Html =>
  html`<a class="language" lang="${language.slice(0, 2)}" href="${withOption(page.address, 'lang', language)}"${current(language === page.language)}>${name}</a>`;

const personLink = (page: Frame, account: LocalAccount): Html =>
  html`<li><a href="${withOption(page.address, 'as', account.login)}"${current(account.login === page.me.login)}>${account.title}</a></li>`;
