import type { Person } from './support/person';
import { useStage } from './support/stage';

const poolTitle = 'Pulje til udvikling og velfærdsteknologi';

/** The next writes are answered by a front door instead of by SharePoint; reads go through. */
async function answersWrites(person: Person, answer: { status: number; headers?: Record<string, string>; body?: string }): Promise<void> {
  await person.page.route(/\/_api\//, async (route) => {
    if (route.request().method() === 'GET' || route.request().url().includes('contextinfo')) {
      await route.fallback();
    } else {
      await route.fulfill(answer);
    }
  });
}

describe('when it cannot be saved', () => {
  const stage = useStage();

  it.each([
    ['SharePoint is busy', { status: 429, headers: { 'Retry-After': '600' } }, 'save.resend', [600]],
    ['SharePoint refuses', { status: 403, body: '{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"Access denied."}}}' }, 'save.forbidden', []]
  ] as const)('%s: it is said, and the text is kept and can be sent again', async (_case, answer, words, values) => {
    const chief = await stage.enter('digitalChief');
    chief.expectsStatus(answer.status);
    await chief.opensPlan();
    const row = chief.row(poolTitle);
    const editor = await row.writesStatus();
    await editor.statusText.fill(`Fordelingen er klar: ${_case}.`);
    await answersWrites(chief, answer);
    await editor.triesToSave();
    await editor.form.getByRole('alert').getByText(chief.say(words, ...values)).waitFor();
    expect(await editor.statusText.inputValue()).toBe(`Fordelingen er klar: ${_case}.`);
    await chief.page.unroute(/\/_api\//);
    await editor.saves();
    expect(await row.text('status')).toBe(`Fordelingen er klar: ${_case}.`);
  });

  it('a plan that cannot be read is an error with a way on, never an empty list', async () => {
    const reader = await stage.enter('reader');
    reader.expectsTrouble('net::ERR_INTERNET_DISCONNECTED');
    await reader.page.route(/\/_api\//, (route) => route.abort('internetdisconnected'));
    await reader.opensPage();
    await reader.seesProblem(reader.say('problem.offline.title'));
    expect(await reader.table().count()).toBe(0);
    await reader.page.unroute(/\/_api\//);
    await reader.button(reader.say('problem.retry')).click();
    await reader.table().waitFor();
  });
});
