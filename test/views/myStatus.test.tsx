import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, aFollowUp, aMeeting, anEffort, anInitiative, aReport, aSite, noRights } from '../plan/support/samples';
import { createMemoryMeetings, type MemoryMeetings } from './setup/memoryMeetings';
import { createMemoryStore, type MemoryStore } from './setup/memoryStore';
import { showPlan } from './setup/page';
import { aMonth } from '../plan/support/samples';

const said = { progress: 'OnTrack', statusText: 'Marts tekst', nextSteps: 'Videre', needsCoordination: false } as const;

/** Three of mine in April: one confirmed by March’s words, one without, one handed in; and a strategic effort. */
function aStore(): MemoryStore {
  const report = (id: number, changes: Parameters<typeof aReport>[1]): ReturnType<typeof aReport> => aReport(id, changes);
  const march = (id: number): ReturnType<typeof aReport> => ({ ...report(id, { period: '2025-03', ...said }), id: 2000 + id });
  return createMemoryStore(
    aSite({ meetings: [aMeeting('2025-03', { id: 3, state: 'Held' }), aMeeting('2025-04', { id: 4 })] }),
    aMonth({
      initiatives: [
        anInitiative(1, { title: 'Flådestyring', originalText: 'Flådestyring R003(I)(B)', chiefId: 7 }), anInitiative(2, { title: 'Kloge m2', originalText: 'Kloge m2', chiefId: 8, deputyId: 7 }),
        anInitiative(3, { title: 'Analyse', originalText: 'Analyse', chiefId: 7 }), anInitiative(4, { title: 'En andens', originalText: 'En andens', chiefId: 9 })
      ],
      efforts: [anEffort(1, { title: 'Sund økonomi', ownerId: 7 })],
      reports: [report(1, { state: 'Missing' }), report(2, { state: 'Missing' }), report(3, { ...said, statusText: 'April tekst', submittedAt: '2025-04-14T08:00:00Z' }), report(4, { state: 'Missing' }), march(1), march(3)]
    })
  );
}

const meetingsOf = (store: MemoryStore): MemoryMeetings => createMemoryMeetings(store, {
  decisions: [aDecision(1, { meetingId: 3, initiativeIds: [1], text: 'Kravene afklares' })],
  followUps: [aFollowUp(11, { title: 'Afklar krav', decisionId: 1, initiativeId: 1, state: 'InProgress' }), aFollowUp(12, { title: 'Ring til naboen', responsibleId: 7 })]
});

beforeEach(() => {
  window.localStorage.clear();
  window.history.replaceState(null, '', '/?upl-view=myStatus&upl-month=2025-04');
});
afterEach(() => window.history.replaceState(null, '', '/'));

const formOf = async (title: string): Promise<ReturnType<typeof within>> => within(await screen.findByRole('form', { name: `Status for ${title}` }));
const stored = (store: MemoryStore, key: string): MemoryStore['month_']['reports'][number] | undefined => store.month_.reports.find(({ reportKey }) => reportKey === key);

test('own initiatives, as deputy too, and strategic efforts; what is missing first, the first of them ready to be written', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  await formOf('Flådestyring');
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['Flådestyring R003(I)(B)', 'Kloge m2', 'Sund økonomi', 'Analyse', 'Dine øvrige opfølgninger']);
  expect(screen.getByText('1 af 4 statusser modtaget · 3 mangler')).toBeInTheDocument();
});

test('one key confirms what was said last, and the next missing stands ready', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Bekræft uændret status: Flådestyring' })).toHaveFocus());
  expect(screen.getByText('Marts tekst')).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await formOf('Kloge m2');
  expect(stored(store, 'I1:2025-04')).toMatchObject({ state: 'Submitted', statusText: 'Marts tekst', progress: 'OnTrack', needsCoordination: false });
  expect(screen.getByText('2 af 4 statusser modtaget · 2 mangler')).toBeInTheDocument();
});

