import type { ObsPoint } from '../../src/plan/obsPoint';
import type { NewStatus } from '../../src/plan/ports/planStore';
import { noTexts, type StatusReport, type StatusTexts } from '../../src/plan/statusReport';
import { startPlanSite, type PlanSiteForTests } from './support/planSite';

let site: PlanSiteForTests;
let made = 0;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
  await aNewStatus();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const faults = (...rules: Record<string, unknown>[]): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
const texts: StatusTexts = { progress: 'OnTrack', economyOutlook: undefined, statusText: 'Godt på vej', nextSteps: 'Videre', needsCoordination: false, coordinationText: '' };
const initiativeItems = '_api/web/GetList(\'/sites/direktionen/Lists/UplInitiatives\')/items';
const reportItems = '_api/web/GetList(\'/sites/direktionen/Lists/UplStatusReports\')/items';

async function aReport(changes: Record<string, unknown> = {}): Promise<StatusReport> {
  const { Id } = (await site.ask('owner')(reportItems, { body: { ReportKey: `I${++made + 100}:2025-04`, Period: '2025-04', ReportState: 'Mangler', ...changes } })).json as { Id: number };
  return stored(Id);
}

async function stored(id: number): Promise<StatusReport> {
  const report = (await site.store('reader').month('2025', '2025-04')).reports.find((each) => each.id === id);
  if (!report) {
    throw new Error(`No report ${id}`);
  }
  return report;
}

async function aNewStatus(): Promise<NewStatus> {
  const { Id } = (await site.ask('owner')(initiativeItems, { body: { Title: 'Flådestyring', PlanYear: '2025' } })).json as { Id: number };
  return { subject: { kind: 'initiative', id: Id }, period: '2025-04', title: 'x', responsibleRole: 'Fagchef' };
}

const requests = async (method: string): Promise<number> => ((await (await fetch(`${site.server.origin}/__requests`)).json()) as { method: string }[]).filter((each) => each.method === method).length;

async function aPoint(): Promise<ObsPoint> {
  const outcome = await site.store('director').raiseObs({ subjects: { initiativeIds: [1] }, raisedPeriod: '2025-04' }, { level: 'Executive', text: 'Se her', proposedAction: 'Gør noget' }, `key-${++made}`);
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}

test('two who wrote in different fields: both are joined, shown first, and saved when the second says so', async () => {
  const report = await aReport({ ReportState: 'Indsendt', StatusText: 'Før', NextSteps: 'Før' });
  await site.store('finance').submitStatus(report, { ...noTexts, statusText: 'Deres', nextSteps: 'Før' }, '');
  const outcome = await site.store('chief').submitStatus(report, { ...noTexts, statusText: 'Før', nextSteps: 'Mit' }, '');
  expect(outcome).toMatchObject({ kind: 'merged', theirs: { statusText: 'Deres' }, merge: { texts: { statusText: 'Deres', nextSteps: 'Mit' }, fromTheirs: ['statusText'], conflicts: [] } });
  expect(await stored(report.id)).toMatchObject({ statusText: 'Deres', nextSteps: 'Før' });
  const confirmed = outcome.kind === 'merged' ? await site.store('chief').submitStatus(outcome.theirs, outcome.merge.texts, '') : outcome;
  expect(confirmed.kind).toBe('saved');
  expect(await stored(report.id)).toMatchObject({ statusText: 'Deres', nextSteps: 'Mit' });
});

test('a row that was touched without a word of it being changed is no reason to ask', async () => {
  const report = await aReport();
  await site.ask('owner')(`${reportItems}(${report.id})`, { body: { ResponsibleRole: 'Ny fagchef' }, headers: { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' } });
  expect(await site.store('chief').submitStatus(report, texts, '')).toMatchObject({ kind: 'saved', row: { responsibleRole: 'Ny fagchef', statusText: 'Godt på vej' } });
});

test('an answer that was lost, and somebody else’s words since: both are shown, nothing is written over', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'cutAfter', method: 'MERGE', times: 1 });
  expect((await store.submitStatus(report, texts, '')).kind).toBe('saved');
  await site.store('finance').submitStatus(await stored(report.id), { ...texts, statusText: 'Godt på vej, og mere' }, '');
  expect(await store.submitStatus(report, texts, '')).toMatchObject({ kind: 'conflict', merge: { conflicts: ['statusText'] } });
  expect((await stored(report.id)).statusText).toBe('Godt på vej, og mere');
});

