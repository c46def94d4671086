/** Markup: text that has been made safe, and stands in a page as it is. */
export interface Html {
  markup: string;
}

/** What can stand between markup: text is escaped, `false` and undefined are nothing, lists follow one another. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/** A template whose values cannot break out of it. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  ({ markup: strings.map((text, index) => (index === 0 ? text : markupOf(parts[index - 1]) + text)).join('') });

/** Only for what cannot hold anybody's words. */
export const raw = (markup: string): Html => ({ markup });

function markupOf(part: Part): string {
  if (part === undefined || part === false) {
    return '';
  }
  if (typeof part === 'string' || typeof part === 'number') {
    return escape(String(part));
  }
  return isList(part) ? part.map(markupOf).join('') : part.markup;
}

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
