import * as path from 'node:path';
import type { Person } from '../support/person';
import { startProduct, type Product } from '../support/product';
import { useStage } from '../support/stage';
import type { Language } from '../support/texts';

/** Not a test: `npm run screenshots` draws the pictures of the README from the running product. */
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
    await takes(reader, 'overview-wide', language);
  });

  it('overview, narrow', async () => {
    const reader = await stage.enter('reader', { language, width: 390 });
    await reader.opensPlan();
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

describe('pictures of the setup', () => {
  const stage = useStage();
  let empty: Product;
  beforeAll(async () => {
    empty = await startProduct('temp/e2e/empty-pictures.sqlite', '--empty');
  });
  afterAll(() => empty.stop());

  it.each<Language>(['da-dk', 'en-us'])('setup, %s', async (language) => {
    const owner = await stage.enter('owner', { language, pageUrl: empty.pageUrl });
    await owner.opensPage();
    owner.expectsStatus(404);
    await owner.button(owner.say('setup.open')).click();
    await owner.page.getByRole('group', { name: owner.say('setup.role.directors') }).getByRole('checkbox', { name: 'Direktion', exact: true }).press('Space');
    await takes(owner, 'setup', language);
  });
});
