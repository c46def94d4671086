import { findings } from './support/findings';
import { siteUrlOf, useStage } from './support/stage';
import type { Language } from './support/texts';

const title = 'AI-hjælpeværktøj til skriftlig fremstilling';
const list = 'Udmøntningsplan – Statusser';

describe('the plain list beside the web part', () => {
  const stage = useStage();

  it('what a head of department writes in the list stands on the page', async () => {
    const chief = await stage.enter('digitalChief');
    const { page } = chief;
    await chief.opensPlan();
    await page.getByRole('link', { name: 'Webstedsindhold' }).click();
    await page.getByRole('link', { name: list }).click();
    await page.getByRole('row').filter({ hasText: '2025-04' }).getByRole('link', { name: `Rediger: ${title}` }).click();
    await page.getByLabel('Periode').fill('');
    await page.getByLabel('Status siden sidst').fill('Skrevet i den almindelige liste.');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('alert').getByText('Periode').waitFor();
    await page.getByLabel('Periode').fill('2025-04');
    await page.getByRole('button', { name: 'Gem' }).click();
    await page.getByRole('status').getByText('Elementet er gemt.').waitFor();
    await page.getByRole('link', { name: 'Direktionen' }).click();
    await chief.table().waitFor();
    expect(await chief.row(title).text('status')).toBe('Skrevet i den almindelige liste.');
  });

  it('what only directors may write, a head of department may only read there too', async () => {
    const chief = await stage.enter('digitalChief', { pageUrl: `${siteUrlOf()}/Lists/UplObsPoints/AllItems.aspx` });
    chief.expectsStatus(403);
    await chief.opensPlan();
    expect(await chief.page.getByRole('link', { name: /^(Nyt element|Rediger: .*)$/ }).count()).toBe(0);
    await chief.page.goto(`${siteUrlOf()}/Lists/UplObsPoints/NewForm.aspx`);
    await chief.page.getByRole('heading', { name: 'Du har ikke adgang' }).waitFor();
  });

  const pages: [Language, string[]][] = [
    ['da-dk', ['_layouts/15/viewlsts.aspx', 'Lists/UplMeetings/AllItems.aspx', 'Lists/UplMeetings/EditForm.aspx?ID=1']],
    ['en-us', ['Lists/UplMeetings/DispForm.aspx?ID=1', 'Lists/UplInitiatives/NewForm.aspx']]
  ];
  it.each(pages)('its pages are for everybody, also at 320 pixels (%s)', async (language, addresses) => {
    const secretariat = await stage.enter('secretariat', { language, width: 320, bypassCsp: true, pageUrl: `${siteUrlOf()}/Lists/UplMeetings/AllItems.aspx` });
    const { page } = secretariat;
    await secretariat.opensPage();
    for (const address of addresses) {
      await page.goto(`${siteUrlOf()}/${address}`);
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    if (language === 'en-us') {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      expect(await findings(page)).toEqual([]);
    }
  });
});
