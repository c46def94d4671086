import * as fs from 'node:fs';
import * as vm from 'node:vm';

export type Language = 'da-dk' | 'en-us';

/** A text of the web part with its places filled: `say('row.open', 'Flådestyring')`. */
export type Say = (key: string, ...values: (string | number)[]) => string;

const loaded = new Map<Language, Record<string, string>>();

/** The web part's own texts: what the stories look for is what the shipped loc files say. */
export function textsIn(language: Language): Say {
  const texts = loaded.get(language) ?? load(language);
  return (key, ...values) => {
    const text = texts[key];
    if (text === undefined) {
      throw new Error(`The loc file ${language} has no "${key}"`);
    }
    return text.replace(/\{(\d)\}/g, (_match, index: string) => String(values[Number(index)] ?? ''));
  };
}

function load(language: Language): Record<string, string> {
  let texts: Record<string, string> = {};
  const define = (_needs: unknown, make: () => Record<string, string>): void => {
    texts = make();
  };
  vm.runInNewContext(fs.readFileSync(`src/webparts/udmoentningsplan/loc/${language}.js`, 'utf8'), { define });
  loaded.set(language, texts);
  return texts;
}
