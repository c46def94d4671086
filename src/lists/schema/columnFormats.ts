/**
 * How the plain lists show what the web part shows: SharePoint's column formatting, JSON that the list itself draws.
 * The colours, signs and words are the web part's own: red is OBS, always with flag and word, and progress is never red.
 */

/** A column format, as SharePoint keeps it: JSON text. */
export type ColumnFormat = string;

interface Mark {
  choice: string;
  sign: string;
  colour: string;
}

// A name by which SharePoint's editor knows the format; nothing is fetched from it.
const schemaName = 'https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json';

/** A choice column whose values have a sign and a colour each. */
export function choiceFormat(marks: readonly Mark[], ordinaryColour: string): ColumnFormat {
  return format({
    elmType: 'div',
    style: { color: chosen(marks, (mark) => mark.colour, ordinaryColour), 'font-weight': '600' },
    children: [
      { elmType: 'span', style: { 'padding-right': '6px' }, attributes: { 'aria-hidden': 'true' }, txtContent: chosen(marks, (mark) => mark.sign, '') },
      { elmType: 'span', txtContent: '@currentField' }
    ]
  });
}

/** The text of an OBS point: flag, word and text in red as long as the state column holds the given choice. */
export function obsFormat(stateColumn: string, openChoice: string): ColumnFormat {
  const isOpen = `[$${stateColumn}] == ${literal(openChoice)}`;
  return format({
    elmType: 'div',
    style: { color: `=if(${isOpen}, '#C00000', '')`, 'white-space': 'pre-wrap' },
    children: [
      { elmType: 'span', style: { 'font-weight': '600', 'padding-right': '6px', display: `=if(${isOpen}, 'inline', 'none')` }, txtContent: '⚑ OBS' },
      { elmType: 'span', txtContent: '@currentField' }
    ]
  });
}

function format(element: object): ColumnFormat {
  return JSON.stringify({ $schema: schemaName, ...element });
}

/** Nested `if`s over the current value, the expression language that column formatting has. */
function chosen(marks: readonly Mark[], of: (mark: Mark) => string, otherwise: string): string {
  return `=${marks.reduceRight((rest, mark) => `if(@currentField == ${literal(mark.choice)}, ${literal(of(mark))}, ${rest})`, literal(otherwise))}`;
}

/** Text in an expression. There is no escape for an apostrophe, so a value that has one cannot be told apart and is refused. */
function literal(text: string): string {
  if (text.includes('\'')) {
    throw new Error(`A column format cannot hold an apostrophe: ${text}`);
  }
  return `'${text}'`;
}
