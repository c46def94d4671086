import { useStage } from './support/stage';

describe('the property pane', () => {
  const stage = useStage();

  it('opens from the page in edit mode, and what is chosen there shows', async () => {
    const owner = await stage.enter('owner');
    await owner.opensPlan('Mode=Edit');
    await owner.button('Rediger egenskaber').click();
    const year = owner.page.getByRole('textbox', { name: owner.say('pane.planYear') });
    await year.fill('tyve');
    await owner.page.getByText(owner.say('pane.planYear.wrong')).waitFor();
    await year.fill('2031');
    await owner.page.getByRole('heading', { name: owner.say('overview.heading', 2031) }).waitFor();
    await owner.page.getByText(owner.say('overview.emptyMonth')).waitFor();
    await year.fill('');
    await owner.page.getByRole('heading', { name: owner.say('overview.heading', 2025) }).waitFor();
    await owner.table().waitFor();

    const site = owner.page.getByRole('textbox', { name: owner.say('pane.siteUrl') });
    await site.fill('https://example.invalid/sites/x');
    await owner.page.getByText(owner.say('problem.siteUrl.help')).first().waitFor();
    await owner.page.getByRole('combobox', { name: owner.say('pane.view') }).waitFor();
  });
});
