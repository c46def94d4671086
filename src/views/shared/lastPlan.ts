import { createBrowserStore } from './browserStore';

/** The plan that this browser showed last at an address: no more than a guess at what it will show next. */
export interface LastPlan {
  planYear: string;
  /** The month that a page without one in its address opened with. */
  period: string;
}

const name = 'lastPlan';
// Only titles of year and month: nothing that a person wrote, so it is kept per page and not per person.
const owner = (): string => window.location.pathname;

export function readLastPlan(now: () => Date): LastPlan | undefined {
  return createBrowserStore(() => window.localStorage, owner(), now).read<LastPlan>(name);
}

export function keepLastPlan(plan: LastPlan, now: () => Date): void {
  createBrowserStore(() => window.localStorage, owner(), now).write(name, plan);
}
