import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportRun, PlanImport } from '../../src/plan/ports/planImport';
import { aMonth, aSite, noRights } from '../plan/support/samples';
import { createMemoryImport } from './setup/memoryImport';
import { createMemoryMeetings } from './setup/memoryMeetings';
import { createMemoryStore, type MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const finance = { ...noRights, addInitiatives: true, editInitiatives: true, editSettings: true };
const sheet = 'Indsats\tForvaltning\tFagchef\nSkriftlige fremstillinger R101 (I)(B)\tUdvikling\tFagchef, Politik\nFlådestyring\tVelfærd\t\nUden forvaltning\t\t';

function anEmptyPlan(manageSite: boolean = false): MemoryStore {
  return createMemoryStore(aSite({ planYear: undefined, rights: { ...finance, manageSite } }), aMonth());
}

async function pastes(words: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(/indsæt rækker kopieret/), { target: { value: words } });
  await userEvent.click(screen.getByRole('button', { name: 'Læs rækkerne' }));
}

const opensImport = async (): Promise<void> => userEvent.click(await screen.findByRole('button', { name: 'Indlæs indsatser' }));

test('read by other columns, what was just brought in is a duplicate and is not proposed again', async () => {
  showPlan(anEmptyPlan());
  await opensImport();
  await pastes(sheet);
  await userEvent.click(await screen.findByRole('button', { name: 'Opret 2 indsatser' }));
  await screen.findByText(/^Færdig/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fagchef' }), 'Ikke i arket');
  expect(await screen.findByText('3 rækker læst, 0 valgt, 1 med fejl')).toBeInTheDocument();
  expect(screen.getAllByText(/^Samme titel og kode som i planen/)).toHaveLength(2);
  expect(screen.queryByText(/^Færdig/)).not.toBeInTheDocument();
});

test('finance pastes rows into the empty plan, sees what is wrong, and the plan shows', async () => {
  const store = anEmptyPlan();
  showPlan(store);
  await opensImport();
  await pastes(sheet);
  expect(await screen.findByText('3 rækker læst, 2 valgt, 1 med fejl')).toBeInTheDocument();
  const table = within(screen.getByRole('table', { name: 'Det bliver oprettet' }));
  expect(table.getByRole('checkbox', { name: 'Række 4' })).toBeDisabled();
  expect(table.getByText('Forvaltning mangler.')).toBeInTheDocument();
  expect(await screen.findByText('Gemmes som rolle')).toBeInTheDocument();
  expect(store.month_.initiatives).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Opret 2 indsatser' }));
  expect(await screen.findByText('Færdig. 2 oprettet, 0 fandtes, 0 afvist.')).toBeInTheDocument();
  // The result has the focus, nothing is left to be made, and the report can be copied.
  expect(screen.getByText(/^Færdig/).parentElement).toHaveFocus();
  expect(screen.queryByRole('button', { name: /^Opret/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Kopiér rapport' }));
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Kopiér rapport' })).value).toContain('Række 2 · Skriftlige fremstillinger R101 (I)(B) · Oprettet.\nRække 3 · Flådestyring · Oprettet.\nRække 4 · Uden forvaltning · Fejl: Forvaltning mangler.');
  // Only owners may delete.
  expect(screen.queryByRole('button', { name: /^Fortryd/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getAllByRole('button', { name: 'Vis planen' })[1]);
  expect(await screen.findByRole('rowheader', { name: /Skriftlige fremstillinger/ })).toBeInTheDocument();
});

test('a column that was not recognised is chosen by hand', async () => {
  showPlan(anEmptyPlan());
  await opensImport();
  await pastes('Indsats\tHvor\nFlådestyring\tVelfærd');
  expect(await screen.findByText('1 række læst, 0 valgt, 1 med fejl')).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Forvaltning' }), 'Hvor');
  expect(await screen.findByText('1 række læst, 1 valgt, 0 med fejl')).toBeInTheDocument();
});

test('a broken file is a clear error, and nothing else on the page is lost', async () => {
  showPlan(anEmptyPlan());
  await opensImport();
  await userEvent.upload(await screen.findByLabelText('Fil (.xlsx eller .csv)'), new File(['PK\u0003\u0004 cut'], 'plan.xlsx'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Filen er beskadiget');
  await pastes(sheet);
  expect(await screen.findByText(/3 rækker læst/)).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('cut in the middle it says what is kept, and goes on with the rest', async () => {
  const store = anEmptyPlan();
  const stopAfter = { rows: 1 };
  showPlan(store, undefined, createMemoryMeetings(store), undefined, createMemoryImport(store, stopAfter));
  await opensImport();
  await pastes(sheet);
  await userEvent.click(await screen.findByRole('button', { name: 'Opret 2 indsatser' }));
  expect(await screen.findByText(/^Afbrudt. 1 oprettet/)).toBeInTheDocument();
  stopAfter.rows = Infinity;
  await userEvent.click(screen.getByRole('button', { name: 'Fortsæt' }));
  expect(await screen.findByText('Færdig. 1 oprettet, 1 fandtes, 0 afvist.')).toBeInTheDocument();
  expect(store.month_.initiatives).toHaveLength(2);
});

test('an owner takes an import back, after being asked', async () => {
  const store = anEmptyPlan(true);
  showPlan(store);
  await opensImport();
  await pastes(sheet);
  await userEvent.click(await screen.findByRole('button', { name: 'Opret 2 indsatser' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Fortryd Indsatte rækker' }));
  expect(store.month_.initiatives).toHaveLength(2);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: /i papirkurven/ })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Fortryd Indsatte rækker' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Annuller' }));
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /i papirkurven/ }));
  expect(await screen.findByText(/^2 rækker ligger i papirkurven, 0 er beholdt/)).toBeInTheDocument();
  expect(store.month_.initiatives).toEqual([]);
  expect(screen.getByRole('heading', { name: 'Tidligere indlæsninger' })).toHaveFocus();
  expect(screen.getByText('25. april 2025')).toBeInTheDocument();
});

test('only those who may add initiatives and keep the batch are led to the import', async () => {
  const store = aStore();
  showPlan(store);
  await screen.findByRole('table');
  expect(screen.queryByRole('link', { name: 'Indlæs indsatser' })).not.toBeInTheDocument();
});

test.each([['import', 'Indlæs indsatser fra Excel'], ['nextYear', 'Opret plan 2026']])('a link to %s offers nothing to whoever would be refused', async (view, heading) => {
  window.history.replaceState(null, '', `/?upl-view=${view}`);
  showPlan(aStore());
  const page = within((await screen.findByRole('heading', { name: heading })).parentElement as HTMLElement);
  expect(page.getByText(/Det kan økonomi og webstedets ejer/)).toBeInTheDocument();
  expect(page.queryAllByRole('button')).toEqual([]);
});

test('whom a text means is chosen among those who might be meant, or found by name; departments and committees get the plan’s names', async () => {
  const store = anEmptyPlan();
  const memory = createMemoryImport(store);
  const asked: ImportRun[] = [];
  const people = [{ loginName: 'vej', name: 'Fagchef, Vej' }, { loginName: 'park', name: 'Fagchef, Park' }];
  const planImport: PlanImport = {
    ...memory,
    known: async () => [{ title: 'Stod der', department: 'Velfærd og Børn', committees: ['BUU'] }],
    findPeople: async (texts) => texts.map((text) => ({ text, candidates: text === 'Fagchef' ? people : people.filter(({ name }) => name.startsWith(text)) })),
    run: (run, watch) => { asked.push(run); return memory.run(run, watch); }
  };
  showPlan(store, undefined, undefined, undefined, planImport);
  await opensImport();
  expect(screen.getByRole('textbox', { name: 'Planår' })).toHaveValue('2025');
  await pastes('Indsats\tForvaltning\tUdvalg\tFagchef\tDirektør\nFlådestyring\tvelfærd og  børn\tBørneudvalget; KFU\tFagchef\tChefen for vej');
  expect(await screen.findByText('1 række læst, 1 valgt, 0 med fejl')).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: 'Fagchef er Fagchef, Park' }));
  expect(screen.getByText(/er Fagchef, Park/)).toBeInTheDocument();
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find person: Chefen for vej' }), 'Fagchef, V');
  await userEvent.click(await screen.findByRole('button', { name: 'Fagchef, Vej' }));
  // Spaces and case apart it is the plan's own name.
  expect(screen.getByRole('combobox', { name: 'velfærd og børn hedder i planen' })).toHaveValue('Velfærd og Børn');
  await userEvent.clear(screen.getByRole('combobox', { name: 'Børneudvalget hedder i planen' }));
  await userEvent.paste('BUU');
  expect(screen.getAllByText('(ny i planen)')).toHaveLength(1);
  await userEvent.clear(screen.getByRole('combobox', { name: 'KFU hedder i planen' }));
  await userEvent.click(screen.getByRole('button', { name: 'Opret 1 indsats' }));
  expect(await screen.findByText('Færdig. 1 oprettet, 0 fandtes, 0 afvist.')).toBeInTheDocument();
  expect(asked[0].rows).toMatchObject([{ department: 'Velfærd og Børn', committees: ['BUU'] }]);
  expect(Array.from(asked[0].people, ([text, { loginName }]) => [text, loginName])).toEqual([['fagchef', 'park'], ['chefen for vej', 'vej']]);
  expect(await screen.findByText('Indsatte rækker, plan 2025, 1 række')).toBeInTheDocument();
});
