import type { Locator } from 'playwright-core';
import type { Person } from './support/person';
import { useStage } from './support/stage';

const access = 'Aktindsigt R001(I)(B)';

describe('two people in the same row', () => {
  const stage = useStage();

  /** Both open the row; the secretariat saves first. */
  async function bothWrite(theirs: (editor: ReturnType<ReturnType<Person['row']>['statusEditor']>) => Promise<void>): Promise<{ chief: Person; mine: ReturnType<ReturnType<Person['row']>['statusEditor']> }> {
    const chief = await stage.enter('legalChief');
    const secretariat = await stage.enter('secretariat');
    chief.expectsStatus(412);
    await Promise.all([chief.opensPlan(), secretariat.opensPlan()]);
    const mine = await chief.row(access).writesStatus();
    const editor = await secretariat.row(access).writesStatus();
    await theirs(editor);
    await editor.saves();
    return { chief, mine };
  }

  const group = (person: Person, key: string): Locator => person.page.getByRole('group', { name: person.say(key) });

  it.each([
    ['keeps', 'conflict.keepMine', undefined, 'keeps: fra fagchefen.'],
    ['takes', 'conflict.takeTheirs', undefined, 'takes: fra sekretariatet.'],
    ['combines', 'conflict.combine', 'Fra fagchefen og fra sekretariatet.', 'Fra fagchefen og fra sekretariatet.']
  ] as const)('shows the same field as it was, mine and theirs, and the one who came second %s', async (verb, choice, combined, stands) => {
    const { chief, mine } = await bothWrite((editor) => editor.statusText.fill(`${verb}: fra sekretariatet.`));
    await mine.statusText.fill(`${verb}: fra fagchefen.`);
    await mine.triesToSave();
    const conflict = group(chief, 'conflict.heading');
    await conflict.getByText(chief.say('err.conflict')).waitFor();
    expect(await conflict.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await conflict.getByRole('heading', { level: 5 }).allInnerTexts()).toEqual([chief.say('conflict.base'), chief.say('conflict.mine'), chief.say('conflict.theirs')]);
    await mine.settles(choice, combined);
    expect(await chief.row(access).text('status')).toBe(stands);

    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.row(access).text('status')).toBe(stands);
  });

  it('joins different fields, and saves them when the second has seen both', async () => {
    const { chief, mine } = await bothWrite((editor) => editor.nextSteps.fill('Næste skridt fra sekretariatet.'));
    await mine.statusText.fill('Status fra fagchefen.');
    await mine.triesToSave();
    const merged = group(chief, 'conflict.mergedHeading');
    await merged.getByText('Næste skridt fra sekretariatet.').waitFor();
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.row(access).text('status')).not.toBe('Status fra fagchefen.');
    await merged.getByRole('button', { name: chief.say('conflict.save') }).click();
    await mine.form.waitFor({ state: 'detached' });
    await reader.opensPlan();
    expect([await reader.row(access).text('status'), await reader.row(access).text('nextSteps')]).toEqual(['Status fra fagchefen.', 'Næste skridt fra sekretariatet.']);
  });

  it('what the other saves comes in without a reload, and the row that is written in is left alone', async () => {
    const { chief, mine } = await bothWrite((editor) => editor.statusText.fill('Gemt, mens fagchefen skriver.'));
    await mine.nextSteps.fill('Mit næste skridt.');
    await mine.form.getByText(chief.say('editor.savedMeanwhile')).waitFor({ timeout: 30000 });
    expect(await mine.statusText.inputValue()).not.toBe('Gemt, mens fagchefen skriver.');
    await mine.cancels();
    expect(await chief.row(access).text('status')).toBe('Gemt, mens fagchefen skriver.');
  });
});
