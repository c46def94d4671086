import { useStage } from './support/stage';

const access = 'Aktindsigt R001(I)(B)';

describe('two people in the same row', () => {
  const stage = useStage();

  it.each([['keeps', 'Teksten fra fagchefen.'], ['takes', 'Teksten fra sekretariatet.']])('shows both texts, and the one who came second %s', async (choice, stands) => {
    const chief = await stage.enter('legalChief');
    const secretariat = await stage.enter('secretariat');
    chief.expectsStatus(412);
    await Promise.all([chief.opensPlan(), secretariat.opensPlan()]);
    const mine = await chief.row(access).writesStatus();
    const theirs = await secretariat.row(access).writesStatus();
    await theirs.statusText.fill('Teksten fra sekretariatet.');
    await theirs.saves();

    await mine.statusText.fill('Teksten fra fagchefen.');
    await mine.triesToSave();
    const conflict = chief.page.getByRole('group', { name: chief.say('conflict.heading') });
    await conflict.getByText(chief.say('err.conflict')).waitFor();
    await conflict.getByText('Teksten fra fagchefen.').waitFor();
    await conflict.getByText('Teksten fra sekretariatet.').waitFor();
    await (choice === 'keeps' ? mine.keepsMine() : mine.takesTheirs());
    await mine.form.waitFor({ state: 'detached' });
    expect(await chief.row(access).text('status')).toBe(stands);

    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.row(access).text('status')).toBe(stands);
  });
});
