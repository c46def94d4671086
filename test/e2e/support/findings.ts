import * as fs from 'node:fs';
import type { Page } from 'playwright-core';

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds against WCAG 2.1 A and AA on the whole page, in a line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axeSource });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: Finding[] }> } };
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`));
}

/** The same at each width, in px, one after the other on the same page; that something stands out over the edge is a finding too. */
export async function findingsAt(page: Page, ...widths: number[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // The page has been laid out anew, and what hears of its size has answered.
    await page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())); }));
    const reaches = await page.evaluate(() => document.documentElement.scrollWidth);
    found.push(...(await findings(page)).map((line) => `${width} px: ${line}`), ...(reaches > width ? [`${width} px: reaches ${reaches} px`] : []));
  }
  return found;
}
