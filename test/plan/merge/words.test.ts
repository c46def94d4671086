import * as fc from 'fast-check';
import { combineTexts, markWords } from '../../../src/plan/merge/words';

const vocabulary = fc.constantFrom('kampagnen', 'er', 'klar', 'udbud', '1.200', 'kr.', 'næste', 'møde', 'ikke');
const aText = fc.array(fc.tuple(vocabulary, fc.constantFrom(' ', '\n', ', ')), { maxLength: 12 }).map((parts) => parts.map((part) => part.join('')).join('').trim());
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[.][\p{N}]+)*/gu) ?? [];

test('a changed word is removed and added, the rest stands', () => {
  expect(markWords('Udbuddet er klar.', 'Udbuddet er forsinket.')).toEqual([
    { kind: 'same', text: 'Udbuddet er ' }, { kind: 'removed', text: 'klar' }, { kind: 'added', text: 'forsinket' }, { kind: 'same', text: '.' }
  ]);
  expect(markWords('', 'Ny')).toEqual([{ kind: 'added', text: 'Ny' }]);
  expect(markWords('Ens', 'Ens')).toEqual([{ kind: 'same', text: 'Ens' }]);
});

test('the marks are the two texts: without what was added the old one, without what was removed the new one', () => {
  fc.assert(fc.property(aText, aText, (before, after) => {
    const marks = markWords(before, after);
    const text = (without: string): string[] => wordsOf(marks.filter(({ kind }) => kind !== without).map((mark) => mark.text).join(' '));
    expect([text('added'), text('removed')]).toEqual([wordsOf(before), wordsOf(after)]);
    expect(marks.filter(({ kind }) => kind !== 'removed').map((mark) => mark.text).join('')).toBe(after);
  }));
});

test('a suggestion holds what both wrote, mine first, and nothing that either took away', () => {
  expect(combineTexts('Vi begynder i maj.', 'Vi begynder i juni. Udbud er ude.', 'Vi begynder i maj. Penge er fundet.')).toBe('Vi begynder i juni. Udbud er ude. Penge er fundet.');
  expect(combineTexts('', 'Mit', 'Deres')).toBe('Mit Deres');
  expect(combineTexts('Et to tre', 'Et tre', 'Et to tre fire')).toBe('Et tre fire');
  expect(combineTexts('Et', 'Et to', 'Et to')).toBe('Et to');
});

test('no word is lost: every word that either added stands in the suggestion', () => {
  fc.assert(fc.property(aText, aText, aText, (base, mine, theirs) => {
    const combined = wordsOf(combineTexts(base, mine, theirs));
    const had = new Set(wordsOf(base));
    wordsOf(mine).concat(wordsOf(theirs)).filter((word) => !had.has(word)).forEach((word) => expect(combined).toContain(word));
  }));
});

test('what only one changed is that one’s text, and what nobody changed stays', () => {
  fc.assert(fc.property(aText, aText, (base, mine) => {
    expect(wordsOf(combineTexts(base, mine, base))).toEqual(wordsOf(mine));
    expect(wordsOf(combineTexts(base, base, mine))).toEqual(wordsOf(mine));
    expect(combineTexts(base, base, base)).toBe(base.trim());
  }));
});
