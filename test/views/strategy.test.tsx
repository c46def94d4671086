import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting, anEffort, aReport, aSite, noRights } from '../plan/support/samples';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, inRow, showPlan } from './setup/page';

const director = { ...noRights, editEfforts: true, editReports: true };

function aPlanWithEfforts(rights = director, view = 'strategy'): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ rights });
  store.month_ = {
    ...store.month_,
    efforts: [
      anEffort(21, { title: 'Sund økonomi', ownerId: 7, ownerRole: 'Økonomichef', initiativeIds: [1], validFrom: '2025-03-01' }), anEffort(22, { title: 'Bosætning', ownerRole: 'Direktør' }),
      anEffort(23, { title: 'Afsluttet', validTo: '2025-02-28' })
    ],
    reports: [...store.month_.reports, { ...aReport(21, { progress: 'Attention', statusText: 'Råderummet er ikke fundet' }), subject: { kind: 'effort', id: 21 }, reportKey: 'S21:2025-04' }]
  };
  window.history.replaceState(null, '', `/?upl-view=${view}`);
  showPlan(store);
  return store;
}

const card = async (title: string): Promise<ReturnType<typeof within>> => {
  const found = (await screen.findByRole('heading', { level: 4, name: title })).closest('li');
  if (!found) {
    throw new Error(`${title} stands in no card`);
  }
  return within(found);
};
const effort = (store: MemoryStore, title: string): number[] | undefined => store.month_.efforts.find((each) => each.title === title)?.initiativeIds;

test('each effort with owner, validity, its own status and what carries it; those that are over stand apart', async () => {
  aPlanWithEfforts();
  const economy = await card('Sund økonomi');
  expect(economy.getByText('Kræver opmærksomhed')).toBeInTheDocument();
  expect(economy.getByText('Råderummet er ikke fundet')).toBeInTheDocument();
  expect(economy.getByText(/Gælder fra 1\. marts 2025/)).toBeInTheDocument();
  expect(economy.getByText(/Skriftlige fremstillinger R101 \(I\)\(B\)/)).toBeInTheDocument();
  expect((await card('Bosætning')).getByText('Status ikke modtaget')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Afsluttet' })).toBeNull();
  expect(screen.getByText(/Gælder til 28\. februar 2025/)).toBeInTheDocument();
});

test('gaps stand out from both sides, and can be the only thing shown', async () => {
  aPlanWithEfforts();
  const gaps = within(await screen.findByRole('region', { name: 'Huller' }));
  expect(gaps.getByText('Strategiske indsatser uden indsatser i planen (1)')).toBeInTheDocument();
  expect(gaps.getByText('Indsatser uden strategisk indsats (2)')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Kun huller' }));
  expect(within(screen.getByRole('table')).getAllByRole('rowheader').map((header: HTMLElement) => header.textContent)).toEqual([expect.stringContaining('Bosætningskampagne'), expect.stringContaining('Flådestyring')]);
});

test('a director couples in the matrix with one press, and takes it away with the next', async () => {
  const store = aPlanWithEfforts();
  const cell = await screen.findByRole('button', { name: 'Flådestyring – Bosætning' });
  expect(cell).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(cell);
  await waitFor(() => expect(effort(store, 'Bosætning')).toEqual([3]));
  expect(screen.getByRole('button', { name: 'Flådestyring – Bosætning' })).toHaveAttribute('aria-pressed', 'true');
  expect((await screen.findAllByText('Flådestyring er koblet til Bosætning.')).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('button', { name: 'Flådestyring – Bosætning' }));
  await waitFor(() => expect(effort(store, 'Bosætning')).toEqual([]));
});

test('a coupling is laid upon what a colleague saved meanwhile', async () => {
  const store = aPlanWithEfforts();
  await screen.findByRole('button', { name: 'Flådestyring – Bosætning' });
  store.month_ = { ...store.month_, efforts: store.month_.efforts.map((each) => (each.id === 22 ? { ...each, initiativeIds: [2], description: 'Deres ord', etag: '"9"' } : each)) };
  await userEvent.click(screen.getByRole('button', { name: 'Flådestyring – Bosætning' }));
  await waitFor(() => expect(effort(store, 'Bosætning')).toEqual([2, 3]));
  expect(store.month_.efforts.find(({ id }) => id === 22)?.description).toBe('Deres ord');
});

test('without a line the coupling waits to be sent, and a refusal is said', async () => {
  const store = aPlanWithEfforts();
  store.failWrites = { kind: 'offline' };
  await userEvent.click(await screen.findByRole('button', { name: 'Flådestyring – Bosætning' }));
  expect(await screen.findByText(/1 ændring venter/)).toBeInTheDocument();
  store.failWrites = { kind: 'forbidden' };
  await userEvent.click(screen.getByRole('button', { name: 'Bosætningskampagne – Bosætning' }));
  expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
  window.localStorage.clear();
});

test('the same from the initiative’s side', async () => {
  const store = aPlanWithEfforts(director, 'overview');
  await userEvent.click((await inRow('Flådestyring')).getByRole('button', { name: 'Vis hele indsatsen: Flådestyring' }));
  const box = await screen.findByRole('checkbox', { name: 'Bosætning' });
  expect(screen.queryByRole('checkbox', { name: 'Afsluttet' })).toBeNull();
  await userEvent.click(box);
  await waitFor(() => expect(effort(store, 'Bosætning')).toEqual([3]));
});

test('an effort is created with a title, an owner the plan knows, and its initiatives', async () => {
  const store = aPlanWithEfforts();
  await userEvent.click(await screen.findByRole('button', { name: 'Opret strategisk indsats' }));
  const form = within(await screen.findByRole('form', { name: 'Opret strategisk indsats' }));
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  expect(await form.findByText('Skal udfyldes')).toBeInTheDocument();
  await userEvent.type(form.getByRole('textbox', { name: 'Titel' }), 'Digitalisering');
  await userEvent.type(form.getByRole('combobox', { name: 'Ejer' }), 'Økonomichef{Enter}');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(store.month_.efforts.find(({ title }) => title === 'Digitalisering')).toMatchObject({ ownerRole: 'Økonomichef', ownerId: 7, sortOrder: 24 }));
  expect(await screen.findByRole('heading', { name: 'Digitalisering' })).toBeInTheDocument();
});

test('an effort is edited where it stands, and the edit can be taken back', async () => {
  const store = aPlanWithEfforts();
  await userEvent.click((await card('Sund økonomi')).getByRole('button', { name: 'Rediger strategisk indsats: Sund økonomi' }));
  const form = within(await screen.findByRole('form', { name: 'Rediger strategisk indsats: Sund økonomi' }));
  await userEvent.clear(form.getByRole('textbox', { name: 'Titel' }));
  await userEvent.type(form.getByRole('textbox', { name: 'Titel' }), 'Reelt råderum');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(effort(store, 'Reelt råderum')).toEqual([1]));
  await userEvent.click(await screen.findByRole('button', { name: 'Fortryd' }));
  await waitFor(() => expect(effort(store, 'Sund økonomi')).toEqual([1]));
});

