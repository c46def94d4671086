import { findings, findingsAt } from './support/findings';
import type { Person } from './support/person';
import { startProduct, type Product } from './support/product';
import { useStage, type Role } from './support/stage';
import type { Language } from './support/texts';

describe.each<Language>(['da-dk', 'en-us'])('WCAG 2.1 AA, %s', (language) => {
  const stage = useStage();
  // The page's policy lets no script in that is not the page's own; only here it is asked to look away, for axe.
  const enter = (role: Role): Promise<Person> => stage.enter(role, { language, width: 1366, bypassCsp: true });

  it('the overview', async () => {
    const director = await enter('headOfFinance');
    await director.opensPlan();
    expect(await findingsAt(director.page, 1366, 320)).toEqual([]);
  });

  it('what changed since last, in words', async () => {
    const director = await enter('headOfFinance');
    await director.opensPlan();
    const row = director.row('Flådestyring R003(I)(B)').element;
    await row.getByRole('button', { name: director.say('overview.changedSince') }).click();
    await row.locator('ins').first().waitFor();
    expect(await findingsAt(director.page, 1366, 320)).toEqual([]);
  });

  it('a locked month, grouped by committee', async () => {
    const reader = await enter('reader');
    await reader.opensPlan('upl-month=2025-03&upl-group=committee&upl-sort=progress');
    expect(await findings(reader.page)).toEqual([]);
  });

  it('nothing found, and the filters', async () => {
    const reader = await enter('reader');
    await reader.opensPage('upl-search=findes-ikke');
    await reader.page.getByText(reader.say('overview.empty')).waitFor();
    await reader.page.getByRole('button', { name: reader.say('overview.filters'), exact: true }).click();
    await reader.page.getByRole('group', { name: reader.say('overview.filterCommittee') }).waitFor();
    expect(await findings(reader.page)).toEqual([]);
  });

  it('the whole initiative', async () => {
    const reader = await enter('reader');
    await reader.opensPlan();
    await reader.row('Flådestyring R003(I)(B)').opens();
    expect(await findings(reader.page)).toEqual([]);
  });

  it('a status being written, with what is missing', async () => {
    const chief = await enter('familyChief');
    await chief.opensPlan();
    const editor = await chief.row('Økonomisk prognose på myndighedsdelen på børneområdet samt på voksen-handicapområdet').writesStatus();
    await editor.statusText.fill('');
    await editor.triesToSave();
    await editor.form.getByText(chief.say('common.required')).waitFor();
    expect(await findings(chief.page)).toEqual([]);
  });

  it('an OBS point being raised', async () => {
    const director = await enter('welfareDirector');
    await director.opensPlan();
    const editor = await director.row('Norddjurs i bevægelse').raisesObs();
    await editor.triesToSave();
    expect(await findings(director.page)).toEqual([]);
  });

  it('two texts to choose between', async () => {
    const title = 'Skriftlige fremstillinger R101 (I)(B)';
    const chief = await enter('legalChief');
    const secretariat = await enter('secretariat');
    chief.expectsStatus(412);
    await Promise.all([chief.opensPlan(), secretariat.opensPlan()]);
    const mine = await chief.row(title).writesStatus();
    const theirs = await secretariat.row(title).writesStatus();
    await theirs.nextSteps.fill(`Ibrugtagning 2. maj (${language}).`);
    await theirs.saves();
    await mine.nextSteps.fill('Ibrugtagning 3. maj.');
    await mine.triesToSave();
    await chief.page.getByRole('group', { name: chief.say('conflict.heading') }).waitFor();
    expect(await findings(chief.page)).toEqual([]);
  });

  it('the page in edit mode, with the property pane', async () => {
    const owner = await enter('owner');
    await owner.opensPlan('Mode=Edit');
    await owner.button(language === 'da-dk' ? 'Rediger egenskaber' : 'Edit properties').click();
    await owner.page.getByRole('textbox', { name: owner.say('pane.planYear') }).waitFor();
    expect(await findings(owner.page)).toEqual([]);
  });

  it('the setup of a plan that is in use', async () => {
    const owner = await enter('owner');
    await owner.opensPage('upl-view=setup');
    await owner.page.getByRole('heading', { name: owner.say('setup.health') }).waitFor();
    expect(await findingsAt(owner.page, 1366, 320)).toEqual([]);
  });

  it('Min status with a status begun', async () => {
    const chief = await enter('propertyChief');
    await chief.opensPage('upl-view=myStatus&upl-month=2025-04');
    await chief.button('Flådestyring R003(I)(B)').click();
    await chief.page.getByRole('form').waitFor();
    expect(await findingsAt(chief.page, 1366, 320)).toEqual([]);
  });

  it('the rounds, with a meeting being moved, a text shown and the year being planned', async () => {
    const secretariat = await enter('secretariat');
    await secretariat.opensPage('upl-view=rounds&upl-month=2025-04');
    await secretariat.page.getByRole('row').filter({ hasText: 'Direktionsmøde 30. april 2025' }).getByRole('button', { name: secretariat.say('rounds.move') }).click();
    await secretariat.page.getByRole('heading', { name: secretariat.say('rounds.planHeading') }).waitFor();
    const shown = secretariat.page.getByRole('button', { name: secretariat.say('rounds.text') });
    await shown.first().or(secretariat.page.getByText(secretariat.say('rounds.allReceived'))).waitFor();
    if (await shown.count() > 0) {
      await shown.first().click();
    }
    expect(await findingsAt(secretariat.page, 1366, 320)).toEqual([]);
  });

  it.each(['2025-04', '2025-03'])('the papers of a meeting, %s', async (month) => {
    const head = await enter('headOfFinance');
    await head.opensPage(`upl-view=documents&upl-month=${month}`);
    await head.page.getByRole('article').waitFor();
    if (month === '2025-03') {
      await head.button(head.say('documents.correct')).click();
    }
    expect(await findingsAt(head.page, 1366, 320)).toEqual([]);
  });

  it('a plan that cannot be read', async () => {
    const reader = await enter('reader');
    reader.expectsTrouble('net::ERR_INTERNET_DISCONNECTED');
    await reader.page.route(/\/_api\//, (route) => route.abort('internetdisconnected'));
    await reader.opensPage();
    await reader.seesProblem(reader.say('problem.offline.title'));
    expect(await findings(reader.page)).toEqual([]);
  });
});

describe('WCAG 2.1 AA on an empty site', () => {
  const stage = useStage();
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('temp/e2e/empty-accessibility.sqlite', '--empty');
  }, 300000);
  afterAll(() => product.stop());

  it.each<Language>(['da-dk', 'en-us'])('the missing lists and the setup, %s', async (language) => {
    const owner = await stage.enter('owner', { language, pageUrl: product.pageUrl, bypassCsp: true });
    owner.expectsStatus(404);
    await owner.opensPage();
    await owner.seesProblem(owner.say('err.setup'));
    expect(await findings(owner.page)).toEqual([]);
    await owner.button(owner.say('setup.open')).click();
    await owner.page.getByRole('group', { name: owner.say('setup.role.directors') }).waitFor();
    expect(await findings(owner.page)).toEqual([]);
  });
});
