import { toneColours, type Block, type DocumentModel, type Line, type Run, type Table } from './documentModel';

/** HTML that is known to be escaped; only `element` and `escaped` make it. */
interface Html {
  readonly html: string;
}

/**
 * The document's content as HTML for the clipboard: whole elements, the few styles inline, nothing from outside. The title
 * is left out, because the place it is pasted into has its own.
 */
export function toHtml(model: DocumentModel): string {
  return element('div', { lang: model.language }, ...model.blocks.map(blockOf)).html;
}

function blockOf(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return element(block.level === 1 ? 'h2' : 'h3', {}, runOf({ text: block.text, tone: block.tone }));
    case 'paragraph':
      return element('p', {}, ...lineOf(block.line));
    case 'list':
      return element('ul', {}, ...block.items.map((line) => element('li', {}, ...lineOf(line))));
    default:
      return tableOf(block);
  }
}

function tableOf({ caption, columns, rows }: Table): Html {
  const head = element('tr', {}, ...columns.map(({ title }) => element('th', { scope: 'col' }, escaped(title))));
  const body = rows.map((cells) => element('tr', {}, ...cells.map((lines, index) => element(
    index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row', style: 'text-align:left;font-weight:normal' } : {}, ...lines.map((line) => element('p', {}, ...lineOf(line)))
  ))));
  return element('table', { border: '1', style: 'border-collapse:collapse' }, element('caption', {}, escaped(caption)), element('thead', {}, head), element('tbody', {}, ...body));
}

function lineOf(line: Line): Html[] {
  return line.map(runOf);
}

function runOf({ text, strong, tone }: Run): Html {
  const coloured = tone ? element('span', { style: `color:#${toneColours[tone]}` }, escaped(text)) : escaped(text);
  return strong ? element('strong', {}, coloured) : coloured;
}

function element(name: string, attributes: Record<string, string>, ...children: Html[]): Html {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value).html}"`).join('');
  return { html: `<${name}${written}>${children.map(({ html }) => html).join('')}</${name}>` };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

function escaped(text: string): Html {
  return { html: text.replace(/[&<>"']/g, (character) => entities[character]) };
}
