import type { RequestContext } from '../dispatch/context';
import { sharePointException } from '../http/errors';
import type { ListRecord } from '../state/records';

/** Ticks of 100 ns since the year 1, as change tokens count time. */
const ticksOf = (time: number): string => String((BigInt(Math.trunc(time)) + epoch) * 10000n);
const epoch = 62135596800000n;

/** The scope of a log: a list (3), a web (2) or a site collection (1), with its id. */
export interface ChangeScope {
  kind: 1 | 2 | 3;
  id: string;
}

export const listScopeOf = (list: ListRecord): ChangeScope => ({ kind: 3, id: list.id });
export const webScopeOf = (context: RequestContext): ChangeScope => ({ kind: 2, id: context.web().webId });
export const siteScopeOf = (context: RequestContext): ChangeScope => ({ kind: 1, id: context.web().siteId });

/** `1;3;<list>;<ticks>;<number>` */
export const tokenOf = ({ kind, id }: ChangeScope, time: number, number: number): { StringValue: string } => ({ StringValue: `1;${kind};${id};${ticksOf(time)};${number}` });

/** The token of now: everything that has happened lies before it. */
export const currentToken = (scope: ChangeScope, context: RequestContext): { StringValue: string } => tokenOf(scope, context.now, context.store.changes.last());

/**
 * Where a token stands: at the number of a change, or, where a client made it up with `-1`, at a time.
 * @throws SharePointError 500 for text that is no token, or one of another list or web
 */
export function placeOfToken(text: string, scope: ChangeScope): { number?: number; time: number } {
  const [, kind, id, ticks, number] = /^1;(\d);([0-9a-f-]{36});(\d+);(-?\d+)$/i.exec(text.trim()) ?? [];
  if (kind === undefined || Number(kind) !== scope.kind || id.toLowerCase() !== scope.id) {
    throw sharePointException('The changeToken is invalid.', 500, -2146232832); // [A] text and number
  }
  const time = Number(BigInt(ticks) / 10000n - epoch);
  return Number(number) < 0 ? { time } : { number: Number(number), time };
}
