import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { Meeting } from '../../plan/meeting';
import type { Person } from '../../plan/person';
import type { PlanSite } from '../../plan/ports/planStore';
import type { RoundStore } from '../../plan/ports/roundStore';
import { usualDaysBefore, type DaysBefore } from '../../plan/rounds/roundDates';
import { useServices } from '../shared/services';

/** The way to the rounds, for whoever writes there. */
export function useRoundStore(timeZone: TimeZone): () => Promise<RoundStore> {
  const { loadRounds } = useServices();
  return React.useCallback(() => loadRounds(timeZone), [loadRounds, timeZone]);
}

/** The municipality's own days before the meeting; the usual ones until they are known. */
export function useDaysBefore(timeZone: TimeZone): DaysBefore {
  const store = useRoundStore(timeZone);
  return useQuery(['daysBefore'], async () => (await store()).daysBefore(), { staleTime: Infinity }).data ?? usualDaysBefore;
}

export function usePeople(timeZone: TimeZone, ids: readonly number[]): UseQueryResult<Person[]> {
  const store = useRoundStore(timeZone);
  return useQuery(['people', ...ids], async () => (await store()).people(ids), { staleTime: Infinity, keepPreviousData: true });
}

/** Puts a meeting that was just saved into what is shown, and lets the months be read anew. */
export function useSavedMeeting(): (meeting: Meeting) => void {
  const client = useQueryClient();
  return React.useCallback((meeting) => {
    client.setQueriesData<PlanSite>(['site'], (site) => site && { ...site, meetings: [...site.meetings.filter(({ id }) => id !== meeting.id), meeting] });
    client.invalidateQueries(['month']).catch(() => undefined);
  }, [client]);
}

/** Has the meetings read anew: somebody else has changed them. */
export function useRefreshMeetings(): () => void {
  const client = useQueryClient();
  return React.useCallback(() => { client.invalidateQueries(['site']).catch(() => undefined); }, [client]);
}
