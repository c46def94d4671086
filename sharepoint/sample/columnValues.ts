import { startOfDay } from '../../src/plan/calendar';
import { allLists } from '../../src/lists/schema/all';
import type { Column } from '../../src/lists/schema/columns';
import { sampleTimeZone, type RowIds, type SampleList, type SampleValue } from './timeline';

/** Who and what the keys of the sample stand for on this site. */
export interface KnownIds {
  rows: RowIds;
  /** Id of an account, by its key. */
  user(key: string): number;
}

/** What REST takes for a row of the sample: people and rows by id, days as the midnight they begin with. */
export function columnValues(list: SampleList, values: Record<string, SampleValue>, ids: KnownIds): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => {
    const column = columnOf(list, name);
    return column.type.startsWith('User') || column.type.startsWith('Lookup')
      ? [`${name}Id`, idsOf(column, value, ids)]
      : [name, plainValue(column, value, ids)];
  }));
}

const titleColumn: Column = { name: 'Title', title: 'Title', type: 'Text' };

function columnOf(list: SampleList, name: string): Column {
  const column = name === 'Title' ? titleColumn : allLists.find((each) => each.key === list)?.columns.find((each) => each.name === name);
  if (!column) {
    throw new Error(`The sample plan writes a column that the list ${list} does not have: ${name}`);
  }
  return column;
}

function idsOf(column: Column, value: SampleValue, ids: KnownIds): number | number[] | null {
  const idOf = (key: string): number => (column.lookup ? ids.rows(column.lookup, key) : ids.user(key));
  if (Array.isArray(value)) {
    return value.map(idOf);
  }
  return typeof value === 'string' ? idOf(value) : null;
}

function plainValue(column: Column, value: SampleValue, ids: KnownIds): unknown {
  if (typeof value === 'function') {
    return value(ids.rows);
  }
  if (typeof value !== 'string') {
    return value;
  }
  switch (column.type) {
    case 'DateOnly':
      return startOfDay(value, sampleTimeZone);
    case 'DateTime':
      return new Date(value).toISOString();
    default:
      return value;
  }
}
