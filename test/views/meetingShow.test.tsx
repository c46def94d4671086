import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, aMeeting, anEffort, aSite, noRights } from '../plan/support/samples';
import { createMemoryAnnexes } from './setup/memoryAnnexes';
import { createMemoryMeetings, type MemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const director = { ...noRights, addObs: true, editObs: true, editMeetings: true, addDecisions: true, editDecisions: true, addFollowUps: true, editFollowUps: true };
const pace = { askForChanges: 20000, keepDraft: 50, tryLine: 15000 };

interface Plan {
  store: MemoryStore;
  meetings: MemoryMeetings;
}

function aMeetingToday(rights = director): Plan {
  const store = aStore();
  store.site_ = aSite({ rights, meetings: [aMeeting('2025-04', { title: 'Direktionsmøde 25. april 2025', meetingDate: '2025-04-25', state: 'Locked' }), aMeeting('2025-03', { state: 'Held' })] });
  store.month_ = { ...store.month_, efforts: [anEffort(4, { title: 'Sund økonomi', ownerRole: 'Kommunaldirektør' })] };
  const meetings = createMemoryMeetings(store, { decisions: [aDecision(50, { meetingId: 3, initiativeIds: [3], obsPointId: 9, text: 'Puljen genoptages' })], followUps: [] });
  return { store, meetings };
}

function show({ store, meetings }: Plan, step: string): void {
  window.history.replaceState(null, '', `/?upl-view=meetings&upl-meeting=4&upl-step=${encodeURIComponent(step)}`);
  showPlan(store, undefined, meetings, pace);
}

const dialog = async (): Promise<ReturnType<typeof within>> => within(await screen.findByRole('dialog', { name: /^Start mødevisning/ }));
const heading = async (name: string): Promise<HTMLElement> => (await dialog()).findByRole('heading', { level: 2, name });
const key = (name: string): void => { fireEvent.keyDown(document.activeElement ?? document.body, { key: name }); };

async function write(text: string): Promise<ReturnType<typeof within>> {
  await userEvent.click((await dialog()).getByRole('button', { name: 'Tilføj beslutning' }));
  const form = within(await screen.findByRole('form', { name: 'Tilføj beslutning' }));
  await userEvent.type(form.getByRole('textbox', { name: 'Beslutning' }), text);
  return form;
}

test('one thing at a time in the recommendation’s order, by keys and by buttons; the place stands in the address', async () => {
  show(aMeetingToday(), 'opening');
  expect(await heading('Direktionsmøde 25. april 2025')).toHaveFocus();
  expect((await dialog()).getByText('1 af 7')).toBeInTheDocument();
  const seen: string[] = [];
  for (const move of ['ArrowRight', 'PageDown', 'ArrowRight', 'ArrowRight']) {
    key(move);
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: (name) => name !== seen[seen.length - 1] && name !== 'Direktionsmøde 25. april 2025' })).toHaveFocus());
    seen.push(document.activeElement?.textContent ?? '');
  }
  expect(seen).toEqual(['Sund økonomi', 'Skriftlige fremstillinger R101 (I)(B)', 'Bosætningskampagne', 'Flådestyring R003(I)(B)']);
  expect(window.location.search).toContain('upl-step=initiatives%3A3');
  await userEvent.click((await dialog()).getByRole('button', { name: 'Forrige' }));
  expect(await heading('Bosætningskampagne')).toBeInTheDocument();
  expect((await dialog()).getByText('Status ikke modtaget')).toBeInTheDocument();
  key('PageUp');
  expect(await heading('Skriftlige fremstillinger R101 (I)(B)')).toBeInTheDocument();
  key('Escape');
  expect(await screen.findByRole('heading', { level: 2, name: 'Direktionsmøde 25. april 2025' })).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the opening counts the OBS points that the meeting takes up, not those of the other level', async () => {
  const plan = aMeetingToday();
  plan.store.month_ = { ...plan.store.month_, obsPoints: [...plan.store.month_.obsPoints, { ...plan.store.month_.obsPoints[0], id: 10, level: 'Corporate', text: 'For koncernledelsen' }] };
  show(plan, 'opening');
  expect((await (await dialog()).findByText(/åbent OBS-punkt$/)).textContent).toMatch(/^\s*1 /);
});

test('the opening shows the recommendation of the municipality’s own phrases, with its places filled and nothing else', async () => {
  const plan = aMeetingToday();
  const annexes = createMemoryAnnexes(plan.store, plan.meetings);
  annexes.template_ = { id: 1, etag: '"1"', background: '', casePresentation: '', recommendation: 'Vi indstiller, at {måned} drøftes.\n{fremlægger} fremlægger.' };
  window.history.replaceState(null, '', '/?upl-view=meetings&upl-meeting=4&upl-step=opening');
  showPlan(plan.store, undefined, plan.meetings, pace, undefined, undefined, undefined, { loadAnnexes: async () => annexes });
  const recommendation = within(await screen.findByRole('region', { name: 'Indstilling' }));
  expect(recommendation.getAllByText(() => true, { selector: 'p' }).map(({ textContent }) => textContent)).toEqual(['Vi indstiller, at april 2025 drøftes.']);
});

