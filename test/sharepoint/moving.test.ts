import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { expectStatus, makeList, type Json } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  expectStatus(await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
  await makeList(owner, 'Open', [], { BaseTemplate: 101 });
}, 60000);
afterAll(() => server.stop());

const post = (ask: Ask, path: string, body?: unknown): Promise<Answered> => ask(path, { method: 'POST', body });
const folderAt = (path: string): string => `_api/web/getfolderbyserverrelativeurl('/sites/test/${path}')`;
const fileAt = (path: string): string => `_api/web/getfilebyserverrelativeurl('/sites/test/${path}')`;
const move = async (ask: Ask, from: string, to: string): Promise<number> => (await post(ask, `${folderAt(from)}/moveto(newurl='/sites/test/${to}')`)).status;

/** A library with a folder in a folder and a file in that. */
async function library(title: string, settings: Json = {}): Promise<void> {
  await makeList(owner, title, [], { BaseTemplate: 101, ...settings });
  for (const folder of ['a', 'a/b']) {
    expectStatus(await owner('_api/web/folders', { body: { ServerRelativeUrl: `/sites/test/${title}/${folder}` } }), 201);
  }
  expectStatus(await post(owner, `${folderAt(`${title}/a/b`)}/files/add(url='f.txt',overwrite=true)`, 'secret'), 200);
}

const closed: [string, Json, () => Promise<Answered | void>][] = [
  ['Own', {}, () => post(owner, `${fileAt('Own/a/b/f.txt')}/listitemallfields/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`)],
  ['Drafts', { EnableMinorVersions: true, DraftVersionVisibility: 2 }, () => Promise.resolve()],
  ['Held', { ForceCheckout: true }, () => Promise.resolve()]
];

test.each(closed)('a folder takes nothing into another library that its mover does not see (%s)', async (title, settings, close) => {
  await library(title, settings);
  await close();
  expect((await member(`${fileAt(`${title}/a/b/f.txt`)}/$value`)).status).toBe(404);
  expect(await move(member, `${title}/a`, 'Open/moved')).toBeGreaterThanOrEqual(403);
  expect((await member(`${fileAt('Open/moved/b/f.txt')}/$value`)).status).toBe(404);
  expect((await owner(`${fileAt(`${title}/a/b/f.txt`)}/$value`)).text).toBe('secret');
  // Within its library everything stays what it is.
  expect(await move(member, `${title}/a`, `${title}/c`)).toBe(200);
  expect((await member(`${fileAt(`${title}/c/b/f.txt`)}/$value`)).status).toBe(404);
});

test('what the mover sees and may delete goes along', async () => {
  await library('Plain');
  expect(await move(member, 'Plain/a', 'Open/plain')).toBe(200);
  expect((await member(`${fileAt('Open/plain/b/f.txt')}/$value`)).text).toBe('secret');
});
