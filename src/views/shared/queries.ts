import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { Initiative } from '../../plan/initiative';
import type { ObsPoint } from '../../plan/obsPoint';
import type { Period } from '../../plan/period';
import type { Person } from '../../plan/person';
import type { InitiativeHistory, MonthRows, PlanSite } from '../../plan/ports/planStore';
import type { EarlierMonth, EarlierReport } from '../../plan/sinceLast';
import type { StatusReport } from '../../plan/statusReport';
import type { StrategicEffort } from '../../plan/strategicEffort';
import { useServices } from './services';

/** The one keeper of what the server said; every view reads through these. */

export const siteKey = (chosenYear: string | undefined): readonly unknown[] => ['site', chosenYear ?? ''];
export const monthKey = (planYear: string, period: Period): readonly unknown[] => ['month', planYear, period];

export function useSite(): UseQueryResult<PlanSite> {
  const { store, planYear } = useServices();
  return useQuery(siteKey(planYear), () => store.site(planYear));
}

/** @param wanted false: nothing is asked for, because the month is shown from its record */
export function useMonth(planYear: string, period: Period, wanted: boolean = true): UseQueryResult<MonthRows> {
  const { store } = useServices();
  return useQuery(monthKey(planYear, period), () => store.month(planYear, period), { keepPreviousData: true, enabled: wanted });
}

/** Months before `period`, which the others saved rows of do not touch: asked for once in a while is enough. */
export function useEarlier(period: Period | undefined, months: readonly EarlierMonth[], wanted: boolean): UseQueryResult<EarlierReport[]> {
  const { store } = useServices();
  return useQuery(['earlier', period, months], () => store.earlier(months), { enabled: wanted && period !== undefined, staleTime: 600000, refetchOnWindowFocus: false });
}

export function useHistory(initiativeId: number): UseQueryResult<InitiativeHistory> {
  const { store } = useServices();
  return useQuery(['history', initiativeId], () => store.history(initiativeId));
}

export function usePerson(id: number | undefined): UseQueryResult<Person> {
  const { store } = useServices();
  return useQuery(['person', id], () => store.person(id ?? 0), { enabled: id !== undefined, staleTime: Infinity });
}

/** Puts rows that were just saved into what is shown, and lets the month be read again behind it. */
export function useSavedRows(): { report: (row: StatusReport) => void; obs: (row: ObsPoint) => void; initiative: (row: Initiative) => void; effort: (row: StrategicEffort) => void } {
  const client = useQueryClient();
  return React.useMemo(() => {
    const put = (change: (month: MonthRows) => MonthRows): void => {
      client.setQueriesData<MonthRows>(['month'], (month) => month && change(month));
    };
    const refresh = (): void => {
      client.invalidateQueries(['history']).catch(() => undefined);
    };
    return {
      report: (row) => { put((month) => (month.period === row.period ? { ...month, reports: withRow(month.reports, row) } : month)); refresh(); },
      obs: (row) => { put((month) => ({ ...month, obsPoints: withRow(month.obsPoints, row) })); refresh(); },
      initiative: (row) => {
        put((month) => (month.planYear === row.planYear ? { ...month, initiatives: withRow(month.initiatives, row) } : month));
        refresh();
        client.invalidateQueries(['initiative']).catch(() => undefined);
      },
      effort: (row) => put((month) => ({ ...month, efforts: withRow(month.efforts, row) }))
    };
  }, [client]);
}

/** The rows with one of them as it was saved, or with the new one. */
export function withRow<Row extends { id: number }>(rows: readonly Row[], row: Row): Row[] {
  return rows.some((each) => each.id === row.id) ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row];
}
