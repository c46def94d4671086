import writeExcelFile from 'write-excel-file/node';
import { restClient } from '../../sharepoint/sample/restClient';
import { findings, findingsAt } from './support/findings';
import type { Person } from './support/person';
import { startProduct, type Product } from './support/product';
import { loginOf, useStage } from './support/stage';
import type { Language } from './support/texts';

const stadium = 'Nyt stadion R444(I)';
const village = 'Fjellerup Udvikling';

describe('the plan’s own life', () => {
  const stage = useStage();
  let product: Product;
  // A product of its own: the other stories count the rows of the sample.
  beforeAll(async () => {
    product = await startProduct('temp/e2e/planLife.sqlite');
  }, 300000);
  afterAll(() => product.stop());

  const enter = (language: Language = 'da-dk'): Promise<Person> => stage.enter('owner', { pageUrl: product.pageUrl, language, width: 1366, bypassCsp: true });
  const list = (name: string): string => `${new URL(product.siteUrl).pathname}/Lists/Upl${name}`;
  const rows = async (name: string, query: string): Promise<Record<string, unknown>[]> =>
    (await restClient(product.siteUrl, loginOf('reader')).get<{ value: Record<string, unknown>[] }>(`web/GetList('${list(name)}')/items?${query}`)).value;

  it('the owner makes an initiative, moves it to another department and puts it in its place', async () => {
    const owner = await enter();
    await owner.opensPlan('upl-group=none');
    await owner.button(owner.say('ini.new')).click();
    const form = owner.page.getByRole('form', { name: owner.say('ini.new') });
    await form.getByLabel(owner.say('ini.text')).fill(stadium);
    const department = form.getByRole('combobox', { name: owner.say('ini.department') });
    await department.fill('Udvikling, Teknik og Kultur');
    await department.press('Tab');
    expect(await findings(owner.page)).toEqual([]);
    await owner.presses('Control+Enter');
    await form.waitFor({ state: 'detached' });
    const row = owner.row(stadium);
    await row.element.waitFor();
    // April's round is open: it has got its row there.
    const [{ Id }] = await rows('Initiatives', '$select=Id&$filter=Code eq \'R444\'');
    expect(await rows('StatusReports', `$select=ReportState&$filter=ReportKey eq 'I${String(Id)}:2025-04'`)).toMatchObject([{ ReportState: 'Mangler' }]);

    await row.opens();
    await owner.button(`${owner.say('ini.edit')}: Nyt stadion`).click();
    const edited = owner.page.getByRole('form', { name: new RegExp(`^${owner.say('ini.edit')}`) });
    await edited.getByRole('combobox', { name: owner.say('ini.department') }).fill('Velfærd og Børn');
    await edited.getByLabel(owner.say('ini.description')).fill('Et stadion til alle.');
    await owner.presses('Control+Enter');
    await edited.waitFor({ state: 'detached' });
    await row.cell('responsible').getByText('Velfærd og Børn').waitFor();

    await owner.button(owner.say('ini.order')).click();
    const order = owner.page.getByRole('dialog', { name: owner.say('ini.order') });
    await order.getByRole('button', { name: `${owner.say('obs.moveUp')}: ${stadium}` }).press('Alt+ArrowUp');
    await owner.hears(owner.say('obs.moved', '18', '19'));
    expect(await findings(owner.page)).toEqual([]);
    await owner.presses('Escape');
    await order.waitFor({ state: 'detached' });
    expect((await owner.titles()).slice(-2)[0]).toBe(stadium);
  });

  it('and makes the next year’s plan out of it, with one history', async () => {
    const owner = await enter();
    await owner.opensPage('upl-view=nextYear');
    await owner.page.getByRole('combobox', { name: owner.say('year.endingOf', stadium) }).selectOption('drop');
    await owner.page.getByLabel(owner.say('year.reasonOf', stadium)).fill('Udvalget valgte det fra.');
    await owner.button(owner.say('year.chooseRest')).click();
    await owner.page.getByLabel(owner.say('year.newName', 'BUU', '2026')).fill('Børneudvalget');
    expect(await findings(owner.page)).toEqual([]);
    await owner.button(owner.say('year.run', '2026')).click();
    await owner.page.getByText(owner.say('year.done'), { exact: true }).waitFor();
    await owner.button(owner.say('year.see', '2026')).click();
    await owner.row(village).element.waitFor();
    expect(await owner.titles()).toHaveLength(18);
    await owner.row(village).opens();
    await owner.page.getByText(owner.say('ini.earlierPlans')).waitFor();
    await owner.page.getByRole('heading', { name: 'april 2025' }).waitFor();
    expect(await rows('Initiatives', '$select=Committees&$filter=PlanYear eq \'2026\' and Title eq \'Bosætningskampagne\'')).toHaveLength(1);
    // The board still meets on plan 2025: its rows stay open.
    expect(await rows('Initiatives', '$select=Lifecycle&$filter=PlanYear eq \'2025\' and Lifecycle eq \'Videreført\'')).toEqual([]);
  });

  it('an .xlsx chosen from the disk is read and written; one that is damaged says what to do, and can be chosen anew', async () => {
    const owner = await enter();
    await owner.opensPage('upl-view=import');
    const file = owner.page.getByLabel(owner.say('import.file'));
    const sheet = await (await writeExcelFile([['Indsats', 'Forvaltning', 'Udvalg', 'Fagchef'], ['Ny havnefront R555(I)(B)', 'Udvikling, Teknik og Kultur', 'ØK', 'Fagchef, Ejendomme']].map((cells) => cells.map((value) => ({ value }))))).toBuffer();
    const choose = (name: string, buffer: Buffer): Promise<void> => file.setInputFiles({ name, buffer, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    await choose('halv.xlsx', sheet.subarray(0, 400));
    await owner.page.getByRole('alert').filter({ hasText: owner.say('import.unreadable.broken') }).waitFor();
    await choose('plan.xlsx', sheet);
    await owner.button(owner.say('import.runOne', '1')).click();
    await owner.page.getByText(owner.say('import.done', '1', '0', '0')).first().waitFor();
    expect(await rows('Initiatives', '$select=Title,Code,Marks,Department,Committees&$filter=Code eq \'R555\'')).toMatchObject([
      { Title: 'Ny havnefront', Marks: ['I', 'B'], Department: 'Udvikling, Teknik og Kultur', Committees: ['ØK'] }
    ]);
  });

  it.each<Language>(['da-dk', 'en-us'])('rows on their way in from Excel, WCAG 2.1 AA, %s', async (language) => {
    const owner = await enter(language);
    await owner.opensPage('upl-view=import');
    await owner.page.getByLabel(owner.say('import.paste')).fill('Indsats\tForvaltning\tUdvalg\tFagchef\nFlådestyring R003(I)(B)\tvelfærd og børn\tBUU\tFagchef\nUden forvaltning\t\t\t');
    await owner.button(owner.say('import.read')).click();
    await owner.page.getByRole('heading', { name: owner.say('import.people') }).waitFor();
    expect(await findingsAt(owner.page, 1366, 320)).toEqual([]);
  });
});
