import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting, anInitiative } from '../plan/support/samples';
import { aStore, inRow, rowOf, showPlan } from './setup/page';

test('the month stands in one table, with titles, codes and marks as written', async () => {
  showPlan(aStore());
  const table = await screen.findByRole('table', { name: 'Indsatser med status for april 2025' });
  expect(within(table).getAllByRole('columnheader')).toHaveLength(6);
  expect((await inRow('Skriftlige')).getByRole('rowheader')).toHaveTextContent('Skriftlige fremstillinger R101 (I)(B)');
  expect(screen.getByText('Åben for status · frist 18. april · direktionsmøde 26. april')).toBeInTheDocument();
});

test('missing says so in words, and last month’s text is never shown for it', async () => {
  const store = aStore();
  store.savedByOther(1001, { state: 'Missing' });
  showPlan(store);
  expect((await inRow('Skriftlige')).getByText('Status ikke modtaget')).toBeInTheDocument();
  expect(screen.queryByText('Marts tekst')).not.toBeInTheDocument();
});

test('red is OBS and nothing else: flag, word and text', async () => {
  showPlan(aStore());
  const row = await rowOf('Flådestyring');
  const obs = within(row).getByText('Puljen er ikke besluttet').closest('div');
  expect(obs).toHaveClass('obs');
  expect(obs).toHaveTextContent('OBS Direktion · 2. måned i træk');
  expect(obs?.querySelector('svg')).not.toBeNull();
  expect((await rowOf('Skriftlige')).querySelector('.obs')).toBeNull();
});

test('each count shows its rows when pressed', async () => {
  showPlan(aStore());
  await userEvent.click(await screen.findByRole('button', { name: /1 mangler/ }));
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Vis hele indsatsen/ })).toHaveLength(1));
  expect(screen.getByRole('rowheader', { name: /Bosætningskampagne/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /1 mangler/ }));
  await userEvent.click(screen.getByRole('button', { name: /1 åbne OBS-punkter/ }));
  expect(screen.getByRole('rowheader', { name: /Flådestyring/ })).toBeInTheDocument();
  expect(screen.queryByRole('rowheader', { name: /Skriftlige/ })).not.toBeInTheDocument();
  expect(window.location.search).toBe('?upl-onlyObs=1');
});

test('search finds a code and says when nothing fits', async () => {
  showPlan(aStore());
  const field = await screen.findByRole('searchbox', { name: 'Søg i titel, kode eller tekst' });
  await userEvent.type(field, 'r003');
  await waitFor(() => expect(screen.queryByRole('rowheader', { name: /Skriftlige/ })).not.toBeInTheDocument());
  await userEvent.type(field, 'xyz');
  expect(await screen.findByText('Ingen indsatser passer til dine filtre.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Nulstil filtre' }));
  expect(await screen.findByRole('rowheader', { name: /Skriftlige/ })).toBeInTheDocument();
});

test('table and address follow the words, not each key of them, and what is taken back is not written afterwards', async () => {
  showPlan(aStore());
  const field = await screen.findByRole('searchbox', { name: 'Søg i titel, kode eller tekst' });
  const written = jest.spyOn(window.history, 'replaceState');
  ['r', 'r0', 'r00', 'r003'].forEach((value) => fireEvent.change(field, { target: { value } }));
  await waitFor(() => expect(window.location.search).toBe('?upl-search=r003'));
  expect(screen.getAllByRole('row').filter((row) => row.dataset.initiative)).toHaveLength(1);
  expect(written).toHaveBeenCalledTimes(1);
  written.mockRestore();
  fireEvent.change(field, { target: { value: 'r003x' } });
  await userEvent.click(screen.getByRole('button', { name: 'Nulstil filtre' }));
  await waitFor(() => expect(window.location.search).toBe(''));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect([window.location.search, field]).toEqual(['', expect.objectContaining({ value: '' })]);
});

