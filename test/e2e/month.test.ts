import * as fs from 'node:fs';
import { restClient } from '../../sharepoint/sample/restClient';
import { addDays } from '../../src/plan/calendar';
import { headingsOf, paragraphsOf, readDocx } from '../documents/support/readDocx';
import { counting } from './support/counting';
import { startProduct, type Product } from './support/product';
import { loginOf, useStage } from './support/stage';

/** May's round, on a product of its own: the other stories are about April. */
describe('the month from the opening of the round to the last status', () => {
  const stage = useStage();
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('temp/e2e/rounds.sqlite');
  });
  afterAll(() => product.stop());
  const myMay = 'upl-view=myStatus&upl-month=2025-05';

  it('the secretariat puts the year in the calendar and opens May', async () => {
    const secretariat = await stage.enter('secretariat', { pageUrl: product.pageUrl });
    await secretariat.opensPage('upl-view=rounds');
    await secretariat.page.getByRole('checkbox', { name: secretariat.say('rounds.planMonth', 'maj 2025') }).waitFor();
    await secretariat.button(secretariat.say('rounds.planDo', 7)).click();
    const may = secretariat.page.getByRole('row').filter({ hasText: 'Direktionsmøde 28. maj 2025' });
    await may.getByRole('button', { name: secretariat.say('round.start') }).click();
    const form = secretariat.page.getByRole('form');
    await form.getByText(secretariat.say('rounds.openRows', 24)).waitFor();
    expect(await form.getByLabel(secretariat.say('rounds.deadline')).inputValue()).toBe('2025-05-20');
    await form.getByRole('button', { name: secretariat.say('round.start') }).click();
    await secretariat.hears(secretariat.say('rounds.opened', 24));
    await secretariat.page.getByText('0 af 24 statusser modtaget · 24 mangler').waitFor();
  });

  it('and asks: a text to each with the link to Min status', async () => {
    const secretariat = await stage.enter('secretariat', { pageUrl: product.pageUrl });
    await secretariat.opensPage('upl-view=rounds&upl-month=2025-05');
    const chief = secretariat.page.getByRole('row').filter({ hasText: 'Fagchef, Ejendomme' });
    const outlook = new URL(await chief.getByRole('link', { name: 'Outlook' }).getAttribute('href') ?? '');
    expect(outlook.searchParams.get('to')).toBe(loginOf('propertyChief'));
    expect(outlook.searchParams.get('body')).toContain('"Flådestyring", "Arbejde med kloge m2" og "Investering i analyse');
    expect(outlook.searchParams.get('body')).toContain(`${product.pageUrl}?${myMay}`);
    expect(await chief.getByRole('link', { name: 'Teams' }).getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=/);
    expect(await chief.getByRole('link', { name: 'Mail' }).getAttribute('href')).toMatch(/^mailto:/);
  });

  it('the head of department confirms three unchanged, from the link to the last: counted', async () => {
    const chief = await stage.enter('propertyChief', { pageUrl: product.pageUrl });
    const count = await counting(chief.page);
    await chief.opensPage(myMay);
    for (const title of ['Flådestyring', 'Arbejde med kloge m2', 'Investering i analyse']) {
      const button = chief.page.getByRole('button', { name: new RegExp(`^${chief.say('status.confirmUnchanged')}: ${title}`) });
      await button.and(chief.page.locator(':focus')).waitFor();
      await count.presses('Enter');
    }
    await chief.page.getByText(chief.say('my.allDone', 'maj 2025')).waitFor();
    process.stdout.write(`Min status, three initiatives unchanged: ${count.said()}\n`);
    expect([count.keys(), count.clicks()]).toEqual([3, 0]);
  });

  it('two initiatives with something new, wholly by keyboard and 320 pixels wide: counted', async () => {
    const chief = await stage.enter('familyChief', { pageUrl: product.pageUrl, width: 320 });
    const count = await counting(chief.page);
    await chief.opensPage(myMay);
    for (const news of ['Ny aftale er indgået.', 'Prognosen er opdateret.']) {
      await chief.page.locator('[data-first="true"]:focus').waitFor();
      await chief.page.getByRole('form').waitFor();
      await count.presses('Tab', 'Enter');
      await chief.page.locator('textarea:focus').waitFor();
      await count.presses('ControlOrMeta+End');
      await count.types(` ${news}`);
      await count.presses('ControlOrMeta+Enter');
      await chief.hears(chief.say('save.done'));
    }
    await chief.page.getByText(chief.say('my.allDone', 'maj 2025')).waitFor();
    process.stdout.write(`Min status, two initiatives with a new sentence each: ${count.said()}\n`);
    expect([count.keys(), count.clicks()]).toEqual([8, 0]);
    expect(await chief.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });

  it('the deputy finds the initiative among the own; leaving keeps the draft in the list for the head', async () => {
    const title = 'Skriftlige fremstillinger';
    const deputy = await stage.enter('digitalChief', { pageUrl: product.pageUrl });
    await deputy.opensPage(myMay);
    const form = deputy.page.getByRole('form', { name: deputy.say('status.heading', title) });
    await form.getByLabel(deputy.say('status.text'), { exact: true }).fill('Skabelonerne er i brug i to områder.');
    await deputy.presses('Alt+PageDown');
    await deputy.page.getByText(deputy.say('status.state.Draft')).first().waitFor();
    const head = await stage.enter('legalChief', { pageUrl: product.pageUrl });
    await head.opensPage(myMay);
    const same = head.page.getByRole('form', { name: head.say('status.heading', title) });
    expect(await same.getByLabel(head.say('status.text'), { exact: true }).inputValue()).toBe('Skabelonerne er i brug i to områder.');
  });

  it('an owner of a strategic effort is asked for it here', async () => {
    const director = await stage.enter('welfareDirector', { pageUrl: product.pageUrl });
    await director.opensPage(myMay);
    await director.page.getByRole('form', { name: director.say('status.heading', 'Tidlig indsats for børn, unge og familier') }).waitFor();
    await director.page.getByText(director.say('my.effort')).waitFor();
  });

  it('an initiative that comes later gets its row', async () => {
    const rest = restClient(product.siteUrl, loginOf('secretariat'));
    await rest.create(`${new URL(product.siteUrl).pathname}/Lists/UplInitiatives`, {
      Title: 'Kom senere', PlanYear: '2025', Lifecycle: 'Igangsat', Department: 'Fællesforvaltningen', CrossCutting: true, SortOrder: 99, ChiefRole: 'Fagchef, Kultur og Fritid'
    });
    const secretariat = await stage.enter('secretariat', { pageUrl: product.pageUrl });
    await secretariat.opensPage('upl-view=rounds&upl-month=2025-05');
    await secretariat.button(secretariat.say('rounds.addRows', 1)).click();
    await secretariat.hears(secretariat.say('rounds.rowsAdded', 1));
    await secretariat.page.getByRole('row').filter({ hasText: 'Kom senere' }).getByText(secretariat.say('rounds.noPerson')).waitFor();
  });

  it('a meeting is moved, and its round with it', async () => {
    const finance = await stage.enter('headOfFinance', { pageUrl: product.pageUrl });
    await finance.opensPage('upl-view=rounds&upl-month=2025-05');
    await finance.page.getByRole('row').filter({ hasText: 'Direktionsmøde 28. maj 2025' }).getByRole('button', { name: finance.say('rounds.move') }).click();
    const form = finance.page.getByRole('form');
    await form.getByLabel(finance.say('rounds.date')).fill(addDays('2025-05-28', 1));
    await form.getByText(finance.say('rounds.trouble.closed')).waitFor();
    await form.getByLabel(finance.say('rounds.date')).fill('2025-05-27');
    await form.getByRole('button', { name: finance.say('rounds.move'), exact: true }).click();
    await finance.page.getByRole('rowheader', { name: 'Direktionsmøde 27. maj 2025' }).waitFor();
  });

  it('the round is locked: annex and paper lie in the library, and what is written later is not what the board was shown', async () => {
    const title = 'Flådestyring R003(I)(B)';
    const secretariat = await stage.enter('secretariat', { pageUrl: product.pageUrl });
    await secretariat.opensPage('upl-view=documents&upl-month=2025-05');
    const panel = secretariat.page.getByRole('region', { name: secretariat.say('round.lock') });
    await panel.getByText('Kom senere').waitFor();
    await panel.getByRole('button', { name: secretariat.say('round.lock') }).click();
    const [file] = await Promise.all([secretariat.page.waitForEvent('download'), secretariat.page.getByRole('link', { name: 'bilag.docx' }).click()]);
    const annex = readDocx(fs.readFileSync(await file.path()));
    expect(headingsOf(annex, 'Heading1')).toContain(secretariat.say('details.obs'));
    expect(paragraphsOf(annex).map(({ text }) => text)).toEqual(expect.arrayContaining([title, secretariat.say('status.notReceived')]));

    const rest = restClient(product.siteUrl, loginOf('owner'));
    const list = `${new URL(product.siteUrl).pathname}/Lists/UplStatusReports`;
    const { value: [row] } = await rest.get<{ value: { Id: number; StatusText: string; 'odata.etag': string }[] }>(
      `web/GetList('${list}')/items?$select=Id,StatusText&$filter=Period eq '2025-05' and Title eq 'Flådestyring'`
    );
    await rest.change(list, { id: row.Id, etag: '*' }, { StatusText: 'Skrevet om efter låsen' });
    const reader = await stage.enter('reader', { pageUrl: product.pageUrl });
    await reader.opensPlan('upl-month=2025-05');
    await reader.page.getByText(reader.say('documents.newer', reader.say('documents.newer.status'))).waitFor();
    await reader.row(title).element.getByText(row.StatusText).first().waitFor();
    expect(await reader.page.getByText('Skrevet om efter låsen').count()).toBe(0);
  });
});
