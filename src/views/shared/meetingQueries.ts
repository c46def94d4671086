import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import * as React from 'react';
import type { DecisionRows } from '../../plan/decisionHistory';
import type { MeetingDetails } from '../../plan/meeting';
import type { MeetingStore } from '../../plan/ports/meetingStore';
import { useSite } from './queries';
import { useServices } from './services';

/** The way to meetings, decisions and follow-ups, for whoever writes there. */
export function useMeetingStore(): () => Promise<MeetingStore> {
  const { loadMeetings } = useServices();
  const timeZone = useSite().data?.timeZone ?? 'UTC';
  return React.useCallback(() => loadMeetings(timeZone), [loadMeetings, timeZone]);
}

/** Every decision and follow-up. */
export function useDecisions(): UseQueryResult<DecisionRows> {
  const store = useMeetingStore();
  return useQuery(['decisions'], async () => (await store()).decisions());
}

export function useMeetingDetails(meetingId: number): UseQueryResult<MeetingDetails> {
  const store = useMeetingStore();
  return useQuery(['meeting', meetingId], async () => (await store()).details(meetingId));
}
