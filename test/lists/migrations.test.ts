import * as fs from 'node:fs';
import * as path from 'node:path';
import { listUrl } from '../../src/lists/schema/places';
import type { ListKey } from '../../src/lists/schema/columns';
import { schemaVersion } from '../../src/lists/schema/settings';
import { createPlanSetup } from '../../src/lists/setup/setup';
import { startPlanSite, type PlanSiteForTests } from './support/planSite';

/** A list as an earlier version of the package made it. */
interface OldList {
  folder: string;
  title: string;
  library: boolean;
  titleRequired: boolean;
  columns: { xml: string; lookup?: string; name?: string; format?: string }[];
}
const madeBy = (version: number): OldList[] => JSON.parse(fs.readFileSync(path.join(__dirname, 'fixtures', `schema-${version}.json`), 'utf8')) as OldList[];

let site: PlanSiteForTests;
beforeEach(async () => { site = await startPlanSite(); });
afterEach(() => site.server.stop());

const list = (key: ListKey): string => `_api/web/GetList('${listUrl('/sites/direktionen', key)}')`;
const check = async (): ReturnType<ReturnType<typeof createPlanSetup>['check']> => createPlanSetup(site.connection('owner')).check();

/** A site as a version left it, with the rows that a month had put in. */
async function makeVersion(version: number): Promise<void> {
  const ask = site.ask('owner');
  const ids = new Map<string, string>();
  for (const old of madeBy(version)) {
    const { Id } = (await ask('_api/web/lists', { body: { Title: old.folder, BaseTemplate: old.library ? 101 : 100 } })).json as { Id: string };
    ids.set(old.folder, Id);
    for (const column of old.columns) {
      const SchemaXml = column.xml.replace('{lookup}', `{${ids.get(column.lookup ?? '') ?? ''}}`);
      expect((await ask(`_api/web/lists(guid'${Id}')/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options: 8 } } })).status).toBe(200);
      if (column.format !== undefined) {
        await ask(`_api/web/lists(guid'${Id}')/fields/getbyinternalnameortitle('${column.name ?? ''}')`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { CustomFormatter: column.format } });
      }
    }
    await ask(`_api/web/lists(guid'${Id}')`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Title: old.title } });
  }
  await ask(`${list('Settings')}/items`, { body: { Title: 'Listernes version', SettingKey: 'schemaVersion', Value: String(version) } });
  await ask(`${list('Settings')}/items`, { body: { Title: 'Mærkernes betydning', SettingKey: 'markLegend', Value: '{"I":"Investering","B":"Besparelse","X":"Egen"}' } });
  for (const [text, order] of [['Første', null], ['Anden', 4], ['Tredje', null]] as const) {
    await ask(`${list('ObsPoints')}/items`, { body: { Title: text, ObsText: text, ObsLevel: 'Direktion', ObsState: 'Åben', RaisedPeriod: '2025-04', SortOrder: order } });
  }
}

test('from version 1: what is missing is made, OBS points get a place, what people wrote stays', async () => {
  await makeVersion(1);
  const before = await check();
  expect(before.schemaVersion).toEqual({ found: 1, wanted: 3 });
  expect(before.lists.find((each) => each.key === 'ObsPoints')?.differences.map(({ kind }) => kind)).toContain('formatDiffers');
  await site.setUp();
  const after = await check();
  expect(after.schemaVersion).toEqual({ found: 3, wanted: 3 });
  expect(after.lists.flatMap((each) => each.differences)).toEqual([]);
  const points = (await site.ask('owner')(`${list('ObsPoints')}/items?$select=Title,SortOrder&$orderby=SortOrder`)).json;
  expect(points).toEqual({ value: [{ Title: 'Anden', SortOrder: 4 }, { Title: 'Første', SortOrder: 5 }, { Title: 'Tredje', SortOrder: 6 }] });
  const legend = (await site.ask('owner')(`${list('Settings')}/items?$select=Value&$filter=SettingKey eq 'markLegend'`)).json;
  expect(legend).toEqual({ value: [{ Value: '{"I":"Investering","B":"Besparelse","X":"Egen"}' }] });
});

test('from version 2: an initiative gets the reason why it ended, rows stay, and what version 2 did is not done again', async () => {
  await makeVersion(2);
  await site.ask('owner')(`${list('Initiatives')}/items`, { body: { Title: 'Flådestyring', OriginalText: 'Flådestyring R003(I)(B)', PlanYear: '2025', Department: 'Udvikling', Lifecycle: 'Udgået' } });
  const before = await check();
  expect(before.schemaVersion).toEqual({ found: 2, wanted: 3 });
  const differences = (key: ListKey): string[] => before.lists.find((each) => each.key === key)?.differences.map(({ kind, name }) => `${kind} ${name ?? ''}`) ?? [];
  expect(differences('Initiatives')).toContain('columnMissing LifecycleReason');
  expect(differences('ObsPoints').filter((difference) => difference.startsWith('formatDiffers'))).toEqual([]);
  await site.setUp();
  const after = await check();
  expect(after.schemaVersion).toEqual({ found: 3, wanted: 3 });
  expect(after.lists.flatMap((each) => each.differences)).toEqual([]);
  expect((await site.ask('owner')(`${list('Initiatives')}/items?$select=Title,Lifecycle,LifecycleReason`)).json).toEqual({ value: [{ Title: 'Flådestyring', Lifecycle: 'Udgået', LifecycleReason: null }] });
  const orders = (await site.ask('owner')(`${list('ObsPoints')}/items?$select=Title,SortOrder`)).json as { value: { Title: string; SortOrder: number | null }[] };
  expect(orders.value.map(({ SortOrder }) => SortOrder)).toEqual([null, 4, null]);
});

test('a fixture stands for every version before this one', () => {
  expect(fs.readdirSync(path.join(__dirname, 'fixtures')).filter((name) => name.startsWith('schema-')).sort()).toEqual(Array.from({ length: schemaVersion - 1 }, (_each, index) => `schema-${index + 1}.json`));
});

test('an older package leaves the lists of a newer one alone', async () => {
  await site.setUp();
  const { value } = (await site.ask('owner')(`${list('Settings')}/items?$select=Id&$filter=SettingKey eq 'schemaVersion'`)).json as { value: { Id: number }[] };
  await site.ask('owner')(`${list('Settings')}/items(${value[0].Id})`, { method: 'POST', headers: { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' }, body: { Value: '9' } });
  await expect(site.setUp()).rejects.toMatchObject({ problem: { kind: 'newerLists', found: 9, known: 3 } });
});
