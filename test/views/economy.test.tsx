import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PlanError } from '../../src/plan/problem';
import { anEconomyLine, aSite, noRights } from '../plan/support/samples';
import { downloads } from './setup/downloads';
import { createMemoryEconomy, type MemoryEconomy } from './setup/memoryEconomy';
import { createMemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const finance = { ...noRights, editEconomy: true };
const { asksFor, workbook } = downloads();

function aPlanWithAmounts(rights = finance, query = '', change: (store: MemoryStore) => void = () => undefined): MemoryEconomy {
  const store = aStore();
  store.site_ = aSite({ rights });
  const [first, second, third] = store.month_.initiatives;
  store.month_ = { ...store.month_, initiatives: [{ ...first, code: 'R307', marks: ['B'] }, { ...second, code: 'R307', marks: ['B'] }, third] };
  const economy = createMemoryEconomy(store, [
    anEconomyLine(1, { initiativeId: 3, mark: 'I', planned: 450, area: 'Køretøjer', title: 'Køretøjer (I) 2025' }), anEconomyLine(2, { initiativeId: 3, mark: 'B', planned: -1200, expected: -900, area: 'Køretøjer', title: 'Køretøjer (B) 2025' }),
    anEconomyLine(3, { initiativeId: 1, mark: 'B', planned: -400, budgetYear: '2026', title: 'Administration (B) 2026' }), anEconomyLine(4, { initiativeId: 2, mark: 'B', planned: -2500, expected: -2000, budgetYear: '2026' }),
    anEconomyLine(5, { initiativeId: 99, planned: 7777 })
  ]);
  change(store);
  window.history.replaceState(null, '', `/?upl-view=economy${query}`);
  showPlan(store, undefined, createMemoryMeetings(store), undefined, undefined, undefined, economy);
  return economy;
}

const linesTable = async (): Promise<ReturnType<typeof within>> => within(await screen.findByRole('table', { name: /Økonomilinjer/ }));
const cells = (row: HTMLElement): (string | null)[] => within(row).getAllByRole('cell').map((cell: HTMLElement) => cell.textContent);

test('amounts stand under their initiative as Danes write them, with their sum, and change no appropriation', async () => {
  aPlanWithAmounts(noRights);
  const table = await linesTable();
  const rows = table.getAllByRole('row');
  expect(rows.map((row: HTMLElement) => within(row).queryByRole('rowheader')?.textContent).filter(Boolean)).toEqual([
    'Skriftlige fremstillinger R101 (I)(B) · Fællesforvaltningen', 'Administration', 'Bosætningskampagne · Udvikling', 'Administration', 'Flådestyring R003(I)(B) · Udvikling', 'Køretøjer', 'Køretøjer', 'I alt'
  ]);
  expect(cells(rows[7])).toEqual(['(B)', '2025', '-1.200', '-900', '', '2025-pl']);
  expect(cells(rows[8])).toEqual(['', '', '-750', '-900', '', '']);
  expect(screen.getByText('Beløb er til opfølgning og ændrer ikke bevillinger.')).toBeInTheDocument();
  expect(screen.getByText('Kun økonomi kan ændre beløb.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Tilføj linje|Rediger linje/ })).toBeNull();
  expect(screen.queryByText('7.777')).toBeNull();
});

test('R307 is reconciled across departments, and its gap is shown', async () => {
  aPlanWithAmounts();
  const table = within(await screen.findByRole('table', { name: /Investering mod besparelse/ }));
  const code = table.getByRole('rowheader', { name: /^R307/ });
  expect(code).toHaveTextContent('Fællesforvaltningen, Udvikling · 2 indsatser deler koden.');
  expect(code).toHaveTextContent('Der er ingen linjer for investeringen (I).');
  expect(code).toHaveTextContent('Det forventede er 500 dyrere end forudsat.');
  const year = code.closest('tbody')?.querySelectorAll('tr')[1];
  expect(year && cells(year)).toEqual(['', '-2.900', '-2.900', '-2.000', '', '500']);
});

test('year, mark and department narrow the lines and stand in the address; the code stays whole', async () => {
  aPlanWithAmounts();
  await linesTable();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Forvaltning' }), 'Udvikling');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Mærke' }), 'B');
  expect((await linesTable()).getAllByRole('row').map((row: HTMLElement) => within(row).queryByRole('rowheader')?.textContent?.split(' ')[0]).filter(Boolean)).toEqual(['Bosætningskampagne', 'Administration', 'Flådestyring', 'Køretøjer']);
  expect(window.location.search).toContain('upl-economyDepartment=Udvikling');
  expect(within(screen.getByRole('table', { name: /Investering mod/ })).getByRole('rowheader', { name: /^R307/ })).toHaveTextContent('Fællesforvaltningen, Udvikling');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'År' }), '2026');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Mærke' }), 'I');
  expect(screen.getByText('Ingen økonomilinjer passer til dine valg.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Nulstil filtre' }));
  expect((await linesTable()).getAllByRole('row').length).toBe(9);
});

