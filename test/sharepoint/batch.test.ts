import { people, startTestSharePoint, type Ask, type Answered, type TestSharePoint } from '../support/localSharePoint';
import { addItem, errorOf, jsonOf, makeList } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let list: string;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  list = await makeList(owner, 'Batched');
}, 60000);
afterAll(() => server.stop());

const part = (request: string, headers: string[] = [], body: string = '', newline: string = '\n'): string =>
  ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', request, ...headers, '', body === '' ? '' : `${body}${newline}`].join(newline);
const send = (body: string, headers: Record<string, string> = {}): Promise<Answered> =>
  owner('_api/$batch', { method: 'POST', body, headers: { 'Content-Type': 'multipart/mixed; boundary=batch_1', ...headers } });
const get = (path: string): string => `--batch_1\n${part(`GET ${server.siteUrl}/${path} HTTP/1.1`, ['Accept: application/json'])}`;

test('the answer has flat parts in the recorded form, in the order of the requests', async () => {
  await addItem(owner, list, { Title: 'First' });
  const change = '--changeset_2\n' + part(`MERGE ${server.siteUrl}/${list}/items(1) HTTP/1.1`, ['IF-MATCH: "1"', 'Accept: application/json;odata=nometadata', 'Content-Type: application/json'], '{"Title":"Changed"}') +
    '--changeset_2\n' + part(`POST ${server.siteUrl}/${list}/items HTTP/1.1`, ['accept: application/json;odata=nometadata'], '{"Title":"Second"}');
  const body = `${get(`${list}/items(1)?$select=Title`)}--batch_1\nContent-Type: multipart/mixed; boundary="changeset_2"\n\n${change}--changeset_2--\n\n${get(`${list}/items(77)`)}--batch_1--\n`;
  const answer = await send(body);
  expect(answer.status).toBe(200);
  const boundary = /^multipart\/mixed; boundary=(batchresponse_[0-9a-f-]{36})$/.exec(String(answer.headers.get('content-type')))?.[1];
  expect(boundary).toBeDefined();
  expect(answer.text.endsWith(`--${String(boundary)}--\r\n`)).toBe(true);
  const parts = answer.text.split(`--${String(boundary)}`).slice(1, -1);
  expect(parts.map((text) => /HTTP\/1\.1 (.*)\r\n/.exec(text)?.[1])).toEqual(['200 OK', '204 No Content', '201 Created', '404 Not Found']);
  for (const text of parts) {
    expect(text).toMatch(/^\r\nContent-Type: application\/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP\/1\.1 /);
    expect(text).toMatch(/\r\nCONTENT-TYPE: /);
  }
  expect(parts[1]).toMatch(/\r\nETAG: "[0-9a-f-]{36},2"\r\n/);
  expect(parts[2]).toMatch(/\r\nLOCATION: http.*Items\(2\)\r\n/);
});

test('a part with an address that is none, or is another site\'s, refuses the batch; one that is badly encoded its part', async () => {
  const ask = (url: string): Promise<Answered> => send(`--batch_1\n${part(`GET ${url} HTTP/1.1`)}--batch_1--\n`);
  for (const url of ['http://[', `${server.siteUrl}2/_api/web`, `${server.origin}/sites/te%zz/_api/web`]) {
    expect(errorOf(await ask(url))).toMatchObject({ status: 400, text: `'${url}' is not on the site of the batch.` });
  }
  expect((await ask(`${server.siteUrl}/_api/web/%E0%A4%A`)).text).toContain('HTTP/1.1 400 Bad Request');
});

test('CRLF, quoted boundaries and relative addresses are understood too', async () => {
  const body = `--batch_1\r\n${part(`GET /sites/test/${list}?$select=Title HTTP/1.1`, ['Accept: application/json;odata=nometadata'], '', '\r\n')}\r\n--batch_1--`;
  const answer = await send(body, { 'Content-Type': 'multipart/mixed; boundary="batch_1"' });
  expect(answer.text).toContain('{"Title":"Batched"}');
});

test('a failing part does not take the others with it', async () => {
  const post = (body: string): string => `--batch_1\n${part(`POST ${server.siteUrl}/${list}/items HTTP/1.1`, ['Content-Type: application/json', 'Accept: application/json'], body)}`;
  const before = Number(jsonOf(await owner(`${list}?$select=ItemCount`)).ItemCount);
  const answer = await send(`${post('{"Title":"A"}')}${post('{"Nope":1}')}${post('{"Title":"B"}')}--batch_1--\n`);
  expect([...answer.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1])).toEqual(['201', '400', '201']);
  expect(jsonOf(await owner(`${list}?$select=ItemCount`)).ItemCount).toBe(before + 2);
});

test('at most 100 requests; what is no batch is refused', async () => {
  expect((await send(`${get('_api/web').repeat(100)}--batch_1--\n`)).status).toBe(200);
  expect(errorOf(await send(`${get('_api/web').repeat(101)}--batch_1--\n`)).status).toBe(400);
  expect((await send('nonsense')).status).toBe(400);
  expect((await send(get('_api/web'))).status).toBe(400);
  expect((await send(`--batch_1\n${part('GET http://example.invalid/_api/web HTTP/1.1')}--batch_1--\n`)).status).toBe(400);
});

test('a body of more than 1 MB is refused as a whole', async () => {
  const post = (length: number): string => `--batch_1\n${part(`POST ${server.siteUrl}/${list}/items HTTP/1.1`, ['Content-Type: application/json', 'Accept: application/json'], `{"Title":"Large","Text":"${'x'.repeat(length)}"}`)}--batch_1--\n`;
  expect((await send(post(1000000))).status).toBe(200);
  expect(errorOf(await send(post(1100000)))).toMatchObject({ status: 400, text: expect.stringMatching(/^The maximum number of bytes allowed .* a maximum of 1048576 bytes is allowed\.$/) });
});

test('parts see what parts before them wrote, and are logged one by one', async () => {
  await owner(`${server.origin}/__requests`, { method: 'DELETE' });
  const post = `--batch_1\n${part(`POST ${server.siteUrl}/${list}/items HTTP/1.1`, ['Content-Type: application/json', 'Accept: application/json'], '{"Title":"Seen at once"}')}`;
  const answer = await send(`${post}${get(`${list}/items?$filter=Title eq 'Seen at once'&$select=Title`.replace(/ /g, '%20'))}${get('_api/web/nosuch')}--batch_1--\n`);
  expect(answer.text).toContain('"value":[{"odata.type"');
  const log = (await owner(`${server.origin}/__requests`)).json as { method: string; status: number; batched: boolean; unknownToMetadata: boolean; login: string }[];
  expect(log.map(({ method, status, batched, unknownToMetadata }) => [method, status, batched, unknownToMetadata])).toEqual([
    ['POST', 201, true, false], ['GET', 200, true, false], ['GET', 404, true, true], ['POST', 200, false, false]
  ]);
  expect(log[0].login).toBe(people.owner);
});
