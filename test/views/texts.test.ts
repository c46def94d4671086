import * as fs from 'node:fs';
import * as path from 'node:path';

const folder = path.join(__dirname, '../../src/webparts/udmoentningsplan/loc');

function load(language: string): Record<string, string> {
  let strings: Record<string, string> = {};
  const define = (_needs: unknown, make: () => Record<string, string>): void => { strings = make(); };
  new Function('define', fs.readFileSync(path.join(folder, `${language}.js`), 'utf8'))(define);
  return strings;
}

const danish = load('da-dk');
const english = load('en-us');
const declared = Array.from(fs.readFileSync(path.join(folder, 'mystrings.d.ts'), 'utf8').matchAll(/^\s+'([^']+)': string;$/gm), (match) => match[1]);

test('both languages and the declaration have one set of keys', () => {
  expect(Object.keys(english)).toEqual(Object.keys(danish));
  expect(declared).toEqual(Object.keys(danish));
});

test.each(Object.keys(danish))('%s has words and the same blanks in both languages', (key) => {
  const blanks = (text: string): string[] => Array.from(text.matchAll(/\{\d\}/g), (match) => match[0]).sort();
  expect(danish[key].trim()).not.toBe('');
  expect(english[key].trim()).not.toBe('');
  expect(blanks(english[key])).toEqual(blanks(danish[key]));
  expect(danish[key] + english[key]).not.toContain('!');
});
