import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { createFaults } from '../../sharepoint/local/faults/faults';
import { readFaultsFile } from '../../sharepoint/local/faults/readFaultsFile';
import type { FaultPlan, FaultRule } from '../../sharepoint/local/faults/rules';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, jsonOf, makeList, rowsOf } from './support/lists';
import { startWithPages } from './support/withPages';

let server: TestSharePoint;
let owner: Ask;
let list: string;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Stormy');
}, 60000);
afterEach(() => owner(`${server.origin}/__faults`, { method: 'DELETE' }));
afterAll(() => server.stop());

const put = (body: unknown): Promise<Answered> => owner(`${server.origin}/__faults`, { method: 'PUT', body });
async function set(...rules: FaultRule[]): Promise<void> {
  expect((await put({ rules })).status).toBe(200);
}
const titles = async (): Promise<unknown[]> => rowsOf(await owner(`${list}/items?$select=Title`)).map(({ Title }) => Title);

test('throttled: 429 or 503 in plain words with Retry-After, as often as said', async () => {
  await set({ kind: 'throttle', method: 'GET', url: '/items', times: 1, retryAfter: 7 }, { kind: 'throttle', status: 503, method: 'POST', times: 1 });
  const first = await owner(`${list}/items`);
  expect([first.status, first.headers.get('retry-after'), first.text]).toEqual([429, '7', '429 TOO MANY REQUESTS']);
  expect((await owner(`${list}/items`)).status).toBe(200);
  const write = await owner(`${list}/items`, { body: { Title: 'Never' } });
  expect([write.status, write.headers.get('retry-after')]).toEqual([503, null]);
  expect(await titles()).not.toContain('Never');
});

test('latency: every rule that fits waits, and the answer is as ever', async () => {
  await set({ kind: 'latency', milliseconds: 150, url: 'Stormy' }, { kind: 'latency', milliseconds: 150, login: people.owner.toUpperCase() });
  const begun = performance.now();
  expect((await owner(`${list}/items`)).status).toBe(200);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(290);
});

test('cut before: nothing was written; cut after: it was', async () => {
  await set({ kind: 'cutBefore', method: 'POST', times: 1 }, { kind: 'cutAfter', method: 'POST', times: 1 });
  await expect(owner(`${list}/items`, { body: { Title: 'Cut before' } })).rejects.toThrow('fetch failed');
  await expect(owner(`${list}/items`, { body: { Title: 'Cut after' } })).rejects.toThrow('fetch failed');
  expect(await titles()).toContain('Cut after');
  expect(await titles()).not.toContain('Cut before');
});

test('an expired digest meets writes, not reads and not the asking for a new one', async () => {
  await set({ kind: 'expiredDigest' });
  expect((await owner(`${list}/items`)).status).toBe(200);
  expect((await owner('_api/contextinfo', { method: 'POST' })).status).toBe(200);
  expect(errorOf(await owner(`${list}/items`, { body: { Title: 'Never' } }))).toEqual({
    status: 403, code: '-2130575252, Microsoft.SharePoint.SPException', text: expect.stringMatching(/^The security validation for this page is invalid/)
  });
});

test('a save conflict meets whoever saves an item', async () => {
  expect((await owner(`${list}/items`, { body: { Title: 'Saved by two' } })).status).toBe(201);
  await set({ kind: 'saveConflict', times: 1 });
  expect((await owner(`${list}/items(1)`)).status).toBe(200);
  const save = (): Promise<Answered> => owner(`${list}/items(1)`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Title: 'Saved' } });
  expect(errorOf(await save())).toEqual({ status: 409, code: '-2130246326, Microsoft.SharePoint.SPException', text: expect.stringMatching(/^Save Conflict/) });
  expect((await save()).status).toBe(204);
});

test('signed out in the middle: both answers, for one account only', async () => {
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  await set({ kind: 'signedOut', login: people.owner, skip: 1, times: 1 }, { kind: 'signedOut', status: 403, login: people.owner, skip: 1 });
  expect((await owner('_api/web')).status).toBe(200);
  const first = await owner('_api/web');
  expect(errorOf(first)).toEqual({ status: 401, code: '-2147024891, System.UnauthorizedAccessException', text: 'Attempted to perform an unauthorized operation.' });
  expect(first.headers.get('www-authenticate')).toContain('Bearer');
  const others = await owner('_api/web');
  // A request that the first rule took did not reach the second one.
  expect(others.status).toBe(403);
  expect(errorOf(others).code).toBe('-2147024891, System.UnauthorizedAccessException');
  expect(others.headers.get('www-authenticate')).toBeNull();
  expect((await server.as(people.member)('_api/web')).status).toBe(200);
});

