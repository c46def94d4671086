import { createMeetingStore } from '../../src/lists/meetings/meetingStore';
import { listUrl } from '../../src/lists/schema/places';
import type { ListKey } from '../../src/lists/schema/columns';
import { meetingWritingOf } from '../../src/plan/meeting';
import type { ObsPoint } from '../../src/plan/obsPoint';
import type { MeetingStore } from '../../src/plan/ports/meetingStore';
import { startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';

let site: PlanSiteForTests;
let made = 0;
beforeAll(async () => {
  site = await startPlanSite();
  await site.setUp();
});
afterAll(() => site.server.stop());

const items = (key: ListKey): string => `_api/web/GetList('${listUrl('/sites/direktionen', key)}')/items`;
const meetings = (who: Who): MeetingStore => createMeetingStore(site.connection(who), 'Europe/Copenhagen');

async function create(key: ListKey, body: Record<string, unknown>): Promise<number> {
  const answered = await site.ask('owner')(items(key), { body });
  expect([answered.status, answered.text.slice(0, 200)]).toEqual([201, expect.anything()]);
  return (answered.json as { Id: number }).Id;
}

const aMeeting = (changes: Record<string, unknown> = {}): Promise<number> => create('Meetings', {
  Title: 'Direktionsmøde', MeetingKey: `DIR:2025-04-${++made}`, Forum: 'Direktion', Period: '2025-04', MeetingDate: '2025-04-29T22:00:00Z', MeetingState: 'Planlagt', ...changes
});

async function aPoint(text: string = 'Se her'): Promise<ObsPoint> {
  const outcome = await site.store('director').raiseObs({ subjects: { initiativeIds: [] }, raisedPeriod: '2025-04' }, { level: 'Executive', text, proposedAction: '' }, `key-${++made}`);
  if (outcome.kind !== 'saved') {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome.row;
}

const pointNow = async (id: number): Promise<ObsPoint | undefined> => (await site.store('reader').month('2025', '2025-04')).obsPoints.find((point) => point.id === id);

test('decisions and follow-ups come back in two requests, joined by their ids', async () => {
  const meeting = await aMeeting();
  const initiative = await create('Initiatives', { Title: 'Flådestyring', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'Teknik' });
  const point = await aPoint();
  const decision = await create('Decisions', { Title: 'x', MeetingId: meeting, InitiativesId: [initiative], ObsPointId: point.id, DecisionKind: 'Udsat', DecisionText: 'Genoptages' });
  const followUp = await create('FollowUps', { Title: 'Afklar', DecisionId: decision, InitiativeId: initiative, ResponsibleRole: 'Fagchef', DueDate: '2025-05-14T22:00:00Z', FollowUpState: 'I gang' });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const rows = await meetings('reader').decisions();
  expect((await (await fetch(`${site.server.origin}/__requests`)).json())).toHaveLength(2);
  expect(rows.decisions).toContainEqual(expect.objectContaining({ id: decision, meetingId: meeting, initiativeIds: [initiative], obsPointId: point.id, kind: 'Postponed', text: 'Genoptages' }));
  expect(rows.followUps).toContainEqual(expect.objectContaining({ id: followUp, decisionId: decision, initiativeId: initiative, dueDate: '2025-05-15', state: 'InProgress' }));
});

test('a meeting is read whole, and one that is gone is said to be', async () => {
  const chief = await site.userId('chief');
  const id = await aMeeting({ InvitedId: [chief], InvitedText: 'Fagchef, Ejendomme', Background: 'Fordi', IsClosedItem: true, CaseNumber: '25/1' });
  expect(await meetings('reader').details(id)).toMatchObject({
    id, meetingDate: '2025-04-30', invitedIds: [chief], invitedText: 'Fagchef, Ejendomme', background: 'Fordi', closedItem: true, caseNumber: '25/1', focusInitiativeIds: [], presenters: ''
  });
  await expect(meetings('reader').details(9999)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
});

test('a point gets its place, and the text that a colleague saved meanwhile stays', async () => {
  const point = await aPoint('Før');
  await site.store('director').saveObs(point, { level: 'Executive', text: 'Efter', proposedAction: '' });
  expect(await meetings('director').placeObs(point, 2.5)).toMatchObject({ kind: 'saved', row: { sortOrder: 2.5, text: 'Efter' } });
  expect(await pointNow(point.id)).toMatchObject({ sortOrder: 2.5, text: 'Efter' });
});

test('two who move the same point at once: the second is told', async () => {
  const point = await aPoint();
  await meetings('director').placeObs(point, 1);
  expect(await meetings('director').placeObs(point, 7)).toMatchObject({ kind: 'conflict', theirs: { sortOrder: 1 } });
});

test('a point on several initiatives and an effort is raised, changed and withdrawn', async () => {
  const initiatives = [await create('Initiatives', { Title: 'A', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'T' }), await create('Initiatives', { Title: 'B', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'T' })];
  const effort = await create('StrategicEfforts', { Title: 'Sund økonomi', ValidFrom: '2025-01-01T00:00:00Z' });
  const director = site.store('director');
  const raised = await director.raiseObs({ subjects: { initiativeIds: initiatives, effortId: effort }, raisedPeriod: '2025-04' }, { level: 'Corporate', text: 'Samme ledere', proposedAction: '' }, `key-${++made}`);
  if (raised.kind !== 'saved') {
    throw new Error(JSON.stringify(raised));
  }
  expect(raised.row).toMatchObject({ initiativeIds: initiatives, effortId: effort, level: 'Corporate', state: 'Open' });
  const withdrawn = await director.rewriteObs(raised.row, { ...raised.row, initiativeIds: [initiatives[0]], effortId: undefined, state: 'Withdrawn', closedPeriod: '2025-04' });
  expect(withdrawn.kind).toBe('saved');
  expect(await pointNow(raised.row.id)).toMatchObject({ initiativeIds: [initiatives[0]], effortId: undefined, state: 'Withdrawn', closedPeriod: '2025-04' });
});

test.each<[Who, boolean]>([['director', true], ['owner', true], ['finance', false], ['chief', false], ['reader', false]])('SharePoint itself lets %s write OBS points: %s', async (who, may) => {
  const point = await aPoint();
  const body = { Title: 'x', ObsText: 'x', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2025-04' };
  const merge = (change: Record<string, unknown>): Promise<{ status: number }> =>
    site.ask(who)(`${items('ObsPoints')}(${point.id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-Match': '*' }, body: change });
  expect((await site.ask(who)(items('ObsPoints'), { body })).status).toBe(may ? 201 : 403);
  expect((await merge({ ObsText: 'y' })).status).toBe(may ? 204 : 403);
  expect((await merge({ ObsState: 'Lukket', ClosedPeriod: '2025-04' })).status).toBe(may ? 204 : 403);
  expect((await merge({ SortOrder: 1 })).status).toBe(may ? 204 : 403);
  const { rights } = await site.store(who).site('2025');
  expect([rights.addObs, rights.editObs]).toEqual([may, may]);
});

test('a decision and its follow-up are made once, also when the answer was lost, and changed over their ETag', async () => {
  const meeting = await aMeeting();
  const secretariat = meetings('finance');
  const writing = { initiativeIds: [], kind: 'Decided' as const, text: 'Direktionen besluttede omfanget' };
  await fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify({ rules: [{ kind: 'cutAfter', method: 'POST', url: 'UplDecisions', times: 1 }] }) });
  const first = await secretariat.addDecision(meeting, writing, 'decision-key');
  await fetch(`${site.server.origin}/__faults`, { method: 'DELETE' });
  const again = await secretariat.addDecision(meeting, { ...writing, kind: 'Approved' }, 'decision-key');
  if (first.kind !== 'saved' || again.kind !== 'saved') {
    throw new Error(`${JSON.stringify(first)} ${JSON.stringify(again)}`);
  }
  expect(again.row).toMatchObject({ id: first.row.id, meetingId: meeting, kind: 'Approved' });
  const chief = await site.userId('chief');
  const followUp = { title: 'Afklar krav', decisionId: again.row.id, responsibleId: chief, responsibleRole: 'Fagchef', dueDate: '2025-06-15', state: 'NotStarted' as const, note: '' };
  const made1 = await secretariat.addFollowUp(followUp, 'follow-up-key');
  const reported = made1.kind === 'saved' ? await meetings('chief').saveFollowUp(made1.row, { ...followUp, state: 'Done', note: 'Klar' }) : made1;
  expect(reported).toMatchObject({ kind: 'saved', row: { state: 'Done', note: 'Klar' } });
  const rows = await meetings('reader').decisions();
  expect(rows.decisions.filter(({ meetingId }) => meetingId === meeting)).toMatchObject([{ kind: 'Approved', text: 'Direktionen besluttede omfanget', title: 'Direktionen besluttede omfanget' }]);
  expect(rows.followUps.filter(({ decisionId }) => decisionId === again.row.id)).toMatchObject([{ responsibleId: chief, dueDate: '2025-06-15', state: 'Done', note: 'Klar' }]);
});

test('two who write in one follow-up: different fields are joined and shown, the same field is a choice', async () => {
  const made1 = await meetings('finance').addFollowUp({ title: 'x', responsibleRole: '', state: 'NotStarted', note: '' }, 'merge-key');
  if (made1.kind !== 'saved') {
    throw new Error(JSON.stringify(made1));
  }
  await meetings('finance').saveFollowUp(made1.row, { ...made1.row, dueDate: '2025-05-01', note: 'Deres' });
  expect(await meetings('chief').saveFollowUp(made1.row, { ...made1.row, state: 'InProgress' })).toMatchObject({ kind: 'merged', merge: { texts: { state: 'InProgress', dueDate: '2025-05-01', note: 'Deres' } } });
  expect(await meetings('chief').saveFollowUp(made1.row, { ...made1.row, note: 'Min' })).toMatchObject({ kind: 'conflict', merge: { conflicts: ['note'] } });
});

test('a head of department reports on follow-ups, but decides nothing', async () => {
  const meeting = await aMeeting();
  expect(await meetings('chief').addDecision(meeting, { initiativeIds: [], kind: 'Decided', text: 'x' }, 'not-mine')).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
  expect(await meetings('reader').addFollowUp({ title: 'x', responsibleRole: '', state: 'NotStarted', note: '' }, 'not-mine-either')).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
});

test('what is written on a meeting is saved whole, and what two wrote is joined or chosen; day and state stay', async () => {
  const initiative = await create('Initiatives', { Title: 'Flådestyring', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'Teknik' });
  const chief = await site.userId('chief');
  const id = await aMeeting({ CaseOwners: 'Økonomichef' });
  const before = await meetings('finance').details(id);
  const writing = {
    focusInitiativeIds: [initiative], focusText: 'Puljen', invitedIds: [chief], invitedText: 'Fagchef, Ejendomme', attendingIds: [chief], attendingText: 'Økonomichef', presenters: 'Direktør',
    caseOwners: 'Økonomichef', caseNumber: '25/17', background: 'Fordi', casePresentation: 'Sag', recommendation: 'At', closedItem: true
  };
  expect(await meetings('finance').saveDetails(before, writing)).toMatchObject({ kind: 'saved', row: writing });
  expect(await meetings('reader').details(id)).toMatchObject({ ...writing, meetingDate: '2025-04-30', state: 'Planned' });
  const theirs = { ...meetingWritingOf(before), attendingText: 'Kommunaldirektør' };
  expect(await meetings('director').saveDetails(before, theirs)).toMatchObject({ kind: 'conflict', merge: { conflicts: ['attendingText'], texts: { focusInitiativeIds: [initiative], caseNumber: '25/17' } } });
  expect(await meetings('director').saveDetails(before, { ...meetingWritingOf(before), closedItem: true })).toMatchObject({ kind: 'merged', merge: { texts: { background: 'Fordi', closedItem: true } } });
  expect(await meetings('chief').saveDetails(await meetings('chief').details(id), { ...writing, background: 'x' })).toEqual({ kind: 'refused', problem: { kind: 'forbidden' } });
});

test('a follow-up finds its decision by key while that waits for its id, and is not made without it', async () => {
  const meeting = await aMeeting();
  const followUp = { title: 'Afklar', responsibleRole: 'Fagchef', state: 'NotStarted' as const, note: '' };
  expect(await meetings('finance').addFollowUp(followUp, 'waits', 'not-yet')).toEqual({ kind: 'refused', problem: { kind: 'notFound' } });
  const decision = await meetings('finance').addDecision(meeting, { initiativeIds: [], kind: 'Decided', text: 'Afklares' }, 'not-yet');
  const outcome = await meetings('finance').addFollowUp(followUp, 'waits', 'not-yet');
  expect(outcome).toMatchObject({ kind: 'saved', row: { decisionId: decision.kind === 'saved' ? decision.row.id : 0 } });
});

test('which initiatives each meeting has in focus is one request', async () => {
  const initiative = await create('Initiatives', { Title: 'Flådestyring', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'Teknik' });
  const meetingId = await aMeeting({ FocusInitiativesId: [initiative] });
  await fetch(`${site.server.origin}/__requests`, { method: 'DELETE' });
  const focus = await meetings('reader').focus();
  expect((await (await fetch(`${site.server.origin}/__requests`)).json())).toHaveLength(1);
  expect(focus).toContainEqual({ meetingId, initiativeIds: [initiative] });
  expect(focus.every(({ initiativeIds }) => initiativeIds.length > 0)).toBe(true);
});

test('a decision that was taken back is shown nowhere', async () => {
  const meeting = await aMeeting();
  const made1 = await meetings('finance').addDecision(meeting, { initiativeIds: [], kind: 'Decided', text: 'Forkert' }, 'taken-back');
  const ofMeeting = async (): Promise<string[]> => (await meetings('reader').decisions()).decisions.filter(({ meetingId }) => meetingId === meeting).map(({ text }) => text);
  expect(await ofMeeting()).toEqual(['Forkert']);
  expect(made1.kind === 'saved' && await meetings('finance').saveDecision(made1.row, { ...made1.row, text: '' })).toMatchObject({ kind: 'saved' });
  expect(await ofMeeting()).toEqual([]);
});
