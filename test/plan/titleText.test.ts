import { readTitleText } from '../../src/plan/titleText';

const written: [string, string, string | undefined, string[]][] = [
  ['Effektiviseringsbidrag og novembergreb', 'Effektiviseringsbidrag og novembergreb', undefined, []],
  ['Skriftlige fremstillinger R101 (I)(B)', 'Skriftlige fremstillinger', 'R101', ['I', 'B']],
  ['Aktindsigt R001(I)(B)', 'Aktindsigt', 'R001', ['I', 'B']],
  ['Arbejde med kloge m2', 'Arbejde med kloge m2', undefined, []],
  ['Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter R307(B)', 'Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter', 'R307', ['B']],
  ['Samling af demensindsatsen i Glesborg R706', 'Samling af demensindsatsen i Glesborg', 'R706', []]
];

test.each(written)('%s is taken apart and printed as it was', (text, title, code, marks) => {
  expect(readTitleText(text)).toEqual({ original: text, title, code, marks });
});

test('a mark that nobody knows is kept', () => {
  expect(readTitleText('Ny indsats R900(X)').marks).toEqual(['X']);
});

test('line breaks and double spaces from a paste are folded', () => {
  expect(readTitleText('  Investering i fraværsindsatsen \n R307(B) ')).toMatchObject({ title: 'Investering i fraværsindsatsen', code: 'R307' });
});
