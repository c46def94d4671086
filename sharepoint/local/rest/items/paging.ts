import { invalidRequest } from '../http/errors';
import type { OrderKey } from '../odata/orderBy';
import type { ItemRecord } from '../state/records';
import { compareKeys, type ReadItem } from './sorting';

/** `Paged=TRUE&p_Title=b&p_ID=7`: where the page ended, so that rows added before it do not shift the next one. */
export function skipTokenOf(last: ItemRecord, order: OrderKey[], read: ReadItem): string {
  const token = new URLSearchParams({ Paged: 'TRUE' });
  for (const { path } of order) {
    const value = read(last, path);
    token.append(`p_${path}`, value === null || value === undefined ? '' : String(typeof value === 'boolean' ? Number(value) : value));
  }
  token.append('p_ID', String(last.id));
  return token.toString();
}

/** The rows after the token. @throws SharePointError 400 for a token that is none. */
export function pageAfter(
  sorted: ItemRecord[], skipToken: string | undefined, order: OrderKey[], read: ReadItem, top: number
): { page: ItemRecord[]; hasMore: boolean } {
  const start = skipToken === undefined ? 0 : startAfter(sorted, new URLSearchParams(skipToken), order, read);
  return { page: sorted.slice(start, start + top), hasMore: start + top < sorted.length };
}

function startAfter(sorted: ItemRecord[], token: URLSearchParams, order: OrderKey[], read: ReadItem): number {
  const lastId = Number(token.get('p_ID') ?? Number.NaN);
  if (!Number.isInteger(lastId)) {
    throw invalidRequest('The skip token is not valid.'); // [A]
  }
  const lastKeys = order.map(({ path }) => {
    const text = token.get(`p_${path}`) ?? '';
    return text === '' ? null : text;
  });
  const isPast = (item: ItemRecord): boolean => {
    const result = compareKeys(order.map(({ path }) => read(item, path)), lastKeys, order);
    return result > 0 || (result === 0 && item.id > lastId);
  };
  const start = sorted.findIndex(isPast);
  return start < 0 ? sorted.length : start;
}
