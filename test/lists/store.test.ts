import { listUrl } from '../../src/lists/schema/places';
import type { ListKey } from '../../src/lists/schema/columns';
import type { WebRow } from '../../src/lists/readSite';
import { createPlanStore } from '../../src/lists/store';
import type { PlanStore } from '../../src/plan/ports/planStore';
import type { StatusReport } from '../../src/plan/statusReport';
import { noRights } from '../plan/support/samples';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());

const path = (key: ListKey): string => `_api/web/GetList('${listUrl('/sites/direktionen', key)}')`;
let made = 0;

async function create(key: ListKey, body: Record<string, unknown>): Promise<number> {
  const answered = await site.ask('owner')(`${path(key)}/items`, { body });
  expect([answered.status, answered.text.slice(0, 200)]).toEqual([201, expect.anything()]);
  return (answered.json as { Id: number }).Id;
}

async function anInitiative(planYear: string, changes: Record<string, unknown> = {}): Promise<number> {
  return create('Initiatives', { Title: `Indsats ${++made}`, PlanYear: planYear, Lifecycle: 'Igangsat', Department: 'Teknik', CrossCutting: true, SortOrder: made, ...changes });
}

async function aReport(initiative: number, period: string, changes: Record<string, unknown> = {}): Promise<StatusReport> {
  const id = await create('StatusReports', { ReportKey: `I${initiative}:${period}`, InitiativeId: initiative, Period: period, ReportState: 'Mangler', ...changes });
  return reportById(period, id);
}

async function reportById(period: string, id: number): Promise<StatusReport> {
  const report = (await site.store('chief').month(period.slice(0, 4), period)).reports.find((each) => each.id === id);
  if (!report) {
    throw new Error(`No report ${id} in ${period}`);
  }
  return report;
}

/** What the page brings of its site. */
async function webOf(who: Who): Promise<WebRow> {
  return site.connection(who).sp.web.select('Title', 'EffectiveBasePermissions', 'CurrentUser', 'RegionalSettings/TimeZone').expand('CurrentUser', 'RegionalSettings/TimeZone')<WebRow>();
}

const texts = { progress: 'OnTrack', statusText: 'Godt på vej', nextSteps: 'Videre', needsCoordination: false, coordinationText: '' } as const;

test('the site tells who is looking, what they may do, and in which zone', async () => {
  const chief = await site.store('chief').site('2025');
  expect(chief).toMatchObject({ timeZone: 'Europe/Copenhagen', planYear: '2025', me: { id: await site.userId('chief'), name: 'chief' } });
  expect(chief.rights).toEqual({ ...noRights, editReports: true, addReports: true, editFollowUps: true, addFollowUps: true });
  expect((await site.store('director').site('2025')).rights).toMatchObject({ addObs: true, editObs: true, editInitiatives: true, manageSite: false });
  expect((await site.store('reader').site('2025')).rights).toMatchObject({ editReports: false, addReports: false, addObs: false });
  expect((await site.store('owner').site('2025')).rights.manageSite).toBe(true);
});

test('a stranger is refused, not shown an empty plan', async () => {
  await expect(site.store('stranger').site()).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
});

test('everything written in the list comes back in the plan’s words, days as the web has them', async () => {
  const chiefId = await site.userId('chief');
  const id = await anInitiative('2031', {
    OriginalText: 'Flådestyring R003(I)(B)', Title: 'Flådestyring', Code: 'R003', Marks: ['I', 'B'], Highlighted: true, HighlightedSince: '2031-06-25T22:00:00Z', Source: 'Råderumskatalog',
    Committees: ['ØK'], ChiefId: chiefId, ChiefRole: 'Fagchef', Description: 'Lang tekst'
  });
  const month = await site.store('chief').month('2031', '2031-06');
  expect(month.initiatives[0]).toMatchObject({
    id, title: 'Flådestyring', originalText: 'Flådestyring R003(I)(B)', code: 'R003', marks: ['I', 'B'], highlightedSince: '2031-06-26', lifecycle: 'InProgress',
    source: 'OptionsCatalogue', committees: ['ØK'], chiefId, chiefRole: 'Fagchef', problems: []
  });
  expect((await site.store('chief').history(id)).texts.description).toBe('Lang tekst');
  expect((await site.store('chief').site()).planYear).toBe('2031');
});

test('a choice that somebody wrote by hand is a problem on its row, and the row is there', async () => {
  await anInitiative('2032', { Lifecycle: 'Måske' });
  expect((await site.store('reader').month('2032', '2032-01')).initiatives[0]).toMatchObject({ lifecycle: 'Proposed', problems: [{ column: 'Lifecycle', found: 'Måske' }] });
});

