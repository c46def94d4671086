import { restClient, type RestClient } from '../../sharepoint/sample/restClient';
import type { Person } from './support/person';
import { startProduct, type Product } from './support/product';
import { loginOf, useStage, type Role } from './support/stage';

/** Which of the site's groups the owner gives which role. */
const groupOfRole = { finance: 'Økonomi', directors: 'Direktion', chiefs: 'Fagchefer', readers: 'Læsere' };
const obsOf = (person: string): Record<string, unknown> => ({ Title: person, ObsText: person, ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2025-04' });

async function choosesGroups(owner: Person): Promise<void> {
  for (const [role, group] of Object.entries(groupOfRole)) {
    await owner.page.getByRole('group', { name: owner.say(`setup.role.${role}`) }).getByRole('checkbox', { name: group, exact: true }).press('Space');
  }
}

describe('an empty site', () => {
  const stage = useStage();
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('temp/e2e/empty.sqlite', '--empty');
  }, 300000);
  afterAll(() => product.stop());

  const enter = async (role: Role): Promise<Person> => {
    const person = await stage.enter(role, { pageUrl: product.pageUrl });
    // What the page asks of lists that are not there, or not for this person.
    person.expectsStatus(404);
    person.expectsStatus(403);
    await person.opensPage();
    return person;
  };
  const rest = (role: Role): RestClient => restClient(product.siteUrl, loginOf(role));
  const list = (name: string): string => `${new URL(product.siteUrl).pathname}/Lists/Upl${name}`;

  it('tells a reader that the lists are missing, and whom to ask', async () => {
    const reader = await enter('reader');
    await reader.seesProblem(reader.say('err.setup'));
    await reader.page.getByText(reader.say('problem.listsMissing.others')).waitFor();
    expect(await reader.button(reader.say('setup.open')).count()).toBe(0);
  });

  it('is set up by its owner, who chooses the groups and sees what was made', async () => {
    const owner = await enter('owner');
    await owner.seesProblem(owner.say('err.setup'));
    await owner.button(owner.say('setup.open')).click();
    await choosesGroups(owner);
    await owner.button(owner.say('setup.run')).click();
    await owner.page.getByRole('progressbar').waitFor();
    await owner.page.getByText(/^Listerne er klar\. \d+ trin blev udført\.$/).waitFor();
    expect(await owner.page.getByRole('listitem').filter({ hasText: 'Udmøntningsplan – ' }).count()).toBe(10);
    await owner.button(owner.say('setup.toPlan')).click();
    await owner.seesProblem(owner.say('empty.plan.title'));
  });

  it('lets directors alone write OBS points from then on', async () => {
    await rest('developmentDirector').create(list('ObsPoints'), obsOf('direktør'));
    await rest('headOfFinance').create(list('ObsPoints'), obsOf('økonomichef'));
    for (const role of ['propertyChief', 'secretariat', 'reader'] as const) {
      await expect(rest(role).create(list('ObsPoints'), obsOf(role))).rejects.toThrow(/: 403 /);
    }
    expect((await rest('reader').get<{ value: unknown[] }>(`web/GetList('${list('ObsPoints')}')/items`)).value).toHaveLength(2);
  });

  it('changes nothing when the owner runs the setup again', async () => {
    const owner = await enter('owner');
    await owner.seesProblem(owner.say('empty.plan.title'));
    await owner.button(owner.say('setup.open')).click();
    // The roles are read back from the lists: nobody chooses them twice.
    for (const [role, group] of Object.entries(groupOfRole)) {
      expect(await owner.page.getByRole('group', { name: owner.say(`setup.role.${role}`) }).getByRole('checkbox', { name: group, exact: true }).isChecked()).toBe(true);
    }
    await owner.button(owner.say('setup.mend')).click();
    await owner.page.getByText(owner.say('setup.nothingToDo')).waitFor();
  });

  it('shows the owner what somebody changed by hand, and mends it', async () => {
    const column = `${product.siteUrl}/_api/web/GetList('${list('StatusReports')}')/fields/getbyinternalnameortitle('Period')`;
    const headers = { 'Content-Type': 'application/json;odata=nometadata', 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' };
    expect((await rest('owner').fetch(column, { method: 'POST', headers, body: JSON.stringify({ Indexed: false }) })).status).toBe(204);
    const owner = await enter('owner');
    await owner.seesProblem(owner.say('empty.plan.title'));
    await owner.button(owner.say('setup.open')).click();
    const statuses = owner.page.getByRole('region', { name: owner.say('setup.lists') }).getByRole('row').filter({ hasText: 'Statusser' });
    await statuses.getByText(owner.say('setup.difference.indexMissing', 'Period')).waitFor();
    await owner.button(owner.say('setup.mend')).click();
    await statuses.getByText(owner.say('setup.state.ok')).waitFor();
  });

  it('shows others that the plan is empty, which is not an error', async () => {
    const reader = await enter('reader');
    await reader.seesProblem(reader.say('empty.plan.title'));
    expect(await reader.button(reader.say('setup.open')).count()).toBe(0);
  });

  it('tells who has no access from what is missing', async () => {
    await rest('owner').post(`web/GetList('${list('StatusReports')}')/roleassignments/removeroleassignment(principalid=${await groupId('Læsere')},roledefid=1073741826)`);
    const reader = await enter('reader');
    await reader.seesProblem(reader.say('problem.forbidden.title'));
  });

  const groupId = async (title: string): Promise<number> => (await rest('owner').get<{ Id: number }>(`web/sitegroups/getbyname('${encodeURIComponent(title)}')`)).Id;
});
