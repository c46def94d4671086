import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { createRoundStore } from '../../src/lists/rounds/roundStore';
import { boardForum, type Meeting } from '../../src/plan/meeting';
import type { OpenOutcome, RoundStore, RowWatch } from '../../src/plan/ports/roundStore';
import { meetingKeyFor, meetingTitleFor } from '../../src/plan/rounds/rounds';
import { now, startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const rounds = (who: Who): RoundStore => createRoundStore(site.connection(who), 'Europe/Copenhagen', () => now);
const faults = (...rules: Record<string, unknown>[]): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
const watch: RowWatch = { onProgress: () => undefined, stop: () => false };
const plan = (date: string): { title: string; meetingDate: string } => ({ title: meetingTitleFor(boardForum, date), meetingDate: date });

async function plannedMeeting(period: string): Promise<Meeting> {
  const outcome = await rounds('finance').createMeeting(boardForum, `DIR:${period}`, period, plan(`${period}-28`));
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}

async function initiatives(planYear: string, count: number, changes: Record<string, unknown> = {}): Promise<void> {
  const [batched, execute] = site.connection('owner').sp.batched({ maxRequests: 100 });
  const list = batched.web.getList('/sites/direktionen/Lists/UplInitiatives');
  const answers = Array.from({ length: count }, (_each, made) => list.items.add({
    Title: `Indsats ${made}`, PlanYear: planYear, Lifecycle: 'Igangsat', CrossCutting: true, ChiefRole: 'Fagchef', SortOrder: made, ...changes
  }));
  await execute();
  await Promise.all(answers);
}

async function keysIn(planYear: string, period: string): Promise<string[]> {
  return (await site.store('reader').month(planYear, period)).reports.map(({ reportKey }) => reportKey);
}

const meetingNow = async (id: number): Promise<Meeting | undefined> => (await site.store('reader').site('2025')).meetings.find((meeting) => meeting.id === id);

test('a meeting is put in the calendar once, moved with its key and month kept, and cancelled', async () => {
  const meeting = await plannedMeeting('2025-06');
  expect(meeting).toMatchObject({ meetingKey: 'DIR:2025-06', forum: boardForum, period: '2025-06', meetingDate: '2025-06-28', state: 'Planned', title: 'Direktionsmøde 28. juni 2025' });
  expect(await rounds('director').createMeeting(boardForum, 'DIR:2025-06', '2025-06', plan('2025-06-28'))).toMatchObject({ kind: 'saved', row: { id: meeting.id } });
  expect(await rounds('director').createMeeting(boardForum, 'DIR:2025-06', '2025-06', plan('2025-06-11'))).toMatchObject({ kind: 'conflict', theirs: { id: meeting.id, meetingDate: '2025-06-28' } });
  const moved = await rounds('finance').changeMeeting(meeting, { ...plan('2025-07-02'), statusDeadline: '2025-06-24' });
  expect(moved).toMatchObject({ kind: 'saved', row: { meetingKey: 'DIR:2025-06', period: '2025-06', meetingDate: '2025-07-02', statusDeadline: '2025-06-24' } });
  expect(await rounds('director').changeMeeting(meeting, plan('2025-06-25'))).toMatchObject({ kind: 'conflict', theirs: { meetingDate: '2025-07-02' } });
  expect(moved.kind === 'saved' && await rounds('finance').cancelMeeting(moved.row)).toMatchObject({ kind: 'saved', row: { state: 'Cancelled' } });
  expect(await meetingNow(meeting.id)).toMatchObject({ state: 'Cancelled', meetingDate: '2025-07-02' });
});

test('corporate management meets on a key of its own, and a meeting that has been is held', async () => {
  const outcome = await rounds('finance').createMeeting('Koncernledelse', 'KL:2025-06', '2025-06', { title: meetingTitleFor('Koncernledelse', '2025-07-02'), meetingDate: '2025-07-02' });
  expect(outcome).toMatchObject({ kind: 'saved', row: { meetingKey: 'KL:2025-06', forum: 'Koncernledelse', period: '2025-06', title: 'Koncernledelsesmøde 2. juli 2025', state: 'Planned' } });
  expect(outcome.kind === 'saved' && await rounds('director').holdMeeting(outcome.row)).toMatchObject({ kind: 'saved', row: { state: 'Held', meetingDate: '2025-07-02' } });
});

test('a committee that the list’s own choices do not name is a forum as well, with its name as its key', async () => {
  const forum = 'Kultur-, Udviklings- og Fritidsudvalget';
  const outcome = await rounds('finance').createMeeting(forum, meetingKeyFor(forum, '2025-06', []), '2025-06', { title: meetingTitleFor(forum, '2025-06-04'), meetingDate: '2025-06-04' });
  expect(outcome).toMatchObject({ kind: 'saved', row: { meetingKey: `${forum}:2025-06`, forum, title: `${forum} 4. juni 2025`, state: 'Planned' } });
  expect(await rounds('chief').createMeeting(forum, `${forum}:2025-09`, '2025-09', { title: 'Fagchef', meetingDate: '2025-09-03' })).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
});

test('a meeting that was cancelled meanwhile is not moved unseen', async () => {
  const meeting = await plannedMeeting('2025-08');
  await rounds('finance').cancelMeeting(meeting);
  expect(await rounds('director').changeMeeting(meeting, plan('2025-08-27'))).toMatchObject({ kind: 'merged', theirs: { state: 'Cancelled' } });
});

test('opening makes one row per expected status with its responsible, then opens the meeting', async () => {
  const chiefId = await site.userId('chief');
  await initiatives('2041', 2, { ChiefId: chiefId, ChiefRole: 'Fagchef, Teknik' });
  await initiatives('2041', 1, { CrossCutting: false });
  const effort = (await site.ask('director')('_api/web/GetList(\'/sites/direktionen/Lists/UplStrategicEfforts\')/items', { body: { Title: 'Sund økonomi', OwnerRole: 'Direktør', SortOrder: 1, ValidFrom: '2041-01-01', ValidTo: '2041-12-31' } })).json as { Id: number };
  const meeting = await plannedMeeting('2041-05');
  const outcome = await rounds('finance').open(meeting, '2041-05-20', '2041', watch);
  expect(outcome).toMatchObject({ kind: 'opened', made: 3, meeting: { state: 'Open', openedAt: '2025-04-25T09:00:00Z', statusDeadline: '2041-05-20' } });
  const { reports } = await site.store('chief').month('2041', '2041-05');
  expect(reports.map(({ state, responsibleId, responsibleRole }) => [state, responsibleId, responsibleRole])).toEqual([
    ['Missing', chiefId, 'Fagchef, Teknik'], ['Missing', chiefId, 'Fagchef, Teknik'], ['Missing', undefined, 'Direktør']
  ]);
  expect(reports[2]).toMatchObject({ reportKey: `S${effort.Id}:2041-05`, subject: { kind: 'effort', id: effort.Id } });
  expect(await meetingNow(meeting.id)).toMatchObject({ state: 'Open', statusDeadline: '2041-05-20' });
});

test('five hundred expected statuses cost six writes, and the progress is told', async () => {
  await initiatives('2042', 500);
  const meeting = await plannedMeeting('2042-05');
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const told: number[] = [];
  const outcome = await rounds('finance').open(meeting, '2042-05-20', '2042', { ...watch, onProgress: ({ done }) => told.push(done) });
  expect([outcome.kind, told, (await keysIn('2042', '2042-05')).length]).toEqual(['opened', [100, 200, 300, 400, 500], 500]);
  const asked = await (await fetch(`${site.server.origin}/__requests`)).json() as { method: string; url: string }[];
  expect(asked.filter(({ url }) => url.includes('$batch'))).toHaveLength(5);
});

test.each<[string, string, Record<string, unknown>]>([
  ['cut before the second batch', '2043', { kind: 'cutBefore', url: '\\$batch', skip: 1, times: 1 }],
  ['cut after the second batch', '2044', { kind: 'cutAfter', url: '\\$batch', skip: 1, times: 1 }],
  ['a part of the second batch refused', '2045', { kind: 'batchPart', url: 'UplStatusReports', status: 503, skip: 150, times: 1 }],
  ['cut when the meeting is to be opened', '2046', { kind: 'cutBefore', url: 'UplMeetings', method: 'MERGE', times: 1 }]
])('%s: nothing is open, and running it again makes just what is missing', async (_what, year, rule) => {
  await initiatives(year, 250);
  const meeting = await plannedMeeting(`${year}-05`);
  await faults(rule);
  const first = await rounds('finance').open(meeting, `${year}-05-20`, year, watch);
  expect(first).toMatchObject({ kind: 'interrupted', problem: { kind: expect.stringMatching(/offline|throttled/) } });
  expect(await meetingNow(meeting.id)).toMatchObject({ state: 'Planned' });
  const second: OpenOutcome = await rounds('finance').open(meeting, `${year}-05-20`, year, watch);
  expect(second.kind).toBe('opened');
  const keys = await keysIn(year, `${year}-05`);
  expect([keys.length, new Set(keys).size]).toEqual([250, 250]);
});

test('stopped between two batches it says how far it came', async () => {
  await initiatives('2039', 150);
  const meeting = await plannedMeeting('2039-05');
  let batches = 0;
  const outcome = await rounds('finance').open(meeting, '2039-05-20', '2039', { onProgress: () => { batches++; }, stop: () => batches > 0 });
  expect(outcome).toEqual({ kind: 'interrupted', done: 100, total: 150 });
});

test('what comes later gets its row, and rows that stand are left alone', async () => {
  await initiatives('2038', 2);
  await rounds('finance').open(await plannedMeeting('2038-05'), '2038-05-20', '2038', watch);
  const [report] = (await site.store('chief').month('2038', '2038-05')).reports;
  await site.store('chief').submitStatus(report, { progress: 'OnTrack', statusText: 'Skrevet', nextSteps: '', needsCoordination: false, coordinationText: '' }, '');
  await initiatives('2038', 1);
  expect(await rounds('finance').addMissingRows('2038', '2038-05', watch)).toEqual({ kind: 'done', made: 1 });
  const after = (await site.store('chief').month('2038', '2038-05')).reports;
  expect([after.length, after.find(({ id }) => id === report.id)?.statusText]).toEqual([3, 'Skrevet']);
});

test('two who open at once make one round', async () => {
  await initiatives('2037', 120);
  const meeting = await plannedMeeting('2037-05');
  const both = await Promise.all([rounds('finance').open(meeting, '2037-05-20', '2037', watch), rounds('director').open(meeting, '2037-05-20', '2037', watch)]);
  expect(both.map(({ kind }) => kind)).toEqual(['opened', 'opened']);
  expect(await keysIn('2037', '2037-05')).toHaveLength(120);
});

test('a head of department may open nothing, and is told so', async () => {
  await initiatives('2036', 1);
  const meeting = await plannedMeeting('2036-05');
  expect(await rounds('chief').createMeeting(boardForum, 'DIR:2036-06', '2036-06', plan('2036-06-25'))).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
  expect(await rounds('chief').open(meeting, '2036-05-20', '2036', watch)).toMatchObject({ kind: 'interrupted', problem: { kind: 'forbidden' } });
  expect(await meetingNow(meeting.id)).toMatchObject({ state: 'Planned' });
});

test('the days before the meeting are the municipality’s own; a broken setting gives the usual ones', async () => {
  expect(await rounds('finance').daysBefore()).toEqual({ open: 20, deadline: 8, lock: 4 });
  const list = '_api/web/GetList(\'/sites/direktionen/Lists/UplSettings\')/items';
  const [{ Id }] = ((await site.ask('finance')(`${list}?$filter=SettingKey eq 'daysBeforeMeeting'`)).json as { value: { Id: number }[] }).value;
  const write = (Value: string): Promise<unknown> => site.ask('finance')(`${list}(${Id})`, { headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Value } });
  await write('{"open":14,"deadline":"snart"}');
  expect(await rounds('finance').daysBefore()).toEqual({ open: 14, deadline: 8, lock: 4 });
  await write('{');
  expect(await rounds('finance').daysBefore()).toEqual({ open: 20, deadline: 8, lock: 4 });
});

test('people are looked up together; one who is gone is left out', async () => {
  const [chief, finance] = [await site.userId('chief'), await site.userId('finance')];
  expect((await rounds('finance').people([chief, 9999, finance])).map(({ id, name }) => [id, name])).toEqual([[chief, 'chief'], [finance, 'finance']]);
  expect(await rounds('finance').people([])).toEqual([]);
});
