import { createStrategyStore } from '../../src/lists/strategy/strategyStore';
import { listUrl } from '../../src/lists/schema/places';
import type { StrategyStore } from '../../src/plan/ports/strategyStore';
import { effortWritingOf, unwrittenEffort, type StrategicEffort } from '../../src/plan/strategicEffort';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());

const strategy = (who: Who): StrategyStore => createStrategyStore(site.connection(who), 'Europe/Copenhagen');
const inMonth = async (id: number): Promise<StrategicEffort | undefined> => (await site.store('reader').month('2025', '2025-04')).efforts.find((effort) => effort.id === id);
const anInitiative = async (): Promise<number> => {
  const answered = await site.ask('owner')(`_api/web/GetList('${listUrl('/sites/direktionen', 'Initiatives')}')/items`, { body: { Title: 'Indsats', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'T' } });
  return (answered.json as { Id: number }).Id;
};
async function made(changes: Partial<StrategicEffort> = {}): Promise<StrategicEffort> {
  const outcome = await strategy('director').addEffort({ ...unwrittenEffort, title: 'Sund økonomi', ...changes }, `key-${Math.random()}`);
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}

test('an effort is made with everything that is written of it, and comes back with the month', async () => {
  const writing = {
    title: 'Bosætning', description: 'Linje 1\nLinje 2', ownerId: await site.userId('director'), ownerRole: 'Direktør, Udvikling', initiativeIds: [await anInitiative(), await anInitiative()],
    validFrom: '2025-03-01', validTo: '2026-12-31', sortOrder: 4
  };
  const { id } = await made(writing);
  expect(await inMonth(id)).toMatchObject({ id, ...writing });
});

test('the same creation tried again after a lost answer is one row', async () => {
  await fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules: [{ kind: 'cutAfter', method: 'POST', url: 'UplStrategicEfforts', times: 1 }] }) });
  const writing = { ...unwrittenEffort, title: 'Kun én gang' };
  await strategy('director').addEffort(writing, 'one-key');
  await fetch(`${site.server.origin}/__faults`, { method: 'DELETE' });
  await strategy('director').addEffort({ ...writing, title: 'Kun én gang, rettet' }, 'one-key');
  expect((await site.store('reader').month('2025', '2025-04')).efforts.filter(({ title }) => title.startsWith('Kun én gang')).map(({ title }) => title)).toEqual(['Kun én gang, rettet']);
});

test('two who couple at once: nobody’s coupling is written over, the second sees the first’s before saving', async () => {
  const [first, second] = [await anInitiative(), await anInitiative()];
  const effort = await made();
  await strategy('director').saveEffort(effort, { ...effortWritingOf(effort), initiativeIds: [first] });
  const outcome = await strategy('owner').saveEffort(effort, { ...effortWritingOf(effort), initiativeIds: [second] });
  expect(outcome).toMatchObject({ kind: 'merged', merge: { texts: { initiativeIds: [second, first] } } });
  expect((await inMonth(effort.id))?.initiativeIds).toEqual([first]);
});

test('emptied days, owner and couplings are emptied in the list', async () => {
  const effort = await made({ validFrom: '2025-03-01', validTo: '2025-12-31', ownerId: await site.userId('chief'), ownerRole: 'Fagchef', initiativeIds: [await anInitiative()] });
  await strategy('director').saveEffort(effort, { ...unwrittenEffort, title: effort.title });
  expect(await inMonth(effort.id)).toMatchObject({ validFrom: undefined, validTo: undefined, ownerId: undefined, ownerRole: '', initiativeIds: [] });
});

test.each<[Who, boolean]>([['director', true], ['owner', true], ['finance', false], ['chief', false], ['reader', false]])('SharePoint itself lets %s write efforts: %s', async (who, may) => {
  const effort = await made();
  const saved = await strategy(who).saveEffort(effort, { ...effortWritingOf(effort), description: who });
  const added = await strategy(who).addEffort({ ...unwrittenEffort, title: who }, `role-${who}`);
  expect([saved.kind, added.kind]).toEqual(may ? ['saved', 'saved'] : ['refused', 'refused']);
  expect((await site.store(who).site('2025')).rights.editEfforts).toBe(may);
});