test('a step shows who presents, the status in words, OBS in red with its word, and what was decided before', async () => {
  show(aMeetingToday(), 'initiatives:3');
  await heading('Flådestyring R003(I)(B)');
  const shown = await dialog();
  expect(shown.getByText('Fremlægges af: Direktør')).toBeInTheDocument();
  expect(shown.getByText('Udbuddet er forsinket')).toBeInTheDocument();
  expect(shown.getByText('OBS')).toBeInTheDocument();
  expect(shown.getByText('Puljen er ikke besluttet')).toBeInTheDocument();
  expect(shown.getByText('Tidligere beslutninger (1)')).toBeInTheDocument();
});

test('a decision is saved on a pause, once, and gone on from into its follow-up with responsible and date', async () => {
  const plan = aMeetingToday();
  show(plan, 'obs:9');
  const form = await write('Omfanget er besluttet');
  await form.findByText('Gemt.');
  expect(plan.meetings.rows_.decisions.filter(({ meetingId }) => meetingId === 4)).toMatchObject([{ obsPointId: 9, initiativeIds: [3], kind: 'Decided', text: 'Omfanget er besluttet' }]);
  // It stands in its editor, and not in the list as well.
  expect(within(screen.getByRole('region', { name: 'Beslutninger og opfølgninger' })).queryAllByRole('listitem')).toEqual([]);
  await userEvent.type(form.getByRole('textbox', { name: 'Beslutning' }), ' i dag');
  await userEvent.click(form.getByRole('button', { name: 'Gem, og tilføj opfølgning' }));
  const followUp = within(await screen.findByRole('form', { name: 'Tilføj opfølgning' }));
  await userEvent.type(followUp.getByRole('textbox', { name: 'Hvad skal der ske?' }), 'Bestil biler');
  await userEvent.type(followUp.getByRole('combobox', { name: 'Ansvarlig' }), 'Fagchef, Ejendomme{Tab}');
  fireEvent.change(followUp.getByLabelText('Frist'), { target: { value: '2025-05-14' } });
  await userEvent.click(followUp.getByRole('button', { name: 'Gem opfølgningen' }));
  await waitFor(() => expect(plan.meetings.rows_.followUps).toMatchObject([{ title: 'Bestil biler', initiativeId: 3, responsibleId: 8, responsibleRole: 'Fagchef, Ejendomme', dueDate: '2025-05-14', state: 'NotStarted' }]));
  const made = plan.meetings.rows_.decisions.filter(({ meetingId }) => meetingId === 4);
  expect(made).toMatchObject([{ text: 'Omfanget er besluttet i dag' }]);
  expect(plan.meetings.rows_.followUps[0].decisionId).toBe(made[0].id);
  const decided = within(await screen.findByRole('region', { name: 'Beslutninger og opfølgninger' }));
  expect(await decided.findByText(/Bestil biler · Fagchef, Ejendomme · frist 14. maj 2025/)).toBeInTheDocument();
  expect(decided.getAllByText('Omfanget er besluttet i dag')).toHaveLength(1);
});

test('going on to the next step loses nothing, and neither does a reload on a bad day', async () => {
  const plan = aMeetingToday();
  show(plan, 'initiatives:1');
  plan.store.failWrites = { kind: 'throttled', seconds: 30 };
  await write('Halvt skrevet');
  await userEvent.click((await dialog()).getByRole('button', { name: /^Næste/ }));
  await heading('Bosætningskampagne');
  cleanup();
  plan.store.failWrites = undefined;
  show(plan, 'initiatives:1');
  expect(await (await dialog()).findByText('Ikke gemt')).toBeInTheDocument();
  await userEvent.click((await dialog()).getByRole('button', { name: 'Tilføj beslutning' }));
  const form = within(await screen.findByRole('form', { name: 'Tilføj beslutning' }));
  expect(form.getByRole('textbox', { name: 'Beslutning' })).toHaveValue('Halvt skrevet');
  await waitFor(() => expect(plan.meetings.rows_.decisions.filter(({ meetingId }) => meetingId === 4)).toMatchObject([{ initiativeIds: [1], text: 'Halvt skrevet' }]));
});