test('a create that was cut after it was done, and new words since: they come in the same row', async () => {
  const director = site.store('director');
  await director.site();
  await faults({ kind: 'cutAfter', method: 'POST', times: 1 }, { kind: 'cutBefore', method: 'GET', url: 'UplObsPoints.*ClientKey', skip: 1, times: 3 });
  const start = { subjects: { initiativeIds: [1] }, raisedPeriod: '2025-04' };
  expect(await director.raiseObs(start, { level: 'Executive', text: 'Første', proposedAction: '' }, 'again')).toEqual({ kind: 'refused', problem: { kind: 'offline' } });
  const second = await director.raiseObs(start, { level: 'Executive', text: 'Første og anden', proposedAction: '' }, 'again');
  expect(second).toMatchObject({ kind: 'saved', row: { text: 'Første og anden' } });
  const points = (await director.month('2025', '2025-04')).obsPoints.filter((point) => point.text.startsWith('Første'));
  expect(points).toMatchObject([{ text: 'Første og anden' }]);
});

test('two who make the same row: the second’s other fields are joined, and where nothing is in the way it is saved', async () => {
  const start = await aNewStatus();
  await site.store('chief').createStatus(start, { ...noTexts, progress: 'OffTrack', statusText: 'Først' }, '');
  const second = await site.store('finance').createStatus(start, { ...noTexts, nextSteps: 'Sidst' }, '');
  expect(second).toMatchObject({ kind: 'merged', merge: { texts: { progress: 'OffTrack', statusText: 'Først', nextSteps: 'Sidst' }, fromTheirs: ['progress', 'statusText'] } });
  const empty = await aNewStatus();
  await site.ask('owner')(reportItems, { body: { ReportKey: `I${empty.subject.id}:2025-04`, Period: '2025-04', ReportState: 'Mangler' } });
  expect(await site.store('chief').createStatus(empty, texts, '')).toMatchObject({ kind: 'saved', row: { state: 'Submitted', statusText: 'Godt på vej' } });
});

test('a digest that has run out is renewed, and the write goes through once', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'expiredDigest', method: 'MERGE', times: 1 });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  expect((await store.submitStatus(report, texts, '')).kind).toBe('saved');
  expect(await requests('MERGE')).toBe(2);
  await faults({ kind: 'expiredDigest', method: 'MERGE' });
  expect(await store.submitStatus(await stored(report.id), { ...texts, nextSteps: 'x' }, '')).toMatchObject({ kind: 'refused', problem: { kind: 'unexpected' } });
});

