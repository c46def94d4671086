import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readDocx, headingsOf } from '../documents/support/readDocx';
import { aMeeting, aSite, meetingDetails, noRights } from '../plan/support/samples';
import { createMemoryAnnexes, type MemoryAnnexes } from './setup/memoryAnnexes';
import { createMemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, rowOf, showPlan } from './setup/page';

const finance = { ...noRights, addAnnexes: true, editMeetings: true, editReports: true };

function aPlan(rights = finance, search = '/?upl-view=documents'): { store: MemoryStore; annexes: MemoryAnnexes } {
  const store = aStore();
  const april = aMeeting('2025-04', { title: 'Direktionsmøde 30. april 2025' });
  store.site_ = aSite({ rights, meetings: [april, aMeeting('2025-03', { state: 'Held', title: 'Direktionsmøde 26. marts 2025' })] });
  const meetings = createMemoryMeetings(store);
  meetings.details_ = [meetingDetails('2025-04', { ...april, caseNumber: '', caseOwners: 'Økonomichef', presenters: 'Direktør' })];
  const annexes = createMemoryAnnexes(store, meetings);
  window.history.replaceState(null, '', search);
  showPlan(store, undefined, meetings, undefined, undefined, undefined, undefined, { loadAnnexes: async () => annexes });
  return { store, annexes };
}

const lock = async (): Promise<void> => userEvent.click(await screen.findByRole('button', { name: 'Lås runde og dan bilag' }));

