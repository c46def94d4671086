import * as fs from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { readDocx } from '../documents/support/readDocx';
import { findingsAt } from './support/findings';
import type { Person } from './support/person';
import { useStage } from './support/stage';
import type { Language } from './support/texts';

const dementia = 'Samling af demensindsatsen i Glesborg';
const workplace = 'Attraktiv arbejdsplads og lavere sygefravær';

/** Chooses a format in the view's menu; what the browser saved. */
async function exports(person: Person, format: 'xlsx' | 'docx'): Promise<{ name: string; file: Buffer }> {
  await person.button(person.say('export.menu')).click();
  const [saved] = await Promise.all([person.page.waitForEvent('download'), person.button(person.say(`export.${format}`)).click()]);
  return { name: saved.suggestedFilename(), file: fs.readFileSync(await saved.path()) };
}

describe('the head of finance looks out over the plan', () => {
  const stage = useStage();
  const efforts = async (): Promise<{ Title: string; InitiativesId: number[] }[]> =>
    (await stage.restOf('reader').get<{ value: { Title: string; InitiativesId: number[] }[] }>("web/GetList('/sites/direktionen/Lists/UplStrategicEfforts')/items?$select=Title,InitiativesId")).value;
  const coupled = async (): Promise<number> => (await efforts()).find(({ Title }) => Title === workplace)?.InitiativesId.length ?? 0;

  it('takes what the overview shows into Excel', async () => {
    const head = await stage.enter('headOfFinance');
    await head.opensPlan('upl-group=none&upl-sort=title&upl-onlyObs=1');
    const shown = await head.titles();
    const { name, file } = await exports(head, 'xlsx');
    expect(name).toBe('udmoentningsplan-overblik-2025-04.xlsx');
    const [{ data }] = await readExcelFile(file);
    expect(shown.length).toBeGreaterThan(2);
    expect(data.slice(1, shown.length + 1).map(([title]) => title)).toEqual(shown);
  });

  it('couples an initiative to a strategic effort, and takes it away from the initiative’s side', async () => {
    const head = await stage.enter('headOfFinance');
    const before = await coupled();
    await head.opensPlan('upl-view=strategy');
    const cell = head.button(head.say('strategy.cell', dementia, workplace));
    await cell.click();
    await head.hears(head.say('strategy.coupledNow', dementia, workplace));
    expect(await cell.getAttribute('aria-pressed')).toBe('true');
    expect(await coupled()).toBe(before + 1);
    await head.page.getByRole('link', { name: head.say('nav.overview'), exact: true }).click();
    await head.table().waitFor();
    await head.row(`${dementia} R706`).opens();
    // It shows what is saved: the mark goes when SharePoint has answered.
    await head.page.getByRole('checkbox', { name: workplace }).click();
    await head.hears(head.say('strategy.uncoupledNow', dementia, workplace));
    expect(await coupled()).toBe(before);
  });

  it('sees that R307 saves without an investment, and what an expectation does to it', async () => {
    const head = await stage.enter('headOfFinance');
    await head.opensPage('upl-view=economy');
    const code = head.page.getByRole('rowheader', { name: /^R307/ });
    await code.getByText(head.say('economy.gap.noInvestment')).waitFor();
    await head.button(`${head.say('economy.edit')}: ${head.say('economy.lineOf', 'Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser', 'Sociale indsatser og anbringelser (B) 2026')}`).click();
    await head.page.getByRole('textbox', { name: head.say('doc.economy.expected') }).fill('-400');
    await head.presses('Control+Enter');
    await code.getByText(head.say('economy.gap.dearer', '600')).waitFor();
    await head.button(head.say('undo.action')).click();
    await head.hears(head.say('undo.done'));
    await code.getByText(head.say('economy.gap.dearer', '600')).waitFor({ state: 'detached' });
  });

  it('hands a committee its own part in Word', async () => {
    const head = await stage.enter('headOfFinance');
    await head.opensPage('upl-view=committees');
    await head.page.getByRole('combobox', { name: head.say('overview.filterCommittee') }).selectOption('BUU');
    await head.table().waitFor();
    const { file } = await exports(head, 'docx');
    const { title, blocks } = readDocx(new Uint8Array(file));
    expect(title).toBe(head.say('committee.extract.title', '2025', 'BUU'));
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.slice(1) : [])).map(([first]) => first[0].text);
    expect(rows).toEqual([
      'Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter R307(B)', 'Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser R307(B)',
      'Økonomisk prognose på myndighedsdelen på børneområdet samt på voksen-handicapområdet'
    ]);
  });

  it.each<Language>(['da-dk', 'en-us'])('finds all three views accessible and within their width, %s', async (language) => {
    const head = await stage.enter('headOfFinance', { language, bypassCsp: true, width: 1366 });
    await head.opensPlan('upl-view=strategy');
    for (const view of ['strategy', 'economy', 'committees'] as const) {
      await head.page.setViewportSize({ width: 1366, height: 900 });
      await head.page.evaluate((search) => { window.history.pushState(null, '', search); window.dispatchEvent(new PopStateEvent('popstate')); }, `${new URL(head.page.url()).search.replace(/upl-view=\w+/, `upl-view=${view}`)}&upl-committee=BUU`);
      await head.page.getByRole('heading', { level: 2, name: head.say(`nav.${view}`) }).waitFor();
      await head.table().first().waitFor();
      expect(await findingsAt(head.page, 1366, 320)).toEqual([]);
    }
  });
});
