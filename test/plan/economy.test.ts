import fc from 'fast-check';
import { amountsOf, deviationOf, economyByInitiative, economyChoices, reconcile, wholeEconomy } from '../../src/plan/economy';
import { economyTitle, troublesInLine, unwrittenLine, type EconomyLine } from '../../src/plan/economyLine';
import { anEconomyLine, anInitiative } from './support/samples';

const line = anEconomyLine;
const shared = [
  anInitiative(1, { code: 'R307', marks: ['B'], department: 'Børn' }), anInitiative(2, { code: 'R307', marks: ['B'], department: 'Arbejdsmarked' }), anInitiative(3, { code: 'R003', marks: ['I', 'B'] }), anInitiative(4)
];

test('lines stand under their initiative, investment before saving, year by year', () => {
  const lines = [line(1, { initiativeId: 3, mark: 'B' }), line(2, { initiativeId: 3, mark: 'I', budgetYear: '2026' }), line(3, { initiativeId: 3, mark: 'I' }), line(4, { initiativeId: 1, mark: undefined }), line(5, { initiativeId: 99 })];
  expect(economyByInitiative(lines, shared, wholeEconomy, false).map(({ initiative, lines: own }) => [initiative.id, own.map(({ id }) => id)])).toEqual([[1, [4]], [3, [3, 2, 1]]]);
  expect(economyByInitiative(lines, shared, { ...wholeEconomy, year: '2026' }, false).flatMap(({ lines: own }) => own.map(({ id }) => id))).toEqual([2]);
  expect(economyByInitiative(lines, shared, { ...wholeEconomy, mark: 'none' }, false).flatMap(({ lines: own }) => own.map(({ id }) => id))).toEqual([4]);
  expect(economyByInitiative(lines, shared, { ...wholeEconomy, department: 'Børn' }, true).map(({ initiative }) => initiative.id)).toEqual([1]);
  expect(economyByInitiative(lines, shared, wholeEconomy, true).map(({ initiative }) => initiative.id)).toEqual([1, 2, 3, 4]);
  expect(economyChoices(lines, shared)).toEqual({ years: ['2025', '2026'], marks: ['I', 'B', 'none'], departments: ['Børn', 'Fællesforvaltningen'] });
});

test('what nobody has judged is nothing, not nought', () => {
  expect(amountsOf([{ planned: 5 }, { planned: -7, realised: 0 }])).toEqual({ planned: -2, expected: undefined, realised: 0 });
  expect(deviationOf([{ planned: 100 }])).toBeUndefined();
  expect(deviationOf([{ planned: -500, expected: -300 }, { planned: 100 }])).toBe(200);
  expect(amountsOf([{ planned: 0.1 }, { planned: 0.2 }]).planned).toBe(0.3);
});

test('a code is reconciled across the initiatives and departments that share it, and what lacks is named', () => {
  const [r003, r307] = reconcile([
    line(1, { initiativeId: 1, mark: 'B', planned: -400 }), line(2, { initiativeId: 2, mark: 'B', planned: -1000, expected: -700 }),
    line(3, { initiativeId: 3, mark: 'I', planned: 450 }), line(4, { initiativeId: 3, mark: 'B', planned: -200 }), line(5, { initiativeId: 3, mark: 'B', planned: -100, budgetYear: '2026' }), line(6, { initiativeId: 3, mark: undefined, planned: 9000 })
  ], shared);
  expect(r307).toMatchObject({ code: 'R307', departments: ['Børn', 'Arbejdsmarked'], total: { saving: { planned: -1400 }, investment: { planned: undefined }, net: { planned: -1400, expected: -700 }, deviation: 300 } });
  expect(r307.gaps).toEqual([{ kind: 'noInvestment' }, { kind: 'dearer', amount: 300 }]);
  expect(r003.years.map(({ year, net }) => [year, net.planned])).toEqual([['2025', 250], ['2026', -100]]);
  expect(r003.gaps).toEqual([{ kind: 'notRecovered', amount: 150 }]);
});

test('a code whose marks promise amounts that nobody has written shows the gap', () => {
  expect(reconcile([], shared).map(({ code, gaps }) => [code, gaps.map(({ kind }) => kind)])).toEqual([['R003', ['noInvestment', 'noSaving']], ['R307', ['noSaving']]]);
});

test('the years add up to the total, and every marked amount of a code is counted once', () => {
  const amount = fc.option(fc.integer({ min: -9999, max: 9999 }), { nil: undefined });
  const lines = fc.uniqueArray(fc.record({
    id: fc.integer({ min: 1, max: 99 }), initiativeId: fc.integer({ min: 1, max: 4 }), mark: fc.constantFrom('I', 'B', 'Q', undefined), budgetYear: fc.constantFrom('2025', '2026', '2027'), planned: amount, expected: amount, realised: amount
  }), { selector: ({ id }) => id, maxLength: 20 });
  fc.assert(fc.property(lines, (found) => {
    const all = found.map(({ id, ...changes }) => line(id, changes));
    const marked = all.filter(({ mark, initiativeId }) => (mark === 'I' || mark === 'B') && initiativeId !== 4);
    const codes = reconcile(all, shared);
    codes.forEach(({ years, total }) => {
      expect(amountsOf(years.map(({ net }) => net))).toEqual(total.net);
      expect(amountsOf([total.investment, total.saving])).toEqual(total.net);
    });
    expect(amountsOf(codes.map(({ total }) => total.net))).toEqual(amountsOf(marked));
  }));
});

test('a line needs a year and an amount, and is called by area, mark and year', () => {
  const written: Partial<EconomyLine> = { budgetYear: '2026', area: 'Køretøjer', mark: 'B', planned: -800 };
  expect(troublesInLine(unwrittenLine)).toEqual(['budgetYear', 'planned']);
  expect(troublesInLine({ ...unwrittenLine, ...written, planned: 0 })).toEqual([]);
  expect(economyTitle({ ...unwrittenLine, ...written })).toBe('Køretøjer (B) 2026');
});
