import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Problem } from '../../src/plan/problem';
import { aStore, showPlan } from './setup/page';

const problems: [Problem, string][] = [
  [{ kind: 'forbidden' }, 'Du har ikke adgang til udmøntningsplanen'],
  [{ kind: 'signedOut' }, 'Du er logget ud'],
  [{ kind: 'throttled', seconds: 9 }, 'SharePoint er travlt'],
  [{ kind: 'offline' }, 'Der er ikke forbindelse til SharePoint'],
  [{ kind: 'tooLarge' }, 'Listen er for stor til denne forespørgsel'],
  [{ kind: 'listsMissing', lists: ['Indsatser'], mayCreate: true }, 'Listerne mangler. En ejer af webstedet skal køre opsætningen.'],
  [{ kind: 'unreadable', list: 'UplMeetings', column: 'Forum' }, 'En liste er ændret, så planen ikke kan læses'],
  [{ kind: 'newerLists', found: 9, known: 2 }, 'Listerne er lavet af en nyere pakke.'],
  [{ kind: 'unexpected', message: 'Noget gik galt' }, 'Planen kunne ikke hentes']
];

test.each(problems)('%j has a screen of its own and is never an empty list', async (problem, title) => {
  const store = aStore();
  store.failReads = problem;
  showPlan(store);
  expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  store.failReads = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
  expect(await screen.findByRole('table')).toBeInTheDocument();
});

test('a plan without initiatives says so and what to do', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, planYear: undefined };
  showPlan(store);
  expect(await screen.findByRole('heading', { name: 'Der er endnu intet i planen' })).toBeInTheDocument();
});

test('a busy server is asked again by itself when it said', async () => {
  const store = aStore();
  store.failReads = { kind: 'throttled', seconds: 1 };
  showPlan(store);
  expect(await screen.findByText('SharePoint er travlt. Vi prøver igen om 1 sekunder.')).toBeInTheDocument();
  store.failReads = undefined;
  expect(await screen.findByRole('table', {}, { timeout: 3000 })).toBeInTheDocument();
});

test('a list that cannot be read leads an owner to the setup, and nobody else', async () => {
  const store = aStore();
  store.failReads = { kind: 'unreadable', list: 'UplMeetings', column: 'Forum', mayMend: true };
  const { unmount } = showPlan(store);
  expect(await screen.findByRole('button', { name: 'Åbn opsætningen' })).toBeInTheDocument();
  unmount();
  store.failReads = { kind: 'unreadable', list: 'UplMeetings', column: 'Forum', mayMend: false };
  showPlan(store);
  expect(await screen.findByText('Kolonnen Forum mangler i listen UplMeetings. Bed en ejer af webstedet køre opsætningen igen.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Åbn opsætningen' })).not.toBeInTheDocument();
});

test('others than owners are told whom to ask, and are offered no setup', async () => {
  const store = aStore();
  store.failReads = { kind: 'listsMissing', lists: [], mayCreate: false };
  showPlan(store);
  expect(await screen.findByText('Kun en ejer af webstedet kan oprette dem. Bed en ejer om at åbne denne side.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Åbn opsætningen' })).not.toBeInTheDocument();
});
