import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser';
import { restClient, type RestClient } from '../../../sharepoint/sample/restClient';
import { samplePlan } from '../../../sharepoint/sample/samplePlan';
import { openPerson, type Person, type PersonOptions } from './person';
import { sharedPageUrl } from './running';

/** The accounts of the sample that the stories are about. */
export const roles = {
  propertyChief: 'fagchef-ejendomme',
  digitalChief: 'fagchef-digitalisering',
  legalChief: 'fagchef-sekretariat-jura',
  communicationChief: 'fagchef-kommunikation',
  cultureChief: 'fagchef-kultur-fritid',
  familyChief: 'fagchef-boern-familie',
  careChief: 'fagchef-sundhed-omsorg',
  developmentDirector: 'direktoer-udvikling',
  welfareDirector: 'direktoer-velfaerd',
  headOfFinance: 'oekonomichef',
  secretariat: 'direktionssekretariat',
  reader: 'laeser',
  owner: 'ejer'
} as const;

export type Role = keyof typeof roles;

/** Who can come on: each with a browser of their own. */
export interface Stage {
  /** Signs a person in; nothing is opened yet. */
  enter(role: Role, options?: Partial<PersonOptions>): Promise<Person>;
  /** SharePoint's REST interface as the role reaches it without our page. */
  restOf(role: Role): RestClient;
}

/** The login of a role. */
export function loginOf(role: Role): string {
  const account = samplePlan.accounts.find(({ key }) => key === roles[role]);
  if (!account) {
    throw new Error(`The sample plan has no account for ${role}`);
  }
  return account.login;
}

/** Address of the site of the product that runs for all stories. */
export function siteUrlOf(): string {
  return sharedPageUrl().replace(/\/SitePages\/.*$/, '');
}

/**
 * For the top of a file of stories: a browser for all of them, and after each story the check that nothing
 * happened behind its back (an error on the console, an exception, a request off the machine); after all of them,
 * that SharePoint was asked for nothing that its $metadata does not know.
 */
export function useStage(): Stage {
  let browser: Browser | undefined;
  let people: Person[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const troubles = people.flatMap((person) => person.troubles());
    await Promise.all(people.map((person) => person.leaves()));
    people = [];
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    const asked = await (await fetch(new URL('/__requests', sharedPageUrl()))).json() as { url: string; unknownToMetadata: boolean }[];
    expect(asked.filter((request) => request.unknownToMetadata).map((request) => request.url)).toEqual([]);
  });
  return {
    restOf: (role) => restClient(siteUrlOf(), loginOf(role)),
    enter: async (role, options) => {
      if (!browser) {
        throw new Error('The browser is not there yet: people enter in a story');
      }
      const person = await openPerson(browser, loginOf(role), { pageUrl: sharedPageUrl(), language: 'da-dk', width: 1400, bypassCsp: false, ...options });
      people.push(person);
      return person;
    }
  };
}
