import * as path from 'node:path';
import type { Person } from '../support/person';
import { startProduct } from '../support/product';
import { useStage } from '../support/stage';
import type { Language } from '../support/texts';

/** Not a test: `npm run screenshots` draws the pictures of the README and of docs/ from the running product. */
const folder = path.join(__dirname, '..', '..', '..', 'docs', 'screenshots');

async function takes(person: Person, name: string, language: Language, wholePage: boolean = false): Promise<void> {
  // A caret that happens to blink would make every picture a change.
  await person.page.screenshot({ path: path.join(folder, `${name}-${language.slice(0, 2)}.png`), fullPage: wholePage, caret: 'hide', animations: 'disabled' });
}

describe.each<Language>(['da-dk', 'en-us'])('pictures in %s', (language) => {
  const stage = useStage();

  it('overview, wide', async () => {
    const reader = await stage.enter('reader', { language });
    await reader.opensPlan();
    // The months before come when the table has stood for a moment.
    await reader.page.locator('tr[data-initiative] svg:has(title)').first().waitFor();
    await takes(reader, 'overview-wide', language);
  });

  it('overview, narrow', async () => {
    const reader = await stage.enter('reader', { language, width: 390 });
    await reader.opensPlan();
    await reader.page.locator('tr[data-initiative] svg:has(title)').first().waitFor();
    await takes(reader, 'overview-narrow', language);
  });

  it('a status being written in the table', async () => {
    const chief = await stage.enter('propertyChief', { language });
    await chief.opensPlan('upl-onlyMine=1');
    await chief.row('Flådestyring R003(I)(B)').writesStatus();
    await takes(chief, 'editing', language);
  });

  it('an OBS point being raised, and raised', async () => {
    const director = await stage.enter('welfareDirector', { language });
    await director.opensPlan('upl-search=demens');
    const editor = await director.row('Samling af demensindsatsen i Glesborg R706').raisesObs();
    await editor.writes('Ombygningen kan ikke begynde, før lokalerne i Glesborg er afklaret.', 'Afklar lokalerne sammen med Ejendomme.');
    await takes(director, 'obs-editor', language);
    await editor.cancels();
    await director.opensPlan('upl-onlyObs=1');
    await takes(director, 'obs', language);
  });

  it.each([['my-status', 1366], ['my-status-narrow', 320]])('Min status, %s', async (name, width) => {
    const chief = await stage.enter('cultureChief', { language, width });
    await chief.opensPage('upl-view=myStatus&upl-month=2025-04');
    await chief.page.getByRole('form').waitFor();
    await takes(chief, name, language, true);
  });

  it('the papers of the open round, with the lock', async () => {
    const secretariat = await stage.enter('secretariat', { language, width: 1366 });
    await secretariat.opensPage('upl-view=documents&upl-month=2025-04');
    await secretariat.page.getByRole('article').waitFor();
    await takes(secretariat, 'documents', language);
  });

  it('the rounds', async () => {
    const secretariat = await stage.enter('secretariat', { language, width: 1366 });
    await secretariat.opensPage('upl-view=rounds&upl-month=2025-04');
    await secretariat.page.getByRole('link', { name: 'Outlook' }).first().waitFor();
    await takes(secretariat, 'rounds', language, true);
  });

  it('the whole initiative', async () => {
    const reader = await stage.enter('reader', { language });
    await reader.opensPlan('upl-search=AI-hj');
    await reader.row('AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)').opens();
    await takes(reader, 'initiative', language, true);
  });
});

/** A sheet as finance has it: titles with code and marks, somebody who is not found, a day that no calendar has, a row twice, one without department. */
const sheet = [
  ['Indsats', 'Forvaltning', 'Udvalg', 'Fagchef', 'Slut'], ['Skriftlige fremstillinger R101 (I)(B)', 'Fællesforvaltningen', 'ØK', 'Fagchef, Politisk Sekretariat og Jura', '31.12.2025'],
  ['Flådestyring R003(I)(B)', 'Udvikling, Teknik og Kultur', 'ØK; MTU', 'Ejendomschefen', '31.06.2025'], ['Skriftlige fremstillinger R101 (I)(B)', 'Fællesforvaltningen', 'ØK', '', ''], ['Bosætningskampagne', '', 'ØK', '', '']
].map((row) => row.join('\t')).join('\n');

describe('pictures of the way from an empty site to a plan, and to the next', () => {
  const stage = useStage();

  it.each<Language>(['da-dk', 'en-us'])('setup and import, %s', async (language) => {
    const empty = await startProduct(`temp/e2e/empty-pictures-${language}.sqlite`, '--empty');
    try {
      const owner = await stage.enter('owner', { language, width: 1366, pageUrl: empty.pageUrl });
      await owner.opensPage();
      owner.expectsStatus(404);
      await owner.button(owner.say('setup.open')).click();
      for (const [role, group] of [['finance', 'Økonomi'], ['directors', 'Direktion'], ['chiefs', 'Fagchefer'], ['readers', 'Læsere']] as const) {
        await owner.page.getByRole('group', { name: owner.say(`setup.role.${role}`) }).getByRole('checkbox', { name: group, exact: true }).press('Space');
      }
      await owner.page.getByRole('columnheader', { name: 'Læsere' }).waitFor();
      await takes(owner, 'setup', language, true);
      await owner.button(owner.say('setup.run')).click();
      await owner.button(owner.say('setup.toPlan')).waitFor();
      await takes(owner, 'setup-done', language, true);
      await owner.button(owner.say('setup.toPlan')).click();
      await owner.button(owner.say('nav.import')).click();
      await owner.page.getByLabel(owner.say('import.paste')).fill(sheet);
      await owner.button(owner.say('import.read')).click();
      await owner.page.getByRole('heading', { name: owner.say('import.people') }).waitFor();
      await takes(owner, 'import', language, true);
      await owner.page.getByRole('button', { name: owner.say('import.run', 2) }).click();
      await owner.page.getByText(owner.say('import.done', 2, 0, 0)).waitFor();
      await takes(owner, 'import-done', language, true);
    } finally {
      await empty.stop();
    }
  });

  it.each<Language>(['da-dk', 'en-us'])('the next year, %s', async (language) => {
    const finance = await stage.enter('secretariat', { language, width: 1366 });
    await finance.opensPage('upl-view=nextYear');
    await finance.button(finance.say('year.chooseRest')).click();
    await finance.page.getByRole('combobox', { name: finance.say('year.endingOf', 'Bosætningskampagne') }).selectOption({ label: finance.say('year.ending.drop') });
    await finance.page.getByRole('textbox', { name: finance.say('year.reasonOf', 'Bosætningskampagne') }).fill('Kampagnen er afløst af en ny bosætningsstrategi.');
    await takes(finance, 'next-year', language, true);
  });

  it.each<Language>(['da-dk', 'en-us'])('an initiative being made, economy, strategy and committees, %s', async (language) => {
    const finance = await stage.enter('secretariat', { language, width: 1366 });
    await finance.opensPlan();
    await finance.button(finance.say('ini.new')).click();
    await finance.page.getByRole('form', { name: finance.say('ini.new') }).getByLabel(finance.say('ini.text')).fill('Nyt stadion R444(I)');
    await takes(finance, 'new-initiative', language);
    await finance.opensPage('upl-view=economy');
    await finance.page.getByRole('table').first().waitFor();
    await takes(finance, 'economy', language);
    await finance.opensPage('upl-view=strategy');
    await finance.page.getByRole('table').first().waitFor();
    await takes(finance, 'strategy', language, true);
  });
});
