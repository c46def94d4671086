import fc from 'fast-check';
import { mergeFields } from '../../../src/plan/merge/mergeFields';
import {
  initiativeRules, initiativeWritingOf, lastPlace, troublesIn, unwrittenInitiative, withHighlight, withOriginalText, type InitiativeWriting
} from '../../../src/plan/initiatives/initiativeWriting';
import { anInitiative } from '../support/samples';

function written(changes: Partial<InitiativeWriting> = {}): InitiativeWriting {
  return { ...unwrittenInitiative, originalText: 'Flådestyring R003(I)(B)', title: 'Flådestyring', code: 'R003', marks: ['I', 'B'], department: 'Udvikling', ...changes };
}

describe('the text as the paper writes it', () => {
  test('title, code and marks are read from it, key by key', () => {
    const typed = Array.from('Flådestyring R003(I)(B)').reduce((form, letter) => withOriginalText(form, form.originalText + letter), unwrittenInitiative);
    expect(typed).toMatchObject({ originalText: 'Flådestyring R003(I)(B)', title: 'Flådestyring', code: 'R003', marks: ['I', 'B'] });
  });

  test('what somebody wrote otherwise stays', () => {
    expect(withOriginalText(written({ title: 'Biler', code: 'R004', marks: ['X'] }), 'Flåde og biler R005(B)')).toMatchObject({ originalText: 'Flåde og biler R005(B)', title: 'Biler', code: 'R004', marks: ['X'] });
  });
});

test('a highlight has a day, which is kept until it is taken away', () => {
  const highlighted = withHighlight(written(), true, '2025-04-25');
  expect(highlighted).toMatchObject({ highlighted: true, highlightedSince: '2025-04-25' });
  expect(withHighlight(highlighted, true, '2025-06-01').highlightedSince).toBe('2025-04-25');
  expect(withHighlight(highlighted, false, '2025-06-01')).toMatchObject({ highlighted: false, highlightedSince: undefined });
});

describe('what must be put right', () => {
  const troubles = (changes: Partial<InitiativeWriting>, before?: { lifecycle: InitiativeWriting['lifecycle'] }): string[] => troublesIn(written(changes), before).map(({ field, kind }) => `${field} ${kind}`);

  test('nothing in an ordinary initiative', () => expect(troubles({ startDate: '2025-01-01', endDate: '2025-01-01' })).toEqual([]));

  test.each<[string, Partial<InitiativeWriting>, string[]]>([
    ['nothing is written', { originalText: ' ', title: '', department: '' }, ['originalText missing', 'title missing', 'department missing']],
    ['a line is longer than SharePoint holds', { title: 'x'.repeat(256), chiefRole: 'x'.repeat(256), committees: ['x'.repeat(256)] }, ['title tooLong', 'chiefRole tooLong', 'committees tooLong']],
    ['a note is longer than SharePoint holds', { description: 'x'.repeat(63001) }, ['description tooLong']],
    ['a CPR number', { description: 'Borger 010203-1234', lifecycleReason: '0102031234' }, ['lifecycleReason cpr', 'description cpr']],
    ['it ends before it starts', { startDate: '2025-05-01', endDate: '2025-04-30' }, ['endDate endsBeforeStart']],
    ['a day that is none', { highlightedSince: '2025-13-01' }, ['highlightedSince notADay']]
  ])('%s', (_what, changes, expected) => expect(troubles(changes)).toEqual(expected));

  test('an initiative ends with a reason; one that ended without may be written on', () => {
    expect(troubles({ lifecycle: 'Cancelled', lifecycleReason: ' ' }, { lifecycle: 'InProgress' })).toEqual(['lifecycleReason reason']);
    expect(troubles({ lifecycle: 'Cancelled', lifecycleReason: 'Udvalget besluttede det' }, { lifecycle: 'InProgress' })).toEqual([]);
    expect(troubles({ lifecycle: 'Cancelled' }, { lifecycle: 'Cancelled' })).toEqual([]);
    expect(troubles({ lifecycle: 'OnHold' }, { lifecycle: 'InProgress' })).toEqual([]);
  });
});

test('two who move it to different committees both get theirs; two who end it differently must choose', () => {
  const base = written({ committees: ['ØK'] });
  const sets = mergeFields(initiativeRules, base, { ...base, committees: ['ØK', 'BUU'] }, { ...base, committees: ['Teknik'] });
  expect([sets.conflicts, sets.texts.committees]).toEqual([[], ['BUU', 'Teknik']]);
  const ends = mergeFields(initiativeRules, base, { ...base, lifecycle: 'Cancelled', lifecycleReason: 'Dyr' }, { ...base, lifecycle: 'Delivered', lifecycleReason: 'Nået' });
  expect(ends.conflicts).toEqual(['lifecycle', 'lifecycleReason']);
});

test('every field of the writing is merged, and nothing else', () => {
  const writing = initiativeWritingOf({ ...anInitiative(1), coordinatesWith: '', description: '', politicalBasis: '', lifecycleReason: '' });
  expect(Object.keys(initiativeRules.kinds).sort()).toEqual(Object.keys(writing).sort());
});

test('the last place is after all that have one', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: -1000, max: 100000 }), fc.constant(Number.MAX_SAFE_INTEGER))), (numbers) => {
    const last = lastPlace(numbers.map((sortOrder) => ({ sortOrder })));
    expect(numbers.every((sortOrder) => sortOrder === Number.MAX_SAFE_INTEGER || sortOrder < last)).toBe(true);
    expect(last).toBeLessThan(Number.MAX_SAFE_INTEGER);
  }));
});
