import type { RequestContext } from '../dispatch/context';
import { eTagMismatch } from '../http/errors';
import type { EntityNode } from './nodes';

/** `"<guid>,3"` or `"3"` [A]; `*` and none take whatever is there. */
export function checkETag(node: EntityNode, ifMatch: string | undefined, context: RequestContext): void {
  const actual = node.resource.eTag?.(node.entity, context);
  if (ifMatch === undefined || ifMatch.trim() === '*' || actual === undefined) {
    return;
  }
  const wanted = ifMatch.trim().replace(/^W\//, '');
  const short = actual.replace(/^"[^",]*,(\d+)"$/, '"$1"');
  if (wanted.toLowerCase() !== actual.toLowerCase() && wanted !== short) {
    throw eTagMismatch(ifMatch.trim(), actual);
  }
}
