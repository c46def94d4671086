import { invalidRequest } from '../http/errors';
import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord } from '../state/records';
import { compareKeys, type ReadItem } from './sorting';

/** `Paged=TRUE&p_Title=b&p_ID=7`: where the page ended, so that rows added before it do not shift the next one. */
export function skipTokenOf(last: ItemRecord, order: OrderKey[], read: ReadItem, isBackwards: boolean): string {
  const token = new URLSearchParams({ Paged: 'TRUE', ...(isBackwards ? { PagedPrev: 'TRUE' } : {}) });
  for (const { path } of order) {
    const value = read(last, path);
    token.append(`p_${path}`, value === null || value === undefined ? '' : String(typeof value === 'boolean' ? Number(value) : value));
  }
  token.append('p_ID', String(last.id));
  return token.toString();
}

/** A page of rows, and whether more follow. */
export interface Page {
  page: ItemRecord[];
  hasMore: boolean;
}

export const cut = (rows: ItemRecord[], top: number): Page => ({ page: rows.slice(0, top), hasMore: rows.length > top });

/** The last rows; more are before them. */
export const cutEnd = (rows: ItemRecord[], top: number): Page => ({ page: rows.slice(Math.max(0, rows.length - top)), hasMore: rows.length > top });

/** The first rows that fit, without looking at the rest. */
export function firstRows(candidates: Iterable<ItemRecord>, fits: (item: ItemRecord) => boolean, top: number): Page {
  const found: ItemRecord[] = [];
  for (const item of candidates) {
    if (fits(item)) {
      if (found.length === top) {
        return { page: found, hasMore: true };
      }
      found.push(item);
    }
  }
  return { page: found, hasMore: false };
}

/** Which rows belong to the page that a token asks for. */
export interface Place {
  /** True when the page ends before the token's row (`PagedPrev=TRUE`). */
  isBackwards: boolean;
  accepts(item: ItemRecord): boolean;
}

/** Tells the rows after the token's place from those before. @throws SharePointError 400 for a token that is none. */
export function placeOf(skipToken: string | undefined, order: OrderKey[], read: ReadItem): Place {
  if (skipToken === undefined) {
    return { isBackwards: false, accepts: () => true };
  }
  const token = new URLSearchParams(skipToken);
  const lastId = Number(token.get('p_ID') ?? Number.NaN);
  if (!Number.isInteger(lastId)) {
    throw invalidRequest('The skip token is not valid.'); // [A]
  }
  const lastKeys = order.map(({ path }) => {
    const text = token.get(/^id$/i.test(path) ? 'p_ID' : `p_${path}`) ?? '';
    return text === '' ? null : text;
  });
  const isBackwards = /^true$/i.test(token.get('PagedPrev') ?? '');
  const direction = isBackwards ? -1 : 1;
  return {
    isBackwards,
    accepts: (item) => {
      const result = compareKeys(order.map(({ path }) => read(item, path)), lastKeys, order);
      return (result === 0 ? item.id - lastId : result) * direction > 0;
    }
  };
}
