import type { Block, DocumentModel, Line, Table } from './documentModel';

/** The document's content as plain text, for the clipboard beside the HTML and for mail. Windows line ends: it is pasted there. */
export function toPlainText(model: DocumentModel): string {
  const lines = model.blocks.flatMap((block, index) => (index > 0 && startsApart(block, model.blocks[index - 1]) ? ['', ...linesOf(block)] : linesOf(block)));
  return `${lines.join('\r\n')}\r\n`;
}

/** Headings and paragraphs stand apart; a list follows its introduction, and what a heading heads follows it. */
function startsApart(block: Block, before: Block): boolean {
  return block.kind !== 'list' && before.kind !== 'heading';
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [lineText(block.line)];
    case 'list':
      return block.items.map((line) => `• ${lineText(line)}`);
    default:
      return rowsOf(block);
  }
}

/** Each row as its cells one under another, named by their columns; empty cells are left out. */
function rowsOf({ columns, rows }: Table): string[] {
  return rows.flatMap((cells, index) => [
    ...(index > 0 ? [''] : []),
    ...cells.flatMap((lines, column) => {
      const text = lines.map(lineText).filter(Boolean).join(' / ');
      return text === '' ? [] : [column === 0 ? text : `${columns[column].title}: ${text}`];
    })
  ]);
}

function lineText(line: Line): string {
  return line.map(({ text }) => text).join('');
}
