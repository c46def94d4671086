import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readDocx } from '../documents/support/readDocx';
import { aDecision, aMeeting, aSite, noRights } from '../plan/support/samples';
import { downloads } from './setup/downloads';
import { createMemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, inRow, showPlan } from './setup/page';

const { asksFor, workbook } = downloads();

function aTreatedPlan(query: string): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ rights: noRights, meetings: [
    aMeeting('2025-04'), aMeeting('2024-12', { id: 31, forum: 'Økonomiudvalget', meetingDate: '2024-12-10', title: 'ØK december', state: 'Held', openedAt: undefined }),
    aMeeting('2025-02', { id: 32, forum: 'Børne- og ungdomsudvalget', meetingDate: '2025-02-05', title: 'BUU februar', state: 'Held', openedAt: undefined }),
    aMeeting('2025-06', { id: 33, forum: 'Kommunalbestyrelsen', meetingDate: '2025-06-17', title: 'KB juni', state: 'Planned', openedAt: undefined })
  ] });
  const [first, second, third] = store.month_.initiatives;
  store.month_ = { ...store.month_, initiatives: [{ ...first, committees: ['BUU'] }, { ...second, committees: ['BUU', 'ØK'], crossCutting: false }, { ...third, committees: ['ØK'] }] };
  const meetings = createMemoryMeetings(store, { followUps: [], decisions: [
    aDecision(1, { meetingId: 31, kind: 'Approved', text: 'Godkendt i sin helhed' }), aDecision(2, { meetingId: 32, kind: 'Postponed', initiativeIds: [1], text: 'Udsat til marts' }), aDecision(3, { meetingId: 4, initiativeIds: [1], text: 'Direktionen besluttede' })
  ] });
  window.history.replaceState(null, '', `/?${query}`);
  showPlan(store, undefined, meetings);
  return store;
}

test('the political treatment of the plan: body, day and outcome in the order of time, and what is to come', async () => {
  aTreatedPlan('upl-view=committees');
  const treatment = within(await screen.findByRole('region', { name: 'Behandling af planen' }));
  expect(treatment.getAllByRole('heading', { level: 4 }).map((heading: HTMLElement) => heading.textContent)).toEqual([
    'Økonomiudvalget · 10. december 2024', 'Børne- og ungdomsudvalget · 5. februar 2025', 'Kommunalbestyrelsen · 17. juni 2025'
  ]);
  expect(treatment.getAllByRole('listitem').map((item: HTMLElement) => item.textContent)).toEqual([
    expect.stringContaining('Godkendt · Hele planenGodkendt i sin helhed'), expect.stringContaining('Udsat · Skriftlige fremstillinger R101 (I)(B)Udsat til marts'), expect.stringContaining('Planlagt')
  ]);
  expect(screen.queryByText('Direktionen besluttede')).toBeNull();
});

test('a political meeting is put in the calendar by whoever keeps it, with its way to the decisions; others are offered nothing', async () => {
  const store = aTreatedPlan('upl-view=committees');
  await screen.findByRole('region', { name: 'Behandling af planen' });
  expect(screen.queryByRole('button', { name: 'Nyt politisk møde' })).toBeNull();
  document.body.innerHTML = '';
  store.site_ = { ...store.site_, rights: { ...noRights, addMeetings: true } };
  showPlan(store);
  await userEvent.click(await screen.findByRole('button', { name: 'Nyt politisk møde' }));
  const form = within(screen.getByRole('form', { name: 'Nyt politisk møde' }));
  expect(form.getByRole('button', { name: 'Opret mødet' })).toBeDisabled();
  await userEvent.type(form.getByRole('combobox', { name: 'Forum' }), 'Direktion');
  expect(form.getByRole('button', { name: 'Opret mødet' })).toBeDisabled();
  await userEvent.clear(form.getByRole('combobox', { name: 'Forum' }));
  await userEvent.type(form.getByRole('combobox', { name: 'Forum' }), ' BUU ');
  fireEvent.change(form.getByLabelText('Mødedato'), { target: { value: '2025-10-07' } });
  expect(form.getByText('Mødet vises under plan 2026.')).toBeInTheDocument();
  fireEvent.change(form.getByLabelText('Mødedato'), { target: { value: '2025-05-07' } });
  expect(form.queryByText(/^Mødet vises/)).toBeNull();
  await userEvent.type(form.getByRole('combobox', { name: 'Forum' }), '{Control>}{Enter}{/Control}');
  const link = await screen.findByRole('link', { name: 'BUU · 7. maj 2025' });
  expect(store.site_.meetings.find(({ forum }) => forum === 'BUU')).toMatchObject({ meetingKey: 'BUU:2025-05', period: '2025-05', title: 'BUU 7. maj 2025', meetingDate: '2025-05-07', state: 'Planned' });
  expect(link.getAttribute('href')).toContain('upl-view=meetings');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Nyt politisk møde' })).toHaveFocus());
});

