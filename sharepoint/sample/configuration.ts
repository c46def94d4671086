import type { LocalSharePointConfiguration } from '../local/configuration';
import { webPartsOf } from '../local/package/webPartsOf';
import { siteOwner } from './accounts';
import { packageFile } from './builtPackage';
import { samplePlan } from './samplePlan';

/** Address of the site that the plan lives on, and of the page that shows it. */
export const sitePath = '/sites/direktionen';
export const pagePath = `${sitePath}/SitePages/Udmoentningsplan.aspx`;

/** The page with the web parts of other people's packages; it is there when there are any packages. */
export const packagesPagePath = `${sitePath}/SitePages/Pakker.aspx`;

/** An ordinary team site beside it, with nothing on it. */
export const teamSitePath = '/sites/team';

/** Id in the web part's manifest. */
export const webPartId = 'c1a6f0a2-8b1e-4f0b-9a51-6f8f0c2f7d35';

/**
 * The sample's tenant: the directorate's site and an ordinary one.
 * @param packages paths of packages beside ours; their web parts get a page of their own
 * @throws Error naming the file that is no package
 */
export function sampleConfiguration(port: number, stateFile: string, withSample: boolean, packages: readonly string[] = []): LocalSharePointConfiguration {
  const notice = withSample ? { 'da-dk': samplePlan.banner.da, 'en-us': samplePlan.banner.en } : undefined;
  return {
    port,
    stateFile,
    accounts: samplePlan.accounts.map(({ login, title }) => ({ login, title, email: login })),
    sites: [
      {
        url: sitePath,
        title: 'Direktionen',
        timeZoneId: 3,
        localeId: 1030,
        owner: siteOwner.login,
        pages: [
          { name: 'Udmoentningsplan.aspx', title: 'Udmøntningsplan', webParts: [{ componentId: webPartId }], notice },
          ...(packages.length > 0 ? [{ name: 'Pakker.aspx', title: 'Pakker', webParts: webPartsOf(packages) }] : [])
        ]
      },
      {
        url: teamSitePath,
        title: 'Team',
        timeZoneId: 3,
        localeId: 1030,
        owner: siteOwner.login,
        pages: [{ name: 'Home.aspx', title: 'Hjem', webParts: [] }]
      }
    ],
    defaultLogin: siteOwner.login,
    clockStart: samplePlan.clock,
    packages: [packageFile, ...packages],
    defaultLanguage: 'da-dk'
  };
}
