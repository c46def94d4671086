import type { BrowserContext, Page } from 'playwright-core';

/** What must not happen behind the back of a story. */
export interface Watch {
  /** Lets the browser say that the server answered this status: a story that provokes a refusal expects it. */
  expectsStatus(status: number): void;
  /** Lets the browser complain of this. */
  expectsTrouble(words: string): void;
  /** Everything that went wrong, in the browser's words. */
  troubles(): string[];
}

/** Follows every page of a context: console errors, uncaught exceptions, and requests off the machine, which are cut off. */
export async function watch(context: BrowserContext): Promise<Watch> {
  const troubles: string[] = [];
  const expected: string[] = [];
  await context.route((url) => isOffMachine(url), async (route) => {
    troubles.push(`a request off the machine: ${route.request().url()}`);
    await route.abort();
  });
  context.on('page', (page) => follow(page, troubles));
  return {
    expectsStatus: (status) => { expected.push(`responded with a status of ${status}`); },
    expectsTrouble: (words) => { expected.push(words); },
    troubles: () => troubles.filter((trouble) => !expected.some((words) => trouble.includes(words)))
  };
}

function follow(page: Page, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') {
      troubles.push(`the console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`an exception: ${error.stack ?? error.message}`));
}

function isOffMachine(url: URL): boolean {
  return url.protocol.startsWith('http') && url.hostname !== '127.0.0.1';
}
