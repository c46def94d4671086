import { invalidRequest } from '../http/errors';

export interface OrderKey {
  path: string;
  descending: boolean;
}

/** Reads `Title desc,ID`. @throws SharePointError 400 */
export function parseOrderBy(source: string): OrderKey[] {
  return source.split(',').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const match = /^(\w+(?:\/\w+)?)(?:\s+(asc|desc))?$/i.exec(part);
    if (!match) {
      throw invalidRequest(`The expression "${part}" is not valid.`);
    }
    return { path: match[1], descending: match[2]?.toLowerCase() === 'desc' };
  });
}
