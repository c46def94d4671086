import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { linesOf, toneColours, type Block, type DocumentModel, type Line } from '../../src/documents/model/documentModel';
import { toHtml } from '../../src/documents/model/toHtml';
import { toPlainText } from '../../src/documents/model/toPlainText';

const text = fc.string({ unit: fc.constantFrom(...'ab <>&"\'æ/=!-😀'), minLength: 1, maxLength: 12 }).filter((value) => value.trim() === value);
const line: fc.Arbitrary<Line> = fc.array(fc.record({ text, strong: fc.boolean(), tone: fc.constantFrom('obs' as const, 'quiet' as const, undefined) }), { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), line }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('table' as const), caption: text, columns: fc.tuple(fc.record({ title: text, share: fc.constant(1) })), rows: fc.array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 2 }) })
);
const model = (blocks: Block[]): DocumentModel => ({ title: 'Titel', language: 'da-DK', landscape: false, pageText: '{0}/{1}', blocks });

function textsOf(found: Block): string[] {
  const joined = (each: Line): string => each.map((run) => run.text).join('');
  switch (found.kind) {
    case 'heading':
      return [found.text];
    case 'paragraph':
      return [joined(found.line)];
    case 'list':
      return found.items.map(joined);
    default:
      return [found.caption, ...found.columns.map(({ title }) => title), ...found.rows.flat(2).map(joined)];
  }
}

test('HTML holds every text as text, whatever stands in it', () => {
  const parser = new XMLParser({ preserveOrder: true, trimValues: false, parseTagValue: false, ignoreAttributes: true, htmlEntities: true });
  const inner = (nodes: Record<string, unknown>[]): string => nodes.map((node) => Object.entries(node).map(([name, value]) => (name === '#text' ? String(value) : Array.isArray(value) ? inner(value as Record<string, unknown>[]) : '')).join('')).join('');
  fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
    expect(inner(parser.parse(toHtml(model(blocks))) as Record<string, unknown>[])).toBe(blocks.flatMap(textsOf).join(''));
  }));
});

test('a table in HTML has caption, column headers and row headers', () => {
  const html = toHtml(model([{ kind: 'table', caption: 'Tal', columns: [{ title: 'A', share: 1 }, { title: 'B', share: 1 }], rows: [[[[{ text: 'x' }]], [[{ text: 'y' }]]]] }]));
  expect(html).toBe('<div lang="da-DK"><table border="1" style="border-collapse:collapse"><caption>Tal</caption><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>' +
    '<tbody><tr><th scope="row" style="text-align:left;font-weight:normal"><p>x</p></th><td><p>y</p></td></tr></tbody></table></div>');
});

test('plain text names the cells by their columns and leaves empty ones out', () => {
  const cells = (...texts: string[]): Line[][] => texts.map((each) => linesOf(each));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: 'Status' },
    { kind: 'table', caption: '', columns: ['Indsats', 'Fremdrift', 'Status'].map((title) => ({ title, share: 1 })), rows: [cells('Flåde', '', 'Linje 1\nLinje 2'), cells('Bolig', 'I gang', '')] },
    { kind: 'paragraph', line: [{ text: 'Slut' }] }
  ];
  expect(toPlainText(model(blocks))).toBe(['Status', 'Flåde', 'Status: Linje 1 / Linje 2', '', 'Bolig', 'Fremdrift: I gang', '', 'Slut', ''].join('\r\n'));
});

test('every tone can be read on white, and red is OBS alone', () => {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const [tone, colour] of Object.entries(toneColours)) {
    expect([tone, 1.05 / (luminance(colour) + 0.05) >= 4.5]).toEqual([tone, true]);
  }
  expect(Object.entries(toneColours).filter(([, colour]) => colour === toneColours.obs).map(([tone]) => tone)).toEqual(['obs']);
});
