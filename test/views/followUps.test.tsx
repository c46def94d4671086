import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, aFollowUp, aMeeting, aSite, noRights } from '../plan/support/samples';
import { createMemoryMeetings, type MemoryMeetings } from './setup/memoryMeetings';
import { aStore, showPlan } from './setup/page';

function aPlanWithFollowUps(rights = { ...noRights, editFollowUps: true, addFollowUps: true }): MemoryMeetings {
  const store = aStore();
  store.site_ = aSite({ rights, meetings: [aMeeting('2025-04'), aMeeting('2025-03', { state: 'Held', title: 'Direktionsmøde 26. marts 2025' })] });
  const meetings = createMemoryMeetings(store, {
    decisions: [aDecision(50, { meetingId: 3, initiativeIds: [3], text: 'Puljen genoptages' }), aDecision(51, { meetingId: 3, initiativeIds: [2], kind: 'Postponed', text: 'Udsat til efteråret' })],
    followUps: [
      aFollowUp(60, { title: 'Afklar krav', decisionId: 50, dueDate: '2025-04-15', responsibleId: 7, responsibleRole: 'Fagchef, Ejendomme', state: 'InProgress' }),
      aFollowUp(61, { title: 'Indarbejd i budget', initiativeId: 1, dueDate: '2025-08-15', responsibleId: 8, responsibleRole: 'Økonomichef' }),
      aFollowUp(62, { title: 'Lav dataplan', dueDate: '2025-03-10', responsibleId: 7, state: 'Done' })
    ]
  });
  window.history.replaceState(null, '', '/?upl-view=followUps');
  showPlan(store, undefined, meetings);
  return meetings;
}

const item = async (title: string): Promise<HTMLElement> => {
  const found = (await screen.findByText(title)).closest('li');
  if (!found) {
    throw new Error(`${title} stands in no list`);
  }
  return found;
};
const titles = (): string[] => ['Afklar krav', 'Indarbejd i budget', 'Lav dataplan'].filter((title) => screen.queryAllByText(title).length > 0);

test('open follow-ups by date, the overdue ones said to be so', async () => {
  aPlanWithFollowUps();
  const first = await item('Afklar krav');
  expect(within(first).getByText('Overskredet')).toBeInTheDocument();
  expect(within(first).getByText(/Direktionsmøde 26\. marts 2025 · Besluttet: Puljen genoptages/)).toBeInTheDocument();
  expect(within(first).getByText('Flådestyring R003(I)(B)')).toBeInTheDocument();
  expect(within(await item('Indarbejd i budget')).queryByText('Overskredet')).toBeNull();
  expect(titles()).toEqual(['Afklar krav', 'Indarbejd i budget']);
  expect(screen.getByText('Udsat til efteråret')).toBeInTheDocument();
});

test('mine, overdue, ended; the choice stands in the address', async () => {
  aPlanWithFollowUps();
  await item('Afklar krav');
  await userEvent.click(screen.getByRole('button', { name: 'Kun mine' }));
  expect(titles()).toEqual(['Afklar krav']);
  await userEvent.click(screen.getByRole('button', { name: 'Vis afsluttede' }));
  expect(titles()).toEqual(['Afklar krav', 'Lav dataplan']);
  await userEvent.click(screen.getByRole('button', { name: 'Overskredne (1)' }));
  expect(titles()).toEqual(['Afklar krav']);
  expect(window.location.search).toContain('upl-followUpOverdue=1');
});

test('by initiative and by meeting', async () => {
  aPlanWithFollowUps();
  await item('Afklar krav');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Gruppér efter' }), 'initiative');
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading: HTMLElement) => heading.textContent)).toEqual(['Skriftlige fremstillinger R101 (I)(B)', 'Flådestyring R003(I)(B)', 'Udsat og ikke taget op igen']);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Gruppér efter' }), 'meeting');
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading: HTMLElement) => heading.textContent)).toEqual(['Direktionsmøde 26. marts 2025', 'Uden møde', 'Udsat og ikke taget op igen']);
});

test('the responsible writes state and note where it stands', async () => {
  const meetings = aPlanWithFollowUps();
  await userEvent.click(within(await item('Afklar krav')).getByRole('button', { name: 'Opdater: Afklar krav' }));
  const form = within(await screen.findByRole('form', { name: 'Opdater: Afklar krav' }));
  await userEvent.click(form.getByRole('combobox', { name: /Tilstand/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Udført' }));
  await userEvent.type(form.getByRole('textbox', { name: 'Bemærkning' }), 'Kravene er afklaret');
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(meetings.rows_.followUps.find(({ id }) => id === 60)).toMatchObject({ state: 'Done', note: 'Kravene er afklaret', responsibleRole: 'Fagchef, Ejendomme', dueDate: '2025-04-15' }));
  await waitFor(() => expect(titles()).toEqual(['Indarbejd i budget']));
});

test('others write on behalf of the responsible, and readers not at all', async () => {
  aPlanWithFollowUps();
  await userEvent.click(within(await item('Indarbejd i budget')).getByRole('button', { name: 'Skriv på vegne af: Indarbejd i budget' }));
  expect(await screen.findByText('Du skriver på vegne af Økonomichef.')).toBeInTheDocument();
});

test('a reader has no button', async () => {
  aPlanWithFollowUps(noRights);
  expect(within(await item('Afklar krav')).queryByRole('button', { name: /Opdater|vegne/ })).toBeNull();
});

test('the date of an open follow-up is handed out for any calendar', async () => {
  aPlanWithFollowUps(noRights);
  const files: Blob[] = [];
  Object.assign(URL, { createObjectURL: (file: Blob) => { files.push(file); return 'blob:'; }, revokeObjectURL: () => undefined });
  await userEvent.click(within(await item('Indarbejd i budget')).getByRole('button', { name: 'Hent kalenderfil (.ics): Indarbejd i budget' }));
  await waitFor(() => expect(files).toHaveLength(1));
  const content = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(files[0]);
  });
  expect(content).toContain('DTSTART;VALUE=DATE:20250815');
  expect(content).toMatch(/SUMMARY:.*Indarbejd i budget/);
});