test('a reload in the middle of a saved decision goes on in the same row', async () => {
  const plan = aMeetingToday();
  show(plan, 'initiatives:1');
  const form = await write('Første');
  await form.findByText('Gemt.');
  plan.store.failWrites = { kind: 'offline' };
  await userEvent.type(form.getByRole('textbox', { name: 'Beslutning' }), ' og anden');
  cleanup();
  show(plan, 'initiatives:1');
  await userEvent.click(await (await dialog()).findByRole('button', { name: 'Tilføj beslutning' }));
  const again = within(await screen.findByRole('form', { name: 'Tilføj beslutning' }));
  expect(again.getByRole('textbox', { name: 'Beslutning' })).toHaveValue('Første og anden');
  expect(within(screen.getByRole('region', { name: 'Beslutninger og opfølgninger' })).queryAllByRole('listitem')).toEqual([]);
  plan.store.failWrites = undefined;
  await userEvent.click(again.getByRole('button', { name: 'Gem beslutningen' }));
  await waitFor(() => expect(plan.meetings.rows_.decisions.filter(({ meetingId }) => meetingId === 4)).toMatchObject([{ text: 'Første og anden' }]));
  expect((await dialog()).getAllByText('Første og anden')).toHaveLength(1);
});

test('a decision and its follow-up wait together without a line, and come out joined', async () => {
  const plan = aMeetingToday();
  show(plan, 'initiatives:2');
  plan.store.failWrites = { kind: 'offline' };
  const form = await write('Kampagnen udsættes');
  await userEvent.click(form.getByRole('button', { name: 'Gem, og tilføj opfølgning' }));
  const followUp = within(await screen.findByRole('form', { name: 'Tilføj opfølgning' }));
  await userEvent.type(followUp.getByRole('textbox', { name: 'Hvad skal der ske?' }), 'Ny tidsplan');
  await userEvent.type(followUp.getByRole('combobox', { name: 'Ansvarlig' }), 'Projektleder{Tab}');
  await userEvent.click(followUp.getByRole('button', { name: 'Gem opfølgningen' }));
  expect(await (await dialog()).findByText('2 ændringer venter på at blive sendt.')).toBeInTheDocument();
  expect((await dialog()).getByText(/Venter på at blive sendt/)).toBeInTheDocument();
  plan.store.failWrites = undefined;
  await userEvent.click((await dialog()).getByRole('button', { name: 'Send nu' }));
  await waitFor(() => expect(plan.meetings.rows_.followUps).toMatchObject([{ title: 'Ny tidsplan', responsibleRole: 'Projektleder' }]));
  expect(plan.meetings.rows_.followUps[0].decisionId).toBe(plan.meetings.rows_.decisions.find(({ text }) => text === 'Kampagnen udsættes')?.id);
});

test('a decision is taken back: by undo, or thrown away while it is written', async () => {
  const plan = aMeetingToday();
  const ofMeeting = (): string[] => plan.meetings.rows_.decisions.filter(({ meetingId, text }) => meetingId === 4 && text !== '').map(({ text }) => text);
  show(plan, 'closing');
  const form = await write('Forkert');
  await userEvent.click(form.getByRole('button', { name: 'Gem beslutningen' }));
  await waitFor(() => expect(ofMeeting()).toEqual(['Forkert']));
  await userEvent.click(await (await dialog()).findByRole('button', { name: 'Fortryd' }));
  await waitFor(() => expect(ofMeeting()).toEqual([]));
  await waitFor(() => expect(screen.queryByText('Forkert')).toBeNull());
  const second = await write('Også forkert');
  await second.findByText('Gemt.');
  await userEvent.click(second.getByRole('button', { name: 'Kassér' }));
  await waitFor(() => expect(ofMeeting()).toEqual([]));
  await waitFor(() => expect(screen.queryByText('Også forkert')).toBeNull());
});

test('an OBS point is closed where it is dealt with, and the meeting is held at its end', async () => {
  const plan = aMeetingToday();
  show(plan, 'obs:9');
  await userEvent.click(await (await dialog()).findByRole('button', { name: 'Luk OBS-punkt' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Hvorfor lukkes punktet?' }), 'Besluttet{Control>}{Enter}{/Control}');
  await waitFor(() => expect(plan.store.month_.obsPoints.find(({ id }) => id === 9)).toMatchObject({ state: 'Closed', closingText: 'Besluttet' }));
  cleanup();
  show(plan, 'closing');
  await userEvent.click(await (await dialog()).findByRole('button', { name: /^Marker som afholdt/ }));
  await waitFor(() => expect(plan.store.site_.meetings.find(({ id }) => id === 4)?.state).toBe('Held'));
});

test('a reader sees it all and may write nothing', async () => {
  show(aMeetingToday(noRights), 'obs:9');
  await heading('Flådestyring R003(I)(B)');
  expect((await dialog()).queryByRole('button', { name: /Tilføj|Rediger|Luk OBS/ })).toBeNull();
});
