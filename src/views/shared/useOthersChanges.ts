import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import { watchedLists, type MonthRows, type PlanSite, type WatchedList } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { usePace, useServices } from './services';

/** The queries that hold rows of each list beside the month's own. */
const queriesOf: Readonly<Partial<Record<WatchedList, string[]>>> = {
  meetings: ['site', 'meeting', 'focus', 'filed', 'recordSource'], decisions: ['decisions'], followUps: ['decisions'], economy: ['economy'], initiatives: ['history', 'initiative', 'recordSource'], efforts: ['recordSource'],
  reports: ['history', 'newer', 'recordSource'], obsPoints: ['history', 'newer', 'recordSource']
};
const monthLists: readonly WatchedList[] = ['initiatives', 'efforts', 'reports', 'obsPoints'];

/** Brings in what others save: one small request per interval while the page is looked at, then only the lists that changed. */
export function useOthersChanges(site: PlanSite): void {
  const { store } = useServices();
  const { askForChanges: interval } = usePace();
  const client = useQueryClient();
  const seen = React.useRef({ stamps: site.stamps, changed: [] as readonly WatchedList[] });
  const { data: stamps, dataUpdatedAt } = useQuery(['changes'], () => store.changes(), {
    initialData: site.stamps, staleTime: interval,
    // Not while the page is out of sight, and not while a busy server asks for peace.
    refetchInterval: (_data, query) => {
      const problem = query.state.error ? problemOf(query.state.error) : undefined;
      return problem?.kind === 'throttled' ? Math.max(interval, problem.seconds * 1000) : interval;
    },
    refetchIntervalInBackground: false
  });
  React.useEffect(() => {
    const changed = watchedLists.filter((list) => stamps[list] !== seen.current.stamps[list]);
    // A stamp counts whole seconds: what was saved just after the reading of a list shows only in the reading after it.
    const toRead = watchedLists.filter((list) => changed.includes(list) || seen.current.changed.includes(list));
    seen.current = { stamps, changed };
    if (toRead.length === 0) {
      return;
    }
    const ofMonth = toRead.filter((list) => monthLists.includes(list));
    if (ofMonth.length > 0) {
      for (const query of client.getQueryCache().findAll(['month'], { type: 'active' })) {
        const known = query.state.data as MonthRows | undefined;
        if (known) {
          store.refreshMonth(known, ofMonth).then((month) => client.setQueryData(query.queryKey, month), () => client.invalidateQueries(query.queryKey));
        }
      }
      client.invalidateQueries(['month'], { refetchType: 'none', type: 'inactive' }).catch(() => undefined);
    }
    for (const name of new Set(toRead.flatMap((list) => queriesOf[list] ?? []))) {
      client.invalidateQueries([name]).catch(() => undefined);
    }
    // At each answer, also one that says the same as the one before: see above.
  }, [stamps, dataUpdatedAt, store, client]);
}
