import '@pnp/sp/files';
import '@pnp/sp/webs';
import { people, startTestSharePoint, type Answered, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { errorOf, expectStatus, jsonOf, rowsOf, write, type Json } from './support/lists';
import { clientOf } from './support/pnp';

let server: TestSharePoint;
let owner: Ask;
let member: Ask;
const folder = '/sites/test/Shared Documents';
const at = (name: string): string => `_api/web/getfilebyserverrelativeurl('${folder}/${name}')`;
const post = (ask: Ask, path: string, body?: unknown): Promise<Answered> => ask(path, { method: 'POST', body });

beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  member = server.as(people.member);
  expectStatus(await owner('_api/web/associatedmembergroup/users', { body: { LoginName: `i:0#.f|membership|${people.member}` } }), 201);
}, 60000);
afterAll(() => server.stop());

const upload = async (name: string): Promise<void> => {
  expectStatus(await post(owner, `_api/web/getfolderbyserverrelativeurl('${folder}')/files/add(url='${name}',overwrite=true)`, 'first'), 200);
};
const facts = async (name: string): Promise<Json> => jsonOf(await owner(`${at(name)}?$select=CheckOutType,Level,UIVersionLabel,CheckInComment,CheckedOutByUser/Title&$expand=CheckedOutByUser`));

test('@pnp/sp: out, written twice, in with a comment: one version', async () => {
  await upload('a.txt');
  const file = clientOf(server.siteUrl, people.owner).web.getFileByServerRelativePath(`${folder}/a.txt`);
  await file.checkout();
  expect(await facts('a.txt')).toMatchObject({ CheckOutType: 0, Level: 255, UIVersionLabel: '1.0', CheckedOutByUser: { Title: 'Eksempel Ejer' } });
  await file.setContent('second');
  await file.setContent('third');
  await file.checkin('done', 1);
  expect(await facts('a.txt')).toMatchObject({ CheckOutType: 2, Level: 1, UIVersionLabel: '2.0', CheckInComment: 'done' });
  expect(rowsOf(await owner(`${at('a.txt')}/versions`)).map(({ VersionLabel }) => VersionLabel)).toEqual(['1.0']);
  expect(await file.getText()).toBe('third');
});

test('what is undone is as it was, with its columns', async () => {
  await upload('b.txt');
  expectStatus(await post(owner, `${at('b.txt')}/checkout`), 200);
  expectStatus(await owner(`${at('b.txt')}/$value`, { method: 'PUT', body: 'second' }), 204);
  expectStatus(await write(owner, `${at('b.txt')}/listitemallfields`, 'MERGE', '*', { Title: 'T' }), 204);
  expectStatus(await post(owner, `${at('b.txt')}/undocheckout`), 200);
  expect((await owner(`${at('b.txt')}/$value`)).text).toBe('first');
  expect(await facts('b.txt')).toMatchObject({ UIVersionLabel: '1.0', CheckOutType: 2 });
  expect(jsonOf(await owner(`${at('b.txt')}/listitemallfields`))).toMatchObject({ Title: null, CheckoutUserId: null });
  expect((await post(owner, `${at('b.txt')}/undocheckout`)).status).toBe(500);
  expect((await post(owner, `${at('b.txt')}/checkin(comment='x',checkintype=1)`)).status).toBe(500);
});

test('nobody else writes, renames or deletes it meanwhile; who may cancel check-outs takes it back', async () => {
  await upload('c.txt');
  expectStatus(await post(member, `${at('c.txt')}/checkout`), 200);
  const { Id } = jsonOf(await member('_api/web/currentuser'));
  expect(jsonOf(await owner(`${at('c.txt')}/listitemallfields`)).CheckoutUserId).toBe(Id);
  expect(errorOf(await owner(`${at('c.txt')}/$value`, { method: 'PUT', body: 'x' })).status).toBe(423);
  expect((await write(owner, `${at('c.txt')}/listitemallfields`, 'MERGE', '*', { Title: 'x' })).status).toBe(423);
  expect((await write(owner, at('c.txt'), 'DELETE', '*')).status).toBe(423);
  expect((await post(owner, `${at('c.txt')}/checkout`)).status).toBe(423);
  expect((await post(owner, `${at('c.txt')}/checkin(comment='x',checkintype=1)`)).status).toBe(423);
  expectStatus(await member(`${at('c.txt')}/$value`, { method: 'PUT', body: 'mine' }), 204);
  expectStatus(await write(member, `${at('c.txt')}/listitemallfields`, 'MERGE', '*', { Title: 'mine' }), 204);
  expect((await member(`${at('c.txt')}/$value`)).text).toBe('mine');
  expect((await owner(`${at('c.txt')}/$value`)).text).toBe('first');
  expect(await facts('c.txt')).toMatchObject({ CheckOutType: 0, Level: 1, UIVersionLabel: '1.0' });
  expect(jsonOf(await owner(`${at('c.txt')}/listitemallfields`)).Title).toBeNull();
  expect(rowsOf(await owner(`${at('c.txt')}/versions`))).toEqual([]);
  const version = async (): Promise<number> => Number(jsonOf(await member(`${at('c.txt')}/listitemallfields?$select=owshiddenversion`)).owshiddenversion);
  const written = await version();
  expectStatus(await post(owner, `${at('c.txt')}/undocheckout`), 200);
  expect(await version()).toBeGreaterThan(written);
  expect((await owner(`${at('c.txt')}/$value`)).text).toBe('first');
  expectStatus(await post(member, `${at('c.txt')}/checkout`), 200);
  expectStatus(await member(`${at('c.txt')}/$value`, { method: 'PUT', body: 'mine' }), 204);
  expectStatus(await post(member, `${at('c.txt')}/checkin(comment='x',checkintype=1)`), 200);
  expect((await owner(`${at('c.txt')}/$value`)).text).toBe('mine');
});

test('a file is deleted or recycled under an ETag that stands in the body', async () => {
  await upload('d.txt');
  const { ETag } = jsonOf(await owner(at('d.txt')));
  expect((await post(owner, `${at('d.txt')}/deletewithparameters`, { parameters: { ETagMatch: '"{00000000-0000-0000-0000-000000000000},1"' } })).status).toBe(412);
  expect((await post(owner, `${at('d.txt')}/recyclewithparameters`, { parameters: { ETagMatch: '"9"' } })).status).toBe(412);
  expectStatus(await post(owner, `${at('d.txt')}/deletewithparameters`, { parameters: { ETagMatch: ETag } }), 200);
});