test('one part of a batch fails, the others do not', async () => {
  await set({ kind: 'batchPart', method: 'POST', url: '/items', skip: 1, times: 1, retryAfter: 3 });
  const part = (title: string): string =>
    `--b\nContent-Type: application/http\n\nPOST ${server.siteUrl}/${list}/items HTTP/1.1\nAccept: application/json\nContent-Type: application/json\n\n{"Title":"${title}"}\n`;
  const answer = await owner('_api/$batch', { method: 'POST', body: `${['Part 1', 'Part 2', 'Part 3'].map(part).join('')}--b--\n`, headers: { 'Content-Type': 'multipart/mixed; boundary=b' } });
  expect([...answer.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['201', '503', '201']);
  expect(answer.text).toContain('RETRY-AFTER: 3');
  const written = await titles();
  expect(written).toEqual(expect.arrayContaining(['Part 1', 'Part 3']));
  expect(written).not.toContain('Part 2');
});

test('chance is seeded: the same seed gives the same run, another seed another', async () => {
  const run = async (seed: number): Promise<string> => {
    await put({ seed, rules: [{ kind: 'throttle', probability: 0.5, url: 'currentuser' }] });
    let statuses = '';
    for (let index = 0; index < 24; index++) {
      statuses += (await owner('_api/web/currentuser')).status === 429 ? 'x' : '.';
    }
    return statuses;
  };
  const first = await run(5);
  expect(await run(5)).toBe(first);
  expect(await run(6)).not.toBe(first);
  expect(first.replace(/\./g, '').length).toBeGreaterThan(4);
  expect(first.replace(/x/g, '').length).toBeGreaterThan(4);
});

test('says what is in force and how often it fitted and happened; a struck request is in the log', async () => {
  await owner(`${server.origin}/__requests`, { method: 'DELETE' });
  await set({ kind: 'throttle', method: 'MERGE', times: 1 });
  const { Id } = await addItem(owner, list, { Title: 'Reported' });
  const merge = (): Promise<Answered> => owner(`${list}/items(${String(Id)})`, { body: { Title: 'Reported' }, headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' } });
  expect([(await merge()).status, (await merge()).status]).toEqual([429, 204]);
  expect(jsonOf(await owner(`${server.origin}/__faults`))).toEqual({ seed: 1, rules: [{ kind: 'throttle', method: 'MERGE', times: 1, matched: 2, struck: 1 }] });
  const log = (await owner(`${server.origin}/__requests`)).json as { method: string; status: number }[];
  expect(log.map(({ method, status }) => [method, status])).toEqual([['POST', 201], ['MERGE', 429], ['MERGE', 204]]);
});

test.each([
  ['no json', '{', /sent as JSON/],
  ['no rules', {}, /"rules", a list/],
  ['no such kind', { rules: [{ kind: 'earthquake' }] }, /Rule 1 needs a "kind": throttle, /],
  ['no such key', { rules: [{ kind: 'cutAfter', retryAfter: 2 }] }, /Rule 1 \(cutAfter\) cannot have "retryAfter"/],
  ['a status it never has', { rules: [{ kind: 'throttle' }, { kind: 'throttle', status: 500 }] }, /Rule 2 \(throttle\): "status" must be one of 429, 503/],
  ['no pattern', { rules: [{ kind: 'throttle', url: '(' }] }, /"url" must be a regular expression/],
  ['no chance', { rules: [{ kind: 'throttle', probability: 2 }] }, /"probability" must be a number from 0 to 1/],
  ['no time', { rules: [{ kind: 'latency' }] }, /"milliseconds" must be a whole number/],
  ['no seed', { seed: 'x', rules: [] }, /"seed" must be/]
])('a plan that cannot be followed is 400 in words, and the old one stays: %s', async (_name, plan, words) => {
  await set({ kind: 'throttle', url: 'never asked' });
  const answer = await put(plan);
  expect(answer.status).toBe(400);
  expect(jsonOf(answer).error).toMatch(words);
  expect(jsonOf(await owner(`${server.origin}/__faults`)).rules).toHaveLength(1);
});

test('faults come with the configuration too, and wrong ones keep it from starting', async () => {
  const stormy = await startTestSharePoint({ faults: { rules: [{ kind: 'throttle', status: 503, times: 1 }] } });
  try {
    expect((await stormy.as(people.owner)('_api/web')).status).toBe(503);
    expect((await stormy.as(people.owner)('_api/web')).status).toBe(200);
  } finally {
    await stormy.stop();
  }
  await expect(startTestSharePoint({ faults: { rules: [{ kind: 'throttle', times: -1 }] } })).rejects.toThrow(/"times" must be a whole number/);
});

test('a file says in words what is wrong with it', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faults-'));
  const file = path.join(folder, 'faults.json');
  try {
    expect(() => readFaultsFile(file)).toThrow(/faults\.json, does not exist/);
    fs.writeFileSync(file, '{"rules": [');
    expect(() => readFaultsFile(file)).toThrow(/faults\.json cannot be followed: .*JSON/);
    fs.writeFileSync(file, '{"rules": [{"kind": "storm"}]}');
    expect(() => readFaultsFile(file)).toThrow(/cannot be followed: Rule 1 needs a "kind"/);
    fs.writeFileSync(file, '{"seed": 3, "rules": [{"kind": "latency", "milliseconds": 5}]}');
    // What a start does with it: a plan that has been read can be set.
    const faults = createFaults(readFaultsFile(file));
    expect(faults.report()).toEqual({ seed: 3, rules: [{ kind: 'latency', milliseconds: 5, matched: 0, struck: 0 }] });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('a chunk that is gone is 404 for files, and nothing else is', async () => {
  const plan: FaultPlan = { rules: [{ kind: 'missing', url: 'suiteBar\\.js', times: 1 }, { kind: 'missing', url: '_api' }] };
  const { origin, end } = await startWithPages({
    port: 0, accounts: [{ login: people.owner, title: 'Eksempel Ejer' }], defaultLogin: people.owner, packages: [], defaultLanguage: 'da-dk', faults: plan,
    sites: [{ url: '/sites/test', title: 'Test', timeZoneId: 3, localeId: 1030, owner: people.owner, pages: [] }]
  });
  try {
    const asset = async (): Promise<number> => (await fetch(`${origin}/_local/suiteBar.js`)).status;
    expect([await asset(), await asset()]).toEqual([404, 200]);
    expect((await fetch(`${origin}/sites/test/_api/web`)).status).toBe(200);
  } finally {
    await end();
  }
});
