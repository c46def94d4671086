import { listUrl } from '../../src/lists/schema/places';
import { earlierMonths } from '../../src/plan/sinceLast';
import { aMeeting } from '../plan/support/samples';
import { startPlanSite, type PlanSiteForTests } from './support/planSite';

let site: PlanSiteForTests;
let initiative: number;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
  initiative = await create('Initiatives', { Title: 'Flådestyring', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'Teknik', CrossCutting: true });
  await report('2024-03', { ReportState: 'Indsendt', StatusText: 'For gammel' });
  await report('2025-02', { ReportState: 'Indsendt', Progress: 'Følger planen', StatusText: 'Februar' });
  await report('2025-03', {
    ReportState: 'Indsendt', Progress: 'Kræver opmærksomhed', StatusText: 'Marts', NextSteps: 'Udbud', EconomyOutlook: 'Usikker', NeedsCoordination: 'Ja', CoordinationText: 'Pulje'
  });
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

interface Asked {
  method: string;
  url: string;
  batched: boolean;
}

async function create(list: 'Initiatives' | 'StatusReports', body: Record<string, unknown>): Promise<number> {
  const answered = await site.ask('owner')(`_api/web/GetList('${listUrl('/sites/direktionen', list)}')/items`, { body });
  expect(answered.status).toBe(201);
  return (answered.json as { Id: number }).Id;
}

function report(period: string, values: Record<string, unknown>): Promise<number> {
  return create('StatusReports', { ReportKey: `I${initiative}:${period}`, InitiativeId: initiative, Period: period, ...values });
}

async function faults(...rules: Record<string, unknown>[]): Promise<void> {
  expect((await fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules }) })).status).toBe(200);
}

async function asked(work: () => Promise<unknown>): Promise<Asked[]> {
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  await work();
  return (await (await fetch(`${site.server.origin}/__requests`)).json()) as Asked[];
}

const months = earlierMonths([aMeeting('2025-03')], '2025-04', 1);

test('eleven months come in one request, texts of the previous round alone', async () => {
  const reports = await site.store('reader').earlier(months);
  expect(reports).toEqual([
    { reportKey: `I${initiative}:2025-02`, period: '2025-02', state: 'Submitted', progress: 'OnTrack', texts: undefined },
    {
      reportKey: `I${initiative}:2025-03`, period: '2025-03', state: 'Submitted', progress: 'Attention',
      texts: { progress: 'Attention', economyOutlook: 'AtRisk', statusText: 'Marts', nextSteps: 'Udbud', needsCoordination: true, coordinationText: 'Pulje' }
    }
  ]);
  const requests = await asked(() => site.store('reader').earlier(months));
  expect(requests.filter((request) => !request.batched).map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /sites/direktionen/_api/$batch']);
  const parts = requests.filter((request) => request.batched).map(({ url }) => decodeURIComponent(url.replace(/\+/g, ' ')));
  expect(parts).toHaveLength(11);
  parts.forEach((url) => expect(url).toMatch(/\$filter=Period eq '20\d\d-\d\d'/));
  expect(parts.filter((url) => url.includes('StatusText')).map((url) => /eq '(.*?)'/.exec(url)?.[1])).toEqual(['2025-03']);
});

test('a batch of reads is asked for again when SharePoint could not take it, or the line was cut', async () => {
  await faults({ kind: 'throttle', url: '\\$batch', status: 503, retryAfter: 0, times: 1 }, { kind: 'cutAfter', url: '\\$batch', times: 1 });
  expect(await site.store('reader').earlier(months)).toHaveLength(2);
});

test('a month of the batch that cannot be read is a problem, never an empty month', async () => {
  await faults({ kind: 'batchPart', url: '2025-02', status: 429, retryAfter: 7 });
  await expect(site.store('reader').earlier(months)).rejects.toMatchObject({ problem: { kind: 'throttled' } });
  await expect(site.store('stranger').earlier(months)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
});
