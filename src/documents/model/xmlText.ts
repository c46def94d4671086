/** What XML 1.0 cannot hold: control characters, halves of a surrogate pair, and two noncharacters. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as an Office file can hold it. One control character pasted by somebody would make Word refuse the whole file. */
export function xmlText(text: string): string {
  return text.replace(notInXml, '');
}
