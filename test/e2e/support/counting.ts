import type { Page } from 'playwright-core';

/** Counts what a person does with the hands: keys and clicks. A text that is typed counts apart, by its characters. */
export interface Counting {
  presses(...keys: string[]): Promise<void>;
  types(words: string): Promise<void>;
  keys(): number;
  clicks(): number;
  /** "8 keys, 0 clicks, 45 characters typed". */
  said(): string;
}

/** Begins at zero; clicks anywhere on the page are counted, however they are made. */
export async function counting(page: Page): Promise<Counting> {
  let [keys, characters] = [0, 0];
  let clicks = 0;
  const count = (): void => { clicks++; };
  await page.exposeFunction('countClick', count);
  await page.addInitScript(() => {
    window.addEventListener('click', (event) => {
      // A button that is pressed by a key is clicked by the browser, with no detail.
      if (event.detail > 0) {
        (window as unknown as { countClick(): void }).countClick();
      }
    }, true);
  });
  return {
    presses: async (...pressed) => {
      for (const key of pressed) {
        keys++;
        await page.keyboard.press(key);
      }
    },
    types: async (words) => {
      characters += words.length;
      await page.keyboard.type(words);
    },
    keys: () => keys,
    clicks: () => clicks,
    said: () => `${keys} keys, ${clicks} clicks, ${characters} characters typed`
  };
}
