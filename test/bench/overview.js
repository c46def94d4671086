'use strict';
/**
 * How fast the overview stands, beside a bare React table that reads the same (bareTable), in one run and one browser on the local
 * SharePoint with 80 ms added to each request. Ratios are printed with their limit beside and fail nothing: a busy machine bends
 * them. What is counted (requests) fails the bench when it is too much.
 *
 * `npm run bench` needs the package (`npm run package`); `-- --runs 9` for quieter numbers.
 */
const { execFileSync } = require('node:child_process');
const path = require('node:path');
const { barePackage } = require('./barePackage');
const { isRare, planData, rareWord, shownMonth } = require('./planData');

const root = path.join(__dirname, '..', '..');
const compiled = (name) => require(path.join(root, 'temp', 'node', name));
const latency = 80;
const sizes = [18, 100, 500];
const histories = [12, 120];
const runsAt = process.argv.indexOf('--runs');
const runs = runsAt > 0 ? Number(process.argv[runsAt + 1]) : 5;
// Loads before those that count: browser and server have been here before, as a tenant's have.
const warmUps = 3;
const limits = { firstRow: 1.3, stable: 1.5, months: 1.1, filter: 1.5, sort: 1.5, requests: 6 };

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Watches the page from its first moment: when the first row stood, and when nothing had moved for a while. */
function watch() {
  const state = { firstRow: undefined, moved: 0, unpainted: 0 };
  window.bench = state;
  new MutationObserver(() => {
    state.unpainted++;
    // The frame in which the change is seen, not the moment in which it was made.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      state.unpainted--;
      state.moved = performance.now();
      state.firstRow = state.firstRow ?? (document.querySelector('tr[data-initiative]') ? state.moved : undefined);
    }));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** @returns ms since the page's start at which the last change was painted, once nothing has changed for `quiet` ms */
async function stands(page, rows, quiet = 300) {
  await page.waitForFunction(([count, still]) => document.querySelectorAll('tr[data-initiative]').length === count && window.bench.unpainted === 0 && performance.now() - window.bench.moved > still, [rows, quiet], { polling: 50, timeout: 60000 });
  return page.evaluate(() => window.bench.moved);
}

async function load(context, address, rows) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  const stable = await stands(page, rows);
  const { begun, firstRow } = await page.evaluate(() => ({ begun: performance.getEntriesByName('local-page:web-part')[0].startTime, firstRow: window.bench.firstRow }));
  return { page, firstRow: firstRow - begun, stable: stable - begun };
}

/** From the key or click to the last painted change. */
async function answerTo(page, act, rows) {
  const begun = await page.evaluate(() => performance.now());
  await act();
  return (await stands(page, rows)) - begun;
}

async function measureUse(page, count) {
  // What comes later of itself, the strip of earlier months, has come: it is not what is measured here.
  await page.waitForTimeout(1500);
  await stands(page, count);
  const search = page.locator('input[type="search"]').first();
  const found = Array.from({ length: count }, (_, index) => index + 1).filter(isRare).length;
  const filter = await answerTo(page, () => search.fill(rareWord), found);
  await search.fill('');
  await stands(page, count);
  const sort = await answerTo(page, () => page.locator('thead button').first().click(), count);
  return { filter, sort };
}

async function launch() {
  const { chromium } = require('playwright-core');
  const unpacked = JSON.parse(execFileSync(process.execPath, [path.join(root, 'test/support/unpackChromium.mjs')], { encoding: 'utf8' }));
  return chromium.launch({
    executablePath: unpacked.executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    env: { ...process.env, FONTCONFIG_PATH: unpacked.fonts, LD_LIBRARY_PATH: unpacked.libraries }
  });
}

