import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TextDecoder } from 'node:util';
import Papa from 'papaparse';
import { aDecision, aFollowUp, aMeeting, aMonth, anInitiative, anObsPoint, aReport, aSite } from '../plan/support/samples';
import { downloads } from './setup/downloads';
import { createMemoryMeetings } from './setup/memoryMeetings';
import { createMemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const { asksFor, workbook } = downloads();
const rowsOf = async (file: Blob): Promise<unknown[][]> => (await workbook(file))[0].data;

test('the overview in Excel: the rows that are filtered to, sorted as they are shown', async () => {
  window.history.replaceState(null, '', '/?upl-group=none&upl-sort=title&upl-descending=1&upl-departments=Udvikling');
  showPlan(aStore());
  await screen.findByRole('table');
  const { file, name } = await asksFor('Excel');
  expect(name).toBe('udmoentningsplan-overblik-2025-04.xlsx');
  const shown = screen.getAllByRole('rowheader').map((header: HTMLElement) => header.textContent ?? '');
  const titles = (await rowsOf(file)).slice(1).map(([title]) => String(title));
  expect(titles).toEqual(['Flådestyring R003(I)(B)', 'Bosætningskampagne']);
  expect(shown.map((header, index) => header.includes(titles[index]))).toEqual([true, true]);
  expect((await screen.findAllByText('udmoentningsplan-overblik-2025-04.xlsx er hentet.')).length).toBeGreaterThan(0);
});

test('the overview in CSV: Danish signs, and nothing that a spreadsheet would run', async () => {
  window.history.replaceState(null, '', '/');
  showPlan(createMemoryStore(aSite(), aMonth({ initiatives: [anInitiative(1, { originalText: 'Æbler R101', marks: ['I'] })], reports: [aReport(1, { progress: 'OnTrack', statusText: '=HYPERLINK("http://x")' })] })));
  await screen.findByRole('table');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await asksFor('CSV')).file.arrayBuffer());
  expect(text.startsWith('\uFEFFIndsats;Kode;')).toBe(true);
  expect(Papa.parse<string[]>(text.slice(1), { delimiter: ';' }).data[1]).toEqual(expect.arrayContaining(['Æbler R101', '(I)', 'Følger planen', '\'=HYPERLINK("http://x")']));
});

test('the OBS points by level as they stand, with what they are about', async () => {
  const store = aStore();
  store.month_ = { ...store.month_, obsPoints: [
    anObsPoint(1, { initiativeIds: [], level: 'Corporate', text: 'Tre reformer', sortOrder: 1 }), anObsPoint(2, { initiativeIds: [3, 1], text: 'Puljen', sortOrder: 3 }), anObsPoint(3, { state: 'Withdrawn', closedPeriod: '2025-04' })
  ] };
  window.history.replaceState(null, '', '/?upl-view=obs');
  showPlan(store);
  const rows = await rowsOf((await asksFor('Excel')).file);
  expect(rows.slice(1).map((row) => [row[0], row[1], row[2]])).toEqual([
    ['⚑ OBS Puljen (3. måned i træk)', 'Skriftlige fremstillinger R101 (I)(B)\nFlådestyring R003(I)(B)', 'Direktion'],
    ['⚑ OBS Tre reformer (3. måned i træk)', 'Hele planen', 'Koncernledelse']
  ]);
});

test('the follow-ups that are filtered to, under the headings chosen, each once', async () => {
  const store = aStore();
  store.site_ = aSite({ meetings: [aMeeting('2025-04'), aMeeting('2025-03', { title: 'Direktionsmøde 26. marts 2025' })] });
  const meetings = createMemoryMeetings(store, {
    decisions: [aDecision(50, { meetingId: 3, initiativeIds: [3, 1], text: 'Puljen genoptages' })],
    followUps: [aFollowUp(60, { title: 'Afklar krav', decisionId: 50, dueDate: '2025-04-15' }), aFollowUp(61, { title: 'Indarbejd', initiativeId: 2, dueDate: '2025-04-10' }), aFollowUp(62, { title: 'Lav plan', state: 'Done' })]
  });
  window.history.replaceState(null, '', '/?upl-view=followUps&upl-followUpGroup=initiative');
  showPlan(store, undefined, meetings);
  const rows = await rowsOf((await asksFor('Excel')).file);
  expect(rows.slice(1).map((row) => [row[0], row[1], row[3], row[5], row[7]])).toEqual([
    ['Afklar krav', 'Flådestyring R003(I)(B)\nSkriftlige fremstillinger R101 (I)(B)', new Date('2025-04-15T00:00:00Z'), 'Overskredet', 'Direktionsmøde 26. marts 2025'],
    ['Indarbejd', 'Bosætningskampagne', new Date('2025-04-10T00:00:00Z'), 'Overskredet', null]
  ]);
});

test('the menu is closed by Escape, which gives the focus back, and by leaving it', async () => {
  window.history.replaceState(null, '', '/');
  showPlan(aStore());
  const button = await screen.findByRole('button', { name: 'Eksportér' });
  await userEvent.click(button);
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Excel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: 'Excel' })).toBeNull();
  expect(button).toHaveFocus();
  await userEvent.click(button);
  await userEvent.click(within(screen.getByRole('search')).getByRole('searchbox'));
  expect(screen.queryByRole('button', { name: 'Excel' })).toBeNull();
});

test('a file that cannot be made is said to be so', async () => {
  window.history.replaceState(null, '', '/');
  URL.createObjectURL = () => { throw new Error('no room'); };
  showPlan(aStore());
  await userEvent.click(await screen.findByRole('button', { name: 'Eksportér' }));
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Filen kunne ikke dannes');
});
