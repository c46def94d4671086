import { act, fireEvent, screen, within } from '@testing-library/react';
import { aMonth, anInitiative, aReport, aSite } from '../plan/support/samples';
import { createMemoryStore } from './setup/memoryStore';
import { inRow, rowOf, showPlan } from './setup/page';

/** What a browser has and jsdom has not: here the test says what is close to sight. */
let scrollTo: (element: Element) => void = () => undefined;

beforeAll(() => {
  class Sight {
    public constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
      scrollTo = (element) => tell([{ target: element, isIntersecting: true }]);
    }
    public observe(): void { /* Told by `scrollTo`. */ }
    public unobserve(): void { /* Told by `scrollTo`. */ }
  }
  Object.defineProperty(window, 'IntersectionObserver', { value: Sight, configurable: true });
});
afterAll(() => {
  Reflect.deleteProperty(window, 'IntersectionObserver');
});

async function aLongPlan(): Promise<void> {
  const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
  showPlan(createMemoryStore(aSite({ rights: { ...aSite().rights, addObs: true, editReports: true } }), aMonth({
    initiatives: numbers.map((id) => anInitiative(id, { title: `Indsats ${id}.`, originalText: `Indsats ${id}.`, chiefId: 7 })), reports: numbers.map((id) => aReport(id, { statusText: `Status ${id}.`, progress: 'OnTrack' }))
  })));
  await rowOf('Indsats 25\\.');
}

test('far rows have all their words, and what may be done to them once they come near', async () => {
  await aLongPlan();
  expect((await inRow('Indsats 20\\.')).getByRole('button', { name: /Rejs OBS-punkt/ })).toBeInTheDocument();
  const far = await rowOf('Indsats 21\\.');
  expect(far).toHaveTextContent(/Indsats 21\..*Følger planen.*Status 21\./);
  expect([within(far).queryByRole('button', { name: /Rejs OBS-punkt/ }), far.querySelector('svg')]).toEqual([null, null]);
  act(() => scrollTo(far));
  expect(within(far).getByRole('button', { name: /Rejs OBS-punkt/ })).toBeInTheDocument();
  expect(within(far).getByRole('button', { name: /Skriv status/ })).toBeInTheDocument();
  expect((await rowOf('Indsats 22\\.')).querySelector('svg')).toBeNull();
});

test('on paper every row is near', async () => {
  await aLongPlan();
  expect(screen.getAllByRole('button', { name: /Rejs OBS-punkt/ })).toHaveLength(20);
  fireEvent(window, new Event('beforeprint'));
  expect(screen.getAllByRole('button', { name: /Rejs OBS-punkt/ })).toHaveLength(25);
});
