import fc from 'fast-check';
import { moveRow, type Ordered } from '../../src/plan/obsOrder';

const sorted = (rows: readonly Ordered[]): Ordered[] => [...rows].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);

function after(rows: readonly Ordered[], changes: readonly Ordered[]): number[] {
  return sorted(rows.map((row) => changes.find(({ id }) => id === row.id) ?? row)).map(({ id }) => id);
}

const rows = (...numbers: number[]): Ordered[] => numbers.map((sortOrder, index) => ({ id: index + 1, sortOrder }));

test('a row with room between its neighbours is one write', () => {
  expect(moveRow(rows(10, 20, 30), 3, 1)).toEqual([{ id: 3, sortOrder: 15 }]);
  expect(moveRow(rows(10, 20, 30), 3, 0)).toEqual([{ id: 3, sortOrder: 0 }]);
  expect(moveRow(rows(10, 20, 30), 1, 2)).toEqual([{ id: 1, sortOrder: 40 }]);
});

test('rows that share a number, or have none, are numbered anew, and only those that change are written', () => {
  expect(moveRow(rows(10, 10, 10), 3, 1)).toEqual([{ id: 3, sortOrder: 20 }, { id: 2, sortOrder: 30 }]);
  const none = Number.MAX_SAFE_INTEGER;
  expect(after(rows(10, none, none), moveRow(rows(10, none, none), 1, 1))).toEqual([2, 1, 3]);
});

test('nothing is written where nothing moves', () => {
  expect(moveRow(rows(10, 20), 2, 1)).toEqual([]);
  expect(moveRow(rows(10, 20), 2, 9)).toEqual([]);
  expect(moveRow(rows(10, 20), 7, 0)).toEqual([]);
});

test('whatever the numbers: the row stands where it was put, and the others keep their order', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: 0, max: 0.01, noNaN: true }), fc.constant(Number.MAX_SAFE_INTEGER));
  fc.assert(fc.property(fc.array(number, { minLength: 1, maxLength: 8 }), fc.nat(7), fc.nat(9), (numbers, which, to) => {
    const before = sorted(rows(...numbers));
    const { id } = before[which % before.length];
    const wanted = before.map((row) => row.id).filter((each) => each !== id);
    wanted.splice(Math.min(to, wanted.length), 0, id);
    expect(after(before, moveRow(before, id, to))).toEqual(wanted);
  }));
});