test('a column head sorts up, down and back to the plan’s order, and says which', async () => {
  showPlan(aStore());
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Gruppér efter' }), 'none');
  const titles = (): (string | null)[] => screen.getAllByRole('rowheader').map((cell) => cell.querySelector('strong')?.textContent ?? '');
  const head = screen.getByRole('button', { name: /^Indsats/ });
  await userEvent.click(head);
  expect(titles()).toEqual(['Bosætningskampagne', 'Flådestyring', 'Skriftlige fremstillinger']);
  expect(head.closest('th')).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(head);
  expect(titles()).toEqual(['Skriftlige fremstillinger', 'Flådestyring', 'Bosætningskampagne']);
  await userEvent.click(head);
  expect(head.closest('th')).toHaveAttribute('aria-sort', 'none');
});

test('a link shows the same again', async () => {
  window.history.replaceState(null, '', '/?Mode=Edit&upl-group=none&upl-onlyMine=1&upl-row=1');
  showPlan(aStore());
  expect(await screen.findByText('Hvad indsatsen er')).toBeInTheDocument();
  expect(screen.queryByRole('rowheader', { name: /Flådestyring/ })).not.toBeInTheDocument();
  expect(screen.queryByRole('rowheader', { name: /2 indsatser/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Luk indsatsen: Skriftlige fremstillinger' }));
  expect(window.location.search).toBe('?Mode=Edit&upl-group=none&upl-onlyMine=1');
});

test('an opened row tells the whole initiative back to its first month', async () => {
  showPlan(aStore());
  await userEvent.click(await screen.findByRole('button', { name: 'Vis hele indsatsen: Skriftlige fremstillinger' }));
  expect(await screen.findByText('Budgetaftalen')).toBeInTheDocument();
  expect(screen.getByText('(I) Investering · (B) Besparelse')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'marts 2025' })).toBeInTheDocument();
  expect(screen.getByText('Marts tekst')).toBeInTheDocument();
});

test('the person behind a role is looked up when asked for', async () => {
  showPlan(aStore());
  expect(screen.queryByText(/Person 8/)).not.toBeInTheDocument();
  await userEvent.click((await inRow('Flådestyring')).getByRole('button', { name: 'Fagchef, Ejendomme' }));
  expect(await screen.findByText(/Person 8/)).toBeInTheDocument();
});

test('other months are chosen, and the way back is the browser’s', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, meetings: [...store.site_.meetings, aMeeting('2025-03', { state: 'Held' })] };
  showPlan(store);
  await userEvent.click(await screen.findByRole('button', { name: 'Forrige måned' }));
  expect(await screen.findByText('Marts tekst')).toBeInTheDocument();
  expect(screen.getByText(/læses direkte fra listerne/)).toBeInTheDocument();
  act(() => window.history.back());
  expect(await screen.findByText('Skabeloner er klar')).toBeInTheDocument();
});

test('a value that cannot be read is said on its row, and the row stands', async () => {
  const store = aStore();
  store.month_ = { ...store.month_, initiatives: [...store.month_.initiatives, anInitiative(4, { title: 'Skæv', originalText: 'Skæv', problems: [{ column: 'Lifecycle', found: 'Måske' }] })] };
  showPlan(store);
  expect((await inRow('Skæv')).getByText('Kolonnen Lifecycle kan ikke læses: "Måske". Ret den i listen.')).toBeInTheDocument();
});

test('in English nothing is left in Danish', async () => {
  globalThis.testLanguage = 'en-us';
  showPlan(aStore());
  expect(await screen.findByRole('table', { name: 'Initiatives with status for April 2025' })).toBeInTheDocument();
  expect(screen.getByText('Open for status · deadline April 18 · executive board meeting April 26')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /2 of 3 statuses received/ })).toBeInTheDocument();
  expect(screen.queryByText(/modtaget|Gruppér|Fremdrift/)).not.toBeInTheDocument();
});

test('the round’s bar names whose status is missing, and leads those who keep the rounds to where they are asked', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, rights: { ...store.site_.rights, editMeetings: true } };
  showPlan(store);
  expect(await screen.findByText('2 af 3 statusser modtaget · 1 mangler')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Mangler: Fagchef' }));
  expect(screen.queryByRole('rowheader', { name: /Skriftlige/ })).not.toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: /Bosætningskampagne/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Anmod eller påmind' }));
  expect(await screen.findByRole('heading', { name: 'Hvem mangler' })).toBeInTheDocument();
  window.history.replaceState(null, '', '/');
});
