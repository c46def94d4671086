import { createInitiativeStore } from '../../src/lists/initiatives/initiativeStore';
import type { InitiativeDetails } from '../../src/plan/initiative';
import { initiativeWritingOf, unwrittenInitiative, type InitiativeWriting } from '../../src/plan/initiatives/initiativeWriting';
import type { InitiativeOutcome, InitiativeStore } from '../../src/plan/ports/initiativeStore';
import { accounts, startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const initiatives = (who: Who): InitiativeStore => createInitiativeStore(site.connection(who), 'Europe/Copenhagen');
const faults = (...rules: Record<string, unknown>[]): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
const list = (name: string): string => `_api/web/GetList('/sites/direktionen/Lists/Upl${name}')/items`;

function written(changes: Partial<InitiativeWriting> = {}): InitiativeWriting {
  return { ...unwrittenInitiative, title: 'Flådestyring', originalText: 'Flådestyring R003 (I)(B)', code: 'R003', marks: ['I', 'B'], department: 'Udvikling', ...changes };
}

function rowOf(outcome: InitiativeOutcome): InitiativeDetails {
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}

const made = async (planYear: string, changes: Partial<InitiativeWriting> = {}, key: string = `key-${planYear}`): Promise<InitiativeDetails> =>
  rowOf(await initiatives('finance').add({ planYear, sortOrder: 10 }, written(changes), key));
const keysIn = async (planYear: string, period: string): Promise<string[]> => (await site.store('reader').month(planYear, period)).reports.map(({ reportKey }) => reportKey);

test('every column is written and read back as it was written', async () => {
  const [found] = await initiatives('finance').findPeople('fagchef');
  const chief = await initiatives('finance').person(found);
  expect(chief).toMatchObject({ id: await site.userId('chief'), loginName: `i:0#.f|membership|${accounts.chief}` });
  const writing = written({
    committees: ['ØK', 'BUU'], source: 'OptionsCatalogue', highlighted: true, highlightedSince: '2025-03-26', lifecycle: 'OnHold', lifecycleReason: 'Afventer\nudvalget', directorId: await site.userId('director'),
    directorRole: 'Direktør', chiefId: chief.id, chiefRole: 'Fagchef', deputyId: chief.id, coordinatesWith: 'Fagchef, Skole\nFagchef, Kultur', description: '=1+1', politicalBasis: 'Budgetaftalen', crossCutting: false,
    startDate: '2025-01-01', endDate: '2025-07-31'
  });
  const row = await made('2041', writing);
  const read = await initiatives('reader').details(row.id);
  expect(initiativeWritingOf(read)).toEqual(writing);
  expect(read).toMatchObject({ planYear: '2041', sortOrder: 10, problems: [] });
  const emptied = written({ code: undefined, marks: [], crossCutting: false });
  expect(initiativeWritingOf(rowOf(await initiatives('finance').save(read, emptied)))).toEqual(emptied);
  expect(initiativeWritingOf(await initiatives('reader').details(row.id))).toEqual(emptied);
});

test('made once, also when the answer is lost and it is sent again', async () => {
  await faults({ kind: 'cutAfter', method: 'POST', url: 'UplInitiatives', times: 1 });
  const first = await initiatives('finance').add({ planYear: '2042', sortOrder: 1 }, written(), 'lost');
  const second = await initiatives('finance').add({ planYear: '2042', sortOrder: 1 }, written(), 'lost');
  expect([first.kind, second.kind]).toEqual(['saved', 'saved']);
  expect((await site.store('reader').month('2042', '2042-01')).initiatives).toHaveLength(1);
});

test('two who write at once: what does not collide is joined and seen first, what does is chosen', async () => {
  const row = await made('2043');
  rowOf(await initiatives('director').save(row, { ...initiativeWritingOf(row), description: 'Direktørens', department: 'Velfærd' }));
  const merged = await initiatives('finance').save(row, { ...initiativeWritingOf(row), politicalBasis: 'Budgetaftalen' });
  expect(merged).toMatchObject({ kind: 'merged', merge: { conflicts: [], fromTheirs: ['department', 'description'], texts: { politicalBasis: 'Budgetaftalen', description: 'Direktørens' } } });
  const collided = await initiatives('finance').save(row, { ...initiativeWritingOf(row), department: 'Børn' });
  expect(collided).toMatchObject({ kind: 'conflict', merge: { conflicts: ['department'] }, theirs: { department: 'Velfærd' } });
  expect((await initiatives('reader').details(row.id)).department).toBe('Velfærd');
});

test('the place alone is written: a text that was saved meanwhile is not in the way', async () => {
  const row = await made('2044');
  rowOf(await initiatives('director').save(row, { ...initiativeWritingOf(row), description: 'Skrevet imens' }));
  expect(await initiatives('finance').place(row, 55)).toMatchObject({ kind: 'saved', row: { sortOrder: 55 } });
  expect(await initiatives('reader').details(row.id)).toMatchObject({ sortOrder: 55, description: 'Skrevet imens' });
});

describe('while a round is open', () => {
  const openRound = (period: string, state: string = 'Åben'): Promise<unknown> => site.ask('finance')(list('Meetings'), {
    body: { Title: period, MeetingKey: `DIR:${period}`, Forum: 'Direktion', Period: period, MeetingDate: `${period}-25T23:00:00Z`, MeetingState: state, OpenedAt: '2025-04-01T08:00:00Z' }
  });

  test('one that comes gets its row in the open rounds of its year, and in no other', async () => {
    await openRound('2045-04');
    await openRound('2045-03', 'Låst');
    await openRound('2046-04');
    const row = await made('2045', { chiefId: await site.userId('chief'), chiefRole: 'Fagchef' });
    expect(await keysIn('2045', '2045-04')).toEqual([`I${row.id}:2045-04`]);
    expect((await site.store('reader').month('2045', '2045-04')).reports[0]).toMatchObject({ state: 'Missing', responsibleId: await site.userId('chief'), responsibleRole: 'Fagchef' });
    expect(await keysIn('2045', '2045-03')).toEqual([]);
    expect(await keysIn('2046', '2046-04')).toEqual([]);
  });

  test('one that is not reported on gets none, until it is', async () => {
    await openRound('2047-04');
    const row = await made('2047', { crossCutting: false });
    expect(await keysIn('2047', '2047-04')).toEqual([]);
    rowOf(await initiatives('finance').save(row, { ...initiativeWritingOf(row), crossCutting: true }));
    expect(await keysIn('2047', '2047-04')).toEqual([`I${row.id}:2047-04`]);
  });

  test('where the row cannot be made the initiative is saved all the same', async () => {
    await openRound('2048-04');
    await faults({ kind: 'cutBefore', url: '\\$batch' });
    const row = await made('2048');
    expect(await keysIn('2048', '2048-04')).toEqual([]);
    expect((await initiatives('reader').details(row.id)).title).toBe('Flådestyring');
  });
});

test('SharePoint refuses whoever may not, and nothing is written', async () => {
  const row = await made('2049');
  for (const who of ['chief', 'reader'] as const) {
    expect(await initiatives(who).add({ planYear: '2049', sortOrder: 1 }, written({ title: 'Nej' }), `no-${who}`)).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
    expect(await initiatives(who).save(row, written({ title: 'Nej' }))).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
    expect(await initiatives(who).place(row, 1)).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
  }
  expect((await site.store('reader').month('2049', '2049-01')).initiatives.map(({ title }) => title)).toEqual(['Flådestyring']);
});
