import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RoleGroups } from '../../src/plan/ports/planSetup';
import { PlanError, type Problem } from '../../src/plan/problem';
import { aStore, showPlan } from './setup/page';

const problems: [Problem, string][] = [
  [{ kind: 'forbidden' }, 'Du har ikke adgang til udmøntningsplanen'],
  [{ kind: 'signedOut' }, 'Du er logget ud'],
  [{ kind: 'throttled', seconds: 9 }, 'SharePoint er travlt'],
  [{ kind: 'offline' }, 'Der er ikke forbindelse til SharePoint'],
  [{ kind: 'tooLarge' }, 'Listen er for stor til denne forespørgsel'],
  [{ kind: 'listsMissing', lists: ['Indsatser'], mayCreate: true }, 'Listerne mangler. En ejer af webstedet skal køre opsætningen.'],
  [{ kind: 'unreadable', list: 'UplMeetings', column: 'Forum' }, 'En liste er ændret, så planen ikke kan læses'],
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

test('the owner makes the lists: groups, progress, report', async () => {
  const store = aStore();
  store.failReads = { kind: 'listsMissing', lists: [], mayCreate: true };
  let given: RoleGroups | undefined;
  showPlan(store, {
    groups: async () => [{ id: 11, title: 'Direktører' }, { id: 12, title: 'Chefer' }],
    run: async (groups, onProgress) => {
      given = groups;
      const step = { list: 'Indsatser', step: 'columns', outcome: 'made' } as const;
      onProgress({ done: 1, total: 1, step });
      return [step];
    }
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByText(/Ingen gruppe er valgt som direktion/)).toBeInTheDocument();
  const directors = screen.getByRole('group', { name: 'Direktion' });
  await userEvent.click(await waitFor(() => directors.querySelector('input[type="checkbox"]') as HTMLElement));
  await userEvent.click(screen.getByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByText('Listerne er klar. 1 trin blev udført.')).toBeInTheDocument();
  expect(given).toEqual({ finance: [], directors: [11], chiefs: [], readers: [] });
  store.failReads = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Vis planen' }));
  expect(await screen.findByRole('table')).toBeInTheDocument();
});

test('others than owners are told whom to ask, and are offered no setup', async () => {
  const store = aStore();
  store.failReads = { kind: 'listsMissing', lists: [], mayCreate: false };
  showPlan(store);
  expect(await screen.findByText('Kun en ejer af webstedet kan oprette dem. Bed en ejer om at åbne denne side.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Opret lister' })).not.toBeInTheDocument();
});

test('an owner whose right was taken away meanwhile is refused in words', async () => {
  const store = aStore();
  store.failReads = { kind: 'listsMissing', lists: [], mayCreate: true };
  showPlan(store, { groups: async () => [], run: async () => { throw new PlanError({ kind: 'forbidden' }); } });
  await userEvent.click(await screen.findByRole('button', { name: 'Opret lister' }));
  await screen.findByText(/Ingen gruppe er valgt/);
  await userEvent.click(screen.getByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByText(/Kun en ejer af webstedet kan oprette listerne/)).toBeInTheDocument();
});
