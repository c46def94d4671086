import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlanSetup, RoleGroups } from '../../src/plan/ports/planSetup';
import { PlanError } from '../../src/plan/problem';
import { aCheck, aSetup } from './setup/aSetup';
import { aStore, showPlan } from './setup/page';

const groups = async (): Promise<{ id: number; title: string }[]> => [{ id: 11, title: 'Direktører' }, { id: 12, title: 'Chefer' }];

/** The lists are missing, and an owner opens the setup. */
async function opensSetup(setup: PlanSetup): Promise<ReturnType<typeof aStore>> {
  const store = aStore();
  store.failReads = { kind: 'listsMissing', lists: [], mayCreate: true };
  showPlan(store, setup, undefined, undefined, undefined, undefined, undefined, { version: '1.2.3' });
  await userEvent.click(await screen.findByRole('button', { name: 'Åbn opsætningen' }));
  await screen.findByRole('heading', { name: 'Opsætning' });
  return store;
}

const section = async (name: string): Promise<ReturnType<typeof within>> => within((await screen.findByRole('heading', { name })).closest('section') as HTMLElement);

test('the owner makes the lists: roles, progress, report', async () => {
  let given: RoleGroups | undefined;
  const store = await opensSetup(aSetup({
    groups,
    run: async (roles, onProgress) => {
      given = roles;
      const step = { list: 'Indsatser', step: 'columns', outcome: 'made' } as const;
      onProgress({ done: 1, total: 1, step });
      return [step];
    }
  }));
  expect(await screen.findByText(/Ingen gruppe er valgt som direktion/)).toBeInTheDocument();
  await userEvent.click(within(screen.getByRole('group', { name: 'Direktion' })).getByRole('checkbox', { name: 'Direktører' }));
  expect(screen.queryByText(/Ingen gruppe er valgt som direktion/)).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByText('Listerne er klar. 1 trin blev udført.')).toBeInTheDocument();
  expect(screen.getByText('Indsatser: kolonner')).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Opret lister' })).toHaveFocus();
  expect(given).toEqual({ finance: [], directors: [11], chiefs: [], readers: [] });
  store.failReads = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Vis planen' }));
  expect(await screen.findByRole('columnheader', { name: /Fremdrift/ })).toBeInTheDocument();
});

