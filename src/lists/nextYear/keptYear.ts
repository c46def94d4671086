import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { yearEndings, type YearChoice } from '../../plan/nextYear/nextYear';
import type { KeptYear } from '../../plan/ports/nextYearStore';
import type { Connection } from '../connection';
import type { Row } from '../mapping/reader';
import { quoted, rowsOf } from '../readMonth';
import { listUrl } from '../schema/places';

/** A note holds no more than some 63,000 characters, and a reason up to 255 of them. */
const choicesInRow = 100;

const keyOf = (toYear: string): string => `nextYear:${toYear}`;

/** What was chosen when the year was last made; what somebody broke by hand is not known any more, and is chosen again. */
export async function readKeptYear(connection: Connection, toYear: string): Promise<KeptYear | undefined> {
  const rows = await readRows(connection, toYear);
  const head = jsonOf<Pick<KeptYear, 'names' | 'state'>>(rows.find((row) => row.SettingKey === keyOf(toYear)));
  if (!head || typeof head.names !== 'object') {
    return undefined;
  }
  const parts = rows.filter((row) => row.SettingKey !== keyOf(toYear)).flatMap((row) => jsonOf<unknown[]>(row) ?? []);
  const choices = parts.filter(isChoice).map(([id, ending, reason]): [number, YearChoice] => [id, { ending, reason }]);
  return { choices, names: { departments: head.names.departments ?? {}, committees: head.names.committees ?? {} }, state: head.state };
}

/** Keeps what was chosen before the first row is made: whoever goes on after an interruption, or ends the old year later, finds it. */
export async function keepYear(connection: Connection, toYear: string, { choices, names, state }: KeptYear): Promise<void> {
  const kept = await readRows(connection, toYear);
  const write = (key: string, value: unknown): Promise<unknown> => keepSetting(connection, kept.find((row) => row.SettingKey === key), key, `Plan ${toYear}`, JSON.stringify(value));
  const parts = Array.from({ length: Math.ceil(choices.length / choicesInRow) }, (_each, part) => choices.slice(part * choicesInRow, (part + 1) * choicesInRow));
  for (const [index, part] of parts.entries()) {
    await write(`${keyOf(toYear)}:${index + 1}`, part.map(([id, { ending, reason }]) => [id, ending, reason]));
  }
  await write(keyOf(toYear), { names, state });
}

function readRows(connection: Connection, toYear: string): Promise<Row[]> {
  return rowsOf(connection, 'Settings', { columns: ['Id', 'SettingKey', 'Value'], filter: `startswith(SettingKey,${quoted(keyOf(toYear))})` });
}

async function keepSetting({ sp, sitePath }: Connection, kept: Row | undefined, SettingKey: string, Title: string, Value: string): Promise<void> {
  const items = sp.web.getList(listUrl(sitePath, 'Settings')).items;
  if (!kept) {
    await items.add({ Title, SettingKey, Value });
  } else if (kept.Value !== Value) {
    await items.getById(Number(kept.Id)).update({ Value }, String(kept['odata.etag']));
  }
}

function isChoice(value: unknown): value is [number, YearChoice['ending'], string] {
  return Array.isArray(value) && typeof value[0] === 'number' && yearEndings.some((ending) => ending === value[1]) && typeof value[2] === 'string';
}

function jsonOf<Value>(row: Row | undefined): Value | undefined {
  try {
    return JSON.parse(String(row?.Value ?? 'null')) as Value ?? undefined;
  } catch {
    return undefined;
  }
}
