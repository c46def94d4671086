import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { documentMaker } from '../../src/documents/filed/documentMaker';
import { sha256, type FileIndex } from '../../src/documents/journal/fileIndex';
import { toPlainText } from '../../src/documents/model/toPlainText';
import { paperOf } from '../../src/documents/paper/paperOf';
import { createAnnexStore } from '../../src/lists/annexes/annexStore';
import { createRoundStore } from '../../src/lists/rounds/roundStore';
import type { Meeting } from '../../src/plan/meeting';
import type { AnnexStore, FiledMonth, LockOutcome, LockRequest, LockWatch } from '../../src/plan/ports/annexStore';
import type { MonthRecord } from '../../src/plan/record/monthRecord';
import { overviewOf } from '../../src/plan/record/overviewOf';
import { danish } from '../documents/support/texts';
import { cellText, paragraphsOf, readDocx, tablesOf } from '../documents/support/readDocx';
import { now, startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());
afterEach(() => fetch(`${site.server.origin}/__faults`, { method: 'DELETE' }));

const zone = 'Europe/Copenhagen';
const annexes = (who: Who, at = now): AnnexStore => createAnnexStore(site.connection(who), zone, () => at);
const faults = (rule: Record<string, unknown>): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules: [rule] }) });
const watch: LockWatch = { onStep: () => undefined, stop: () => false };
const items = (list: string): string => `_api/web/GetList('/sites/direktionen/Lists/Upl${list}')/items`;
const lock = (who: Who, meeting: Meeting, changes: Partial<LockRequest> = {}, watching = watch): Promise<LockOutcome> =>
  annexes(who).lock({ planYear: meeting.period.slice(0, 4), meetingId: meeting.id, madeBy: 'Økonomi', reason: '', ...changes }, documentMaker(danish), watching);

/** An open round with three initiatives: one submitted, one a draft, one missing. Every test has a year of its own. */
async function openRound(year: string): Promise<Meeting> {
  for (const title of ['Flådestyring', 'Genopslag', 'Indkøb']) {
    await site.ask('owner')(items('Initiatives'), { body: { Title: title, PlanYear: year, Lifecycle: 'Igangsat', CrossCutting: true, Department: 'Økonomi', ChiefRole: 'Fagchef', SortOrder: 1 } });
  }
  const rounds = createRoundStore(site.connection('finance'), zone, () => now);
  const made = await rounds.createMeeting('Direktion', `DIR:${year}-05`, `${year}-05`, { title: 'Direktionsmøde', meetingDate: `${year}-05-28` });
  const opened = made.kind === 'saved' && await rounds.open(made.row, `${year}-05-20`, year, { onProgress: () => undefined, stop: () => false });
  if (!opened || opened.kind !== 'opened') {
    throw new Error(JSON.stringify(opened));
  }
  const [first, second] = (await site.store('chief').month(year, `${year}-05`)).reports;
  const texts = { progress: 'OnTrack', statusText: 'Godt på vej', nextSteps: '', needsCoordination: false, coordinationText: '' } as const;
  await site.store('chief').submitStatus(first, texts, '');
  await site.store('chief').saveDraft(second, { ...texts, statusText: 'Halvt skrevet' }, '');
  return opened.meeting;
}

const statesOf = async (year: string): Promise<string[]> => (await site.store('reader').month(year, `${year}-05`)).reports.map(({ state }) => state);
const meetingNow = async (meeting: Meeting): Promise<Meeting | undefined> => (await site.store('reader').site('2025')).meetings.find(({ id }) => id === meeting.id);
const filed = (meeting: Meeting, revision?: string): Promise<FiledMonth> => annexes('reader').filed(meeting.meetingKey, revision);

function recordOf({ reading }: FiledMonth): MonthRecord {
  if (reading?.kind !== 'record') {
    throw new Error(`No record: ${JSON.stringify(reading)}`);
  }
  return reading.record;
}

async function fileOf(month: FiledMonth, name: string): Promise<Uint8Array> {
  return annexes('reader').file(month.revision?.files.find((file) => file.name === name)?.url ?? '');
}

