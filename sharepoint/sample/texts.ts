import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Text } from '../../src/documents/texts';
import { projectRoot } from '../local/projectRoot';

/** The product's own texts, from the file that the package brings. @throws Error when a text that is asked for is missing there */
export function textsIn(language: 'da-dk' | 'en-us'): Text {
  let strings: Record<string, string> = {};
  const source = fs.readFileSync(path.join(projectRoot(), `src/webparts/udmoentningsplan/loc/${language}.js`), 'utf8');
  // The file is an AMD module: it hands its texts to whatever `define` is.
  new Function('define', source)((_needs: unknown, make: () => Record<string, string>) => { strings = make(); });
  return (key, ...values) => {
    if (strings[key] === undefined) {
      throw new Error(`The loc file ${language} has no text "${key}"`);
    }
    return strings[key].replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)] ?? ''));
  };
}
