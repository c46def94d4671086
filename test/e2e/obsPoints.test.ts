import type { Locator } from 'playwright-core';
import { siteUrlOf, useStage } from './support/stage';

const dementia = 'Samling af demensindsatsen i Glesborg R706';
const village = 'Fjellerup Udvikling';
const obsRed = 'rgb(192, 0, 0)';

const colourOf = (element: Locator): Promise<string> => element.evaluate((each) => getComputedStyle(each).color);

describe('OBS points', () => {
  const stage = useStage();
  const list = (): string => `${new URL(siteUrlOf()).pathname}/Lists/UplObsPoints`;

  it('a director raises one; everybody sees flag, word and text in red', async () => {
    const director = await stage.enter('welfareDirector');
    await director.opensPlan();
    const openBefore = await director.openObs();
    const editor = await director.row(dementia).raisesObs();
    await editor.triesToSave();
    await editor.form.getByText(director.say('common.required')).waitFor();
    await editor.writes('Ombygningen kan ikke begynde, før lokalerne er afklaret.', 'Afklar lokalerne.');
    await editor.saves();
    await director.hears(director.say('save.done'));
    expect(await director.openObs()).toBe(openBefore + 1);

    const reader = await stage.enter('reader', { language: 'en-us' });
    await reader.opensPlan();
    const cell = reader.row(dementia).cell('obs');
    const words = cell.getByText('Ombygningen kan ikke begynde, før lokalerne er afklaret.', { exact: true });
    const label = cell.getByText(reader.say('obs.label'), { exact: true });
    expect(await colourOf(words)).toBe(obsRed);
    expect(await colourOf(label)).toBe(obsRed);
    expect(await colourOf(cell.locator('svg').last())).toBe(obsRed);
    await cell.getByText(reader.say('obs.new')).waitFor();
  });

  it('the director writes it anew, and closes it with a reason', async () => {
    const director = await stage.enter('developmentDirector');
    await director.opensPlan();
    const row = director.row(village);
    const raised = await row.raisesObs();
    await raised.writes('Lokalplanen er forsinket.');
    await raised.saves();
    const edited = await row.editsObs();
    await edited.writes('Lokalplanen er forsinket til efteråret.');
    await edited.saves();
    await row.cell('obs').getByText('Lokalplanen er forsinket til efteråret.', { exact: true }).waitFor();
    const closed = await row.closesObs();
    await closed.givesReason('Udvalget har besluttet en ny tidsplan.');
    await closed.saves();
    await row.cell('obs').getByText(director.say('obs.state.Closed')).waitFor();
    const [stored] = (await stage.restOf('reader').get<{ value: Record<string, unknown>[] }>(
      `web/GetList('${list()}')/items?$select=ObsText,ObsState,ClosedPeriod,ClosingText&$filter=ObsState eq 'Lukket' and ClosedPeriod eq '2025-04'`
    )).value;
    expect(stored).toMatchObject({ ObsText: 'Lokalplanen er forsinket til efteråret.', ClosedPeriod: '2025-04', ClosingText: 'Udvalget har besluttet en ny tidsplan.' });
  });

  it('the head of finance may, too', async () => {
    const head = await stage.enter('headOfFinance');
    await head.opensPlan();
    await head.row(village).raiseButton().waitFor({ state: 'attached' });
  });

  it('a head of department has no button for it, and SharePoint refuses the attempt', async () => {
    const chief = await stage.enter('careChief');
    await chief.opensPlan();
    expect(await chief.row(dementia).raiseButton().count()).toBe(0);
    expect(await chief.page.getByRole('button', { name: new RegExp(`${chief.say('obs.edit')}|${chief.say('obs.close')}`) }).count()).toBe(0);
    const rest = stage.restOf('careChief');
    await expect(rest.create(list(), { Title: 'x', ObsText: 'x', ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2025-04' })).rejects.toThrow(/: 403 /);
    await expect(rest.change(list(), { id: 3, etag: '*' }, { ObsText: 'Skrevet af en fagchef' })).rejects.toThrow(/: 403 /);
    await expect(stage.restOf('secretariat').change(list(), { id: 3, etag: '*' }, { ObsText: 'Skrevet af sekretariatet' })).rejects.toThrow(/: 403 /);
  });

  it('nothing else on the page is red', async () => {
    const director = await stage.enter('headOfFinance');
    await director.opensPlan();
    const red = await director.page.locator('section table *, section header *').evaluateAll((elements) => {
      const isRed = (colour: string): boolean => {
        const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return a > 0 && r > 140 && g < 90 && b < 90;
      };
      return elements
        .filter((each) => each.childElementCount === 0 && each.textContent?.trim() !== '' && isRed(getComputedStyle(each).color))
        .map((each) => each.closest('[data-cell]')?.getAttribute('data-cell') ?? each.closest('tr')?.textContent ?? each.outerHTML);
    });
    expect(red.length).toBeGreaterThan(4);
    expect(red.filter((place) => place !== 'obs' && !place.includes('OBS'))).toEqual([]);
  });
});
