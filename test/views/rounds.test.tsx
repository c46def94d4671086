import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanSite } from '../../src/plan/ports/planStore';
import { aMeeting, anInitiative, aSite, noRights } from '../plan/support/samples';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const secretariat: Partial<PlanSite> = {
  me: { id: 1, name: 'Direktionssekretariatet', loginName: 'sekretariat' }, rights: { ...noRights, editReports: true, addReports: true, addMeetings: true, editMeetings: true }
};
const may = aMeeting('2025-05', { title: 'Direktionsmøde 28. maj 2025', meetingDate: '2025-05-28', state: 'Planned', openedAt: undefined, statusDeadline: undefined });

function aStoreOf(changes: Partial<PlanSite> = {}): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ ...secretariat, meetings: [aMeeting('2025-04', { title: 'Direktionsmøde 26. april 2025' }), may], ...changes });
  return store;
}

beforeEach(() => window.history.replaceState(null, '', '/?upl-view=rounds'));
afterEach(() => window.history.replaceState(null, '', '/'));

const meetingRow = async (title: string): Promise<ReturnType<typeof within>> => {
  const row = (await screen.findByRole('rowheader', { name: title })).closest('tr');
  return within(row ?? document.body);
};

test('only those who may write meetings are offered the view', async () => {
  showPlan(aStoreOf());
  expect(await screen.findByRole('link', { name: 'Statusrunder' })).toHaveAttribute('aria-current', 'page');
  expect(await screen.findByRole('heading', { name: 'Statusrunder 2025' })).toBeInTheDocument();
});

test('a head of department is not led here, and finds nothing to press by the link', async () => {
  const store = aStoreOf();
  store.site_ = aSite({ meetings: store.site_.meetings });
  showPlan(store);
  await screen.findByRole('heading', { name: 'Statusrunder 2025' });
  expect(screen.queryByRole('button', { name: /Start statusrunde|Flyt|Aflys|Opret/ })).not.toBeInTheDocument();
});

test('May’s round: suggested days, one row per expected status, and the meeting is open', async () => {
  const store = aStoreOf();
  showPlan(store);
  await userEvent.click((await meetingRow('Direktionsmøde 28. maj 2025')).getByRole('button', { name: /^Start statusrunde/ }));
  const form = within(await screen.findByRole('form', { name: 'Start statusrunde for maj 2025' }));
  expect(form.getByText('Foreslået ud fra mødet 28. maj: åbn 8. maj, frist 20. maj, lås 23. maj.')).toBeInTheDocument();
  expect(form.getByLabelText('Frist for status')).toHaveValue('2025-05-20');
  expect(await form.findByText('Der oprettes 3 rækker, én for hvert emne, der ventes status på.')).toBeInTheDocument();
  await userEvent.click(form.getByRole('button', { name: 'Start statusrunde' }));
  expect(await screen.findByText('Runden er åben. 3 rækker er oprettet.')).toBeInTheDocument();
  expect(await screen.findByRole('heading', { name: 'Runden for maj 2025' })).toBeInTheDocument();
  expect((await meetingRow('Direktionsmøde 28. maj 2025')).getByText('Åben for status')).toBeInTheDocument();
  expect(store.site_.meetings.find(({ id }) => id === may.id)).toMatchObject({ state: 'Open', statusDeadline: '2025-05-20' });
});

test('a deadline after the meeting stops, a closed day warns', async () => {
  showPlan(aStoreOf());
  await userEvent.click((await meetingRow('Direktionsmøde 28. maj 2025')).getByRole('button', { name: /^Start statusrunde/ }));
  const form = within(await screen.findByRole('form', { name: /Start statusrunde/ }));
  await form.findByText(/Der oprettes 3/);
  fireEvent.change(form.getByLabelText('Frist for status'), { target: { value: '2025-05-29' } });
  expect(form.getByText('Fristen skal ligge før mødet.')).toBeInTheDocument();
  expect(form.getByRole('button', { name: 'Start statusrunde' })).toBeDisabled();
  fireEvent.change(form.getByLabelText('Frist for status'), { target: { value: '2025-05-18' } });
  expect(form.getByText('Dagen er en weekend eller lukkedag.')).toBeInTheDocument();
  expect(form.getByRole('button', { name: 'Start statusrunde' })).toBeEnabled();
});

