import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Person } from './support/person';
import { useStage } from './support/stage';

const paperTitles = fs.readFileSync(path.join(__dirname, 'fixtures', 'paper-2025-initiatives.txt'), 'utf8').trim().split('\n');

/** What a locked month says of itself, up to when it was locked and by whom. */
function shownAsFiled({ say }: Person): string {
  const line = say('documents.asShown', 'A', '', '');
  return line.slice(0, line.lastIndexOf(','));
}

describe('the month at a glance', () => {
  const stage = useStage();

  it('shows the paper\'s 18 initiatives with their codes and marks, exactly and in its order', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan('upl-group=none');
    expect(await reader.titles()).toEqual(paperTitles);
  });

  it('opens with the open round: its deadline and its meeting', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.page.getByRole('combobox', { name: reader.say('overview.month') }).inputValue()).toBe('2025-04');
    await reader.page.getByText('Åben for status · frist 22. april · direktionsmøde 30. april').waitFor();
  });

  it('goes back to a month that is over, which nobody edits', async () => {
    const chief = await stage.enter('propertyChief');
    await chief.opensPlan();
    await chief.button(chief.say('overview.previousMonth')).click();
    await chief.page.getByText(shownAsFiled(chief)).waitFor();
    await chief.row('Flådestyring R003(I)(B)').cell('status').waitFor();
    expect(await chief.row('Flådestyring R003(I)(B)').pencil().count()).toBe(0);
    expect(await chief.counts()).toEqual(['18 af 18 statusser modtaget + 6 af 6 strategiske', '0 mangler', '3 åbne OBS-punkter', expect.stringMatching(/^\d+ ønsker hjælp$/)]);
    expect(chief.page.url()).toContain('upl-month=2025-03');
    await chief.page.goBack();
    await chief.page.getByText(shownAsFiled(chief)).waitFor({ state: 'detached' });
  });

  it('keeps what was asked for in the address, so that a link shows the same', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    await reader.page.getByRole('searchbox', { name: reader.say('overview.search') }).fill('R307');
    await reader.page.getByRole('combobox', { name: reader.say('overview.groupBy') }).selectOption('committee');
    await reader.page.getByRole('button', { name: reader.say('column.title'), exact: true }).click();
    await reader.page.waitForURL(/upl-search=R307/);
    const shown = await reader.titles();
    expect(new Set(shown)).toEqual(new Set(paperTitles.filter((title) => title.includes('R307'))));
    const other = await stage.enter('welfareDirector');
    await other.opensPlan(new URL(reader.page.url()).search.slice(1));
    expect(await other.titles()).toEqual(shown);
  });

  it('filters by the counts above the table', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan('upl-month=2025-03');
    await reader.button(reader.say('overview.obsLabel')).click();
    await reader.page.waitForURL(/upl-onlyObs=1/);
    expect(new Set(await reader.titles())).toEqual(new Set([paperTitles[0], paperTitles[6], paperTitles[7]]));
    await reader.button(reader.say('overview.clear')).click();
    await reader.page.waitForURL((url) => !url.search.includes('onlyObs'));
    expect(await reader.titles()).toHaveLength(18);
  });

  it('opens a row to the whole initiative, every month back to the start', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    const details = await reader.row('AI-hjælpeværktøj til skriftlig fremstilling R002(I)(B)').opens();
    expect(await details.getByRole('heading', { level: 5 }).allInnerTexts()).toEqual(['april 2025', 'marts 2025', 'februar 2025']);
    await details.getByText('(I) Investering · (B) Besparelse').waitFor();
  });

  it('asks SharePoint seven times for a month, six when it was there before, and once for the months before it', async () => {
    const reader = await stage.enter('reader');
    const asked: string[] = [];
    reader.page.on('request', (request) => {
      if (request.url().includes('/_api/')) {
        asked.push(`${request.method()} ${request.url()}`);
      }
    });
    await reader.opensPlan();
    expect(asked).toHaveLength(7);
    asked.length = 0;
    await reader.opensPlan();
    expect(asked).toHaveLength(6);
    const changed = (): Promise<void> => reader.page.getByText(reader.say('overview.changedSince')).first().waitFor();
    await changed();
    expect(asked.filter((request) => /^POST .*\$batch$/.test(request))).toHaveLength(1);
    expect(asked).toHaveLength(7);
    asked.length = 0;
    await reader.button(reader.say('overview.previousMonth')).click();
    await reader.page.getByText(shownAsFiled(reader)).waitFor();
    expect(asked.length).toBeLessThanOrEqual(8);
    await changed();
    expect(asked.length).toBeLessThanOrEqual(9);
  });
});
