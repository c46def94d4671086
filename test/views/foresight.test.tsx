import { cleanup, screen } from '@testing-library/react';
import { aStore, showPlan } from './setup/page';
import type { MemoryStore } from './setup/memoryStore';

/** What is asked of the store, in order; the site is answered when told to. */
function watched(store: MemoryStore): { asked: string[]; answerSite: () => void } {
  const asked: string[] = [];
  let answer: () => void = () => undefined;
  const { site, month } = store;
  store.site = async (year) => {
    asked.push('site');
    await new Promise<void>((resolve) => { answer = resolve; });
    return site(year);
  };
  store.month = (year, period) => {
    asked.push(`month ${year} ${period}`);
    return month(year, period);
  };
  return { asked, answerSite: () => answer() };
}

test('a browser that has shown the plan asks for its month while the site is still being read, and no more often', async () => {
  showPlan(aStore());
  await screen.findByRole('table');
  cleanup();
  const store = aStore();
  const { asked, answerSite } = watched(store);
  showPlan(store);
  expect(asked).toEqual(['site', 'month 2025 2025-04']);
  answerSite();
  await screen.findByRole('table');
  expect(asked).toEqual(['site', 'month 2025 2025-04']);
});

test('a browser that has not, asks when it knows which month it is', async () => {
  const store = aStore();
  const { asked, answerSite } = watched(store);
  showPlan(store);
  expect(asked).toEqual(['site']);
  answerSite();
  await screen.findByRole('table');
  expect(asked).toEqual(['site', 'month 2025 2025-04']);
});