test('no line: it says that nothing is open, and goes on from there', async () => {
  const store = aStoreOf();
  store.failWrites = { kind: 'offline' };
  showPlan(store);
  await userEvent.click((await meetingRow('Direktionsmøde 28. maj 2025')).getByRole('button', { name: /^Start statusrunde/ }));
  await screen.findByText(/Der oprettes 3/);
  await userEvent.click(screen.getByRole('button', { name: 'Start statusrunde' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('ikke forbindelse til SharePoint');
  store.failWrites = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Fortsæt' }));
  expect(await screen.findByText('Runden er åben. 3 rækker er oprettet.')).toBeInTheDocument();
});

test('a meeting is moved with its deadline, and the title follows the day', async () => {
  const store = aStoreOf();
  showPlan(store);
  await userEvent.click((await meetingRow('Direktionsmøde 26. april 2025')).getByRole('button', { name: /^Flyt/ }));
  const form = within(await screen.findByRole('form', { name: /Flyt/ }));
  fireEvent.change(form.getByLabelText('Mødedato'), { target: { value: '2025-05-02' } });
  expect(form.getByLabelText('Frist for status')).toHaveValue('2025-04-24');
  await userEvent.click(form.getByRole('button', { name: 'Flyt' }));
  expect(await screen.findByRole('rowheader', { name: 'Direktionsmøde 2. maj 2025' })).toBeInTheDocument();
  expect(store.site_.meetings.find(({ period }) => period === '2025-04')).toMatchObject({ meetingDate: '2025-05-02', statusDeadline: '2025-04-24', meetingKey: 'DIR:2025-04' });
});

test('cancelling asks first; somebody else’s change is not written over', async () => {
  const store = aStoreOf();
  showPlan(store);
  await userEvent.click((await meetingRow('Direktionsmøde 28. maj 2025')).getByRole('button', { name: /^Aflys/ }));
  store.site_ = { ...store.site_, meetings: store.site_.meetings.map((meeting) => (meeting.id === may.id ? { ...meeting, etag: '"7"' } : meeting)) };
  await userEvent.click(screen.getByRole('button', { name: 'Aflys mødet' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('En anden har ændret mødet imens');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Aflys mødet' })).toBeEnabled());
  await userEvent.click(screen.getByRole('button', { name: 'Aflys mødet' }));
  expect(await (await meetingRow('Direktionsmøde 28. maj 2025')).findByText('Aflyst')).toBeInTheDocument();
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.place).toBe(`meeting-${may.id}`));
});

test('the year’s meetings are made in one go: months that have one are left out, July is not chosen', async () => {
  const store = aStoreOf();
  showPlan(store);
  expect(await screen.findByRole('checkbox', { name: 'Møde i juli 2025' })).not.toBeChecked();
  expect(screen.queryByRole('checkbox', { name: 'Møde i maj 2025' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Møde i januar 2025' }));
  fireEvent.change(screen.getByLabelText('Dato for mødet i juni 2025'), { target: { value: '2025-06-18' } });
  await userEvent.click(screen.getByRole('button', { name: 'Opret 8 møder' }));
  expect(await screen.findByRole('rowheader', { name: 'Direktionsmøde 18. juni 2025' })).toBeInTheDocument();
  expect(store.site_.meetings.find(({ period }) => period === '2025-06')).toMatchObject({ meetingKey: 'DIR:2025-06', state: 'Planned' });
  expect(store.site_.meetings).toHaveLength(10);
});

test('who is missing, with what, and a ready text to each with the link to Min status', async () => {
  showPlan(aStoreOf());
  const table = within(await screen.findByRole('table', { name: 'Dem, der mangler status i april 2025' }));
  expect(table.getByText('Bosætningskampagne')).toBeInTheDocument();
  expect(screen.getByText('2 af 3 statusser modtaget · 1 mangler')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'Rykker efter fristen' })).toBeChecked();
  await table.findByRole('link', { name: 'Outlook: Fagchef' });
  await userEvent.click(screen.getByRole('radio', { name: 'Anmod om status' }));
  const outlook = new URL(table.getByRole('link', { name: 'Outlook: Fagchef' }).getAttribute('href') ?? '');
  expect(outlook.searchParams.get('to')).toBe('person7@example.invalid');
  expect(outlook.searchParams.get('subject')).toBe('Status på april 2025 – frist 18. april 2025');
  expect(outlook.searchParams.get('body')).toContain('Du bedes give status på "Bosætningskampagne" senest 18. april 2025.');
  expect(outlook.searchParams.get('body')).toContain('http://localhost/?upl-view=myStatus&upl-month=2025-04');
  expect(table.getByRole('link', { name: 'Teams: Fagchef' })).toHaveAttribute('href', expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/chat/));
  expect(table.getByRole('link', { name: 'Mail: Fagchef' })).toHaveAttribute('href', expect.stringMatching(/^mailto:/));
});

test('where the browser does not let us copy, the text is there to be marked', async () => {
  showPlan(aStoreOf());
  fireEvent.click(await screen.findByRole('button', { name: 'Kopiér: Fagchef' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Markér teksten, og kopiér den');
  expect(screen.getByRole('group', { name: 'Vis teksten: Fagchef' })).toHaveTextContent('Er intet ændret, kan du bekræfte det med ét klik.');
});

test('an initiative that came later gets its row in the open round', async () => {
  const store = aStoreOf();
  store.month_ = { ...store.month_, initiatives: [...store.month_.initiatives, anInitiative(4, { title: 'Kom senere', chiefId: 8, chiefRole: 'Fagchef, Ejendomme' })] };
  showPlan(store);
  await userEvent.click(await screen.findByRole('button', { name: 'Tilføj manglende rækker (1)' }));
  await waitFor(() => expect(store.month_.reports.find(({ reportKey }) => reportKey === 'I4:2025-04')).toMatchObject({ state: 'Missing', responsibleId: 8 }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Tilføj manglende/ })).not.toBeInTheDocument());
});

test('a round that has everything says so', async () => {
  const store = aStoreOf();
  store.month_ = { ...store.month_, reports: store.month_.reports.map((report) => ({ ...report, state: 'Submitted' })) };
  showPlan(store);
  expect(await screen.findByText('Alle statusser i runden er modtaget.')).toBeInTheDocument();
  expect(screen.getByText('Alle statusser er modtaget')).toBeInTheDocument();
});
