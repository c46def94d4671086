import type { Locator } from 'playwright-core';
import type { Person } from './support/person';
import { loginOf, siteUrlOf, useStage, type Role } from './support/stage';

const pool = 'Pulje til udvikling og velfærdsteknologi';

/** Bad days of one account, as the local SharePoint makes them. */
async function badDay(role: Role, ...rules: Record<string, unknown>[]): Promise<void> {
  const body = JSON.stringify({ rules: rules.map((rule) => ({ ...rule, login: loginOf(role) })) });
  const answer = await fetch(new URL('/__faults', siteUrlOf()), { method: 'PUT', body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
}

const outbox = (person: Person): Locator => person.page.getByRole('region', { name: person.say('outbox.heading') });

/** From now on nothing comes through but what the browser has already; writes alone when reads are let through. */
async function cutsTheLine(person: Person): Promise<void> {
  person.expectsTrouble('net::ERR_INTERNET_DISCONNECTED');
  await person.page.context().route(/\/_api\//, async (route) => {
    if (route.request().method() === 'GET') {
      await route.fallback();
    } else {
      await route.abort('internetdisconnected');
    }
  });
}

async function mendsTheLine(person: Person): Promise<void> {
  await person.page.context().unroute(/\/_api\//);
}

describe('no word is lost', () => {
  const stage = useStage();
  afterEach(() => fetch(new URL('/__faults', siteUrlOf()), { method: 'DELETE' }));

  it('without a line: the edit waits in sight, over a reload, and goes when the line is back', async () => {
    const chief = await stage.enter('digitalChief');
    await chief.opensPlan();
    const row = chief.row(pool);
    const editor = await row.writesStatus();
    await editor.statusText.fill('Skrevet uden forbindelse.');
    await cutsTheLine(chief);
    await editor.saves();
    await outbox(chief).getByText(chief.say('outbox.waitingOne')).waitFor();
    await row.element.getByText(chief.say('row.queued')).waitFor();
    await chief.opensPlan();
    await outbox(chief).getByText(chief.say('outbox.waitingOne')).waitFor();
    await mendsTheLine(chief);
    await outbox(chief).getByRole('button', { name: chief.say('outbox.send') }).click();
    await outbox(chief).waitFor({ state: 'detached' });
    await row.cell('status').getByText('Skrevet uden forbindelse.').waitFor();
  });

  it('in two tabs: both show what waits, and it is sent once', async () => {
    const chief = await stage.enter('digitalChief');
    await chief.opensPlan();
    const editor = await chief.row(pool).writesStatus();
    await editor.statusText.fill('Kun én gang.');
    await cutsTheLine(chief);
    const second = await chief.page.context().newPage();
    await second.goto(chief.page.url());
    await second.getByRole('table').waitFor();
    await editor.saves();
    await second.getByRole('region', { name: chief.say('outbox.heading') }).waitFor();
    await fetch(new URL('/__requests', siteUrlOf()), { method: 'DELETE' });
    await mendsTheLine(chief);
    await Promise.all([chief.page, second].map((page) => page.evaluate(() => { window.dispatchEvent(new Event('online')); })));
    await Promise.all([chief.page, second].map((page) => page.getByRole('region', { name: chief.say('outbox.heading') }).waitFor({ state: 'detached' })));
    const asked = await (await fetch(new URL('/__requests', siteUrlOf()))).json() as { method: string }[];
    expect(asked.filter(({ method }) => method === 'MERGE')).toHaveLength(1);
    await second.close();
  });

  it('a busy SharePoint is waited for, second by second, and the text goes by itself', async () => {
    const chief = await stage.enter('digitalChief');
    chief.expectsStatus(429);
    await chief.opensPlan();
    const row = chief.row(pool);
    const editor = await row.writesStatus();
    await editor.statusText.fill('Sendt efter ventetiden.');
    await badDay('digitalChief', { kind: 'throttle', method: 'MERGE', retryAfter: 3, times: 1 });
    await editor.triesToSave();
    await editor.form.getByRole('timer').waitFor();
    await editor.form.waitFor({ state: 'detached' });
    expect(await row.text('status')).toBe('Sendt efter ventetiden.');
  });

  it('an answer that is lost after the text was saved is no conflict with oneself', async () => {
    const chief = await stage.enter('digitalChief');
    chief.expectsTrouble('net::ERR_');
    // The browser repeats a request whose connection was cut, and finds its own text there.
    chief.expectsStatus(412);
    await chief.opensPlan();
    const row = chief.row(pool);
    const editor = await row.writesStatus();
    await editor.statusText.fill('Gemt uden svar.');
    await badDay('digitalChief', { kind: 'cutAfter', method: 'MERGE', times: 1 });
    await editor.saves();
    await row.cell('status').getByText('Gemt uden svar.').waitFor();
  });

  it('signed out in the middle: the text is there after signing in again', async () => {
    const chief = await stage.enter('digitalChief');
    chief.expectsStatus(401);
    await chief.opensPlan();
    const row = chief.row(pool);
    const editor = await row.writesStatus();
    await editor.statusText.fill('Før jeg blev logget ud.');
    await badDay('digitalChief', { kind: 'signedOut', method: 'MERGE', times: 1 });
    await editor.triesToSave();
    await editor.form.getByText(chief.say('save.signedOut')).waitFor();
    await chief.opensPlan();
    await row.element.getByText(chief.say('draft.here')).waitFor();
    const again = await row.writesStatus();
    expect(await again.statusText.inputValue()).toBe('Før jeg blev logget ud.');
    await again.saves();
    expect(await row.text('status')).toBe('Før jeg blev logget ud.');
  });

  it('undo puts the old text back as a new version', async () => {
    const chief = await stage.enter('digitalChief');
    await chief.opensPlan();
    const row = chief.row(pool);
    const before = await row.text('status');
    const editor = await row.writesStatus();
    await editor.statusText.fill('Sendt for hurtigt.');
    await editor.saves();
    await chief.button(chief.say('undo.action')).click();
    await chief.hears(chief.say('undo.done'));
    expect(await row.text('status')).toBe(before);
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.row(pool).text('status')).toBe(before);
  });
});

describe('a first status', () => {
  const stage = useStage();

  it('is kept on the server when its writer leaves it, and goes on from another computer', async () => {
    const secretariat = stage.restOf('secretariat');
    const list = `${new URL(siteUrlOf()).pathname}/Lists/UplStatusReports`;
    const [{ Id, Title, StatusText }] = (await secretariat.get<{ value: { Id: number; Title: string; StatusText: string }[] }>(
      `web/GetList('${list}')/items?$select=Id,Title,StatusText&$filter=Period eq '2025-04' and ReportState eq 'Indsendt' and startswith(ReportKey,'I')&$top=1`)).value;
    await secretariat.change(list, { id: Id, etag: '*' }, { ReportState: 'Mangler', StatusText: '', SubmittedAt: null });
    const first = await stage.enter('secretariat');
    await first.opensPlan(`upl-onlyMissing=1`);
    const row = first.page.locator('tr[data-initiative]').filter({ hasText: Title });
    await row.getByRole('button', { name: first.say('row.onBehalf') }).click();
    await row.getByLabel(first.say('status.text'), { exact: true }).fill('Halvt skrevet på kontoret.');
    await first.presses('Escape');
    await row.getByText(first.say('status.state.Draft'), { exact: true }).waitFor();
    const second = await stage.enter('secretariat', { language: 'en-us' });
    await second.opensPlan(`upl-onlyMissing=1`);
    const there = second.page.locator('tr[data-initiative]').filter({ hasText: Title });
    await there.getByRole('button', { name: second.say('row.onBehalf') }).click();
    expect(await there.getByLabel(second.say('status.text'), { exact: true }).inputValue()).toBe('Halvt skrevet på kontoret.');
    // Handed in again, as the other stories count on it.
    await secretariat.change(list, { id: Id, etag: '*' }, { ReportState: 'Indsendt', StatusText });
  });
});
