import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting, aReport } from '../plan/support/samples';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, inRow, rowOf, showPlan } from './setup/page';

/** The ordinary month with rounds before it: one initiative that says the same in every one, one that says something new. */
function aStoreWithHistory(changes: { director?: boolean } = {}): MemoryStore {
  const store = aStore();
  store.site_ = {
    ...store.site_, meetings: [...['2025-01', '2025-02', '2025-03'].map((period) => aMeeting(period, { state: 'Held' })), ...store.site_.meetings],
    rights: { ...store.site_.rights, addObs: changes.director === true }
  };
  const again = { progress: 'OnTrack', statusText: 'Skabeloner er klar', nextSteps: 'Ibrugtagning', needsCoordination: false } as const;
  const earlier = ['2025-01', '2025-02', '2025-03'].flatMap((period, index) => [
    { ...aReport(1, { period, ...again }), id: 3000 + index },
    { ...aReport(3, { period, progress: 'Attention', statusText: 'Udbuddet er i gang', needsCoordination: true, coordinationText: 'Stillingtagen til pulje' }), id: 4000 + index }
  ]);
  store.month_ = { ...store.month_, reports: [...store.month_.reports.filter((report) => report.period === '2025-04'), ...earlier] };
  return store;
}

test('a row says whether its status is new since last, and the words when asked', async () => {
  showPlan(aStoreWithHistory());
  expect(await (await inRow('Skriftlige')).findByText('Uændret siden sidst')).toBeInTheDocument();
  const row = await inRow('Flådestyring');
  const mark = row.getByRole('button', { name: 'Ændret siden sidst' });
  expect(mark).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(mark);
  expect(await row.findByText('Før: Kræver opmærksomhed. Nu: Følger ikke planen.')).toBeInTheDocument();
  const removed = (await rowOf('Flådestyring')).querySelector('del');
  const added = (await rowOf('Flådestyring')).querySelector('ins');
  expect(removed).toHaveTextContent('[fjernet: i gang ]');
  expect(added).toHaveTextContent('[tilføjet: forsinket ]');
  await userEvent.click(mark);
  expect((await rowOf('Flådestyring')).querySelector('ins')).toBeNull();
});

test('twelve months of progress are one sentence in each row, and no stop for the keyboard', async () => {
  const { container } = showPlan(aStoreWithHistory());
  const stops = (): number => container.querySelectorAll('tr[data-initiative] button, tr[data-initiative] [tabindex="0"]').length;
  const row = await inRow('Flådestyring');
  const before = stops();
  const sentence = 'Fremdrift de seneste 12 måneder: Kræver opmærksomhed januar 2025 til marts 2025, Følger ikke planen april 2025.';
  expect(await row.findByText(sentence, { selector: 'span' })).toBeInTheDocument();
  expect((await inRow('Bosætningskampagne')).getByText('Fremdrift de seneste 12 måneder: ikke modtaget april 2025.', { selector: 'span' })).toBeInTheDocument();
  const strip = (await rowOf('Flådestyring')).querySelectorAll('.strip path');
  expect(strip).toHaveLength(1 + 4);
  // The other eight months were asked for nothing.
  expect(strip[0].getAttribute('d')?.match(/M/g)).toHaveLength(8);
  expect((await rowOf('Flådestyring')).querySelector('.strip svg')).toHaveAttribute('aria-hidden', 'true');
  // The one button that came: the words that changed.
  expect(stops() - before).toBe(1);
});

test('unchanged ones are folded away, how many is said, and the link carries it', async () => {
  showPlan(aStoreWithHistory());
  await userEvent.click(await screen.findByRole('button', { name: 'Fold uændrede væk' }));
  expect(await screen.findByText('1 uændrede er foldet væk. OBS-punkter og ønsker om hjælp vises altid.')).toBeInTheDocument();
  expect(screen.queryByRole('rowheader', { name: /Skriftlige/ })).not.toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: /Flådestyring/ })).toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: /Bosætningskampagne/ })).toBeInTheDocument();
  expect(window.location.search).toBe('?upl-foldUnchanged=1');
  await userEvent.click(screen.getByRole('button', { name: 'Nulstil filtre' }));
  expect(await screen.findByRole('rowheader', { name: /Skriftlige/ })).toBeInTheDocument();
});

test.each([[true, 1], [false, 0]])('the third unchanged month in a row is told to whoever may raise OBS (%s)', async (director, told) => {
  showPlan(aStoreWithHistory({ director }));
  const row = await inRow('Skriftlige');
  await row.findByText('Uændret siden sidst');
  expect(row.queryAllByText('Uændret i mindst 3 måneder')).toHaveLength(told);
});

test('the opened row compares every month with the one before it', async () => {
  showPlan(aStoreWithHistory());
  await userEvent.click(await screen.findByRole('button', { name: 'Vis hele indsatsen: Flådestyring' }));
  const list = (await screen.findByRole('heading', { name: 'april 2025' })).closest('ol');
  expect(Array.from(list?.querySelectorAll('li') ?? []).map((month) => /(Ændret|Uændret) siden sidst/.exec(month.textContent ?? '')?.[1])).toEqual(['Ændret', 'Uændret', 'Uændret', undefined]);
});

test('the form follows what is typed', async () => {
  showPlan(aStoreWithHistory());
  await (await inRow('Skriftlige')).findByText('Uændret siden sidst');
  await userEvent.click((await inRow('Skriftlige')).getByRole('button', { name: /Skriv status/ }));
  const form = await screen.findByRole('form');
  expect(within(form).getByText('Uændret siden sidst')).toBeInTheDocument();
  await userEvent.type(within(form).getByRole('textbox', { name: 'Status siden sidst' }), ' og taget i brug');
  await userEvent.click(within(form).getByRole('button', { name: 'Ændret siden sidst' }));
  await waitFor(() => expect(form.querySelector('ins')).toHaveTextContent('og taget i brug'));
});

test('earlier months that cannot be read are said to be missing, and asked for again', async () => {
  const store = aStoreWithHistory();
  const earlier = store.earlier;
  store.earlier = () => Promise.reject(new Error('cut'));
  showPlan(store);
  expect(await screen.findByText(/De tidligere måneder kunne ikke hentes/)).toBeInTheDocument();
  expect(screen.getByRole('rowheader', { name: /Skriftlige/ })).toBeInTheDocument();
  store.earlier = earlier;
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
  expect(await screen.findByText('Uændret siden sidst')).toBeInTheDocument();
  expect(screen.queryByText(/De tidligere måneder kunne ikke hentes/)).not.toBeInTheDocument();
});
