import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting, aSite, noRights } from '../plan/support/samples';
import { createMemoryNextYear, type MemoryNextYear } from './setup/memoryNextYear';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const finance = { ...noRights, addInitiatives: true, editInitiatives: true, editSettings: true, addMeetings: true, editMeetings: true };

function financesStore(): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ rights: finance, meetings: [aMeeting('2025-12', { state: 'Held', meetingDate: '2025-12-17' })] });
  store.month_ = { ...store.month_, initiatives: store.month_.initiatives.map((row) => ({ ...row, committees: ['BUU'] })) };
  return store;
}

async function opens(store: MemoryStore, years: MemoryNextYear = createMemoryNextYear(store)): Promise<MemoryNextYear> {
  window.history.replaceState(null, '', '/?upl-view=nextYear');
  showPlan(store, undefined, undefined, undefined, undefined, undefined, undefined, { loadNextYear: async () => years });
  await screen.findByRole('heading', { name: 'Opret plan 2026' });
  await screen.findByText(/mangler et valg\.$/);
  return years;
}

const choice = (title: string): HTMLElement => screen.getByRole('combobox', { name: `Hvad sker der med ${title}` });
const reason = (title: string): HTMLElement => screen.getByRole('textbox', { name: `Begrundelse for ${title}` });
const summary = (): string[] => within(screen.getByRole('region', { name: 'Det bliver gjort' })).getAllByRole('listitem').map((each) => each.textContent ?? '');

/** Two are carried on, one ends. */
async function chooses(): Promise<void> {
  await userEvent.selectOptions(choice('Bosætningskampagne'), 'Udgår');
  await userEvent.click(reason('Bosætningskampagne'));
  await userEvent.paste('Opgivet');
  await userEvent.click(screen.getByRole('button', { name: 'Vælg for dem' }));
}

test('each is chosen with its reason, and what would be done stands there before anything is', async () => {
  const store = financesStore();
  const years = await opens(store);
  expect(screen.getByText('3 indsatser mangler et valg.')).toBeInTheDocument();
  await userEvent.selectOptions(choice('Bosætningskampagne'), 'Udgår');
  expect(reason('Bosætningskampagne')).toHaveAccessibleDescription('Skriv en begrundelse.');
  await userEvent.click(reason('Bosætningskampagne'));
  await userEvent.paste('Opgivet');
  expect(screen.getByRole('button', { name: 'Opret plan 2026' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Vælg for dem' }));
  expect(screen.getByText('0 indsatser mangler et valg.')).toBeInTheDocument();
  await userEvent.clear(screen.getByRole('combobox', { name: 'BUU hedder i plan 2026' }));
  await userEvent.paste('Børneudvalget');
  expect(summary()).toEqual(['2 indsatser får en række i plan 2026', '11 møder i 2026 kommer i kalenderen', 'Plan 2025: Videreført til næste plan sættes på 2', 'Plan 2025: Udgået sættes på 1']);
  expect(years.made_).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Opret plan 2026' }));
  expect(await screen.findByText('Færdig.')).toBeInTheDocument();
  expect(screen.getByText('Række i den nye plan, gjort: 2')).toBeInTheDocument();
  expect(years.made_.map(({ title, committees, predecessorId }) => [title, committees, predecessorId])).toEqual([['Skriftlige fremstillinger', ['Børneudvalget'], 1], ['Flådestyring', ['Børneudvalget'], 3]]);
  expect(store.month_.initiatives.map(({ lifecycle }) => lifecycle)).toEqual(['CarriedForward', 'Cancelled', 'CarriedForward']);
});

test('choices are there again after the page was closed', async () => {
  const store = financesStore();
  await opens(store);
  await chooses();
  document.body.innerHTML = '';
  await opens(store);
  expect(reason('Bosætningskampagne')).toHaveValue('Opgivet');
  expect(screen.getByText('0 indsatser mangler et valg.')).toBeInTheDocument();
});

test('an interrupted run says what stands, and goes on', async () => {
  const store = financesStore();
  const stopAfter = { rows: 1 };
  const years = await opens(store, createMemoryNextYear(store, stopAfter));
  await chooses();
  await userEvent.click(screen.getByRole('button', { name: 'Opret plan 2026' }));
  expect(await screen.findByText(/^Afbrudt\. Det, der er gjort, er gemt/)).toBeInTheDocument();
  expect(await screen.findByText('Står i plan 2026 og videreføres.')).toBeInTheDocument();
  stopAfter.rows = Infinity;
  await userEvent.click(screen.getByRole('button', { name: 'Fortsæt' }));
  expect((await screen.findByText('Færdig.')).parentElement).toHaveFocus();
  expect(years.made_.map(({ predecessorId }) => predecessorId)).toEqual([1, 3]);
});

test('while the year still has meetings its rows are left open, and are ended later with what was chosen', async () => {
  const store = financesStore();
  store.site_ = { ...store.site_, meetings: [aMeeting('2025-04')] };
  const years = await opens(store);
  await chooses();
  expect(screen.getByRole('checkbox', { name: 'Afslut også plan 2025 nu' })).not.toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Opret plan 2026' }));
  expect(await screen.findByText(/^Plan 2026 er oprettet\. Plan 2025 er ikke afsluttet endnu/)).toBeInTheDocument();
  expect(store.month_.initiatives.every(({ lifecycle }) => lifecycle === 'InProgress')).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Afslut også plan 2025 nu' }));
  expect(screen.getByText(/^Plan 2025 har møder, der ikke er afholdt/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Afslut plan 2025' }));
  await waitFor(() => expect(store.month_.initiatives.map(({ lifecycle }) => lifecycle)).toEqual(['CarriedForward', 'Cancelled', 'CarriedForward']));
  expect(years.kept_?.state).toBe('closed');
});

test('what only the board may couple is said so, and not as a mistake of the person', async () => {
  const store = financesStore();
  const memory = createMemoryNextYear(store);
  await opens(store, { ...memory, run: async () => ({ kind: 'done', lines: [{ what: 'coupled', name: 'Sund økonomi', outcome: 'refused', problem: { kind: 'forbidden' } }] }) });
  await chooses();
  await userEvent.click(screen.getByRole('button', { name: 'Opret plan 2026' }));
  expect(await screen.findByText('Kobling til strategisk indsats, afvist · Sund økonomi · Direktionen kobler den under Strategiske indsatser.')).toBeInTheDocument();
});

test('whoever may not make a plan is not led there', async () => {
  const store = aStore();
  showPlan(store);
  await screen.findByRole('table');
  expect(screen.queryByRole('link', { name: 'Næste år' })).not.toBeInTheDocument();
});