test('a lock turns what has not come into not received, files four files and locks the meeting last', async () => {
  const meeting = await openRound('2050');
  expect(await filed(meeting)).toEqual({ revisions: [] });
  const steps: string[] = [];
  const outcome = await lock('finance', meeting, {}, { ...watch, onStep: (step) => steps.push(step) });
  expect(outcome).toMatchObject({ kind: 'locked', revision: 'A', notReceived: 2, meeting: { state: 'Locked', lockedAt: '2025-04-25T09:00:00Z' } });
  expect(steps).toEqual(['rows', 'record', 'documents', 'index', 'state']);
  expect(await statesOf('2050')).toEqual(['Submitted', 'NotReceived', 'NotReceived']);
  expect(await meetingNow(meeting)).toMatchObject({ state: 'Locked', lockedAt: '2025-04-25T09:00:00Z' });
  const month = await filed(meeting);
  expect(month.revisions).toMatchObject([{ name: 'A', complete: true }]);
  expect(month.revision?.files.map(({ name }) => name).sort()).toEqual(['bilag.docx', 'dagsordenspunkt.docx', 'index.json', 'record.json']);
  expect(recordOf(month)).toMatchObject({ revision: 'A', madeBy: 'Økonomi', meeting: { state: 'Locked' }, initiatives: [{ received: true }, { received: false }, { received: false }] });
  expect(JSON.stringify(recordOf(month))).not.toContain('Halvt skrevet');
  const index = JSON.parse(new TextDecoder().decode(await fileOf(month, 'index.json'))) as FileIndex;
  for (const { name, size, sha256: sum } of index.files) {
    const bytes = await fileOf(month, name);
    expect([name, bytes.length, await sha256(bytes)]).toEqual([name, size, sum]);
  }
  expect(index.files).toHaveLength(3);
  const table = tablesOf(readDocx(await fileOf(month, 'bilag.docx'))).find(({ rows }) => rows.length === 4);
  expect(table?.rows.map((row) => cellText(row[3]))).toEqual(['Status siden sidst', expect.stringContaining('Godt på vej'), 'Status ikke modtaget', 'Status ikke modtaget']);
});

test.each([
  ['2051', 'rows'], ['2052', 'record'], ['2053', 'documents'], ['2054', 'index'], ['2055', 'state']
] as const)('stopped before a step (%s, %s), the next run takes up what is filed and finishes it', async (year, step) => {
  const meeting = await openRound(year);
  let reached = '';
  const order = ['', 'rows', 'record', 'documents', 'index', 'state'];
  const stopped = await lock('finance', meeting, {}, { onStep: (each) => { reached = each; }, stop: () => order[order.indexOf(reached) + 1] === step });
  expect(stopped).toEqual({ kind: 'interrupted', step, problem: undefined });
  expect(await meetingNow(meeting)).toMatchObject({ state: 'Open' });
  // What the lists say after the record was filed is not what the board is shown.
  await site.ask('owner')(items('Initiatives'), { body: { Title: 'For sent', PlanYear: year, Lifecycle: 'Igangsat', CrossCutting: true, Department: 'Økonomi', SortOrder: 9 } });
  expect(await lock('director', meeting)).toMatchObject({ kind: 'locked', revision: 'A' });
  const record = recordOf(await filed(meeting));
  expect(record.initiatives).toHaveLength(['documents', 'index', 'state'].includes(step) ? 3 : 4);
  expect(await filed(meeting)).toMatchObject({ revisions: [{ name: 'A', complete: true }] });
  expect(await meetingNow(meeting)).toMatchObject({ state: 'Locked', lockedAt: record.madeAt });
});

test.each([['cutBefore', '2056', 4], ['cutAfter', '2057', 1]])('%s at its writes one after another: nothing is half, and running it again finishes it', async (kind, year, times) => {
  const meeting = await openRound(year);
  let interrupted = 0;
  for (let skip = 0; ; skip++) {
    await faults({ kind, url: '[aA]ddUsingPath|\\$batch|UplMeetings.*items\\(\\d+\\)$', skip, times: 1 });
    const outcome = await lock('finance', meeting);
    if (outcome.kind === 'locked') {
      break;
    }
    interrupted++;
    expect(outcome).toMatchObject({ kind: 'interrupted', problem: { kind: 'offline' } });
    expect(await meetingNow(meeting)).toMatchObject({ state: 'Open' });
  }
  const month = await filed(meeting);
  expect(month.revisions).toHaveLength(1);
  expect(recordOf(month).initiatives).toHaveLength(3);
  const index = JSON.parse(new TextDecoder().decode(await fileOf(month, 'index.json'))) as FileIndex;
  expect(index.files.map(({ name }) => name)).toEqual(['record.json', 'bilag.docx', 'dagsordenspunkt.docx']);
  expect(await meetingNow(meeting)).toMatchObject({ state: 'Locked' });
  expect(interrupted).toBeGreaterThanOrEqual(times);
});

