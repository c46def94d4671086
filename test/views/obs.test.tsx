import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, aFollowUp, aMeeting, anEffort, anObsPoint, aSite, noRights } from '../plan/support/samples';
import { createMemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const director = { ...noRights, addObs: true, editObs: true };

/** The plan of the tests as a director sees it, opened in the view of OBS points. */
function directorsStore(): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ rights: director, meetings: [aMeeting('2025-04', { statusDeadline: '2025-04-22' }), aMeeting('2025-03', { state: 'Held' })] });
  store.month_ = {
    ...store.month_, efforts: [anEffort(4, { title: 'Sund økonomi' })],
    obsPoints: [...store.month_.obsPoints, anObsPoint(10, { initiativeIds: [], effortId: 4, text: 'Andet punkt', sortOrder: 10 }), anObsPoint(11, { initiativeIds: [1, 3], text: 'Tredje punkt', sortOrder: 11 })]
  };
  return store;
}

function showObs(store: MemoryStore, meetings = createMemoryMeetings(store)): void {
  window.history.replaceState(null, '', '/?upl-view=obs');
  showPlan(store, undefined, meetings);
}

async function board(): Promise<ReturnType<typeof within>> {
  return within(await screen.findByRole('region', { name: /^Direktion: / }));
}

async function textsInOrder(): Promise<string[]> {
  return (await board()).getAllByText(/^(Puljen er ikke besluttet|Andet punkt|Tredje punkt)$/).map((element: HTMLElement) => element.textContent ?? '');
}

test('the round suggests, says why, and raises with the text ready to edit', async () => {
  const store = directorsStore();
  store.month_ = { ...store.month_, obsPoints: [] };
  showObs(store);
  const suggestions = within(await screen.findByRole('region', { name: 'Forslag fra runden: 1' }));
  expect(suggestions.getByText('Beder om hjælp eller koordinering: Stillingtagen til pulje')).toBeInTheDocument();
  expect(suggestions.getByText('Følger ikke planen: Udbuddet er forsinket')).toBeInTheDocument();
  await userEvent.click(suggestions.getByRole('button', { name: 'Rejs OBS: Flådestyring R003(I)(B)' }));
  const form = within(await screen.findByRole('form', { name: /Rejs OBS-punkt/ }));
  const field = form.getByRole('textbox', { name: /Hvad skal direktionen være opmærksom på/ });
  expect(field).toHaveValue('Stillingtagen til pulje\nFølger ikke planen. Udbuddet er forsinket');
  await userEvent.type(field, '{Control>}{Enter}{/Control}');
  await waitFor(() => expect(store.month_.obsPoints).toMatchObject([{ initiativeIds: [3], type: 'Help', level: 'Executive', raisedPeriod: '2025-04', text: 'Stillingtagen til pulje\nFølger ikke planen. Udbuddet er forsinket' }]));
  expect(await screen.findByRole('region', { name: 'Forslag fra runden: 0' })).toBeInTheDocument();
  // The suggestion is gone: the focus goes on to the point that came of it.
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.place).toBe(`obs-${store.month_.obsPoints[0].id}`));
  expect(screen.getByText('1 forslag er dækket af et åbent OBS-punkt.')).toBeInTheDocument();
});

