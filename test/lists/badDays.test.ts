import type { ObsPoint } from '../../src/plan/obsPoint';
import type { ObsOutcome } from '../../src/plan/ports/planStore';
import type { StatusReport } from '../../src/plan/statusReport';
import { startPlanSite, type PlanSiteForTests } from './support/planSite';

let site: PlanSiteForTests;
let made = 0;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

async function faults(...rules: Record<string, unknown>[]): Promise<void> {
  const response = await fetch(`${site.server.origin}/__faults`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ rules }) });
  expect([response.status, await response.text()]).toEqual([200, expect.anything()]);
}

const texts = { progress: 'OnTrack', statusText: 'Godt på vej', nextSteps: '', needsCoordination: false, coordinationText: '' } as const;
const words = { level: 'Executive', text: 'Se her', proposedAction: '' } as const;

async function aReport(): Promise<StatusReport> {
  await site.ask('owner')('_api/web/GetList(\'/sites/direktionen/Lists/UplStatusReports\')/items', { body: { ReportKey: `I${++made}:2025-04`, Period: '2025-04', ReportState: 'Mangler' } });
  const reports = (await site.store('chief').month('2025', '2025-04')).reports;
  return reports[reports.length - 1];
}

async function stored(id: number): Promise<StatusReport | undefined> {
  return (await site.store('reader').month('2025', '2025-04')).reports.find((report) => report.id === id);
}

async function obsPoints(): Promise<ObsPoint[]> {
  return (await site.store('reader').month('2025', '2025-04')).obsPoints;
}

test('the line is cut after the write was done: the row is read again, and it is saved', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'cutAfter', method: 'MERGE', times: 1 });
  expect((await store.submitStatus(report, texts, '')).kind).toBe('saved');
  expect((await stored(report.id))?.statusText).toBe('Godt på vej');
});

test('the line is cut before the write was done: offline, nothing changed, and the next attempt saves', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'cutBefore', method: 'MERGE', times: 1 });
  expect(await store.submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'offline' } });
  expect((await stored(report.id))?.statusText).toBe('');
  expect((await store.submitStatus(report, texts, '')).kind).toBe('saved');
});

test('a create whose answer was lost makes one row, not two', async () => {
  const director = site.store('director');
  await director.site();
  const initiative = (await site.ask('owner')('_api/web/GetList(\'/sites/direktionen/Lists/UplInitiatives\')/items', { body: { Title: 'Flådestyring', PlanYear: '2025' } })).json as { Id: number };
  const before = (await obsPoints()).length;
  await faults({ kind: 'cutAfter', method: 'POST', times: 1 });
  const outcome: ObsOutcome = await director.raiseObs({ subjects: { initiativeIds: [initiative.Id] }, raisedPeriod: '2025-04' }, words, 'lost-answer');
  expect(outcome.kind).toBe('saved');
  expect((await obsPoints()).length).toBe(before + 1);
});

test('a busy server is told in seconds, and a write is never repeated by itself', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'throttle', method: 'MERGE', retryAfter: 17, times: 1 });
  expect(await store.submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'throttled', seconds: 17 } });
  expect((await stored(report.id))?.state).toBe('Missing');
});

test('reads wait as they are told and go through', async () => {
  await faults({ kind: 'throttle', method: 'GET', retryAfter: 1, times: 2 });
  expect((await site.store('reader').site('2025')).planYear).toBe('2025');
});

test('signed out in the middle is told apart from having no right', async () => {
  const report = await aReport();
  const store = site.store('chief');
  await store.site();
  await faults({ kind: 'signedOut', method: 'MERGE', times: 1 });
  expect(await store.submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'signedOut' } });
  await faults({ kind: 'signedOut', status: 403, method: 'MERGE', times: 1 });
  expect(await store.submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'signedOut' } });
});
