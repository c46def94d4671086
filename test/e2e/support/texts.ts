import * as fs from 'node:fs';
import * as vm from 'node:vm';

export type Language = 'da-dk' | 'en-us';

const loaded = new Map<Language, Record<string, string>>();

/** The web part's own texts: what the stories look for is what the shipped files say. */
export function textsIn(language: Language): Record<string, string> {
  const known = loaded.get(language);
  if (known) {
    return known;
  }
  const file = `src/webparts/udmoentningsplan/loc/${language}.js`;
  let texts: Record<string, string> = {};
  const define = (_needs: unknown, make: () => Record<string, string>): void => {
    texts = make();
  };
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), { define });
  loaded.set(language, texts);
  return texts;
}
