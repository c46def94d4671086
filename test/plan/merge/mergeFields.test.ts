import * as fc from 'fast-check';
import { changedFields, isUnseen, mergeFields, type MergeRules } from '../../../src/plan/merge/mergeFields';

interface Note {
  words: string;
  more: string;
  choice?: string;
  answer?: boolean;
  why: string;
  members: number[];
}
const rules: MergeRules<Note> = {
  kinds: { words: 'text', more: 'text', choice: 'value', answer: 'value', why: 'text', members: 'set' },
  together: [['answer', 'why']]
};
const noted: Note = { words: 'a', more: 'b', choice: 'x', answer: true, why: 'c', members: [1, 2] };

const short = fc.constantFrom('', 'a', 'b', 'a\nb', 'a\r\nb');
const aNote: fc.Arbitrary<Note> = fc.record({
  words: short, more: short, choice: fc.constantFrom(undefined, 'x', 'y'), answer: fc.constantFrom(undefined, true, false), why: short,
  members: fc.uniqueArray(fc.integer({ min: 1, max: 5 }))
});
const fields = Object.keys(rules.kinds) as (keyof Note)[];
const sorted = (note: Note): Note => ({ ...note, members: [...note.members].sort() });

test('different fields merge, and the merge says which are theirs', () => {
  const merge = mergeFields(rules, noted, { ...noted, words: 'mine' }, { ...noted, more: 'theirs', choice: 'y' });
  expect(merge).toEqual({ texts: { ...noted, words: 'mine', more: 'theirs', choice: 'y' }, fromTheirs: ['more', 'choice'], conflicts: [] });
});

test('the same field changed by both is a conflict that holds mine; changed alike it is none', () => {
  expect(mergeFields(rules, noted, { ...noted, words: 'mine' }, { ...noted, words: 'theirs' })).toMatchObject({ texts: { words: 'mine' }, conflicts: ['words'], fromTheirs: [] });
  expect(isUnseen(mergeFields(rules, noted, { ...noted, words: 'new' }, { ...noted, words: 'new' }))).toBe(false);
});

test('several values join as sets: what either added is there, what either took away is gone', () => {
  expect(mergeFields(rules, noted, { ...noted, members: [2, 3] }, { ...noted, members: [1, 2, 4] })).toMatchObject({ texts: { members: [2, 3, 4] }, fromTheirs: ['members'], conflicts: [] });
});

test('fields that belong together are chosen together: my no and their new explanation', () => {
  const merge = mergeFields(rules, noted, { ...noted, answer: false, words: 'mine' }, { ...noted, why: 'other' });
  expect(merge).toMatchObject({ conflicts: ['answer', 'why'], fromTheirs: [], texts: { answer: false, why: 'c', words: 'mine' } });
  expect(mergeFields(rules, noted, { ...noted, words: 'mine' }, { ...noted, why: 'other' })).toMatchObject({ conflicts: [], fromTheirs: ['why'] });
});

test('line ends of a form are not a change', () => {
  expect(changedFields(rules, { ...noted, words: 'a\r\nb' }, { ...noted, words: 'a\nb' })).toEqual([]);
});

test('nobody’s change is lost: each is in the merged row or named as a conflict', () => {
  fc.assert(fc.property(aNote, aNote, aNote, (base, mine, theirs) => {
    const merge = mergeFields(rules, base, mine, theirs);
    for (const field of fields.filter((each) => each !== 'members' && !merge.conflicts.includes(each))) {
      const [iChanged, theyChanged] = [changedFields(rules, base, mine), changedFields(rules, base, theirs)].map((changed) => changed.includes(field));
      if (iChanged || theyChanged) {
        expect(changedFields(rules, merge.texts, iChanged ? mine : theirs)).not.toContain(field);
      }
    }
    mine.members.concat(theirs.members).filter((member) => !base.members.includes(member)).forEach((member) => expect(merge.texts.members).toContain(member));
    base.members.filter((member) => !mine.members.includes(member) || !theirs.members.includes(member)).forEach((member) => expect(merge.texts.members).not.toContain(member));
  }));
});

test('it is the same whoever merges: the conflicts are the same, and without any so is the row', () => {
  fc.assert(fc.property(aNote, aNote, aNote, (base, mine, theirs) => {
    const [one, other] = [mergeFields(rules, base, mine, theirs), mergeFields(rules, base, theirs, mine)];
    expect(one.conflicts).toEqual(other.conflicts);
    if (one.conflicts.length === 0) {
      expect(changedFields(rules, sorted(one.texts), sorted(other.texts))).toEqual([]);
    }
  }));
});

test('nothing from nobody is nothing: theirs unchanged gives mine, mine unchanged gives theirs', () => {
  fc.assert(fc.property(aNote, aNote, (base, mine) => {
    expect(mergeFields(rules, base, mine, base)).toEqual({ texts: mine, fromTheirs: [], conflicts: [] });
    const taken = mergeFields(rules, base, base, mine);
    expect([taken.conflicts, changedFields(rules, taken.texts, mine)]).toEqual([[], []]);
  }));
});

test('merged once more over what it was merged with, nothing is left to see', () => {
  fc.assert(fc.property(aNote, aNote, aNote, (base, mine, theirs) => {
    const merge = mergeFields(rules, base, mine, theirs);
    expect(isUnseen(mergeFields(rules, theirs, merge.texts, theirs))).toBe(false);
  }));
});
