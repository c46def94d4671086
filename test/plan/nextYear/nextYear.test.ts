import fc from 'fast-check';
import { isOpenInitiative, lifecycles, type InitiativeDetails } from '../../../src/plan/initiative';
import { endedLifecycles, isYearOver, namesToMap, nextYearPlan, yearEndings, type NextYearRequest, type Successor, type YearChoice } from '../../../src/plan/nextYear/nextYear';
import { aMeeting, anInitiative } from '../support/samples';

function details(id: number, changes: Partial<InitiativeDetails> = {}): InitiativeDetails {
  return { ...anInitiative(id), coordinatesWith: '', description: `Beskrivelse ${id}`, politicalBasis: '', lifecycleReason: '', ...changes };
}

const noNames = { departments: {}, committees: {} };

function request(initiatives: readonly InitiativeDetails[], choices: [number, YearChoice][], changes: Partial<NextYearRequest> = {}): NextYearRequest {
  return { fromYear: '2025', toYear: '2026', initiatives, choices: new Map(choices), names: noNames, successors: [], closeOld: true, ...changes };
}

test('what is carried on begins as it stands, under the new names; what ends has its reason', () => {
  const plan = nextYearPlan(request(
    [
      details(1, { committees: ['BUU', 'ØK', 'KFU'], lifecycle: 'OnHold', highlighted: true, highlightedSince: '2025-02-01', chiefId: 7 }), details(2), details(3), details(4), details(5, { lifecycle: 'Delivered' })
    ],
    [[1, { ending: 'carry', reason: '' }], [2, { ending: 'finish', reason: 'Nået' }], [3, { ending: 'operate', reason: 'I drift' }], [4, { ending: 'drop', reason: 'Opgivet' }]],
    { names: { departments: { Fællesforvaltningen: 'Stab' }, committees: { BUU: 'Børneudvalget', KFU: '' } } }
  ));
  expect(plan.troubles).toEqual([]);
  expect(plan.carried).toMatchObject([{
    fromId: 1, sortOrder: 1,
    writing: { title: 'Indsats 1', department: 'Stab', committees: ['Børneudvalget', 'ØK'], lifecycle: 'OnHold', lifecycleReason: '', description: 'Beskrivelse 1', highlightedSince: '2025-02-01', chiefId: 7 }
  }]);
  expect(plan.ended.map(({ base, lifecycle, reason }) => [base.id, lifecycle, reason])).toEqual([[1, 'CarriedForward', ''], [2, 'Delivered', 'Nået'], [3, 'Operational', 'I drift'], [4, 'Cancelled', 'Opgivet']]);
});

test('two committees that become one are one', () => {
  const names = { departments: {}, committees: { BUU: 'BSU', KFU: 'BSU' } };
  expect(nextYearPlan(request([details(1, { committees: ['BUU', 'KFU'] })], [[1, { ending: 'carry', reason: '' }]], { names })).carried[0].writing.committees).toEqual(['BSU']);
});

test('each open initiative is chosen, and one that ends has a reason that may be kept', () => {
  const plan = nextYearPlan(request([details(1), details(2), details(3), details(4)], [[2, { ending: 'drop', reason: ' ' }], [3, { ending: 'finish', reason: 'x'.repeat(256) }], [4, { ending: 'finish', reason: 'Borger 010203-1234' }]]));
  expect(plan.troubles).toEqual([{ initiativeId: 1, kind: 'notChosen' }, { initiativeId: 2, kind: 'reason' }, { initiativeId: 3, kind: 'tooLong' }, { initiativeId: 4, kind: 'cpr' }]);
  expect([plan.carried, plan.ended]).toEqual([[], []]);
});

test('the old year can be ended later: until then its rows stay open', () => {
  const rows = [details(1), details(2)];
  const choices: [number, YearChoice][] = [[1, { ending: 'carry', reason: '' }], [2, { ending: 'drop', reason: 'Opgivet' }]];
  expect(nextYearPlan(request(rows, choices, { closeOld: false }))).toMatchObject({ carried: [{ fromId: 1 }], ended: [] });
  const later = nextYearPlan(request(rows, choices, { successors: [{ id: 91, predecessorId: 1 }] }));
  expect([later.carried, later.ended.map(({ base, lifecycle }) => [base.id, lifecycle])]).toEqual([[], [[1, 'CarriedForward'], [2, 'Cancelled']]]);
});

test('what stands in the new year is carried on, whatever is chosen afterwards', () => {
  const plan = nextYearPlan(request([details(1)], [[1, { ending: 'drop', reason: 'Fortrudt' }]], { successors: [{ id: 91, predecessorId: 1 }] }));
  expect(plan.ended).toMatchObject([{ lifecycle: 'CarriedForward', reason: '' }]);
});

test('names to map are those of what goes on', () => {
  expect(namesToMap([details(1, { department: 'B', committees: ['Y', 'X'] }), details(2, { department: 'A', committees: ['X'] })], 'da-DK')).toEqual({ departments: ['A', 'B'], committees: ['X', 'Y'] });
});