async function measure(browser, bare, initiatives, months) {
  const stateFile = await planData(initiatives, months);
  const { sampleConfiguration, pagePath, packagesPagePath } = compiled('sharepoint/sample/configuration');
  const { startLocalSharePoint } = compiled('sharepoint/local/server');
  const { createPages } = compiled('sharepoint/local/page/pages');
  const { samplePlan } = compiled('sharepoint/sample/samplePlan');
  const server = await startLocalSharePoint({ ...sampleConfiguration(0, stateFile, false, [bare.file]), faults: { seed: 1, rules: [{ kind: 'latency', milliseconds: latency }] } }, createPages);
  const login = samplePlan.accounts[0].login;
  const address = (where) => `${server.origin}${where}?as=${encodeURIComponent(login)}&upl-month=${shownMonth}&upl-group=none`;
  const found = { ours: [], bare: [] };
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    for (let run = 0; run < warmUps + runs; run++) {
      for (const [name, where] of [['ours', pagePath], ['bare', packagesPagePath]]) {
        await fetch(`${server.origin}/__requests`, { method: 'DELETE' });
        const { page, firstRow, stable } = await load(context, address(where), initiatives);
        const asked = (await (await fetch(`${server.origin}/__requests`)).json()).filter(({ url, batched }) => /\/_api\//.test(url) && !batched && !/\$batch/.test(url));
        const use = run >= warmUps && initiatives === Math.max(...sizes) ? await measureUse(page, initiatives) : {};
        await page.close();
        if (run >= warmUps) {
          found[name].push({ firstRow, stable, requests: asked.length, ...use });
        }
      }
    }
  } finally {
    await context.close();
    await server.close();
  }
  const of = (name, key) => median(found[name].map((each) => each[key]));
  const ratio = (key) => of('ours', key) / of('bare', key);
  return {
    initiatives, months, firstRow: ratio('firstRow'), stable: ratio('stable'), requests: of('ours', 'requests'), bareRequests: of('bare', 'requests'),
    milliseconds: of('ours', 'stable'), bareMilliseconds: of('bare', 'stable'), filter: found.ours[0].filter === undefined ? undefined : ratio('filter'), sort: found.ours[0].sort === undefined ? undefined : ratio('sort')
  };
}

function print(results, bare) {
  const times = (value) => (value === undefined ? '' : `×${value.toFixed(2)}`);
  const row = (...cells) => process.stdout.write(`| ${cells.map((cell) => String(cell).padEnd(16)).join(' | ')} |\n`);
  process.stdout.write(`\nThe overview beside a bare React table (${bare.kilobytes.toFixed(0)} KB gzip), ${latency} ms added to each request, median of ${runs}\n\n`);
  row('initiatives', 'months', 'first row', 'stable', 'ms (bare)', 'requests (bare)', 'filter', 'sort');
  row('limit', '', `×${limits.firstRow}`, `×${limits.stable}`, '', limits.requests, `×${limits.filter}`, `×${limits.sort}`);
  for (const each of results) {
    row(each.initiatives, each.months, times(each.firstRow), times(each.stable), `${Math.round(each.milliseconds)} (${Math.round(each.bareMilliseconds)})`, `${each.requests} (${each.bareRequests})`, times(each.filter), times(each.sort));
  }
  for (const size of sizes) {
    const [short, long] = histories.map((months) => results.find((each) => each.initiatives === size && each.months === months));
    process.stdout.write(`${size} initiatives: ${histories[1]} months take ×${(long.milliseconds / short.milliseconds).toFixed(2)} of ${histories[0]} (limit ×${limits.months})\n`);
  }
}

async function main() {
  const bare = await barePackage();
  await compiled('sharepoint/local/page/fluentBundle').fluentBundle();
  const browser = await launch();
  const results = [];
  try {
    for (const initiatives of sizes) {
      for (const months of histories) {
        results.push(await measure(browser, bare, initiatives, months));
      }
    }
  } finally {
    await browser.close();
  }
  print(results, bare);
  const requests = new Set(results.map((each) => each.requests));
  if (requests.size > 1 || Math.max(...requests) > limits.requests) {
    process.stdout.write(`FAILED: the month must take the same number of requests at any size, at most ${limits.requests}: ${Array.from(requests).join(', ')}\n`);
    process.exitCode = 1;
  }
}

main().catch((problem) => {
  process.stderr.write(`${problem.stack}\n`);
  process.exitCode = 1;
});