test('a point may be on several initiatives and a strategic effort', async () => {
  const store = directorsStore();
  showObs(store);
  await userEvent.click(await screen.findByRole('button', { name: 'Rejs andet OBS-punkt' }));
  const form = within(await screen.findByRole('form', { name: 'Rejs OBS-punkt: Hele planen' }));
  await userEvent.type(form.getByRole('textbox', { name: /Hvad skal direktionen/ }), 'Samme ledere');
  await userEvent.click(form.getByRole('combobox', { name: 'Indsatser' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Bosætningskampagne' }));
  await userEvent.click(screen.getByRole('option', { name: 'Flådestyring R003(I)(B)' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click(form.getByRole('combobox', { name: /Strategisk indsats/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Sund økonomi' }));
  await userEvent.click(form.getByRole('button', { name: 'Rejs OBS-punkt' }));
  await waitFor(() => expect(store.month_.obsPoints.find(({ text }) => text === 'Samme ledere')).toMatchObject({ initiativeIds: [2, 3], effortId: 4 }));
});

test('the order is changed by button and by Alt with the arrows, and the focus stays', async () => {
  const store = directorsStore();
  showObs(store);
  expect(await textsInOrder()).toEqual(['Puljen er ikke besluttet', 'Andet punkt', 'Tredje punkt']);
  await userEvent.click((await board()).getByRole('button', { name: 'Flyt op: Sund økonomi' }));
  await waitFor(async () => expect(await textsInOrder()).toEqual(['Andet punkt', 'Puljen er ikke besluttet', 'Tredje punkt']));
  const close = (await board()).getByRole('button', { name: 'Luk OBS-punkt: Sund økonomi' });
  close.focus();
  fireEvent.keyDown(close, { key: 'ArrowDown', altKey: true });
  await waitFor(async () => expect(await textsInOrder()).toEqual(['Puljen er ikke besluttet', 'Andet punkt', 'Tredje punkt']));
  await waitFor(() => expect(screen.getByText('Flyttet til plads 2 af 3.')).toBeInTheDocument());
  expect((await board()).getByRole('button', { name: 'Luk OBS-punkt: Sund økonomi' })).toHaveFocus();
  expect(store.month_.obsPoints.find(({ id }) => id === 10)?.sortOrder).toBe(10);
});

test('the order is changed by dragging', async () => {
  showObs(directorsStore());
  const handles = (await screen.findByRole('region', { name: /^Direktion: / })).querySelectorAll('[draggable="true"]');
  const dataTransfer = { setData: () => undefined, effectAllowed: '' };
  fireEvent.dragStart(handles[2], { dataTransfer });
  const first = handles[0].closest('li') ?? handles[0];
  fireEvent.dragOver(first, { dataTransfer });
  fireEvent.drop(first, { dataTransfer });
  await waitFor(async () => expect(await textsInOrder()).toEqual(['Tredje punkt', 'Puljen er ikke besluttet', 'Andet punkt']));
});

test('an order that SharePoint refuses is said, and shown as it stands in the list', async () => {
  const store = directorsStore();
  showObs(store);
  await board();
  store.failWrites = { kind: 'forbidden' };
  await userEvent.click((await board()).getByRole('button', { name: 'Flyt op: Sund økonomi' }));
  expect((await screen.findAllByText(/Du har ikke ret til at gemme her/)).length).toBeGreaterThan(0);
  await waitFor(async () => expect(await textsInOrder()).toEqual(['Puljen er ikke besluttet', 'Andet punkt', 'Tredje punkt']));
});

test('a point is closed with a reason, withdrawn, and opened again', async () => {
  const store = directorsStore();
  const stateOf = (id: number): unknown => store.month_.obsPoints.find((point) => point.id === id);
  showObs(store);
  await userEvent.click((await board()).getByRole('button', { name: 'Luk OBS-punkt: Flådestyring R003(I)(B)' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /Hvorfor lukkes punktet/ }), 'Besluttet{Control>}{Enter}{/Control}');
  await waitFor(() => expect(stateOf(9)).toMatchObject({ state: 'Closed', closedPeriod: '2025-04', closingText: 'Besluttet' }));
  expect(await screen.findByRole('region', { name: 'Direktion: 2 åbne' })).toBeInTheDocument();
  await userEvent.click((await board()).getByRole('button', { name: 'Åbn igen: Flådestyring R003(I)(B)' }));
  await waitFor(() => expect(stateOf(9)).toMatchObject({ state: 'Open', closedPeriod: undefined, closingText: '' }));
  await userEvent.click((await board()).getByRole('button', { name: 'Træk tilbage: Sund økonomi' }));
  await waitFor(() => expect(stateOf(10)).toMatchObject({ state: 'Withdrawn', closedPeriod: '2025-04' }));
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.place).toBe('obs-10'));
  await userEvent.click(await (await board()).findByRole('button', { name: 'Åbn igen: Sund økonomi' }));
  await waitFor(() => expect(stateOf(10)).toMatchObject({ state: 'Open' }));
});

test('each point shows its age, its decisions and what they led to; so does the initiative', async () => {
  const store = directorsStore();
  const meetings = createMemoryMeetings(store, {
    decisions: [aDecision(50, { meetingId: 3, obsPointId: 9, initiativeIds: [3], kind: 'Discussed', text: 'Puljen blev drøftet' })],
    followUps: [aFollowUp(60, { decisionId: 50, title: 'Afklar krav', dueDate: '2025-04-15', responsibleRole: 'Fagchef, Ejendomme' })]
  });
  showObs(store, meetings);
  expect(await (await board()).findByText('Puljen blev drøftet')).toBeInTheDocument();
  expect(screen.getByText((_text, element) => element?.textContent === 'Møde 2025-03 · Drøftet')).toBeInTheDocument();
  expect(screen.getByText('Opfølgning: Afklar krav · Fagchef, Ejendomme · frist 15. april 2025 · Ikke startet')).toBeInTheDocument();
  expect((await board()).getAllByText(/2\. måned i træk/).length).toBeGreaterThan(0);
  expect((await board()).getAllByText(/^Behandlet på/)[0]).toHaveTextContent('Behandlet på: Møde 2025-03');
  await userEvent.click(screen.getByRole('link', { name: 'Overblik' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Vis hele indsatsen: Flådestyring' }));
  expect(await screen.findByText('Puljen blev drøftet')).toBeInTheDocument();
});

test('the initiative says which meetings had it in focus', async () => {
  const store = directorsStore();
  const meetings = createMemoryMeetings(store);
  meetings.details_ = meetings.details_.map((each) => (each.period === '2025-03' ? { ...each, focusInitiativeIds: [3] } : each));
  window.history.replaceState(null, '', '/?upl-row=3');
  showPlan(store, undefined, meetings);
  await userEvent.click(within((await screen.findByText(/^I fokus på/))).getByRole('link', { name: 'Møde 2025-03' }));
  expect(await screen.findByRole('heading', { name: 'Møde 2025-03' })).toBeInTheDocument();
});

test('the summary of a level is copied as rich text and plain text, and printed alone', async () => {
  const written: Record<string, Blob>[] = [];
  Object.defineProperty(globalThis, 'ClipboardItem', { configurable: true, value: class { public constructor(public readonly parts: Record<string, Blob>) {} } });
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write: async ([item]: { parts: Record<string, Blob> }[]) => { written.push(item.parts); } } });
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  const store = directorsStore();
  store.site_ = { ...store.site_, rights: noRights };
  showObs(store);
  await userEvent.click((await board()).getByRole('button', { name: 'Kopiér opsamling: Direktion' }));
  await waitFor(() => expect(written).toHaveLength(1));
  expect(Object.keys(written[0])).toEqual(['text/html', 'text/plain']);
  const plain = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(written[0]['text/plain']);
  });
  expect(plain).toMatch(/^Opsamling af OBS-punkter: Direktion\r\n.*Møde 2025-04[^]*⚑ OBS Puljen er ikke besluttet[^]*Gælder: Flådestyring R003\(I\)\(B\)[^]*Gælder: Sund økonomi/);
  await userEvent.click(screen.getByRole('button', { name: 'Udskriv opsamling: Koncernledelse' }));
  await waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  expect((await screen.findByRole('region', { name: /^Direktion: / })).className).toContain('notPrinted');
  fireEvent(window, new Event('afterprint'));
  await waitFor(() => expect(screen.getByRole('region', { name: /^Direktion: / }).className).not.toContain('notPrinted'));
  print.mockRestore();
});

test('whoever may not write reads: no suggestion, no button', async () => {
  const store = directorsStore();
  store.site_ = { ...store.site_, rights: { ...noRights, editReports: true } };
  showObs(store);
  const level = await board();
  expect(level.getByText('Puljen er ikke besluttet')).toBeInTheDocument();
  expect(screen.getByText('Kun direktører og økonomichefen kan rejse OBS-punkter.')).toBeInTheDocument();
  expect(within(screen.getByRole('region', { name: 'OBS-punkter' })).queryAllByRole('button', { name: /OBS|Flyt|Træk/ })).toEqual([]);
  expect(screen.queryByRole('region', { name: /Forslag/ })).toBeNull();
});

test('in a locked month points are closed, but neither raised nor rewritten', async () => {
  const store = directorsStore();
  store.site_ = { ...store.site_, meetings: [aMeeting('2025-04', { state: 'Locked' })] };
  showObs(store);
  expect((await board()).getByRole('button', { name: 'Luk OBS-punkt: Sund økonomi' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Rejs|Rediger/ })).toBeNull();
});
