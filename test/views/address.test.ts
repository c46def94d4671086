import * as fc from 'fast-check';
import { followUpGroupings } from '../../src/plan/decisionHistory';
import { groupings, sortColumns } from '../../src/plan/overviewSelection';
import { progressValues } from '../../src/plan/statusReport';
import { readAddress, writeAddress, type Address } from '../../src/views/app/address';
import { planViewIds } from '../../src/views/app/viewIds';

const anyAddress: fc.Arbitrary<Address> = fc.record({
  view: fc.option(fc.constantFrom(...planViewIds), { nil: undefined }),
  period: fc.option(fc.constantFrom('2025-01', '2025-12', '2031-07'), { nil: undefined }),
  wholePlan: fc.boolean(),
  row: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  meeting: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  step: fc.option(fc.constantFrom('opening', 'obs:7'), { nil: undefined }),
  followUps: fc.record({ grouping: fc.constantFrom(...followUpGroupings), onlyMine: fc.boolean(), onlyOverdue: fc.boolean(), withEnded: fc.boolean() }),
  committee: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  economy: fc.record({ year: fc.constantFrom('', '2026'), mark: fc.constantFrom('', 'I', 'none'), department: fc.string() }),
  selection: fc.record({
    grouping: fc.constantFrom(...groupings), sort: fc.constantFrom(...sortColumns), descending: fc.boolean(), search: fc.string(),
    onlyObs: fc.boolean(), onlyNeedsHelp: fc.boolean(), onlyMissing: fc.boolean(), onlyReceived: fc.boolean(), onlyMine: fc.boolean(), foldUnchanged: fc.boolean(),
    departments: fc.array(fc.string({ minLength: 1 })), committees: fc.array(fc.string({ minLength: 1 })),
    progress: fc.subarray([...progressValues])
  })
});

test('what is written into an address is read from it again', () => {
  fc.assert(fc.property(anyAddress, (address) => {
    expect(readAddress(writeAddress(address, ''))).toEqual(address);
  }));
});

test('other people’s parameters are left alone', () => {
  fc.assert(fc.property(anyAddress, (address) => {
    const query = new URLSearchParams(writeAddress(address, '?Mode=Edit&id=7&upl-month=1999-01'));
    expect([query.get('Mode'), query.get('id')]).toEqual(['Edit', '7']);
    expect(query.getAll('upl-month')).not.toContain('1999-01');
  }));
});

test('nonsense in an address shows the ordinary month', () => {
  expect(readAddress('?upl-month=2025-13&upl-group=x&upl-row=-3&upl-progress=Red')).toEqual(readAddress(''));
});
