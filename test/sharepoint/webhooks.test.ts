import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import '@pnp/sp/lists';
import '@pnp/sp/subscriptions';
import '@pnp/sp/webs';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { sendBatch, statusesOf } from './support/batches';
import { addItem, errorOf, expectStatus, jsonOf, makeList, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

/** A service that is told of changes: what it was sent, and whether it gives tokens back. */
let service: Server;
let address: string;
const received: Json[] = [];
let isHelpful = true;
let asked = 0;

let server: TestSharePoint;
let owner: Ask;
const away = 'https://hooks.example.invalid/changes';

beforeAll(async () => {
  service = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('validationtoken');
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked += token === null ? 0 : 1;
      if (token === null) {
        received.push(JSON.parse(body) as Json);
      }
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(isHelpful ? token ?? '' : 'no');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}/hook`;
  server = await startTestSharePoint({ clockStart: undefined });
  owner = server.as(people.owner);
}, 60000);
afterAll(async () => {
  service.close();
  service.closeAllConnections();
  await server.stop();
});
beforeEach(() => {
  isHelpful = true;
  received.length = 0;
});

const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
const subscribe = (list: string, notificationUrl: string, more: Json = {}): ReturnType<Ask> =>
  owner(`${list}/subscriptions`, { body: { resource: `${server.siteUrl}/${list}`, notificationUrl, expirationDateTime: inDays(10), ...more } });
const notifications = async (): Promise<Json[]> => (await owner(`${server.origin}/__notifications`)).json as Json[];
const until = async <T>(found: () => Promise<T[]> | T[]): Promise<T[]> => {
  for (let tries = 0; tries < 60; tries++) {
    const all = await found();
    if (all.length > 0) {
      return all;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
};

test('a subscription is made, read, renewed and deleted by the real client', async () => {
  await makeList(owner, 'Hooked');
  const { subscriptions } = clientOf(server.siteUrl, people.owner).web.lists.getByTitle('Hooked');
  const expires = `${inDays(100).slice(0, 19)}Z`;
  const made = await subscriptions.add(away, expires, 'mine') as unknown as Json;
  expect(made).toMatchObject({ clientState: 'mine', expirationDateTime: expires, notificationUrl: away, resourceData: null });
  expect(await subscriptions() as unknown as Json[]).toEqual([expect.objectContaining({ id: made.id })]);
  const later = `${inDays(20).slice(0, 19)}Z`;
  await subscriptions.getById(String(made.id)).update(later, undefined, 'other');
  expect(await subscriptions.getById(String(made.id))()).toMatchObject({ clientState: 'other', expirationDateTime: later });
  await subscriptions.getById(String(made.id)).delete();
  expect(await subscriptions()).toEqual([]);
});

test('the answers: 201 with its address, 204 for a change and for the end, 404 afterwards', async () => {
  const list = await makeList(owner, 'Answers');
  const made = expectStatus(await subscribe(list, away), 201);
  const id = String(jsonOf(made).id);
  expect(jsonOf(made).resource).toBe(jsonOf(await owner(list)).Id);
  expect(made.headers.get('location')).toContain(`/Subscriptions('${id}')`);
  expect((await owner(`${list}/subscriptions('${id}')`, { method: 'PATCH', body: { expirationDateTime: inDays(1) } })).status).toBe(204);
  expect((await owner(`${list}/subscriptions('${id}')`, { method: 'DELETE' })).status).toBe(204);
  expect((await owner(`${list}/subscriptions('${id}')`)).status).toBe(404);
});

test('it lasts 180 days at most, and as long when nothing is said', async () => {
  const list = await makeList(owner, 'Limits');
  const made = jsonOf(expectStatus(await subscribe(list, away, { expirationDateTime: null }), 201));
  expect(Math.round((Date.parse(String(made.expirationDateTime)) - Date.now()) / (24 * 60 * 60 * 1000))).toBe(180);
  expect((await subscribe(list, away, { expirationDateTime: inDays(181) })).status).toBe(400);
  expect((await subscribe(list, away, { expirationDateTime: inDays(-1) })).status).toBe(400);
  expect((await write(owner, `${list}/subscriptions('${String(made.id)}')`, 'MERGE', '*', { expirationDateTime: inDays(181) })).status).toBe(400);
  expect((await subscribe(list, 'not an address')).status).toBe(400);
});

test('an address on this machine must give the token back, also from within a batch', async () => {
  const list = await makeList(owner, 'Validated');
  expect((await subscribe(list, address)).status).toBe(201);
  isHelpful = false;
  expect(errorOf(await subscribe(list, address))).toEqual({ status: 400, code: '-1, System.InvalidOperationException', text: `Failed to validate the notification URL '${address}'.` });
  const url = `${server.siteUrl}/${list}/subscriptions`;
  const body = { resource: url, notificationUrl: address, expirationDateTime: inDays(10) };
  expect(statusesOf(await sendBatch(owner, [{ method: 'POST', url, body }]))).toEqual([400]);
  isHelpful = true;
  expect(statusesOf(await sendBatch(owner, [{ method: 'POST', url, body }]))).toEqual([201]);
});

test('a change of an item is told once, whatever it was, to whoever is here; nobody else is called', async () => {
  const list = await makeList(owner, 'Told');
  const other = await makeList(owner, 'Not told');
  const { id } = jsonOf(expectStatus(await subscribe(list, address, { clientState: 'secret' }), 201));
  expectStatus(await subscribe(list, away), 201);
  expectStatus(await subscribe(other, address), 201);
  await addItem(owner, list, { Title: 'one' });
  expectStatus(await write(owner, `${list}/items(1)`, 'MERGE', '*', { Title: 'two' }), 204);
  const [notification] = await until(() => received);
  expect(notification).toEqual({ value: [{
    subscriptionId: id, clientState: 'secret', expirationDateTime: expect.stringMatching(/\.0000000Z$/) as string, resource: jsonOf(await owner(list)).Id,
    tenantId: expect.any(String) as string, siteUrl: '/sites/test', webId: jsonOf(await owner('_api/web')).Id
  }] });
  const kept = await until(async () => (await notifications()).filter(({ notificationUrl }) => notificationUrl === away));
  expect(kept).toEqual([expect.objectContaining({ status: null, value: [expect.objectContaining({ clientState: null })] })]);
  expect(received).toHaveLength(1);
});

test('who is refused has no address called, alone or in a batch; what was tried leaves nothing', async () => {
  const list = await makeList(owner, 'Refused');
  const member = server.as(people.member);
  expectStatus(await owner('_api/web/associatedvisitorgroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  const url = `${server.siteUrl}/${list}/subscriptions`;
  const body = { resource: url, notificationUrl: address, expirationDateTime: inDays(10) };
  asked = 0;
  expect((await member(`${list}/subscriptions`, { body })).status).toBe(403);
  expect(statusesOf(await sendBatch(member, [{ method: 'POST', url, body }, { method: 'GET', url: `${server.siteUrl}/_api/web` }]))).toEqual([403, 200]);
  expect((await server.as(people.stranger)(`${list}/subscriptions`, { body })).status).toBe(403);
  expect((await subscribe(list, address, { expirationDateTime: inDays(200) })).status).toBe(400);
  expect(asked).toBe(0);
  const items = `${server.siteUrl}/${list}/items`;
  expect(statusesOf(await sendBatch(owner, [{ method: 'POST', url: items, body: { Title: 'once' } }, { method: 'POST', url, body }]))).toEqual([201, 201]);
  expect(asked).toBe(1);
  expect(rowsOf(await owner(`${list}/items`))).toMatchObject([{ Id: 1, Title: 'once' }]);
  expect(rowsOf(await owner(`${list}/subscriptions`))).toHaveLength(1);
});

test('a body that is no JSON is refused as any other', async () => {
  const list = await makeList(owner, 'Broken');
  const json = { 'Content-Type': 'application/json' };
  asked = 0;
  for (const body of [`{ "notificationUrl": "${address}`, 'notificationUrl', `["${address}", "notificationUrl"]`, '"notificationUrl"']) {
    expect(errorOf(await owner(`${list}/subscriptions`, { method: 'POST', body, headers: json })))
      .toMatchObject({ status: 400, code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException' });
  }
  expect((await subscribe(list, 'x', { notificationUrl: { notificationUrl: address } })).status).toBe(400);
  expect(asked).toBe(0);
});

test('subscriptions are for those who manage the list, and go with it', async () => {
  const list = await makeList(owner, 'Guarded');
  const member = server.as(people.member);
  expectStatus(await owner('_api/web/associatedvisitorgroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  expectStatus(await subscribe(list, away), 201);
  expect((await member(`${list}/subscriptions`)).status).toBe(403);
  expect((await member(`${list}/subscriptions`, { body: { resource: list, notificationUrl: away, expirationDateTime: inDays(1) } })).status).toBe(403);
  expectStatus(await write(owner, list, 'DELETE', '*'), 200);
  await makeList(owner, 'Guarded');
  expect(rowsOf(await owner(`${list}/subscriptions`))).toEqual([]);
});