test('a month costs eight requests, and as many with two hundred rows', async () => {
  for (let n = 0; n < 200; n++) {
    await aReport(await anInitiative('2033'), '2033-04', { StatusText: 'x' });
  }
  // In that year: a plan that is made ahead costs one more, to find the one that still runs.
  const store = createPlanStore(site.connection('reader'), () => new Date('2033-04-25T09:00:00Z'));
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  await store.site();
  const month = await store.month('2033', '2033-04');
  const log = (await (await fetch(`${site.server.origin}/__requests`)).json()) as unknown[];
  expect(month.reports).toHaveLength(200);
  expect(log).toHaveLength(8);
});

test('site and expected month come in one wave of seven requests, six where the page has brought the site, and say the same', async () => {
  const now = (): Date => new Date('2033-04-25T09:00:00Z');
  const connection = site.connection('reader');
  const plain = createPlanStore(connection, now);
  const [read, month] = [await plain.site(), await plain.month('2033', '2033-04')];
  const web = await webOf('reader');
  for (const [known, requests] of [[undefined, 7], [web, 6]] as const) {
    await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
    const opening = createPlanStore(connection, now, known).opening({ planYear: '2033', period: '2033-04' });
    expect([await opening.site, await opening.month]).toEqual([read, month]);
    expect((await (await fetch(`${site.server.origin}/__requests`)).json()) as unknown[]).toHaveLength(requests);
  }
});

test('a later plan that has come since, an earlier one than expected, and a chosen one are told for what they are', async () => {
  const opening = (planYear: string, chosen?: string): ReturnType<PlanStore['opening']> =>
    createPlanStore(site.connection('reader'), () => new Date('2033-04-25T09:00:00Z')).opening({ planYear, period: '2033-04' }, chosen);
  const [known, wrong, chosen] = [opening('2032'), opening('2040'), opening('2031', '2031')];
  expect([(await known.site).planYear, (await known.month).initiatives.map((each) => each.planYear)]).toEqual(['2033', ['2032']]);
  expect([(await wrong.site).planYear, (await wrong.month).initiatives]).toEqual(['2033', []]);
  expect([(await chosen.site).planYear, (await chosen.month).initiatives.map((each) => each.planYear)]).toEqual(['2031', ['2031']]);
});

test('whoever may not see the lists is refused at the opening as well', async () => {
  const { site: read, month } = site.store('stranger').opening({ planYear: '2033', period: '2033-04' });
  expect(await Promise.allSettled([read, month])).toMatchObject([{ reason: { problem: { kind: 'forbidden' } } }, { status: 'rejected' }]);
});

test('initiatives that are refused keep nobody from the site, and a time zone that is not known is a problem with its number', async () => {
  await fetch(`${site.server.origin}/__faults`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ rules: [{ kind: 'throttle', url: 'PlanYear(\\+|%20| )ge', retryAfter: 1 }] }) });
  const { site: read, month } = site.store('reader').opening({ planYear: '2033', period: '2033-04' });
  const answers = await Promise.allSettled([read, month]);
  await fetch(`${site.server.origin}/__faults`, { method: 'DELETE' });
  expect(answers).toMatchObject([{ status: 'fulfilled', value: { planYear: '2033' } }, { status: 'rejected', reason: { problem: { kind: 'throttled', seconds: 1 } } }]);
  const web = { ...await webOf('reader'), RegionalSettings: { TimeZone: { Id: 999 } } };
  const elsewhere = createPlanStore(site.connection('reader'), () => new Date('2033-04-25T09:00:00Z'), web).opening({ planYear: '2033', period: '2033-04' });
  expect(await Promise.allSettled([elsewhere.site, elsewhere.month])).toMatchObject([{ reason: { problem: { message: expect.stringContaining('999') } } }, { status: 'rejected' }]);
});

test('a status is submitted with state, time and pen, over the row it was begun on', async () => {
  const report = await aReport(await anInitiative('2025'), '2025-04');
  const outcome = await site.store('chief').submitStatus(report, { ...texts, needsCoordination: true, coordinationText: 'Hjælp' }, 'Fagchef, Teknik');
  expect(outcome).toMatchObject({ kind: 'saved', row: { state: 'Submitted', submittedAt: '2025-04-25T09:00:00Z' } });
  const stored = await reportById('2025-04', report.id);
  expect(stored).toMatchObject({ statusText: 'Godt på vej', needsCoordination: true, coordinationText: 'Hjælp', state: 'Submitted', onBehalfOf: 'Fagchef, Teknik', submittedAt: '2025-04-25T09:00:00Z' });
  // The ETag that came back is the row's: a correction goes on from it.
  expect((await site.store('chief').submitStatus(outcome.kind === 'saved' ? outcome.row : report, texts, '')).kind).toBe('saved');
});

test('whoever comes second gets the first one’s row to choose from, and nothing is written over', async () => {
  const report = await aReport(await anInitiative('2025'), '2025-04');
  await site.store('finance').submitStatus(report, { ...texts, statusText: 'Deres' }, '');
  const outcome = await site.store('chief').submitStatus(report, { ...texts, statusText: 'Min' }, '');
  expect(outcome).toMatchObject({ kind: 'conflict', theirs: { statusText: 'Deres' } });
  expect((await reportById('2025-04', report.id)).statusText).toBe('Deres');
  const kept = outcome.kind === 'conflict' ? await site.store('chief').submitStatus(outcome.theirs, { ...texts, statusText: 'Min' }, '') : outcome;
  expect(kept.kind).toBe('saved');
});