test('two who lock at once file one record between them', async () => {
  const meeting = await openRound('2058');
  const outcomes = await Promise.all([lock('finance', meeting), lock('director', meeting, { madeBy: 'Direktør' })]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['locked', 'locked']);
  const month = await filed(meeting);
  expect(month.revisions).toMatchObject([{ name: 'A', complete: true }]);
  const index = JSON.parse(new TextDecoder().decode(await fileOf(month, 'index.json'))) as FileIndex;
  for (const { name, sha256: sum } of index.files) {
    expect([name, await sha256(await fileOf(month, name))]).toEqual([name, sum]);
  }
});

test('whoever may not is refused by SharePoint, and nothing is filed', async () => {
  const meeting = await openRound('2059');
  for (const who of ['reader', 'chief'] as const) {
    expect(await lock(who, meeting)).toMatchObject({ kind: 'interrupted', problem: { kind: 'forbidden' } });
  }
  expect(await filed(meeting)).toEqual({ revisions: [] });
  expect(await meetingNow(meeting)).toMatchObject({ state: 'Open' });
});

test('what is filed cannot be changed or taken away by those who file it', async () => {
  const meeting = await openRound('2060');
  await lock('finance', meeting);
  const { revision } = await filed(meeting);
  const file = `_api/web/GetFileByServerRelativePath(decodedurl='${revision?.files[0].url ?? ''}')`;
  for (const who of ['finance', 'director'] as const) {
    expect((await site.ask(who)(file, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } })).status).toBe(403);
    expect((await site.ask(who)(`${file}/$value`, { method: 'POST', headers: { 'X-HTTP-Method': 'PUT' }, body: 'andet' })).status).toBe(403);
  }
});

