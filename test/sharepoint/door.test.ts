import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people, startTestSharePoint, type TestSharePoint } from '../support/localSharePoint';
import { jsonOf } from './support/lists';

let server: TestSharePoint;
beforeAll(async () => {
  server = await startTestSharePoint();
}, 60000);
afterAll(() => server.stop());

/** A browser's request: cookies instead of a token. */
const browse = (path: string, cookie: string = '', init: RequestInit = {}): Promise<Response> =>
  fetch(server.siteUrl + path, { redirect: 'manual', ...init, headers: { Accept: 'application/json;odata=nometadata', Cookie: cookie, ...(init.headers as Record<string, string>) } });
const login = async (cookie?: string): Promise<unknown> => (await (await browse('/_api/web/currentuser', cookie)).json() as { Email?: string }).Email;
const post = (path: string, digest: string | undefined, body: unknown = {}, cookie?: string): Promise<Response> =>
  browse(path, cookie, { method: 'POST', body: JSON.stringify(body), headers: digest === undefined ? {} : { 'X-RequestDigest': digest } });

test('without a cookie one is the default account; ?as= is remembered', async () => {
  expect(await login()).toBe(people.owner);
  const answer = await browse(`/SitePages/Home.aspx?as=${people.member}&lang=da-dk&x=1`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/sites/test/SitePages/Home.aspx?x=1');
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  expect(cookies).toContain('=da-dk');
  await server.as(people.owner)('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  expect(await login(cookies)).toBe(people.member);
});

test('an unknown account is signed out', async () => {
  expect((await browse('/_api/web?as=nobody@example.invalid')).status).toBe(401);
  expect((await server.as('nobody@example.invalid')('_api/web')).status).toBe(401);
});

test('a write without a valid digest is 403; contextinfo gives one; it is the account\'s own', async () => {
  expect((await post('/_api/web/lists', undefined, { Title: 'A' })).status).toBe(403);
  expect((await post('/_api/web/lists', '0x00,25 Apr 2025 08:00:00 -0000', { Title: 'A' })).status).toBe(403);
  const info = await (await post('/_api/contextinfo', undefined)).json() as { FormDigestValue: string };
  expect(info.FormDigestValue).toMatch(/^0x[0-9A-F]+,\d\d \w{3} \d{4} \d\d:\d\d:\d\d -0000$/);
  expect((await post('/_api/web/lists', info.FormDigestValue, { Title: 'A' })).status).toBe(201);
  expect((await post('/_api/web/lists', info.FormDigestValue.replace('0x', '0x0'), { Title: 'B' })).status).toBe(403);
  const cookie = (await browse(`/_api/web?as=${people.member}`)).headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  expect((await post('/_api/web/lists', info.FormDigestValue, { Title: 'B' }, cookie)).status).toBe(403);
});

test('a digest is good for 1,800 seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-sharepoint-digest-'));
  const started = (minute: string): Promise<TestSharePoint> => startTestSharePoint({ stateFile: join(folder, 'state.sqlite'), clockStart: `2025-04-25T08:${minute}:00Z` });
  const write = async (server: TestSharePoint, digest: string): Promise<number> =>
    (await fetch(`${server.siteUrl}/_api/web/sitegroups`, { method: 'POST', body: JSON.stringify({ Title: `Group ${Math.random()}` }), headers: { Accept: 'application/json', 'X-RequestDigest': digest } })).status;
  const first = await started('00');
  const info = await (await fetch(`${first.siteUrl}/_api/contextinfo`, { method: 'POST', headers: { Accept: 'application/json;odata=nometadata' } })).json() as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
  await first.stop();
  expect(info.FormDigestTimeoutSeconds).toBe(1800);
  const later = await started('29');
  expect(await write(later, info.FormDigestValue)).toBe(201);
  await later.stop();
  const tooLate = await started('31');
  expect(await write(tooLate, info.FormDigestValue)).toBe(403);
  await tooLate.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60000);

test('a batch needs the digest once, for all its parts', async () => {
  const body = `--b\nContent-Type: application/http\n\nPOST ${server.siteUrl}/_api/web/lists HTTP/1.1\nAccept: application/json\n\n{"Title":"From a batch"}\n--b--\n`;
  const send = (digest?: string): Promise<Response> => browse('/_api/$batch', '', {
    method: 'POST', body, headers: { 'Content-Type': 'multipart/mixed; boundary=b', ...(digest === undefined ? {} : { 'X-RequestDigest': digest }) }
  });
  expect((await send()).status).toBe(403);
  const { FormDigestValue } = await (await post('/_api/contextinfo', undefined)).json() as { FormDigestValue: string };
  expect(await (await send(FormDigestValue)).text()).toContain('201 Created');
});

test('programs with a token need no digest; only they may say when', async () => {
  const owner = server.as(people.owner);
  expect((await owner('_api/web/lists', { body: { Title: 'By program' } })).status).toBe(201);
  const { FormDigestValue } = await (await post('/_api/contextinfo', undefined)).json() as { FormDigestValue: string };
  const browser = await browse('/_api/web/lists/getbytitle(\'A\')/items', '', {
    method: 'POST', body: '{}', headers: { 'X-RequestDigest': FormDigestValue, 'X-Local-Date': '2020-01-01T00:00:00Z' }
  });
  expect((await browser.json() as { Created: string }).Created).toMatch(/^2025-04-25T08:/);
  expect((await owner('_api/web/lists', { body: { Title: 'C' }, headers: { 'X-Local-Date': 'yesterday' } })).status).toBe(400);
});

test('only this machine, and only what is there', async () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${server.origin}/sites/other/_api/web`)).status).toBe(404);
  expect(jsonOf(await server.as(people.owner)('_vti_bin/client.svc/web?$select=Title'))).toEqual({ Title: 'Test' });
});
