import {
  BorderStyle, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
  type IRunOptions, type ISectionOptions
} from 'docx';
import { toneColours, type Block, type DocumentModel, type Line, type Run, type Table as TableBlock } from './documentModel';
import { xmlText } from './xmlText';

/** Twentieths of a point, the unit of Word: A4 with margins of 2 cm. */
const page = { width: 11906, height: 16838, margin: 1134 };
const bulletReference = 'bullets';

/**
 * The document as a Word file. Accessible: title, language, heading styles, header rows that repeat and are marked as such.
 * The library is large: callers load this file lazily.
 */
export async function toDocx(model: DocumentModel): Promise<Uint8Array> {
  const file = new Document({
    title: xmlText(model.title), creator: '', lastModifiedBy: '', description: '',
    styles: stylesOf(model.language),
    numbering: {
      config: [{ reference: bulletReference, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 360, hanging: 240 } } } }] }]
    },
    sections: [sectionOf(model)]
  });
  return Packer.pack(file, 'uint8array');
}

function stylesOf(language: string): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const headingStyle = (size: number, before: number): { run: IRunOptions; paragraph: { spacing: { before: number; after: number }; keepNext: boolean } } => ({
    run: { font: 'Calibri', size, bold: true, color: '242424' }, paragraph: { spacing: { before, after: 80 }, keepNext: true }
  });
  return {
    default: {
      document: { run: { font: 'Calibri', size: 20, language: { value: language } }, paragraph: { spacing: { after: 80 } } },
      title: headingStyle(36, 0), heading1: headingStyle(28, 280), heading2: headingStyle(23, 200)
    }
  };
}

function sectionOf(model: DocumentModel): ISectionOptions {
  const textWidth = (model.landscape ? page.height : page.width) - 2 * page.margin;
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height, orientation: model.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin }
      }
    },
    footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: pageNumbers(model.pageText), size: 16, color: toneColours.quiet })] })] }) },
    children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(model.title))] }), ...model.blocks.flatMap((block, index) => blockOf(block, model.blocks[index + 1], textWidth))]
  };
}

/** `Side {0} af {1}` with Word's own fields in the places. */
function pageNumbers(pageText: string): (string | (typeof PageNumber)[keyof typeof PageNumber])[] {
  return pageText.split(/(\{[01]\})/).map((part) => (part === '{0}' ? PageNumber.CURRENT : part === '{1}' ? PageNumber.TOTAL_PAGES : xmlText(part)));
}

function blockOf(block: Block, next: Block | undefined, textWidth: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, children: [runOf({ text: block.text, tone: block.tone })] })];
    case 'paragraph':
      // What introduces a list stays on its page.
      return [new Paragraph({ keepNext: next?.kind === 'list', children: block.line.map((run) => runOf(run)) })];
    case 'list':
      return block.items.map((line, index) => new Paragraph({
        numbering: { reference: bulletReference, level: 0 }, spacing: { after: index < block.items.length - 1 ? 30 : 120 }, children: line.map((run) => runOf(run))
      }));
    default:
      // Word joins two tables that touch, so an empty line stands after each.
      return [tableOf(block, textWidth), new Paragraph({ spacing: { after: 0 }, children: [] })];
  }
}

function tableOf({ columns, rows }: TableBlock, textWidth: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / shares));
  const rule = (color: string, size: number): { style: typeof BorderStyle.SINGLE; color: string; size: number } => ({ style: BorderStyle.SINGLE, color, size });
  const none = { style: BorderStyle.NONE, color: 'auto', size: 0 };
  const cell = (lines: Line[], column: number, header: boolean): TableCell => new TableCell({
    width: { size: widths[column], type: WidthType.DXA },
    shading: header ? { type: ShadingType.CLEAR, fill: 'F3F2F1', color: 'auto' } : undefined,
    children: (lines.length > 0 ? lines : [[]]).map((line) => new Paragraph({ spacing: { after: 40 }, keepNext: header, children: line.map((run) => runOf(run, 18)) }))
  });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 80, right: 80 }, tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: { top: rule('605E5C', 8), bottom: rule('605E5C', 8), left: none, right: none, insideHorizontal: rule('C8C6C4', 4), insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, index) => cell([[{ text: title, strong: true }]], index, true)) }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((lines, index) => cell(lines, index, false)) }))
    ]
  });
}

function runOf({ text, strong, tone }: Run, size?: number): TextRun {
  return new TextRun({ text: xmlText(text), bold: strong, color: tone && toneColours[tone], size });
}