test('what the board was shown is the same whatever is changed later in any list, and what is newer is counted', async () => {
  const meeting = await openRound('2061');
  await site.ask('director')(items('ObsPoints'), { body: { Title: 'Kapacitet', ObsText: 'Mangler hænder', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2061-05' } });
  await site.ask('director')(items('ObsPoints'), { body: { Title: 'Fortrudt', ObsText: 'Rejst ved en fejl', ObsLevel: 'Direktion', ObsState: 'Trukket tilbage', RaisedPeriod: '2061-05', ClosedPeriod: '2061-05' } });
  await lock('finance', meeting);
  const before = await filed(meeting);
  const record = recordOf(before);
  const siteBefore = await site.store('reader').site('2061');
  const shown = overviewOf(record, { site: siteBefore, today: '2061-06-01', wholePlan: true });
  expect([shown.rows.length, shown.counts.openObs]).toEqual([3, 1]);
  expect(await annexes('reader').newer(record)).toEqual({ statuses: 0, obsPoints: 0 });
  for (const list of ['Initiatives', 'StatusReports', 'ObsPoints', 'Meetings', 'StrategicEfforts']) {
    const { value } = (await site.ask('owner')(`${items(list)}?$select=Id&$top=5000`)).json as { value: { Id: number }[] };
    for (const { Id } of value) {
      expect((await site.ask('owner')(`${items(list)}(${Id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Title: 'Skrevet om' } })).status).toBe(204);
    }
  }
  await site.ask('owner')(`${items('Initiatives')}(${record.initiatives[0].initiative.id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' } });
  const after = recordOf(await filed(meeting));
  expect(after).toEqual(record);
  expect(overviewOf(after, { site: await site.store('reader').site('2061'), today: '2061-06-01', wholePlan: true })).toEqual(shown);
  expect(await annexes('reader').newer(record)).toEqual({ statuses: 3, obsPoints: expect.any(Number) });
});

test('a correction is a revision of its own with its reason, and the first one stays', async () => {
  const meeting = await openRound('2062');
  await lock('finance', meeting);
  await site.ask('director')(items('ObsPoints'), { body: { Title: 'Glemt', ObsText: 'Glemt punkt', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2062-05' } });
  expect(await lock('director', meeting, { madeBy: 'Direktør', reason: 'OBS-punkt manglede' })).toMatchObject({ kind: 'locked', revision: 'B', notReceived: 0 });
  const month = await filed(meeting);
  expect(month.revisions.map(({ name }) => name)).toEqual(['B', 'A']);
  expect(recordOf(month)).toMatchObject({ revision: 'B', reason: 'OBS-punkt manglede', madeBy: 'Direktør' });
  expect(recordOf(month).obs.map(({ point }) => point.title)).toContain('Glemt');
  const first = recordOf(await filed(meeting, 'A'));
  expect([first.revision, first.obs.some(({ point }) => point.title === 'Glemt')]).toEqual(['A', false]);
});

test('an unreadable record is left where it is, and the next letter is taken', async () => {
  const meeting = await openRound('2063');
  const folder = '/sites/direktionen/UplAnnexes';
  for (const name of ['DIR-2063-05', 'DIR-2063-05/A']) {
    await site.ask('finance')(`_api/web/GetFolderByServerRelativePath(decodedurl='${folder}')/Folders/AddUsingPath(decodedurl='${name}')`, { method: 'POST' });
  }
  await site.ask('finance')(`_api/web/GetFolderByServerRelativePath(decodedurl='${folder}/DIR-2063-05/A')/Files/AddUsingPath(decodedurl='record.json',overwrite=false)`, { method: 'POST', body: '{"format":' });
  expect(await lock('finance', meeting)).toMatchObject({ kind: 'locked', revision: 'B' });
  expect(await filed(meeting)).toMatchObject({ revision: { name: 'B' }, revisions: [{ name: 'B', complete: true }, { name: 'A', complete: false }] });
});

test('an extract reads the months asked for, whatever is filed', async () => {
  const meeting = await openRound('2064');
  const rows = await annexes('finance').extract('2064-04', '2064-06');
  expect(rows.reports.map(({ period, state }) => [period, state])).toEqual([['2064-05', 'Submitted'], ['2064-05', 'Draft'], ['2064-05', 'Missing']]);
  expect(rows.meetings.find(({ id }) => id === meeting.id)).toMatchObject({ closedItem: false, meetingKey: 'DIR:2064-05' });
  expect(rows.initiatives.filter(({ planYear }) => planYear === '2064')).toHaveLength(3);
});

test('the paper is made of the municipality\'s own phrases; of two who write them the second sees the first', async () => {
  const phrases = { background: '', casePresentation: 'Sagen: {fokus}', recommendation: 'Vi indstiller det.' };
  expect(await annexes('reader').template()).toBeUndefined();
  expect(await annexes('chief').saveTemplate(undefined, phrases)).toMatchObject({ kind: 'refused', problem: { kind: 'forbidden' } });
  expect((await annexes('finance').saveTemplate(undefined, phrases)).kind).toBe('saved');
  expect(await annexes('finance').saveTemplate(undefined, { ...phrases, recommendation: 'Noget andet.' })).toMatchObject({ kind: 'conflict', theirs: { recommendation: 'Vi indstiller det.' } });
  const meeting = await openRound('2065');
  await lock('finance', meeting);
  await site.ask('owner')(`${items('Settings')}(${(await annexes('owner').template())?.id ?? 0})`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Value: 'ikke JSON' } });
  expect(await annexes('reader').template()).toMatchObject({ background: '', casePresentation: '', recommendation: '' });
  const paper = readDocx(await fileOf(await filed(meeting), 'dagsordenspunkt.docx'));
  expect(paragraphsOf(paper).map(({ text }) => text)).toContain('Vi indstiller det.');
  // The screen's paper of a locked month is made from the record: phrases that are written anew do not reach it.
  expect(toPlainText(paperOf(recordOf(await filed(meeting)), danish))).toContain('Vi indstiller det.');
});

test('a lock that was cut after its record makes the paper of the phrases of that record', async () => {
  const write = async (recommendation: string): Promise<void> => {
    expect((await annexes('finance').saveTemplate(await annexes('finance').template(), { background: '', casePresentation: '', recommendation })).kind).toBe('saved');
  };
  const meeting = await openRound('2066');
  await write('Som det var.');
  let steps = 0;
  expect(await lock('finance', meeting, {}, { onStep: () => { steps += 1; }, stop: () => steps === 2 })).toMatchObject({ kind: 'interrupted', step: 'documents' });
  await write('Skrevet senere.');
  expect(await lock('finance', meeting)).toMatchObject({ kind: 'locked', revision: 'A' });
  const paper = paragraphsOf(readDocx(await fileOf(await filed(meeting), 'dagsordenspunkt.docx'))).map(({ text }) => text);
  expect(paper).toContain('Som det var.');
  expect(paper).not.toContain('Skrevet senere.');
});
