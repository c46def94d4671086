import manifest from '../../../src/webparts/udmoentningsplan/UdmoentningsplanWebPart.manifest.json';
import { pagePath, sampleConfiguration, webPartId } from '../../../sharepoint/sample/configuration';

describe('the tenant of the sample', () => {
  const withSample = sampleConfiguration(0, 'state.sqlite', true);

  it('has our web part on the page that is announced', () => {
    const [site] = withSample.sites;
    expect(webPartId).toBe(manifest.id);
    expect(`${site.url}/SitePages/${site.pages[0].name}`).toBe(pagePath);
    expect(site.pages[0].webParts).toEqual([{ componentId: webPartId }]);
  });

  it('says in both languages that the data are invented, and only where they are', () => {
    expect(withSample.sites[0].pages[0].notice).toEqual({ 'da-dk': expect.stringContaining('EKSEMPELDATA'), 'en-us': expect.stringContaining('SAMPLE DATA') });
    expect(sampleConfiguration(0, 'state.sqlite', false).sites[0].pages[0].notice).toBeUndefined();
  });

  it('knows role accounts only, with addresses that lead nowhere', () => {
    expect(withSample.accounts).toHaveLength(20);
    withSample.accounts.forEach((account) => expect(account.login).toMatch(/^eksempel-[a-z-]+@example\.invalid$/));
  });
});
