import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord } from '../state/records';
import { compareKeys, type ReadItem } from '../items/sorting';
import { cannotComplete } from './errors';

/** An order with the name that paging information gives it. */
export interface NamedOrder extends OrderKey {
  name: string;
}

/** `Paged=TRUE&p_Title=b&p_ID=7`: a page begins after the row, or (PagedPrev) ends before it. */
export function positionOf(item: ItemRecord, order: readonly NamedOrder[], read: ReadItem, isBackwards: boolean = false): URLSearchParams {
  const position = new URLSearchParams({ Paged: 'TRUE' });
  if (isBackwards) {
    position.append('PagedPrev', 'TRUE');
  }
  for (const { name, path } of order) {
    const value = read(item, path);
    position.append(`p_${name}`, value === null || value === undefined ? '' : String(typeof value === 'boolean' ? Number(value) : value));
  }
  position.append('p_ID', String(item.id));
  return position;
}

/** Which rows belong to the page that a position asks for. */
export interface Position {
  isBackwards: boolean;
  accepts(item: ItemRecord): boolean;
}

/** Reads a position, with or without the `?` of NextHref. @throws SharePointError 500 when it names no row. */
export function readPosition(text: string | undefined, order: readonly NamedOrder[], read: ReadItem): Position {
  const position = new URLSearchParams((text ?? '').replace(/^\?/, ''));
  const valueOf = (name: string): string => [...position].find(([key]) => key.toLowerCase() === `p_${name}`.toLowerCase())?.[1] ?? '';
  if (!position.has('p_ID')) {
    return { isBackwards: false, accepts: () => true };
  }
  const id = Number(position.get('p_ID'));
  if (!Number.isInteger(id)) {
    throw cannotComplete();
  }
  const isBackwards = /^true$/i.test(position.get('PagedPrev') ?? '');
  const keys = order.map(({ name }) => {
    const value = valueOf(name);
    return value === '' ? null : value;
  });
  const direction = isBackwards ? -1 : 1;
  return {
    isBackwards,
    accepts: (item) => {
      const result = compareKeys(order.map(({ path }) => read(item, path)), keys, [...order]);
      return (result === 0 ? item.id - id : result) * direction > 0;
    }
  };
}