test('the same text sent again after a lost answer is saved, not a conflict with oneself', async () => {
  const report = await aReport(await anInitiative('2025'), '2025-04');
  await site.store('chief').submitStatus(report, texts, '');
  expect((await site.store('chief').submitStatus(report, texts, '')).kind).toBe('saved');
});

test('a refusal is an ordinary answer', async () => {
  const report = await aReport(await anInitiative('2025'), '2025-04');
  expect(await site.store('reader').submitStatus(report, texts, '')).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
});

test('no answer at all is offline, and says so', async () => {
  const { connect } = await import('../../src/lists/connection');
  const { createPlanStore } = await import('../../src/lists/store');
  await expect(createPlanStore(connect('http://127.0.0.1:9/sites/x'), () => new Date()).site()).rejects.toMatchObject({ problem: { kind: 'offline' } });
});

test('a row that the round lacks is made once, also when two make it', async () => {
  const initiative = await anInitiative('2025');
  const start = { subject: { kind: 'initiative', id: initiative }, period: '2025-04', title: 'x', responsibleRole: 'Fagchef' } as const;
  const first = await site.store('chief').createStatus(start, { ...texts, statusText: 'Først' }, '');
  const second = await site.store('finance').createStatus(start, { ...texts, statusText: 'Sidst' }, '');
  expect(first).toMatchObject({ kind: 'saved', row: { state: 'Submitted', statusText: 'Først', reportKey: `I${initiative}:2025-04` } });
  expect(second).toMatchObject({ kind: 'conflict', theirs: { statusText: 'Først' } });
});

test('an OBS point is raised once per key, changed, closed, and found in its month', async () => {
  const initiative = await anInitiative('2025');
  const director = site.store('director');
  const start = { subjects: { initiativeIds: [initiative] }, raisedPeriod: '2025-04' };
  const words = { level: 'Corporate', type: 'Help', text: 'Der mangler penge', proposedAction: 'Find dem' } as const;
  const raised = await director.raiseObs(start, words, 'key-1');
  const again = await director.raiseObs(start, words, 'key-1');
  if (raised.kind !== 'saved' || again.kind !== 'saved') {
    throw new Error(`${JSON.stringify(raised)} ${JSON.stringify(again)}`);
  }
  expect(again.row.id).toBe(raised.row.id);
  expect(raised.row).toMatchObject({ ...words, initiativeIds: [initiative], state: 'Open', raisedPeriod: '2025-04', title: 'Der mangler penge' });
  const changed = await director.saveObs(again.row, { ...words, text: 'Der mangler mange penge' });
  const closed = changed.kind === 'saved' ? await director.closeObs(changed.row, '2025-05', 'Fundet') : changed;
  expect(closed).toMatchObject({ kind: 'saved', row: { state: 'Closed', closedPeriod: '2025-05', closingText: 'Fundet', text: 'Der mangler mange penge' } });
  const ids = async (period: string): Promise<number[]> => (await director.month('2025', period)).obsPoints.map((point) => point.id);
  expect([(await ids('2025-03')).includes(raised.row.id), (await ids('2025-05')).includes(raised.row.id), (await ids('2025-06')).includes(raised.row.id)]).toEqual([false, true, false]);
  expect(await site.store('chief').raiseObs(start, words, 'key-2')).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
});

test('quotes and odd characters in what is looked for stay a value', async () => {
  const month = await site.store('reader').month('2025\' or PlanYear ne \'', '2025-04');
  expect(month.initiatives).toEqual([]);
});

test.each(['owner', 'chief'] as Who[])('a site without lists is "lists missing" for %s', async (who) => {
  const empty = await startPlanSite();
  try {
    await expect(empty.store(who).site()).rejects.toMatchObject({ problem: { kind: 'listsMissing', mayCreate: who === 'owner' } });
  } finally {
    await empty.server.stop();
  }
});

test('a list that was changed in SharePoint is named with its column', async () => {
  const other = await startPlanSite();
  try {
    await other.setUp();
    await other.ask('owner')(`${path('StatusReports')}/fields/getByInternalNameOrTitle('StatusText')`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE' } });
    await expect(other.store('reader').month('2025', '2025-04')).rejects.toMatchObject({ problem: { kind: 'unreadable', column: 'StatusText', list: 'UplStatusReports' } });
    await other.ask('owner')(`${path('Meetings')}/fields/getByInternalNameOrTitle('Forum')`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE' } });
    await expect(other.store('reader').site()).rejects.toMatchObject({ problem: { kind: 'unreadable', column: 'Forum', mayMend: false } });
    await expect(other.store('owner').site()).rejects.toMatchObject({ problem: { kind: 'unreadable', column: 'Forum', mayMend: true } });
  } finally {
    await other.server.stop();
  }
});