test('an open round shows what would be filed, and what is missing', async () => {
  aPlan();
  expect(await screen.findByText(/Kladde: sådan ser det ud/)).toBeInTheDocument();
  const panel = await screen.findByRole('region', { name: 'Lås runde og dan bilag' });
  expect(within(panel).getByText('1 status mangler og bliver til "Ikke modtaget":')).toBeInTheDocument();
  expect(within(panel).getByText('Bosætningskampagne')).toBeInTheDocument();
  expect(within(panel).getByText(/Dagsordenspunktet mangler: Sagsnummer\./)).toBeInTheDocument();
  const annex = screen.getByRole('article');
  expect(within(annex).getAllByText('Puljen er ikke besluttet')).toHaveLength(2);
  expect(within(annex).getByText('Status ikke modtaget')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Dagsordenspunkt' }));
  expect(await screen.findByRole('heading', { name: 'Sagsfremstilling' })).toBeInTheDocument();
});

test('locked, the documents come from the record, and the month with them, whatever is written later', async () => {
  const { store, annexes } = aPlan();
  await lock();
  expect((await screen.findAllByText(/revision A/)).length).toBeGreaterThan(0);
  const files = await screen.findByRole('region', { name: 'Filer i biblioteket' });
  await waitFor(() => expect(screen.getByText(/^Vist, som direktionen fik det forelagt/)).toHaveFocus());
  expect(within(files).getByRole('link', { name: 'bilag.docx' })).toHaveAttribute('href', expect.stringContaining('/UplAnnexes/A/bilag.docx'));
  const annex = annexes.filed_[0].files.find(({ name }) => name === 'bilag.docx');
  expect(headingsOf(readDocx(annex?.bytes ?? new Uint8Array()), 'Heading1')).toContain('OBS-punkter');
  store.month_ = { ...store.month_, reports: store.month_.reports.map((report) => ({ ...report, statusText: 'Skrevet efter mødet', etag: '"9"' })) };
  await userEvent.click(screen.getByRole('link', { name: 'Overblik' }));
  expect(within(await rowOf('Flådestyring')).getByText('Udbuddet er forsinket')).toBeInTheDocument();
  expect(await screen.findByText(/Siden er 3 statusser ændret i listerne/)).toBeInTheDocument();
  expect(screen.queryByText('Skrevet efter mødet')).toBeNull();
});

test('an interrupted lock says where it stopped and that it can go on, and goes on', async () => {
  const { annexes } = aPlan();
  annexes.failAt = 'documents';
  await lock();
  expect(await screen.findByText(/Det stoppede ved: Bilag og dagsordenspunkt dannes\./)).toBeInTheDocument();
  annexes.failAt = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Fortsæt' }));
  expect(await screen.findByRole('region', { name: 'Filer i biblioteket' })).toBeInTheDocument();
});

test('a correction asks for its reason and keeps the first revision', async () => {
  const { annexes } = aPlan();
  await lock();
  await userEvent.click(await screen.findByRole('button', { name: 'Ret efter låsen' }));
  const start = screen.getByRole('button', { name: 'Dan revision B' });
  expect(start).toBeDisabled();
  await userEvent.type(screen.getByRole('textbox', { name: 'Begrundelse' }), 'Forkert beløb');
  await userEvent.click(start);
  await waitFor(() => expect(annexes.filed_.map(({ record }) => [record.revision, record.reason])).toEqual([['A', ''], ['B', 'Forkert beløb']]));
  expect(await screen.findByText(/Rettet efter låsningen: Forkert beløb\.$/)).toBeInTheDocument();
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Revision' }), 'A');
  expect(await screen.findByText(/forelagt: revision A/)).toBeInTheDocument();
});

test('whoever may not lock reads and fetches, and is offered nothing else', async () => {
  aPlan(noRights);
  await screen.findByRole('article');
  expect(screen.queryByRole('button', { name: 'Lås runde og dan bilag' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Hent som Word' })).toBeEnabled();
});

test('a page that may not write to the clipboard gives the text to be marked', async () => {
  aPlan(noRights);
  await screen.findByRole('article');
  await userEvent.click(screen.getByRole('button', { name: 'Kopiér til sagssystemet' }));
  expect(await screen.findByText(/Markér den nedenfor/)).toBeInTheDocument();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Bilag/ }).value).toContain('Puljen er ikke besluttet');
});

test('an extract for an access request: months, words and fields are chosen, what is left out is counted', async () => {
  const { store } = aPlan();
  store.month_ = { ...store.month_, reports: store.month_.reports.map((report) => (report.subject.id === 3 && report.period === '2025-04' ? { ...report, state: 'Draft' as const } : report)) };
  await userEvent.click(await screen.findByRole('button', { name: 'Udtræk til aktindsigt' }));
  const extract = await screen.findByRole('article');
  expect(within(extract).getByText('Udeladt. Kladder: 1. Statusser fra lukkede punkter: 0.')).toBeInTheDocument();
  expect(within(extract).queryByText('Udbuddet er forsinket')).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Tag kladder med' }));
  expect(within(screen.getByRole('article')).getByText('Udbuddet er forsinket')).toBeInTheDocument();
  await userEvent.type(screen.getByRole('searchbox', { name: /titel indeholder/ }), 'fremstillinger');
  expect(within(screen.getByRole('article')).queryByText('Udbuddet er forsinket')).toBeNull();
  expect(within(screen.getByRole('article')).getByText('Skabeloner er klar')).toBeInTheDocument();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fra' }), '2025-03');
  expect(await within(screen.getByRole('article')).findByText('Marts tekst')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Status' }));
  expect(within(screen.getByRole('article')).queryByText('Marts tekst')).toBeNull();
});

test('the standard phrases are edited, kept, and stand in the next paper', async () => {
  const { annexes } = aPlan({ ...finance, editSettings: true });
  await userEvent.click(await screen.findByRole('button', { name: 'Standardtekster' }));
  const form = await screen.findByRole('form', { name: 'Standardtekster' });
  const recommendation = within(form).getByRole<HTMLTextAreaElement>('textbox', { name: 'Indstilling' });
  expect(recommendation.value).toContain('Direktionen gennemgår status');
  await userEvent.clear(recommendation);
  await userEvent.type(recommendation, 'Vi indstiller det.');
  await userEvent.click(within(form).getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(annexes.template_?.recommendation).toBe('Vi indstiller det.'));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Standardtekster' })).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Dagsordenspunkt' }));
  expect(await within(screen.getByRole('article')).findByText('Vi indstiller det.')).toBeInTheDocument();
});
