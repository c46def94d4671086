import type { Browser, Locator, Page } from 'playwright-core';
import { rowOf, type Row } from './row';
import { textsIn, type Language, type Say } from './texts';
import { watch } from './watch';

export interface PersonOptions {
  pageUrl: string;
  language: Language;
  /** Width of the window in CSS pixels. */
  width: number;
  /** Lets a story add scripts of its own to the page. */
  bypassCsp: boolean;
}

/** Somebody at a browser. */
export interface Person {
  page: Page;
  /** The texts that this person reads. */
  say: Say;
  /** Opens the page and waits for the month's table. @param query the part of the address that the web part reads */
  opensPlan(query?: string): Promise<void>;
  /** Opens the page where no table is to be expected. */
  opensPage(query?: string): Promise<void>;
  /** The row of an initiative, by its title as the paper writes it. */
  row(title: string): Row;
  /** Every title in the table with code and marks, from the top. */
  titles(): Promise<string[]>;
  table(): Locator;
  /** The numbers above the table, each with its words. */
  counts(): Promise<string[]>;
  button(name: string): Locator;
  /** How many OBS points are open, as the count above the table says. */
  openObs(): Promise<number>;
  /** Has seen this in the live region, where it is also read out. */
  hears(words: string): Promise<void>;
  /** The screen that stands in the table's place. */
  seesProblem(title: string): Promise<void>;
  /** Presses keys, one after the other, where the focus is. */
  presses(...keys: string[]): Promise<void>;
  /** Goes on with Tab, from the top of the page, until something is there (as a selector with `:focus`). */
  tabsTo(focused: Locator): Promise<void>;
  /** The server will answer so, and the browser will say it on its console. */
  expectsStatus(status: number): void;
  /** The browser will complain of this on its console. */
  expectsTrouble(words: string): void;
  troubles(): string[];
  leaves(): Promise<void>;
}

export async function openPerson(browser: Browser, login: string, options: PersonOptions): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: options.width, height: 900 }, bypassCSP: options.bypassCsp });
  const { expectsStatus, expectsTrouble, troubles } = await watch(context);
  const page = await context.newPage();
  const say = textsIn(options.language);
  const signIn = `as=${encodeURIComponent(login)}&lang=${options.language}`;
  const opensPage = async (query: string = ''): Promise<void> => {
    await page.goto(`${options.pageUrl}?${signIn}${query === '' ? '' : `&${query}`}`);
  };
  const table = (): Locator => page.getByRole('table');
  const counts = async (): Promise<string[]> => {
    const texts = await page.getByRole('group', { name: say('overview.counts') }).getByRole('button').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  };
  return {
    page, say, table, expectsStatus, expectsTrouble, troubles, opensPage, counts,
    opensPlan: async (query) => {
      await opensPage(query);
      await table().waitFor();
    },
    openObs: async () => Number.parseInt((await counts())[2], 10),
    row: (title) => rowOf(page, say, title),
    titles: () => page.locator('tr[data-initiative] > th > span:first-of-type').allTextContents(),
    button: (name) => page.getByRole('button', { name }),
    hears: (words) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' }),
    seesProblem: (title) => page.getByRole('heading', { name: title }).waitFor(),
    presses: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
    },
    tabsTo: async (focused) => {
      for (let step = 0; step < 80 && await focused.count() === 0; step++) {
        await page.keyboard.press('Tab');
      }
      await focused.waitFor({ timeout: 1000 });
    },
    leaves: () => context.close()
  };
}
