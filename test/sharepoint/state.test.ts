import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people, startTestSharePoint } from '../support/localSharePoint';
import { addItem, jsonOf, makeList, rowsOf, write } from './support/lists';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-sharepoint-state-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('everything survives a restart, in one file', async () => {
  const stateFile = join(folder, 'restart.sqlite');
  const first = await startTestSharePoint({ stateFile });
  const owner = first.as(people.owner);
  const list = await makeList(owner, 'Kept', ['<Field Type="Number" Name="Rank" DisplayName="Rank" />']);
  await addItem(owner, list, { Title: 'v1', Rank: 1 });
  await write(owner, `${list}/items(1)`, 'MERGE', '*', { Title: 'v2' });
  await owner('_api/web/associatedMemberGroup/users', { body: { LoginName: people.member } });
  const before = jsonOf(await owner(`${list}/items(1)`));
  await first.stop();
  expect(readdirSync(folder)).toEqual(['restart.sqlite']);

  const second = await startTestSharePoint({ stateFile });
  expect(jsonOf(await second.as(people.owner)(`${list}/items(1)`))).toEqual(before);
  expect(rowsOf(await second.as(people.owner)(`${list}/items(1)/versions`)).map((version) => version.Title)).toEqual(['v2', 'v1']);
  expect((await addItem(second.as(people.member), list, { Title: 'next' })).Id).toBe(2);
  await second.stop();
}, 60000);

test('a kill in the middle of writing loses nothing that was answered and leaves nothing half done', async () => {
  const stateFile = join(folder, 'killed.sqlite');
  for (let round = 0; round < 3; round++) {
    const server = await startTestSharePoint({ stateFile });
    const owner = server.as(people.owner);
    const list = `_api/web/getlist('/sites/test/Lists/Killed')`;
    if (round === 0) {
      await makeList(owner, 'Killed', ['<Field Type="Text" Name="Again" DisplayName="Again" />']);
    }
    const answered: number[] = [];
    const writers = Array.from({ length: 4 }, async () => {
      for (let count = 0; count < 1000; count++) {
        const Title = `${round}-${Math.random()}`;
        const answer = await owner(`${list}/items`, { body: { Title, Again: Title } });
        answered.push(Number(jsonOf(answer).Id));
      }
    });
    const ended = Promise.allSettled(writers);
    while (answered.length < 20) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await server.kill();
    await ended;

    const again = await startTestSharePoint({ stateFile });
    const rows = rowsOf(await again.as(people.owner)(`${list}/items?$select=Id,Title,Again&$top=5000`));
    expect(rows.map((row) => row.Id)).toEqual(expect.arrayContaining(answered));
    expect(rows.filter((row) => row.Title !== row.Again)).toEqual([]);
    const next = await addItem(again.as(people.owner), list, { Title: 'after' , Again: 'after' });
    expect(Number(next.Id)).toBe(Math.max(...rows.map((row) => Number(row.Id))) + 1);
    await again.stop();
  }
}, 120000);

test('the clock ticks on from its start, stands while the server is off, and a replayed write does not move it', async () => {
  const stateFile = join(folder, 'clock.sqlite');
  const first = await startTestSharePoint({ stateFile, clockStart: '2025-04-25T08:00:00Z' });
  const owner = first.as(people.owner);
  const list = await makeList(owner, 'Timed');
  await owner(`${list}/items`, { body: { Title: 'past' }, headers: { 'X-Local-Date': '2024-12-02T09:00:00Z' } });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const one = String((await addItem(owner, list, {})).Created);
  expect(one > '2025-04-25T08:00:00Z' && one < '2025-04-25T08:01:00Z').toBe(true);
  await first.stop();
  const second = await startTestSharePoint({ stateFile, clockStart: '2025-04-25T08:00:00Z' });
  const two = String((await addItem(second.as(people.owner), list, {})).Created);
  expect(two >= one && two < '2025-04-25T08:01:00Z').toBe(true);
  await second.stop();
}, 60000);
