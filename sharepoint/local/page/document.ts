import type { LocalAccount, LocalLanguage } from '../configuration';

/** What stands on a page around its web parts. */
export interface PageDocument {
  language: LocalLanguage;
  title: string;
  siteTitle: string;
  siteUrl: string;
  path: string;
  notice?: string;
  notHosted: string[];
  me: LocalAccount;
  accounts: readonly LocalAccount[];
  editing: boolean;
  mayEdit: boolean;
  /** ms since 1970 by the server's clock; undefined where it is the machine's own. */
  now?: number;
  /** What the page's scripts read. */
  data: unknown;
}

const words = {
  'da-dk': { skip: 'Gå til indholdet', signIn: 'Skift person', edit: 'Rediger siden', save: 'Gem siden', language: 'Sprog', notHosted: 'Kan ikke vises her: ' },
  'en-us': { skip: 'Skip to content', signIn: 'Change person', edit: 'Edit the page', save: 'Save the page', language: 'Language', notHosted: 'Cannot be shown here: ' }
} as const;

/** The page as HTML. No script stands in it: the policy that is sent with it lets none run. */
export function pageDocument(page: PageDocument): string {
  const say = words[page.language];
  return `<!doctype html>
<html lang="${page.language.slice(0, 2)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)} – ${escape(page.siteTitle)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/_local/page.css">
${page.now === undefined ? '' : `<script src="/_local/clock.js" data-now="${page.now}"></script>`}</head>
<body><a class="skip" href="#canvas">${say.skip}</a>
<header id="suite-bar"><a class="site" href="${escape(page.path)}">${escape(page.siteTitle)}</a>
${page.mayEdit && !page.editing ? `<a href="${escape(page.path)}?Mode=Edit">${say.edit}</a>` : ''}
<nav aria-label="${say.language}">${languageLink(page, 'da-dk', 'Dansk')} ${languageLink(page, 'en-us', 'English')}</nav>
<div class="person"><button type="button" id="person-button" aria-expanded="false" aria-controls="person-menu" aria-label="${say.signIn}: ${escape(page.me.title)}">${escape(page.me.title)}</button>
<ul id="person-menu" hidden>${page.accounts.map((account) => personLink(page, account)).join('')}</ul></div></header>
${page.notice ? `<p class="notice" role="note">${escape(page.notice)}</p>` : ''}
${page.notHosted.length > 0 ? `<p class="notice" role="note">${say.notHosted}${escape(page.notHosted.join(', '))}</p>` : ''}
<div id="spPageChromeAppDiv"><main id="main"><h1 class="page-title">${escape(page.title)}</h1>${page.editing ? `<button type="button" id="save-page">${say.save}</button>` : ''}<div id="canvas" tabindex="-1"></div></main></div>
<div id="spPropertyPaneContainer"></div>
<script type="application/json" id="local-page">${JSON.stringify(page.data).replace(/</g, '\\u003c')}</script>
<script src="/_local/suiteBar.js"></script>
<script src="/_spfx/sp-application-base/sp-default-assembly_en-us.js"></script>
<script src="/_local/boot.js"></script></body></html>`;
}

function languageLink(page: PageDocument, language: LocalLanguage, name: string): string {
  return `<a class="language" lang="${language.slice(0, 2)}" href="${escape(page.path)}?lang=${language}"${language === page.language ? ' aria-current="true"' : ''}>${name}</a>`;
}

function personLink(page: PageDocument, account: LocalAccount): string {
  return `<li><a href="${escape(page.path)}?as=${encodeURIComponent(account.login)}"${account.login === page.me.login ? ' aria-current="true"' : ''}>${escape(account.title)}</a></li>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
