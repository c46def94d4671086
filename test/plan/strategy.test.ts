import fc from 'fast-check';
import { mergeFields } from '../../src/plan/merge/mergeFields';
import { effortsOfInitiative, strategyOf, type Strategy } from '../../src/plan/strategy';
import { effortRules, effortWritingOf, troublesInEffort, unwrittenEffort, withCoupling } from '../../src/plan/strategicEffort';
import { aMeeting, aMonth, anEffort, anInitiative, anObsPoint, aReport, aSite, noRights } from './support/samples';
import { recordSources } from './support/arbitraries';

const director = { ...noRights, editEfforts: true, editReports: true };
const view = (month: Parameters<typeof aMonth>[0], site: Parameters<typeof aSite>[0] = { rights: director }, wholePlan = false): Strategy => strategyOf({ site: aSite(site), month: aMonth(month), wholePlan });
const effortReport = (id: number, changes = {}): ReturnType<typeof aReport> => ({ ...aReport(id, changes), subject: { kind: 'effort', id }, reportKey: `S${id}:2025-04` });

test('efforts valid in the month in their order, each with its own status, its OBS points and what carries it', () => {
  const { efforts, otherEfforts } = view({
    initiatives: [anInitiative(1, { sortOrder: 2 }), anInitiative(2, { sortOrder: 1 }), anInitiative(3, { crossCutting: false })],
    efforts: [anEffort(1, { sortOrder: 2, initiativeIds: [1, 2, 3, 77] }), anEffort(2, { sortOrder: 1 }), anEffort(3, { validTo: '2025-03-31' }), anEffort(4, { validFrom: '2025-05-01' })],
    reports: [effortReport(1, { progress: 'OnTrack' }), aReport(1)], obsPoints: [anObsPoint(9, { effortId: 1 }), anObsPoint(8)]
  });
  expect(efforts.map(({ effort }) => effort.id)).toEqual([2, 1]);
  expect(efforts[1]).toMatchObject({ received: true, expected: true, report: { progress: 'OnTrack' }, elsewhere: 1 });
  expect(efforts[1].initiatives.map(({ id }) => id)).toEqual([2, 1, 3]);
  expect(efforts[1].obs.map(({ point }) => point.id)).toEqual([9]);
  expect(otherEfforts.map(({ id }) => id)).toEqual([3, 4]);
});

test('gaps are told from both sides, of what the page lists', () => {
  const month = { initiatives: [anInitiative(1), anInitiative(2), anInitiative(3, { crossCutting: false })], efforts: [anEffort(1, { initiativeIds: [1] }), anEffort(2, { initiativeIds: [99] }), anEffort(3, { validTo: '2025-01-31', initiativeIds: [2] })] };
  expect(view(month).withoutInitiatives.map(({ id }) => id)).toEqual([2]);
  expect(view(month).withoutEffort.map(({ id }) => id)).toEqual([2]);
  expect(view(month, undefined, true).withoutEffort.map(({ id }) => id)).toEqual([2, 3]);
});

test('the owner writes its status, others on behalf; a locked month takes nothing', () => {
  const month = { efforts: [anEffort(1, { ownerId: 7 }), anEffort(2, { ownerId: 8 })], reports: [effortReport(1), effortReport(2)] };
  expect(view(month).efforts.map(({ editing }) => editing)).toEqual(['own', 'onBehalf']);
  const locked = view(month, { rights: director, meetings: [aMeeting('2025-04', { state: 'Locked' })] });
  expect([locked.mayEdit, ...locked.efforts.map(({ editing }) => editing)]).toEqual([false, 'none', 'none']);
  expect(view(month, { rights: noRights }).mayEdit).toBe(false);
});

test('without a round no status is expected of an effort', () => {
  expect(view({ efforts: [anEffort(1)] }, { rights: director, meetings: [] }).efforts[0]).toMatchObject({ expected: false, editing: 'none' });
});

test('the matrix says the same from both sides, and a gap is exactly what has no coupling', () => {
  fc.assert(fc.property(recordSources, fc.boolean(), ({ site, month }, wholePlan) => {
    const { efforts, initiatives, withoutInitiatives, withoutEffort } = strategyOf({ site, month, wholePlan });
    const valid = efforts.map(({ effort }) => effort);
    initiatives.forEach((initiative) => {
      const carried = efforts.filter((each) => each.initiatives.includes(initiative)).map(({ effort }) => effort);
      expect(effortsOfInitiative(valid, initiative.id)).toEqual(carried);
      expect(withoutEffort.includes(initiative)).toBe(carried.length === 0);
    });
    efforts.forEach(({ effort, initiatives: own, elsewhere }) => {
      expect(withoutInitiatives.includes(effort)).toBe(own.length === 0);
      expect(own.length + elsewhere).toBe(new Set(effort.initiativeIds).size);
    });
  }));
});

test('two who couple different initiatives to one effort are both heard; coupling twice is coupling once', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 })), fc.integer({ min: 10, max: 14 }), fc.integer({ min: 15, max: 19 }), (ids, mine, theirs) => {
    const base = anEffort(1, { initiativeIds: ids });
    const coupled = withCoupling(base, mine, true);
    expect(withCoupling({ ...base, ...coupled }, mine, true)).toEqual(coupled);
    expect(withCoupling({ ...base, ...coupled }, mine, false).initiativeIds).toEqual(ids);
    const merge = mergeFields(effortRules, effortWritingOf(base), coupled, withCoupling(base, theirs, true));
    expect(merge.conflicts).toEqual([]);
    expect([...merge.texts.initiativeIds].sort()).toEqual([...ids, mine, theirs].sort());
  }));
});

test('an effort needs a title, and ends after it began', () => {
  expect(troublesInEffort(unwrittenEffort)).toEqual(['title']);
  expect(troublesInEffort({ ...unwrittenEffort, title: 'Sund økonomi', validFrom: '2025-03-01', validTo: '2025-02-28' })).toEqual(['validTo']);
  expect(troublesInEffort({ ...unwrittenEffort, title: 'Sund økonomi', validFrom: '2025-03-01' })).toEqual([]);
});
