import { createEconomyStore } from '../../src/lists/economy/economyStore';
import { listUrl } from '../../src/lists/schema/places';
import { economyWritingOf, unwrittenLine, type EconomyLine, type EconomyWriting } from '../../src/plan/economyLine';
import type { EconomyStore } from '../../src/plan/ports/economyStore';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
let initiative = 0;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
  const answered = await site.ask('owner')(`_api/web/GetList('${listUrl('/sites/direktionen', 'Initiatives')}')/items`, { body: { Title: 'Flådestyring', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'T' } });
  initiative = (answered.json as { Id: number }).Id;
});
afterAll(() => site.server.stop());

const economy = (who: Who): EconomyStore => createEconomyStore(site.connection(who), 'Europe/Copenhagen');
const items = `_api/web/GetList('${listUrl('/sites/direktionen', 'EconomyLines')}')/items`;
let made = 0;
async function aLine(changes: Partial<EconomyWriting> = {}): Promise<EconomyLine> {
  const outcome = await economy('finance').addLine({ ...unwrittenLine, initiativeId: initiative, budgetYear: '2025', planned: 100, ...changes }, `line-${++made}`);
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}
const read = async (id: number): Promise<EconomyLine | undefined> => (await economy('reader').lines()).find((line) => line.id === id);

test('a line comes back with every amount, nought as nought and nothing as nothing, called by area, mark and year', async () => {
  const { id } = await aLine({ mark: 'B', area: 'Køretøjer', budgetYear: '2026', planned: -800.5, expected: 0, priceLevel: '2025-pl' });
  expect(await read(id)).toMatchObject({ initiativeId: initiative, title: 'Køretøjer (B) 2026', mark: 'B', planned: -800.5, expected: 0, realised: undefined, priceLevel: '2025-pl', problems: [] });
});

test('an emptied amount and mark are emptied in the list', async () => {
  const line = await aLine({ mark: 'I', expected: 5 });
  await economy('finance').saveLine(line, { ...economyWritingOf(line), mark: undefined, expected: undefined });
  expect(await read(line.id)).toMatchObject({ mark: undefined, expected: undefined, planned: 100 });
});

test('one request reads them all, also a mark that was made up in the plain list', async () => {
  const line = await aLine();
  await site.ask('owner')(`${items}(${line.id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-Match': '*' }, body: { Mark: 'Q' } });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  expect(await read(line.id)).toMatchObject({ mark: 'Q' });
  expect(await (await fetch(`${site.server.origin}/__requests`)).json()).toHaveLength(1);
});

test('two who write different amounts of one line are joined and shown; the same amount is a choice', async () => {
  const line = await aLine();
  await economy('finance').saveLine(line, { ...economyWritingOf(line), expected: 90 });
  expect(await economy('owner').saveLine(line, { ...economyWritingOf(line), realised: 40 })).toMatchObject({ kind: 'merged', merge: { texts: { expected: 90, realised: 40 } } });
  expect(await economy('owner').saveLine(line, { ...economyWritingOf(line), expected: 95 })).toMatchObject({ kind: 'conflict', merge: { conflicts: ['expected'] } });
  expect(await read(line.id)).toMatchObject({ expected: 90, realised: undefined });
});

test('the same creation tried again after a lost answer is one line', async () => {
  await fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules: [{ kind: 'cutAfter', method: 'POST', url: 'UplEconomyLines', times: 1 }] }) });
  const writing = { ...unwrittenLine, initiativeId: initiative, budgetYear: '2031', planned: 7 };
  await economy('finance').addLine(writing, 'one-line');
  await fetch(`${site.server.origin}/__faults`, { method: 'DELETE' });
  await economy('finance').addLine({ ...writing, planned: 8 }, 'one-line');
  expect((await economy('reader').lines()).filter(({ budgetYear }) => budgetYear === '2031').map(({ planned }) => planned)).toEqual([8]);
});

test.each<[Who, boolean]>([['finance', true], ['owner', true], ['director', false], ['chief', false], ['reader', false]])('SharePoint itself lets %s write amounts: %s', async (who, may) => {
  const line = await aLine();
  const saved = await economy(who).saveLine(line, { ...economyWritingOf(line), expected: 1 });
  const added = await economy(who).addLine({ ...unwrittenLine, initiativeId: initiative, budgetYear: '2025', planned: 1 }, `role-${who}`);
  expect([saved.kind, added.kind]).toEqual(may ? ['saved', 'saved'] : ['refused', 'refused']);
  expect((await site.store(who).site('2025')).rights.editEconomy).toBe(may);
});