test('the page of a political meeting has the item and what was decided, and nothing of what is the board’s', async () => {
  aTreatedPlan('upl-view=meetings&upl-meeting=31');
  expect(await screen.findByText('Godkendt i sin helhed')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Punktet' })).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Gennemgang' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Start mødevisning' })).toBeNull();
  expect(screen.queryByText(/OBS$/)).toBeNull();
});

test('a committee sees its own part, also what is not cross-cutting, without OBS; the choice stands in the address', async () => {
  aTreatedPlan('upl-view=committees');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Udvalg' }), 'BUU');
  const table = within(await screen.findByRole('table', { name: 'Indsatser under BUU' }));
  expect(table.getAllByRole('rowheader').map((header: HTMLElement) => header.textContent)).toEqual([expect.stringContaining('Skriftlige fremstillinger'), expect.stringContaining('Bosætningskampagne')]);
  expect(table.getAllByText('Økonomiudvalget, 10. december 2024: Godkendt')).toHaveLength(2);
  expect(window.location.search).toContain('upl-committee=BUU');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Udvalg' }), 'ØK');
  expect(await screen.findByRole('table', { name: 'Indsatser under ØK' })).toHaveTextContent('Udbuddet er forsinket');
  expect(screen.queryByText('Puljen er ikke besluttet')).toBeNull();
});

test('the extract in Word and in Excel holds that part alone', async () => {
  aTreatedPlan('upl-view=committees&upl-committee=BUU');
  const word = await asksFor('Word');
  expect(word.name).toBe('udmoentningsplan-2025-buu-2025-04.docx');
  const { title, blocks } = readDocx(new Uint8Array(await word.file.arrayBuffer()));
  expect(title).toBe('Udmøntningsplan 2025: Udtræk til BUU');
  expect(JSON.stringify(blocks)).toContain('Bosætningskampagne');
  expect(JSON.stringify(blocks)).not.toMatch(/Flådestyring|Puljen er ikke besluttet/);
  const [{ data }] = await workbook((await asksFor('Excel')).file);
  expect(data.slice(1, 3).map(([initiative]) => initiative)).toEqual(['Skriftlige fremstillinger R101 (I)(B)', 'Bosætningskampagne']);
});

test('an opened initiative tells its political treatment, apart from what the board decided', async () => {
  aTreatedPlan('');
  await userEvent.click((await inRow('Skriftlige fremstillinger')).getByRole('button', { name: /Vis hele indsatsen/ }));
  const heading = await screen.findByRole('heading', { level: 4, name: 'Politisk behandling' });
  await waitFor(() => expect(heading.nextElementSibling).toHaveTextContent(/ØK december · GodkendtGodkendt i sin helhed.*BUU februar · UdsatUdsat til marts/));
  const board = screen.getByRole('heading', { level: 4, name: 'Møder og beslutninger' });
  expect(board.nextElementSibling).toHaveTextContent('Direktionen besluttede');
  expect(board.nextElementSibling).not.toHaveTextContent('Udsat til marts');
});

test('a plan that cannot be read is an error, never an empty treatment', async () => {
  const store = aTreatedPlan('upl-view=committees');
  await screen.findByRole('region', { name: 'Behandling af planen' });
  expect(screen.queryByText('Ingen politiske møder har behandlet planen endnu.')).toBeNull();
  store.failReads = { kind: 'forbidden' };
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Måned' }), '2025-06');
  expect(await screen.findByRole('heading', { name: /adgang/ })).toBeInTheDocument();
});
