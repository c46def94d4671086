import fc from 'fast-check';
import { rolesOf } from '../../src/plan/meeting';
import { headsOf, rolesInPlan, withRole } from '../../src/plan/planRoles';
import { aMonth, anEffort, anInitiative } from './support/samples';

const month = aMonth({
  initiatives: [
    anInitiative(2, { sortOrder: 2, chiefRole: 'Fagchef, Ejendomme', chiefId: 8, directorRole: 'Direktør', directorId: 3 }),
    anInitiative(1, { sortOrder: 1, chiefRole: 'Fagchef, Skole', directorRole: 'Direktør' }), anInitiative(3, { chiefRole: 'Fagchef, Skole', chiefId: 9, directorRole: '' })
  ],
  efforts: [anEffort(1, { ownerRole: 'Direktør' }), anEffort(2, { ownerRole: 'Kommunaldirektør', ownerId: 1 })]
});

test('each role once, heads first in the plan’s order, with the person wherever one is named', () => {
  expect(rolesInPlan(month)).toEqual([
    { role: 'Fagchef, Skole', personId: 9 }, { role: 'Fagchef, Ejendomme', personId: 8 }, { role: 'Direktør', personId: 3 }, { role: 'Kommunaldirektør', personId: 1 }
  ]);
  expect(headsOf([2], month)).toEqual([{ role: 'Fagchef, Ejendomme', personId: 8 }]);
});

test('a role that is put in is there once with its person; taken out again, nothing of it is left', () => {
  const role = fc.constantFrom({ role: 'A, B', personId: 1 }, { role: 'C', personId: 2 }, { role: 'D', personId: undefined });
  fc.assert(fc.property(fc.constantFrom('', 'C', 'X; Y', 'X\nA, B'), role, (text, each) => {
    const once = withRole(withRole({ text, ids: [] }, each, true), each, true);
    expect(rolesOf(once.text).filter((named) => named === each.role)).toHaveLength(1);
    expect(once.ids).toEqual(each.personId === undefined ? [] : [each.personId]);
    const without = withRole(once, each, false);
    expect(rolesOf(without.text)).toEqual(rolesOf(text).filter((named) => named !== each.role));
    expect(without.ids).toEqual([]);
  }));
});
