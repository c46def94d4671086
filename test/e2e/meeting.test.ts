import * as fs from 'node:fs';
import type { Page } from 'playwright-core';
import { findings } from './support/findings';
import { siteUrlOf, useStage } from './support/stage';
import type { Language } from './support/texts';

/** April's meeting on the sample's site: prepared by the secretariat, held by a director. */
const meeting = 'Direktionsmøde 30. april 2025';
const fleet = 'Flådestyring R003(I)(B)';
const decided = 'Direktionen besluttede omfanget af en fælles pulje.';

async function meetingId(rows: Promise<{ value: { Id: number; Title: string }[] }>): Promise<number> {
  const found = (await rows).value.find(({ Title }) => Title === meeting);
  if (!found) {
    throw new Error(`There is no ${meeting}`);
  }
  return found.Id;
}

const fits = async (page: Page, width: number): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

describe('the meeting', () => {
  const stage = useStage();
  const list = (name: string): string => `web/GetList('${new URL(siteUrlOf()).pathname}/Lists/Upl${name}')/items`;
  const april = (): Promise<number> => meetingId(stage.restOf('reader').get(`${list('Meetings')}?$select=Id,Title`));

  it('the secretariat prepares it: from the calendar to the invitation', async () => {
    const secretariat = await stage.enter('secretariat');
    const { page, say } = secretariat;
    await secretariat.opensPage('upl-view=meetings');
    await page.getByRole('link', { name: meeting }).click();
    await secretariat.button(say('meetings.edit.people')).click();
    const form = page.getByRole('form', { name: say('meetings.edit.people') });
    await form.getByRole('textbox', { name: say('meetings.rolesOf', say('meet.attending')) }).fill('Økonomichef; Kommunaldirektør');
    await form.getByRole('button', { name: say('common.save') }).click();
    await secretariat.hears(say('save.done'));
    const invitation = page.getByRole('region', { name: say('meetings.invitation') });
    expect(decodeURIComponent(await invitation.getByRole('link', { name: /^Outlook/ }).getAttribute('href') ?? '')).toContain('Du indkaldes til direktionens behandling af');
    const [file] = await Promise.all([page.waitForEvent('download'), invitation.getByRole('button', { name: say('meetings.icsFile') }).click()]);
    const calendar = fs.readFileSync(await file.path(), 'utf8');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20250430');
  });

  it('a director holds it by the keys alone; a decision with its follow-up comes out', async () => {
    const director = await stage.enter('headOfFinance');
    const { page, say } = director;
    await director.opensPage(`upl-view=meetings&upl-meeting=${await april()}`);
    await page.getByRole('link', { name: say('meet.start') }).click();
    await page.locator('h2:focus', { hasText: meeting }).waitFor();
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 30 && await page.locator('h2:focus', { hasText: fleet }).count() === 0; step++) {
      const before = await page.locator('h2:focus').innerText();
      await page.keyboard.press('PageDown');
      await page.waitForFunction((text) => document.activeElement?.tagName === 'H2' && document.activeElement.textContent !== text, before);
    }
    await page.keyboard.press('Tab');
    await director.button(say('meet.addDecision')).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: say('meet.addDecision') });
    await form.locator('textarea:focus').waitFor();
    await page.keyboard.type(decided);
    await form.getByText(say('save.done')).waitFor();
    await form.getByRole('button', { name: say('decision.andFollowUp') }).press('Enter');
    const followUp = page.getByRole('form', { name: say('meet.addAction') });
    await followUp.locator('input:focus').waitFor();
    await page.keyboard.type('Afklar biler');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Fagchef, Ejendomme');
    await followUp.getByLabel(say('act.due')).fill('2025-05-14');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByText(/Afklar biler · Fagchef, Ejendomme · frist 14\. maj 2025/).waitFor();

    const rest = stage.restOf('reader');
    const decisions = (await rest.get<{ value: { Id: number; MeetingId: number; DecisionText: string }[] }>(`${list('Decisions')}?$select=Id,MeetingId,DecisionText,InitiativesId`)).value.filter(({ DecisionText }) => DecisionText === decided);
    expect(decisions).toMatchObject([{ MeetingId: await april() }]);
    const [stored] = (await rest.get<{ value: Record<string, unknown>[] }>(`${list('FollowUps')}?$select=Title,DecisionId,ResponsibleId,FollowUpState&$filter=Title eq 'Afklar biler'`)).value;
    expect(stored).toMatchObject({ DecisionId: decisions[0].Id, FollowUpState: 'Ikke startet', ResponsibleId: expect.any(Number) });
  });
});

describe('on paper', () => {
  const stage = useStage();
  const sheet = async (page: Page): Promise<string> => /\/MediaBox ?\[([^\]]+)\]/.exec((await page.pdf({ preferCSSPageSize: true })).toString('latin1'))?.[1] ?? '';

  it('the meeting lies across as the annex does, the paper stands upright', async () => {
    const reader = await stage.enter('reader');
    const { page, say } = reader;
    await reader.opensPage('upl-view=meetings');
    await page.getByRole('link', { name: meeting }).waitFor();
    expect(await sheet(page)).toMatch(/841\.\d+ 59[45]/);
    await reader.opensPage('upl-view=documents');
    await page.getByRole('button', { name: say('documents.show.paper') }).click();
    expect(await sheet(page)).toMatch(/59[45]\.\d+ 841/);
  });
});

describe.each<[Language, number]>([['da-dk', 1366], ['en-us', 320]])('WCAG 2.1 AA of the meeting, %s, %i pixels wide', (language, width) => {
  const stage = useStage();

  it('calendar, page and meeting view', async () => {
    const head = await stage.enter('headOfFinance', { language, width, bypassCsp: true });
    const { page, say } = head;
    await head.opensPage('upl-view=meetings');
    await page.getByRole('link', { name: meeting }).waitFor();
    expect(await findings(page)).toEqual([]);
    await fits(page, width);
    await page.getByRole('link', { name: meeting }).click();
    await head.button(say('meetings.edit.item')).click();
    await page.getByRole('form', { name: say('meetings.edit.item') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await fits(page, width);
    await page.getByRole('link', { name: fleet }).first().click();
    await head.button(say('meet.addDecision')).click();
    await page.getByRole('form', { name: say('meet.addDecision') }).waitFor();
    expect(await findings(page)).toEqual([]);
    await fits(page, width);
  });
});
