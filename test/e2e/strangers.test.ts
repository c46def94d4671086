import { strangerPackages } from '../support/strangerPackage';
import type { Person } from './support/person';
import { startProduct, type Product } from './support/product';
import { useStage } from './support/stage';

describe('packages of somebody else', () => {
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
    await page.getByText('Direktionen . small edit from SharePoint').waitFor();
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

  it('what lies beside a script in its package is found: chunks that come late, and pictures', async () => {
    const { page, button } = await enter('');
    await button('Late').click();
    await page.getByText('came late').waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('img[alt=Picture]')?.naturalWidth === 24);
  });

  it('what the page cannot host stands on it in words, and Graph and other APIs are refused instead of waited for', async () => {
    const owner = await enter('');
    const { page } = owner;
    await page.getByRole('note').filter({ hasText: 'adgang til Microsoft Graph (User.Read), udvidelsen StrangerApplicationCustomizer (ApplicationCustomizer).' }).waitFor();
    await page.getByRole('button', { name: 'Graph' }).click();
    // Microsoft's own words, from a Graph client and from one for another API.
    await page.getByText(/^refused: .*API management page.* \| refused: .*API management page/).waitFor();
  });
});