test('the texts of last time are a start, Ctrl+Enter submits and moves on, the last one says that all is done', async () => {
  const store = aStore();
  store.month_ = { ...store.month_, efforts: [], initiatives: store.month_.initiatives.filter(({ id }) => id !== 2) };
  showPlan(store, undefined, meetingsOf(store));
  const form = await formOf('Flådestyring');
  await userEvent.click(form.getByRole('button', { name: 'Start med teksten fra sidst' }));
  const field = form.getByRole('textbox', { name: /Status siden sidst/ });
  expect(field).toHaveFocus();
  await userEvent.type(field, ' og mere');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Alle dine statusser for april 2025 er indsendt/)).toBeInTheDocument();
  expect(stored(store, 'I1:2025-04')).toMatchObject({ state: 'Submitted', statusText: 'Marts tekst og mere', nextSteps: 'Videre' });
});

test('the last one confirmed closes its form: nobody else has written', async () => {
  const store = aStore();
  store.month_ = { ...store.month_, efforts: [], initiatives: store.month_.initiatives.filter(({ id }) => id !== 2) };
  showPlan(store, undefined, meetingsOf(store));
  await formOf('Flådestyring');
  await userEvent.click(screen.getByRole('button', { name: 'Bekræft uændret status: Flådestyring' }));
  expect(await screen.findByText(/Alle dine statusser for april 2025 er indsendt/)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('button', { name: 'Flådestyring R003(I)(B)' })).toHaveFocus());
});

test('without a line the entry says that its status waits, and cannot be confirmed over it', async () => {
  const store = aStore();
  const page = showPlan(store, undefined, meetingsOf(store));
  const form = await formOf('Flådestyring');
  await userEvent.click(form.getByRole('button', { name: 'Start med teksten fra sidst' }));
  store.failWrites = { kind: 'offline' };
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(await screen.findByText('1 af 4 · Venter på forbindelse.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Bekræft uændret status: Flådestyring' })).not.toBeInTheDocument();
  // The next stands ready, as after a submit; from the last the way does not lead back to what waits.
  const next = await formOf('Kloge m2');
  expect(screen.queryByRole('form', { name: 'Status for Flådestyring' })).not.toBeInTheDocument();
  expect(next.getByRole('button', { name: 'Indsend status' })).toBeInTheDocument();
  // Whoever comes back before the line does is led there, too.
  page.unmount();
  showPlan(store, undefined, meetingsOf(store));
  await formOf('Kloge m2');
  expect(screen.queryByRole('form', { name: 'Status for Flådestyring' })).not.toBeInTheDocument();
});

test('a text that is kept in the list while one writes is not said to have come back', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  const form = await formOf('Flådestyring');
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), 'Begyndt');
  await waitFor(() => expect(stored(store, 'I1:2025-04')).toMatchObject({ state: 'Draft', statusText: 'Begyndt' }));
  expect(await form.findByRole('button', { name: 'Kassér kladden' })).toBeInTheDocument();
  expect(form.queryByText(/Kladden er hentet frem/)).not.toBeInTheDocument();
});

test('next and previous by keyboard, and what was begun is kept in the list as a draft', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  const form = await formOf('Flådestyring');
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), 'Begyndt');
  await userEvent.keyboard('{Alt>}{PageDown}{/Alt}');
  await formOf('Kloge m2');
  await waitFor(() => expect(stored(store, 'I1:2025-04')).toMatchObject({ state: 'Draft', statusText: 'Begyndt' }));
  await userEvent.keyboard('{Alt>}{PageUp}{/Alt}');
  expect((await formOf('Flådestyring')).getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Begyndt');
  expect(screen.queryByRole('button', { name: 'Bekræft uændret status: Flådestyring' })).not.toBeInTheDocument();
});

test('a yes demands its words, a CPR number stops, a small number is hinted at', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  const form = await formOf('Flådestyring');
  await userEvent.click(form.getByRole('button', { name: 'Start med teksten fra sidst' }));
  await userEvent.click(form.getByRole('radio', { name: 'Ja' }));
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(form.getByText('Skal udfyldes')).toBeInTheDocument();
  const words = form.getByRole('textbox', { name: /Hvad er der brug for/ });
  await userEvent.type(words, 'Hjælp til 3 borgere');
  expect(form.getByText(/Overvej, om små tal kan genkendes/)).toBeInTheDocument();
  await userEvent.type(words, ', 010203-1234');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(form.getByText('Teksten ligner et CPR-nummer. Fjern det, før du indsender.')).toBeInTheDocument();
  expect(stored(store, 'I1:2025-04')?.state).not.toBe('Submitted');
});