test('a run that breaks off says what stays, and can be run again', async () => {
  await opensSetup(aSetup({
    run: async (_roles, onProgress) => {
      onProgress({ done: 1, total: 9, step: { list: 'Indsatser', step: 'list', outcome: 'made' } });
      throw new PlanError({ kind: 'wrongColumn', list: 'Opfølgninger', column: 'DueDate', found: 'Text', wanted: 'DateOnly' });
    }
  }));
  await userEvent.click(await screen.findByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Kolonnen DueDate i Opfølgninger er af en anden slags/);
  // With what went wrong before, for whoever is asked for help.
  expect((await section('Helbred')).getByText(/Kolonnen DueDate i Opfølgninger/)).toBeInTheDocument();
  expect(screen.getByText('Indsatser: liste')).toBeInTheDocument();
  expect(screen.getByText(/Det, der nåede at blive oprettet, bliver stående/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Opret lister' })).toBeEnabled();
});

test('an owner whose right was taken away meanwhile is refused in words', async () => {
  await opensSetup(aSetup({ run: async () => { throw new PlanError({ kind: 'forbidden' }); } }));
  await userEvent.click(await screen.findByRole('button', { name: 'Opret lister' }));
  expect(await screen.findByText(/Kun en ejer af webstedet kan oprette listerne/)).toBeInTheDocument();
});

test('a person or a directory group is looked for and given a role', async () => {
  const asked: string[] = [];
  const roles: unknown[] = [];
  await opensSetup(aSetup({
    groups,
    findPrincipals: async (words) => { asked.push(words); return [{ title: 'Sikkerhedsgruppe Økonomi', kind: 'directoryGroup', loginName: 'c:0t.c|tenant|7' }]; },
    check: async (wanted) => { roles.push(wanted?.finance); return aCheck(wanted ? { roles: wanted } : {}); }
  }));
  const finance = within(await screen.findByRole('group', { name: 'Økonomi' }));
  await userEvent.type(finance.getByRole('searchbox', { name: 'Find person eller gruppe til Økonomi' }), 'sik');
  await userEvent.click(await finance.findByRole('button', { name: 'Sikkerhedsgruppe Økonomi' }));
  expect(finance.getByRole('checkbox', { name: 'Sikkerhedsgruppe Økonomi (gruppe i Entra)' })).toBeChecked();
  expect(asked).toEqual(['sik']);
  expect(roles.pop()).toEqual([{ title: 'Sikkerhedsgruppe Økonomi', kind: 'directoryGroup', loginName: 'c:0t.c|tenant|7' }]);
});

test('the check shows differences, what the roles would change, what to be aware of, and health', async () => {
  await opensSetup(aSetup({
    check: async () => aCheck({
      schemaVersion: { found: 2, wanted: 2 }, roles: { finance: [], directors: [], readers: [], chiefs: [{ id: 12, title: 'Chefer', kind: 'siteGroup', loginName: 'Chefer' }] },
      lists: [{
        key: 'ObsPoints', title: 'OBS-punkter', url: '/x', health: { rows: 6200, indexes: 5, versions: 500 },
        differences: [{ kind: 'indexMissing', name: 'ObsState', fixable: true }, { kind: 'wrongType', name: 'ObsText', found: 'Text', wanted: 'Note', fixable: false }]
      }],
      access: [{ list: 'OBS-punkter', inherits: true, cells: [{ principal: 'Chefer', now: 'contribute', after: 'read' }, { principal: 'Direktører', now: 'contribute', after: 'contribute' }] }],
      warnings: [{ kind: 'chiefsWriteObs', list: 'OBS-punkter', principal: 'Chefer' }]
    })
  }));
  const lists = await section('Lister');
  expect(lists.getByRole('row', { name: /OBS-punkter Anderledes/ })).toHaveTextContent('kolonnen ObsState har intet indekskolonnen ObsText er af typen Text, ikke Note Skal rettes i hånden.');
  const access = await section('Rettigheder');
  expect(access.getByRole('row', { name: /OBS-punkter følger webstedets rettigheder skriver bliver læser skriver/ })).toBeInTheDocument();
  expect(access.getByRole('columnheader', { name: 'Chefer Fagchefer' })).toBeInTheDocument();
  expect(access.getByText('Chefer kan skrive OBS-punkter, selv om de er fagchefer.')).toBeInTheDocument();
  expect((await section('Helbred')).getByRole('row', { name: /OBS-punkter/ })).toHaveTextContent('6.200 · over visningsgrænsen5 af 20500');
  expect(screen.getByRole('button', { name: 'Ret lister og rettigheder' })).toBeEnabled();
});

test('the report can be copied: versions, roles, lists, what is to be mended by hand, and what went wrong', async () => {
  const user = userEvent.setup();
  await opensSetup(aSetup({
    check: async () => {
      const check = aCheck({ roles: { finance: [], directors: [{ id: 11, title: 'Direktører', kind: 'siteGroup', loginName: 'Direktører' }], chiefs: [], readers: [] } });
      check.lists[0].differences = [{ kind: 'wrongType', name: 'Code', found: 'Note', wanted: 'Text', fixable: false }];
      check.lists[0].titleTakenBy = '/sites/direktionen/Lists/Gammel';
      return check;
    },
    run: async () => { throw new PlanError({ kind: 'titleTaken', title: 'Udmøntningsplan – Indsatser' }); }
  }));
  await user.click(await screen.findByRole('button', { name: 'Opret lister' }));
  await user.click(await screen.findByRole('button', { name: 'Kopiér rapport' }));
  const report = await navigator.clipboard.readText();
  expect(report).toContain('Udmøntningsplan – OBS-punkter (/sites/direktionen/Lists/UplObsPoints): listen mangler');
  expect(report).toContain('Pakkens version er 1.2.3.');
  expect(report).toContain('Direktion: Direktører (gruppe på webstedet)');
  expect(report).toContain('kolonnen Code er af typen Note, ikke Text (Skal rettes i hånden.)');
  expect(report).toContain('/sites/direktionen/Lists/Gammel');
  expect(report).toContain('"kind":"titleTaken"');
});