describe('drafts on the server', () => {
  test('a first status is kept as a draft, and submitted from there', async () => {
    const report = await aReport();
    const drafted = await site.store('chief').saveDraft(report, { ...noTexts, statusText: 'Halvt' }, '');
    expect(drafted).toMatchObject({ kind: 'saved', row: { state: 'Draft', statusText: 'Halvt' } });
    expect(await stored(report.id)).toMatchObject({ state: 'Draft', submittedAt: undefined });
    const submitted = drafted.kind === 'saved' ? await site.store('chief').submitStatus(drafted.row, texts, '') : drafted;
    expect(submitted).toMatchObject({ kind: 'saved', row: { state: 'Submitted' } });
  });

  test('what was submitted meanwhile never becomes a draft again', async () => {
    const report = await aReport();
    await site.store('finance').submitStatus(report, texts, '');
    expect(await site.store('chief').saveDraft(report, { ...noTexts, statusText: 'Halvt' }, '')).toMatchObject({ kind: 'conflict' });
    // Also where no text stands in the way.
    const empty = await aReport();
    await site.ask('owner')(`${reportItems}(${empty.id})`, { body: { ReportState: 'Indsendt' }, headers: { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' } });
    expect(await site.store('chief').saveDraft(empty, { ...noTexts, statusText: 'Halvt' }, '')).toMatchObject({ kind: 'merged', theirs: { state: 'Submitted' } });
    expect((await site.store('chief').saveDraft(await stored(report.id), noTexts, '')).kind).toBe('refused');
    expect([(await stored(report.id)).state, (await stored(empty.id)).state]).toEqual(['Submitted', 'Submitted']);
  });

  test('a row that the round lacks is made as a draft', async () => {
    expect(await site.store('chief').createStatus(await aNewStatus(), { ...noTexts, statusText: 'Halvt' }, '', 'Draft')).toMatchObject({ kind: 'saved', row: { state: 'Draft', submittedAt: undefined } });
  });

  test('a round that was locked meanwhile takes no text', async () => {
    const report = await aReport();
    await site.ask('owner')(`${reportItems}(${report.id})`, { body: { ReportState: 'Ikke modtaget' }, headers: { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' } });
    expect(await site.store('chief').submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'locked' } });
    expect(await site.store('chief').saveDraft(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'locked' } });
    expect(await stored(report.id)).toMatchObject({ state: 'NotReceived', statusText: '' });
  });
});

test('undo is a new version with the old texts, pen and time; the state stays', async () => {
  const report = await aReport({ ReportState: 'Indsendt', StatusText: 'Før', OnBehalfOf: 'Fagchef', SubmittedAt: '2025-04-14T08:00:00Z' });
  const saved = await site.store('chief').submitStatus(report, texts, '');
  const undone = saved.kind === 'saved' ? await site.store('chief').restoreStatus(saved.row, report) : saved;
  expect(undone.kind).toBe('saved');
  expect(await stored(report.id)).toMatchObject({ state: 'Submitted', statusText: 'Før', onBehalfOf: 'Fagchef', submittedAt: '2025-04-14T08:00:00Z' });
  const versions = (await site.ask('owner')(`${reportItems}(${report.id})/versions?$select=StatusText`)).json as { value: { StatusText: string }[] };
  expect(versions.value.map((version) => version.StatusText)).toEqual(['Før', 'Godt på vej', 'Før']);
});

test('an OBS point: one closes it while the other writes, both are seen; the whole is put back by undo', async () => {
  const point = await aPoint();
  const director = site.store('director');
  await director.closeObs(point, '2025-04', 'Løst');
  const outcome = await director.saveObs(point, { level: 'Executive', text: 'Se også her', proposedAction: 'Gør noget' });
  expect(outcome).toMatchObject({ kind: 'merged', merge: { texts: { text: 'Se også her', state: 'Closed', closingText: 'Løst' }, fromTheirs: ['state', 'closedPeriod', 'closingText'] } });
  const saved = outcome.kind === 'merged' ? await director.rewriteObs(outcome.theirs, outcome.merge.texts) : outcome;
  expect(saved).toMatchObject({ kind: 'saved', row: { text: 'Se også her', title: 'Se også her', state: 'Closed' } });
  const undone = saved.kind === 'saved' ? await director.rewriteObs(saved.row, point) : saved;
  expect(undone).toMatchObject({ kind: 'saved', row: { text: 'Se her', state: 'Open', closedPeriod: undefined, closingText: '' } });
});

test('what others save is seen by one small request, and only the changed list is read again', async () => {
  const reader = site.store('reader');
  const report = await aReport();
  const known = await reader.month('2025', '2025-04');
  const before = await reader.changes();
  await site.ask('owner')(`${reportItems}(${report.id})`, { body: { StatusText: 'Nyt' }, headers: { 'X-HTTP-Method': 'MERGE', 'If-Match': '*', 'X-Local-Date': '2030-01-01T00:00:00Z' } });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const after = await reader.changes();
  expect(await requests('GET')).toBe(1);
  expect(after).toEqual({ ...before, reports: expect.not.stringMatching(String(before.reports)) });
  const month = await reader.refreshMonth(known, ['reports']);
  expect(await requests('GET')).toBe(2);
  expect(month.reports.find((each) => each.id === report.id)?.statusText).toBe('Nyt');
  expect(month.initiatives).toBe(known.initiatives);
});

test('whoever is signed in is asked for by name', async () => {
  expect((await site.store('chief').whoIsSignedIn()).id).toBe(await site.userId('chief'));
});
