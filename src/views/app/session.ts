import { QueryCache, QueryClient } from '@tanstack/react-query';
import { openingPeriod } from '../../plan/meeting';
import { todayIn } from '../../plan/overview';
import type { ExpectedMonth, PlanSite, PlanStore } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { noteProblem } from '../shared/lastProblems';
import { keepLastPlan, readLastPlan } from '../shared/lastPlan';
import { monthKey, siteKey } from '../shared/queries';
import type { PlanServices } from '../shared/services';
import { readAddress } from './address';

/** A plan being shown: the way to it, and what it has answered so far. */
export interface PlanSession {
  services: PlanServices;
  client: QueryClient;
}

/**
 * Begins to read, before anything is drawn. Where one can guess which month it will be, that is asked for while the site
 * itself is still being read; a wrong guess costs four small requests, a right one spares the wait.
 */
export function startSession(services: PlanServices): PlanSession {
  const client = createClient(services.now);
  const { store, planYear } = services;
  const expected = expectedMonth(services);
  const opening = expected && store.opening(expected, planYear);
  ask(client, siteKey(planYear), opening && together(opening), () => store.site(planYear));
  if (expected && opening) {
    ask(client, monthKey(expected.planYear, expected.period), opening.month, () => store.month(expected.planYear, expected.period));
  }
  return { services, client };
}

/** How long the site waits for its month, in ms: they mostly come together, and are drawn once. */
const patience = 50;

async function together({ site, month }: ReturnType<PlanStore['opening']>): Promise<PlanSite> {
  const read = await site;
  const come = month.then(() => undefined, () => undefined);
  await Promise.race([come, new Promise((resolve) => setTimeout(resolve, patience))]);
  return read;
}

/** @param coming an answer that is on its way; whoever asks again asks anew */
function ask<T>(client: QueryClient, key: readonly unknown[], coming: Promise<T> | undefined, anew: () => Promise<T>): void {
  let first = coming;
  const answer = (): Promise<T> => {
    const result = first ?? anew();
    first = undefined;
    return result;
  };
  client.prefetchQuery(key, answer).catch(() => undefined);
}

/** From what was set and asked for, else from what this browser showed last. */
function expectedMonth({ now, planYear: chosenYear }: PlanServices): ExpectedMonth | undefined {
  const last = readLastPlan(now);
  const [planYear, period] = [chosenYear ?? last?.planYear, readAddress(window.location.search).period ?? last?.period];
  return planYear && period ? { planYear, period } : undefined;
}

/** What the next session may expect. */
export function rememberPlan({ planYear, meetings, timeZone }: PlanSite, now: () => Date): void {
  if (planYear) {
    keepLastPlan({ planYear, period: openingPeriod(meetings, todayIn(now(), timeZone)) }, now);
  }
}

function createClient(now: () => Date): QueryClient {
  // Reads are already repeated where that helps, closer to the server; a second round here would only add to a storm.
  const queryCache = new QueryCache({ onError: (error) => noteProblem(problemOf(error), now()) });
  return new QueryClient({ queryCache, defaultOptions: { queries: { retry: false, staleTime: 15000, refetchOnWindowFocus: true } } });
}
