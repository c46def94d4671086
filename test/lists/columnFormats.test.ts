import * as vm from 'node:vm';
import { obsStateChoices, progressChoices } from '../../src/lists/choices';
import { allLists } from '../../src/lists/schema/all';

interface Element {
  style?: Record<string, string>;
  txtContent?: string;
  children?: Element[];
}

const format = (list: string, column: string): Element => JSON.parse(allLists.find(({ key }) => key === list)?.columns.find(({ name }) => name === column)?.format ?? '{}') as Element;

/** What SharePoint makes of an expression: nested `if`s over the current value and other columns of the row. */
function valueOf(expression: string, row: Record<string, string>): unknown {
  if (!expression.startsWith('=') && expression !== '@currentField') {
    return expression;
  }
  const script = expression.replace(/^=/, '').replace(/\bif\(/g, 'when(').replace(/\[\$(\w+)\]|@(currentField)/g, (_all, column: string | undefined, current: string | undefined) => JSON.stringify(row[column ?? current ?? '']));
  return vm.runInNewContext(script, { when: (test: boolean, yes: unknown, no: unknown) => (test ? yes : no) });
}

/** The colour of the whole, and the words that are seen. */
function drawn(element: Element, row: Record<string, string>): { colour: unknown; words: string } {
  const seen = (element.children ?? []).filter(({ style }) => style?.display === undefined || valueOf(style.display, row) !== 'none');
  return { colour: valueOf(element.style?.color ?? '', row), words: seen.map(({ txtContent }) => valueOf(txtContent ?? '', row)).filter(Boolean).join(' ') };
}

test('in the plain list an open OBS point is red with flag and word, and one that is closed is not', () => {
  const obs = format('ObsPoints', 'ObsText');
  expect(drawn(obs, { ObsState: obsStateChoices.Open, currentField: 'Puljen mangler' })).toEqual({ colour: '#C00000', words: '⚑ OBS Puljen mangler' });
  expect(drawn(obs, { ObsState: obsStateChoices.Closed, currentField: 'Puljen mangler' })).toEqual({ colour: '', words: 'Puljen mangler' });
});

test('progress has its sign, word and colour in the plain list, each its own, and is never red', () => {
  const progress = Object.values(progressChoices).map((choice) => drawn(format('StatusReports', 'Progress'), { currentField: choice }));
  expect(progress.map(({ words }) => words)).toEqual(Object.values(progressChoices).map((choice) => expect.stringMatching(new RegExp(`^\\S ${choice}$`))));
  expect(progress.map(({ colour }) => colour)).toEqual(expect.arrayContaining(['#107C10', '#8A5A00', '#5C2E91', '#605E5C', '#005A9E']));
  expect(progress.map(({ colour }) => colour)).not.toContain('#C00000');
  expect(new Set(progress.map(({ words }) => words[0])).size).toBe(progress.length);
});

test('no other column of a plain list is red', () => {
  const red = allLists.flatMap(({ key, columns }) => columns.filter(({ format: each }) => each?.includes('C00000')).map(({ name }) => `${key} ${name}`));
  expect(red).toEqual(['ObsPoints ObsText']);
});