test('its status is written where it stands, by the owner', async () => {
  const store = aPlanWithEfforts({ ...noRights, editReports: true, addReports: true });
  await userEvent.click((await card('Sund økonomi')).getByRole('button', { name: 'Skriv status: Sund økonomi' }));
  const form = within(await screen.findByRole('form', { name: /Sund økonomi/ }));
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), ' endnu');
  await userEvent.click(form.getByRole('radio', { name: /Nej/ }));
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  await waitFor(() => expect(store.month_.reports.find(({ reportKey }) => reportKey === 'S21:2025-04')?.statusText).toBe('Råderummet er ikke fundet endnu'));
});

test('readers see couplings and change none; a locked month takes nothing from anybody', async () => {
  aPlanWithEfforts(noRights);
  await card('Sund økonomi');
  expect(screen.getByText(/Kun direktionen kan oprette/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /–/ })).toBeNull();
  expect(within(screen.getByRole('table')).getAllByText('Koblet')).toHaveLength(1);
});

test('a locked month takes no coupling', async () => {
  const store = aStore();
  store.site_ = aSite({ rights: director, meetings: [aMeeting('2025-04', { state: 'Locked' })] });
  store.month_ = { ...store.month_, efforts: [anEffort(21, { title: 'Sund økonomi', initiativeIds: [1] })] };
  window.history.replaceState(null, '', '/?upl-view=strategy');
  showPlan(store);
  await card('Sund økonomi');
  expect(screen.queryByRole('button', { name: /–|Opret|Rediger/ })).toBeNull();
});
