import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { sendBatch, statusesOf, type PartRequest } from './support/batches';
import { addItem, jsonOf, makeList, rowsOf, write } from './support/lists';

describe('writers with the same ETag', () => {
  let server: TestSharePoint;
  let owner: Ask;
  let list: string;
  beforeAll(async () => {
    server = await startTestSharePoint();
    owner = server.as(people.owner);
    list = await makeList(owner, 'Contested');
    await addItem(owner, list, { Title: 'start' });
  }, 60000);
  afterAll(() => server.stop());

  /** How somebody writes: alone, or several parts in one batch. */
  const writer = fc.oneof(fc.constantFrom('MERGE' as const, 'PUT' as const, 'DELETE' as const), fc.array(fc.constantFrom('MERGE', 'PUT'), { minLength: 1, maxLength: 3 }));

  test('exactly one of them succeeds, also through $batch', async () => {
    await fc.assert(fc.asyncProperty(fc.array(writer, { minLength: 2, maxLength: 5 }), async (writers) => {
      const { Id } = await addItem(owner, list, { Title: 'start' });
      const path = `${list}/items(${String(Id)})`;
      const eTag = String((await owner(path)).headers.get('etag'));
      const statuses = (await Promise.all(writers.map(async (verb, index): Promise<number[]> => {
        if (typeof verb === 'string') {
          return [(await owner(path, { method: 'POST', headers: { 'X-HTTP-Method': verb, 'IF-MATCH': eTag }, body: verb === 'DELETE' ? undefined : { Title: `writer ${index}` } })).status];
        }
        return statusesOf(await sendBatch(owner, verb.map((method, part): PartRequest => (
          { method, url: `${server.siteUrl}/${path}`, headers: { 'IF-MATCH': eTag }, body: { Title: `writer ${index}.${part}` } }
        ))));
      }))).flat();
      expect(statuses.filter((status) => status === 204 || status === 200)).toHaveLength(1);
      // Who comes after the one that deleted it finds nothing.
      expect(statuses.filter((status) => ![200, 204, 404, 412].includes(status))).toEqual([]);
      const after = await owner(path);
      expect(after.status === 404 || /,2"$/.test(String(after.headers.get('etag')))).toBe(true);
    }), { numRuns: 20 });
  }, 60000);
});

test('killed in the middle of batches, the file holds each of them whole or not at all, and every one that was answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-sharepoint-batches-'));
  const stateFile = join(folder, 'state.sqlite');
  const list = '_api/web/getlist(\'/sites/test/Lists/Killed\')';
  const size = 80;
  try {
    const first = await startTestSharePoint({ stateFile });
    await makeList(first.as(people.owner), 'Killed', ['<Field Type="Text" Name="Batch" DisplayName="Batch" />']);
    await addItem(first.as(people.owner), list, { Title: 'counter' });
    await first.stop();
    for (let round = 0; round < 4; round++) {
      const server = await startTestSharePoint({ stateFile });
      const owner = server.as(people.owner);
      const answered: string[] = [];
      const url = `${server.siteUrl}/${list}`;
      const send = async (writer: number): Promise<void> => {
        for (let count = 0; count < 200; count++) {
          const batch = `${round}-${writer}-${count}`;
          const adds = Array.from({ length: size }, (_, index): PartRequest => ({ method: 'POST', url: `${url}/items`, body: { Title: String(index), Batch: batch } }));
          const change: PartRequest = { method: 'MERGE', url: `${url}/items(1)`, headers: { 'IF-MATCH': '*' }, body: { Title: batch } };
          expect(statusesOf(await sendBatch(owner, [...adds, change]))).toEqual([...Array<number>(size).fill(201), 204]);
          answered.push(batch);
        }
      };
      const ended = Promise.allSettled([send(0), send(1), send(2)]);
      while (answered.length < 3) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      // Somewhere in a batch, another place in every round.
      await new Promise((resolve) => setTimeout(resolve, 1 + round * 4));
      await server.kill();
      await ended;

      const again = await startTestSharePoint({ stateFile });
      const ask = again.as(people.owner);
      const [counter, ...rows] = rowsOf(await ask(`${list}/items?$select=Title,Batch&$top=5000`));
      const counts = new Map<unknown, number>();
      rows.forEach(({ Batch }) => counts.set(Batch, (counts.get(Batch) ?? 0) + 1));
      expect([...counts.values()].filter((count) => count !== size)).toEqual([]);
      expect(answered.filter((batch) => !counts.has(batch))).toEqual([]);
      expect(counts.has(counter.Title)).toBe(true);
      // The file is not only readable: writing goes on where it was.
      expect((await write(ask, `${list}/items(1)`, 'MERGE', '*', { Title: counter.Title })).status).toBe(204);
      expect(Number(jsonOf(await ask(list)).ItemCount)).toBe(rows.length + 1);
      await again.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120000);