test('finance writes an amount in Danish, sees what cannot be read, and can take it back', async () => {
  const economy = aPlanWithAmounts();
  await userEvent.click((await linesTable()).getByRole('button', { name: 'Rediger linje: Flådestyring: Køretøjer (B) 2025' }));
  const form = within(await screen.findByRole('form', { name: /Køretøjer \(B\) 2025/ }));
  const expected = form.getByRole('textbox', { name: 'Forventet' });
  expect(expected).toHaveValue('-900');
  await userEvent.clear(expected);
  await userEvent.type(expected, '-1.2x');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  expect(form.getByText('Skriv et beløb, fx 1.200 eller -500.')).toBeInTheDocument();
  expect(economy.lines_.find(({ id }) => id === 2)?.expected).toBe(-900);
  await userEvent.clear(expected);
  await userEvent.type(expected, '-1.150,5{Control>}{Enter}{/Control}');
  await waitFor(() => expect(economy.lines_.find(({ id }) => id === 2)).toMatchObject({ expected: -1150.5, planned: -1200, realised: undefined }));
  expect((await linesTable()).getAllByText('-1.150,5').length).toBeGreaterThan(0);
  await userEvent.click(await screen.findByRole('button', { name: 'Fortryd' }));
  await waitFor(() => expect(economy.lines_.find(({ id }) => id === 2)?.expected).toBe(-900));
});

test('a line is added where the initiative stands, beginning with the area and the price level of the last', async () => {
  const economy = aPlanWithAmounts();
  await userEvent.click((await linesTable()).getByRole('button', { name: 'Tilføj linje: Flådestyring' }));
  const form = within(await screen.findByRole('form', { name: 'Tilføj linje: Flådestyring' }));
  expect(form.getByRole('textbox', { name: 'Område' })).toHaveValue('Køretøjer');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  expect(form.getByText('Skriv mindst ét beløb.')).toBeInTheDocument();
  await userEvent.type(form.getByRole('textbox', { name: 'Forudsat' }), '100');
  const year = form.getByRole('textbox', { name: 'Budgetår' });
  await userEvent.clear(year);
  await userEvent.type(year, '2027');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(economy.lines_[economy.lines_.length - 1]).toMatchObject({ initiativeId: 3, budgetYear: '2027', planned: 100, area: 'Køretøjer', priceLevel: '2025-pl' }));
});

test('an initiative without lines is shown to finance when asked for', async () => {
  aPlanWithAmounts(finance, '', (store) => { store.month_ = { ...store.month_, initiatives: [...store.month_.initiatives, { ...store.month_.initiatives[0], id: 4, title: 'Uden beløb', originalText: 'Uden beløb', code: undefined, marks: [] }] }; });
  expect((await linesTable()).queryByText(/Uden beløb/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Vis indsatser uden linjer' }));
  expect((await linesTable()).getByRole('button', { name: 'Tilføj linje: Uden beløb' })).toBeInTheDocument();
});

test('the workbook holds the lines that are filtered to and the reconciliation, as numbers', async () => {
  aPlanWithAmounts(noRights, '&upl-economyYear=2025');
  await linesTable();
  const [lines, codes] = await workbook((await asksFor('Excel')).file);
  expect(lines.data.slice(1, -1).map((row) => [row[0], row[2], row[4], row[5]])).toEqual([['Flådestyring R003(I)(B)', '(I)', 450, null], ['Flådestyring R003(I)(B)', '(B)', -1200, -900]]);
  expect(lines.data[3][0]).toBe('Beløb er til opfølgning og ændrer ikke bevillinger.');
  expect(codes.sheet).toBe('Afstemning af (I) mod (B)');
  expect(codes.data.slice(1).map((row) => [row[0], row[3], row[5]])).toContainEqual(['R307', 'I alt', -2900]);
});

test('amounts that cannot be read are an error, never an empty economy', async () => {
  const economy = aPlanWithAmounts(finance, '&upl-economyYear=2030');
  economy.lines = () => Promise.reject(new PlanError({ kind: 'forbidden' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /adgang/ })).not.toBeNull());
  expect(screen.queryByText('Ingen økonomilinjer passer til dine valg.')).toBeNull();
});
