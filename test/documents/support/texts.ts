import * as fs from 'node:fs';
import * as path from 'node:path';
import type { DocumentTextKey, Text } from '../../../src/documents/texts';

/** The real texts of the loc files, as the web part hands them to the documents. A key without a text fails the test. */
export function textsIn(language: 'da-dk' | 'en-us'): Text {
  let strings: Record<string, string> = {};
  const source = fs.readFileSync(path.join(__dirname, `../../../src/webparts/udmoentningsplan/loc/${language}.js`), 'utf8');
  new Function('define', source)((_needs: unknown, make: () => Record<string, string>) => { strings = make(); });
  return (key: DocumentTextKey, ...values) => {
    if (strings[key] === undefined) {
      throw new Error(`The loc file ${language} has no text "${key}"`);
    }
    return strings[key].replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)] ?? ''));
  };
}

export const danish = textsIn('da-dk');
export const english = textsIn('en-us');
