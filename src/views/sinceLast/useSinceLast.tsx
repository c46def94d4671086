import type { UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { Overview } from '../../plan/overview';
import type { PlanSite } from '../../plan/ports/planStore';
import { earlierMonths, sinceLast, unchangedMonthsToNotice, type EarlierReport, type SinceLast } from '../../plan/sinceLast';
import { useEarlier } from '../shared/queries';

const SinceLastContext = React.createContext<ReadonlyMap<number, SinceLast> | undefined>(undefined);

/** Gives the rows below what there is to say of the months before; undefined while it is not known. */
export const SinceLastProvider = SinceLastContext.Provider;

/** An initiative beside its earlier months; undefined while they are not known. */
export function useSinceLastOf(initiativeId: number): SinceLast | undefined {
  return React.useContext(SinceLastContext)?.get(initiativeId);
}

interface EarlierMonths {
  byInitiative: ReadonlyMap<number, SinceLast> | undefined;
  query: UseQueryResult<EarlierReport[]>;
}

/**
 * The months before the one shown. They are asked for when its table has stood still for a moment, so that nobody
 * waits longer for the table; at once where the reader has asked to see only what changed.
 */
export function useSinceLast(site: PlanSite, view: Overview | undefined, atOnce: boolean): EarlierMonths {
  const { meetings, rights } = site;
  const period = view?.period;
  const still = useStandsStill(period);
  // Who may raise OBS is also told of statuses that never change; that takes the texts of more months.
  const compared = rights.addObs ? unchangedMonthsToNotice : 1;
  const months = React.useMemo(() => (period === undefined ? [] : earlierMonths(meetings, period, compared)), [meetings, period, compared]);
  const query = useEarlier(period, months, still || atOnce);
  const byInitiative = React.useMemo(() => (view && query.data ? sinceLast(view, meetings, months, query.data) : undefined), [view, meetings, months, query.data]);
  return { byInitiative, query };
}

/** How long the table has stood before anything more is asked for, in ms. */
const stillness = 1000;

function useStandsStill(what: string | undefined): boolean {
  const [still, setStill] = React.useState<string>();
  React.useEffect(() => {
    if (what === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setStill(what), stillness);
    return () => clearTimeout(timer);
  }, [what]);
  return what !== undefined && still === what;
}
