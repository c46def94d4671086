import { strangerPackages } from '../support/strangerPackage';
import type { Person } from './support/person';
import { startProduct, type Product } from './support/product';
import { useStage } from './support/stage';

describe('packages of somebody else, built with SPFx 1.18', () => {
  const stage = useStage();
  let product: Product;
  beforeAll(async () => {
    const packages = strangerPackages('temp/e2e/strangers').flatMap((file) => ['--package', file]);
    product = await startProduct('temp/e2e/strangers.sqlite', '--empty', ...packages);
  }, 300000);
  afterAll(() => product.stop());

  const enter = async (query: string): Promise<Person> => {
    const owner = await stage.enter('owner', { pageUrl: `${product.siteUrl}/SitePages/Pakker.aspx` });
    await owner.opensPage(query);
    return owner;
  };

  it('a web part with strings, REST and a library of another package is shown, changed in its property pane, and saved', async () => {
    const { page, button } = await enter('Mode=Edit');
    await page.getByRole('heading', { name: 'Goddag, World' }).waitFor();
    await page.getByText('Direktionen . small edit').waitFor();
    await button('Rediger egenskaber').click();
    await page.getByRole('textbox', { name: 'Navn' }).fill('Norddjurs');
    await page.getByRole('heading', { name: 'Goddag, Norddjurs' }).waitFor();
    await page.getByRole('switch', { name: 'Loud' }).click();
    await page.getByRole('combobox', { name: 'Size' }).click();
    await page.getByRole('option', { name: 'Large' }).click();
    await page.getByText('Direktionen ! large edit').waitFor();
    await button('Gem siden').click();
    await page.getByText('Direktionen ! large read').waitFor();
    await page.getByRole('heading', { name: 'Goddag, Norddjurs' }).waitFor();
  });

  it('what the page cannot host stands on it in words, and Graph is refused instead of waited for', async () => {
    const owner = await enter('');
    const { page } = owner;
    await page.getByRole('note').filter({ hasText: 'adgang til Microsoft Graph (User.Read), udvidelsen StrangerApplicationCustomizer (ApplicationCustomizer).' }).waitFor();
    await page.getByRole('button', { name: 'Graph' }).click();
    await page.getByText(/^refused: /).waitFor();
  });
});