test('a correction says what it is', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  await userEvent.click(await screen.findByRole('button', { name: 'Analyse' }));
  const form = await formOf('Analyse');
  expect(form.getByText(/Den tidligere version bevares i historikken/)).toBeInTheDocument();
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), ' rettet');
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  await waitFor(() => expect(stored(store, 'I3:2025-04')?.statusText).toBe('April tekst rettet'));
});

test('decisions and follow-ups since last time stand with their initiative, and a state is changed in place', async () => {
  const store = aStore();
  const meetings = meetingsOf(store);
  showPlan(store, undefined, meetings);
  await formOf('Flådestyring');
  expect(screen.getByText('Besluttet: Kravene afklares')).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tilstand for Afklar krav' }), 'Udført');
  await waitFor(() => expect(meetings.rows_.followUps.find(({ id }) => id === 11)?.state).toBe('Done'));
  expect(screen.getByRole('combobox', { name: 'Tilstand for Afklar krav' })).toHaveValue('Done');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tilstand for Ring til naboen' }), 'I gang');
  await waitFor(() => expect(meetings.rows_.followUps.find(({ id }) => id === 12)?.state).toBe('InProgress'));
});

test('a refusal keeps the status missing and says so', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  await formOf('Flådestyring');
  store.failWrites = { kind: 'forbidden' };
  await userEvent.click(screen.getByRole('button', { name: 'Bekræft uændret status: Flådestyring' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Du har ikke ret til at gemme her');
  expect(stored(store, 'I1:2025-04')?.state).toBe('Missing');
});

test('somebody wrote first: nothing is confirmed over it', async () => {
  const store = aStore();
  showPlan(store, undefined, meetingsOf(store));
  await formOf('Flådestyring');
  store.savedByOther(1001, { state: 'Submitted', statusText: 'Stedfortræderens' });
  await userEvent.click(screen.getByRole('button', { name: 'Bekræft uændret status: Flådestyring' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Bekræft uændret status: Flådestyring' })).not.toBeInTheDocument());
  expect(stored(store, 'I1:2025-04')?.statusText).toBe('Stedfortræderens');
  // The entry stays open, and its form says what has happened.
  expect(await (await formOf('Flådestyring')).findByText(/En anden har gemt/)).toBeInTheDocument();
});

test('nothing to report, no round, and a locked round each say so', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, me: { id: 99, name: 'x', loginName: 'x' } };
  const page = showPlan(store, undefined, meetingsOf(store));
  expect(await screen.findByText('Du har intet at indberette for april 2025.')).toBeInTheDocument();
  page.unmount();
  window.history.replaceState(null, '', '/?upl-view=myStatus&upl-month=2025-05');
  const without = showPlan(aStore(), undefined, meetingsOf(store));
  expect(await screen.findByText('Der er ingen statusrunde for maj 2025.')).toBeInTheDocument();
  without.unmount();
  window.history.replaceState(null, '', '/?upl-view=myStatus&upl-month=2025-03');
  showPlan(aStore(), undefined, meetingsOf(store));
  expect(await screen.findByText(/Runden er låst/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Flådestyring R003(I)(B)' }));
  expect(await screen.findByText('Marts tekst')).toBeInTheDocument();
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
});

test('what cannot be read is a problem with a way on, not an empty list', async () => {
  const store = aStore();
  const meetings = meetingsOf(store);
  showPlan(store, undefined, { ...meetings, decisions: async () => { throw new Error('nej'); } });
  expect(await screen.findByRole('heading', { name: 'Planen kunne ikke hentes' })).toBeInTheDocument();
});

test('a reader is not led here', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, rights: noRights };
  window.history.replaceState(null, '', '/');
  showPlan(store, undefined, meetingsOf(store));
  await screen.findByRole('link', { name: 'Overblik' });
  expect(screen.queryByRole('link', { name: 'Min status' })).not.toBeInTheDocument();
});
