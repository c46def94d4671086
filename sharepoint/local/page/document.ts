import type { NotHosted } from '../package/readPackage';
import { frame, type Frame } from './frame';
import { html, raw } from './html';

/** What stands on a page around its web parts. */
export interface PageDocument extends Omit<Frame, 'styles' | 'tools' | 'homePath'> {
  notice?: string;
  notHosted: NotHosted[];
  editing: boolean;
  mayEdit: boolean;
  /** What the page's scripts read. */
  data: unknown;
}

const words = {
  'da-dk': { edit: 'Rediger siden', save: 'Gem siden', notHosted: 'Det kan den lokale SharePoint ikke vise: ', extension: 'udvidelsen', api: 'adgang til' },
  'en-us': { edit: 'Edit the page', save: 'Save the page', notHosted: 'The local SharePoint cannot show: ', extension: 'the extension', api: 'access to' }
} as const;

/** A page with web parts, as HTML. */
export function pageDocument(page: PageDocument): string {
  const say = words[page.language];
  const tools = page.mayEdit && !page.editing ? html`<a href="${page.address}?Mode=Edit">${say.edit}</a>` : undefined;
  return frame({ ...page, homePath: page.address, styles: ['page.css'], tools }, html`
${page.notice ? html`<p class="notice" role="note">${page.notice}</p>` : ''}
${page.notHosted.length > 0 ? html`<p class="notice" role="note">${say.notHosted}${page.notHosted.map((one) => (one.kind === 'api' ? `${say.api} ${one.resource} (${one.scope})` : `${say.extension} ${one.alias} (${one.type})`)).join(', ')}.</p>` : ''}
<div id="spPageChromeAppDiv"><main id="main"><h1 class="page-title">${page.title}</h1>${page.editing ? html`<button type="button" id="save-page">${say.save}</button>` : ''}<div id="canvas" tabindex="-1"></div></main></div>
<div id="spPropertyPaneContainer"></div>
<script type="application/json" id="local-page">${raw(JSON.stringify(page.data).replace(/</g, '\\u003c'))}</script>`, html`
<script src="/_spfx/sp-application-base/sp-default-assembly_en-us.js"></script>
<script src="/_local/boot.js"></script>`);
}
