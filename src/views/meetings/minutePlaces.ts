import type { Decision } from '../../plan/decision';

/** A decision, by the key that it was made with; it has that before it has an id. */
type KeyedDecision = Pick<Decision, 'id' | 'clientKey'>;

export function decisionKeyOf({ id, clientKey }: KeyedDecision): string {
  return clientKey ?? String(id);
}

/** Where a follow-up of the decision is added. */
export function followUpPlace(decision: KeyedDecision): string {
  return `follow-${decisionKeyOf(decision)}`;
}