test('the year is over when its last meeting is locked', () => {
  expect(isYearOver([aMeeting('2025-11', { state: 'Held' }), aMeeting('2025-12', { state: 'Planned', openedAt: undefined }), aMeeting('2026-01')], '2025')).toBe(false);
  expect(isYearOver([aMeeting('2025-11', { state: 'Held' }), aMeeting('2025-12', { state: 'Locked' }), aMeeting('2026-01')], '2025')).toBe(true);
  expect(isYearOver([aMeeting('2025-11', { state: 'Held' }), aMeeting('2025-12', { state: 'Cancelled' })], '2025')).toBe(true);
});

describe('whatever the plan and the choices', () => {
  const anything = fc.record({
    rows: fc.array(fc.record({ lifecycle: fc.constantFrom(...lifecycles), sortOrder: fc.integer({ min: 0, max: 9 }), ending: fc.option(fc.constantFrom(...yearEndings), { nil: undefined }), reason: fc.constantFrom('', 'Fordi', 'Derfor'), successor: fc.boolean() }), { maxLength: 12 }),
    closeOld: fc.boolean(),
    made: fc.nat(12),
    ended: fc.nat(12)
  });

  interface Years {
    initiatives: readonly InitiativeDetails[];
    successors: readonly Successor[];
  }

  /** Both years after a run that was cut when so many rows had been made and so many ended. */
  function after({ initiatives, successors }: Years, plan: ReturnType<typeof nextYearPlan>, made: number = Infinity, ended: number = Infinity): Years {
    const endings = plan.ended.slice(0, ended);
    return {
      successors: [...successors, ...plan.carried.slice(0, made).map(({ fromId }) => ({ id: 1000 + fromId, predecessorId: fromId }))],
      initiatives: initiatives.map((row) => {
        const ending = endings.find(({ base }) => base.id === row.id);
        return ending ? { ...row, lifecycle: ending.lifecycle, lifecycleReason: ending.reason } : row;
      })
    };
  }

  const yearsOf = (rows: readonly { lifecycle: InitiativeDetails['lifecycle']; sortOrder: number; successor: boolean }[]): Years => ({
    initiatives: rows.map(({ lifecycle, sortOrder }, index) => details(index + 1, { lifecycle, sortOrder })),
    successors: rows.flatMap(({ successor }, index) => (successor ? [{ id: 500 + index, predecessorId: index + 1 }] : []))
  });

  test('nothing is lost: each open initiative is carried on, ended or waits for its choice', () => {
    fc.assert(fc.property(anything, ({ rows, closeOld }) => {
      const years = yearsOf(rows);
      const choices: [number, YearChoice][] = rows.flatMap(({ ending, reason }, index) => (ending ? [[index + 1, { ending, reason }]] : []));
      const plan = nextYearPlan({ ...request(years.initiatives, choices, { closeOld }), ...years });
      const end = after(years, plan);
      for (const row of years.initiatives.filter(isOpenInitiative)) {
        const waits = plan.troubles.some(({ initiativeId }) => initiativeId === row.id);
        const goesOn = end.successors.some(({ predecessorId }) => predecessorId === row.id);
        const choice = choices.find(([id]) => id === row.id)?.[1];
        const now = end.initiatives.find(({ id }) => id === row.id);
        expect(waits || goesOn || (choice !== undefined && choice.ending !== 'carry')).toBe(true);
        expect(now?.lifecycle).toBe(waits || !closeOld ? row.lifecycle : goesOn ? 'CarriedForward' : choice && endedLifecycles[choice.ending]);
      }
      // What had ended already is left alone.
      years.initiatives.filter((row) => !isOpenInitiative(row) && row.lifecycle !== 'CarriedForward').forEach((row) => expect(end.initiatives).toContain(row));
    }));
  });

  test('a run that was cut anywhere and run again ends as one that was not, and a third does nothing', () => {
    fc.assert(fc.property(anything, ({ rows, closeOld, made, ended }) => {
      const years = yearsOf(rows);
      const choices: [number, YearChoice][] = rows.flatMap(({ ending, reason }, index) => (ending ? [[index + 1, { ending, reason }]] : []));
      const planOf = (now: Years): ReturnType<typeof nextYearPlan> => nextYearPlan({ ...request(now.initiatives, choices, { closeOld }), ...now });
      const whole = after(years, planOf(years));
      // Rows are made before any is ended.
      const cut = after(years, planOf(years), made, made >= planOf(years).carried.length ? ended : 0);
      const again = after(cut, planOf(cut));
      const inOrder = ({ initiatives, successors }: Years): unknown => [initiatives, [...successors].sort((a, b) => a.id - b.id)];
      expect(inOrder(again)).toEqual(inOrder(whole));
      expect([planOf(again).carried, planOf(again).ended]).toEqual([[], []]);
    }));
  });
});
